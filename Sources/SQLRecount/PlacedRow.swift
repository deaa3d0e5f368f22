import Domain

/// One record as the table `placed` of a shard holds it.
struct PlacedRow {
  /// The lower half of its identity, by which it is sorted.
  let low: Int64
  private let high: Int64
  private let place: Int64
  private let moment: Int64
  private let stated: UInt8
  private let isEnded: Bool
  private let field: UInt8
  private let quarter: UInt8
  private let ward: UInt16
  private let year: UInt16
  private let quantity: UInt32

  /// Appends records of a source that stands at `place` in the order of counting.
  static func append(
    _ range: Range<UInt32>, of source: SecondOpinion.Source, at place: RunDatabase.Place,
    to rows: inout [PlacedRow]
  ) {
    let (block, roles) = (source.block, source.roles)
    let base = Int64(place.position * CountingViews.recordNumberLimit)
    for row in Int(range.lowerBound)..<Int(range.upperBound) {
      let identity = block[row].identity
      rows.append(
        PlacedRow(
          low: Int64(bitPattern: identity.low), high: Int64(bitPattern: identity.high),
          place: base + Int64(block[row].recordNumber), moment: Int64(place.moment),
          stated: roles[row].rawValue, isEnded: block[row].isEnded, field: block[row].field,
          quarter: block[row].registrationQuarter, ward: block[row].ward,
          year: block[row].registrationYear, quantity: block[row].quantity))
    }
  }

  /// Puts the record in with a statement of eleven parameters.
  func insert(with statement: Statement) throws(SQLRecountError) {
    statement.bind(low, at: 1)
    statement.bind(high, at: 2)
    statement.bind(place, at: 3)
    statement.bind(moment, at: 4)
    statement.bind(Int64(stated), at: 5)
    statement.bind(Int64(ward), at: 6)
    statement.bind(Int64(field), at: 7)
    statement.bind(Int64(year), at: 8)
    statement.bind(Int64(quarter), at: 9)
    statement.bind(Int64(quantity), at: 10)
    statement.bind(isEnded ? 1 : 0, at: 11)
    try statement.run()
  }
}
