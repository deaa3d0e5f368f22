import Aggregation
import Domain

/// Two wards, an office without territory, and three fields.
let registers = Registers(
  wards: [
    Ward(code: "01", name: "An Lưu", kindText: "Phường", kind: .urbanWard),
    Ward(code: "02", name: "Lạc Long", kindText: "Xã", kind: .commune),
    Ward(code: "VP", name: "Văn phòng", kindText: "", kind: nil),
  ],
  fields: ["KT", "VHXH", "QPAN"].map {
    Field(code: $0, vietnameseName: $0, englishName: "", aliases: [])
  },
  organizations: [
    Organization(code: "HPN", name: "Hội Phụ nữ", aliases: []),
    Organization(code: "DTN", name: "Đoàn Thanh niên", aliases: []),
  ])

let span = ReportedSpan(years: 2020...2024, cutoff: Quarter(year: 2024, number: 3))

let hpn = Owner(organization: 0, key: "", spelling: "")
let nobody = Owner(organization: nil, key: "", spelling: "")

/// A record in words; what is not said is what most records have.
struct Model {
  var name: String
  var loose: String?
  var ward = 0
  var hamlet = ""
  var owner = nobody
  var field = 0
  var year = 2020
  var quarter = 0
  var quantity = 1
  var isEnded = false

  init(_ name: String) { self.name = name }

  /// The same with one thing changed.
  func with<Value>(_ path: WritableKeyPath<Model, Value>, _ value: Value) -> Model {
    var model = self
    model[keyPath: path] = value
    return model
  }

  func row(_ number: Int, owner index: Int) -> RecordRow {
    let key = "\(ward)|\(hamlet)|\(owner.organization ?? -1)\(owner.key)|\(name)"
    return RecordRow(
      recordNumber: UInt32(number), line: UInt32(number), ward: UInt16(ward),
      field: UInt8(field), registrationYear: UInt16(year), registrationQuarter: UInt8(quarter),
      quantity: UInt32(quantity), isEnded: isEnded, owner: UInt32(index),
      identity: ModelIdentity(high: digest(key), low: digest(key + "'")),
      looseKey: digest(loose ?? name), hamletKey: hamlet.isEmpty ? 0 : digest(hamlet))
  }
}

/// FNV-1a: the counting only asks whether keys are equal.
private func digest(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } | 1
}

/// One submission, ready to be counted.
struct Sent {
  var block: RecordBlock
  var period: Period?
}

/// One submission: its period, as folders spell it, and its records.
func sent(_ period: String?, _ models: Model...) -> Sent {
  var block = RecordBlock()
  for (index, model) in models.enumerated() {
    let owner = block.owners.firstIndex(of: model.owner) ?? block.owners.count
    if owner == block.owners.count { block.owners.append(model.owner) }
    block.append(model.row(index + 2, owner: owner))
  }
  return Sent(block: block, period: period.flatMap { Period($0) })
}

/// What all wards come to, put together as a run does.
struct Counted {
  /// By submission and row.
  private(set) var roles: [[RecordRole]]
  private(set) var pairs: [CountedPair] = []
  private(set) var nearCandidates: [NearCandidates] = []
  let figures: Figures
  let owners: OwnerTally

  /// Counts submissions that stand in the order of counting; wards in `order`.
  init(
    _ sources: [Sent], settled: SettledModels = SettledModels(),
    order: [Int] = Array(registers.wards.indices)
  ) {
    roles = sources.map { Array(repeating: .counted, count: $0.block.count) }
    var counter = WardCounter(registers: registers, span: span, settled: settled)
    var counts: [Int: WardCount] = [:]
    for ward in order {
      let rows = sources.map { sent in
        sent.block.rows.indices.filter { Int(sent.block[$0].ward) == ward }
      }
      counts[ward] = counter.count(
        ward: ward,
        sources.indices.map { number in
          WardSource(
            block: sources[number].block, number: number,
            rows: rows[number].count == sources[number].block.count
              ? nil : rows[number].map { UInt32($0) },
            period: sources[number].period)
        })
      for (number, found) in (counts[ward]?.roles ?? []).enumerated() {
        for (position, role) in found.enumerated() { roles[number][rows[number][position]] = role }
      }
    }
    var counting = Counting(registers: registers, span: span)
    for (_, count) in counts.sorted(by: { $0.key < $1.key }) {
      counting.add(count)
      pairs += count.pairs
      nearCandidates += count.nearCandidates
    }
    figures = counting.figures
    owners = counting.owners
  }
}

/// Counts submissions that stand in the order of counting.
func counted(_ sources: Sent...) -> Counted { Counted(sources) }

extension Counted {
  /// Dispositions in order, a blank between submissions.
  var story: String {
    roles.map { $0.map(\.disposition.rawValue).joined(separator: " ") }.joined(separator: " | ")
  }

  /// Pairs as `rule submission.row>submission.row`, sorted, rows from 0.
  var remarks: [String] {
    pairs.map {
      "\($0.rule.rawValue) \($0.row.block).\($0.row.row)>\($0.other.block).\($0.other.row)"
    }.sorted()
  }
}
