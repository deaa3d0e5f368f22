/// What a workspace comes to, by the way it was made; `truth.json`.
struct Truth: Encodable {
  var seed: UInt64
  var wards: Int
  var files = 0
  var bytes = 0
  var shares: Shares
  var records = 0
  var counted = 0
  var carriedOver = 0
  var duplicate = 0
  var rejected = 0
  /// Σ quantity by field code and year, such as `KT.2020`.
  var registered: [String: Int] = [:]
  var maintained: [String: Int] = [:]
  /// Findings by rule, of the rules on which there is no doubt.
  var findings: [String: Int] = [:]

  mutating func add(_ other: Truth) {
    files += other.files
    bytes += other.bytes
    records += other.records
    counted += other.counted
    carriedOver += other.carriedOver
    duplicate += other.duplicate
    rejected += other.rejected
    registered.merge(other.registered, uniquingKeysWith: +)
    maintained.merge(other.maintained, uniquingKeysWith: +)
    findings.merge(other.findings, uniquingKeysWith: +)
  }
}
