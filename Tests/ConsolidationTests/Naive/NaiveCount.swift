/// The second implementation of SPEC §6: every record is compared with every one before it.
struct NaiveCount {
  private let world: World
  private var result: NaiveResult
  private let records: [NaiveRecord]
  /// Positions of the counted records.
  private var counted: [Int] = []

  /// What the report on a world must come to.
  static func result(of world: World) -> NaiveResult {
    let latest = world.submissions.compactMap { $0.period?.end }.max()
    let cutoff = world.through?.end ?? latest ?? world.years.upperBound * 10 + 4
    let due = world.submissions.filter { ($0.period?.end ?? 0) <= cutoff }
      .sorted(by: isCountedBefore)
    var judgement = NaiveJudgement(world: world, cutoff: cutoff)
    for submission in due { judgement.judge(submission) }
    for path in world.unreadPaths { judgement.result.find("warning", "unread-file", path) }
    var count = NaiveCount(
      world: world, result: judgement.result, records: judgement.admitted)
    for index in count.records.indices { count.count(index) }
    count.findRepeatedFiles(due)
    count.findMissing(due)
    count.fillFigures()
    return count.result
  }

  private static func isCountedBefore(_ left: TypedSubmission, _ right: TypedSubmission) -> Bool {
    let (a, b) = (left.period, right.period)
    if a != b {
      guard let a else { return true }
      guard let b else { return false }
      return a.year * 10 + (a.quarter ?? 5) < b.year * 10 + (b.quarter ?? 5)
    }
    return Array(left.pathWithoutExtension.utf8)
      .lexicographicallyPrecedes(Array(right.pathWithoutExtension.utf8))
  }

  private init(world: World, result: NaiveResult, records: [NaiveRecord]) {
    self.world = world
    self.result = result
    self.records = records
  }

  private mutating func count(_ index: Int) {
    let record = records[index]
    let earlier = records[..<index].filter { $0.identity == record.identity }
    let ward = world.wards[record.ward].code
    guard let first = earlier.first else {
      suspect(index)
      counted.append(index)
      return result.settle("counted", record.path, ward: ward)
    }
    if let twin = earlier.first(where: { $0.period == record.period }) {
      result.settle("duplicate", record.path, ward: ward)
      result.find("error", "duplicate-record", record.place, see: twin.place)
    } else {
      result.settle("carried-over", record.path, ward: ward)
      maintain(record, counted: first, earlier: earlier)
    }
    if record.field != first.field {
      result.find("error", "field-conflict", record.place, see: first.place)
    }
    if record.year != first.year {
      result.find("warning", "year-changed", record.place, see: first.place)
    }
    if record.quantity != first.quantity {
      result.find("warning", "quantity-changed", record.place, see: first.place)
    }
  }

  private mutating func suspect(_ index: Int) {
    let record = records[index]
    let fitting = counted.map { records[$0] }.filter { other in
      other.ward == record.ward
        && (other.hamlet.isEmpty || record.hamlet.isEmpty || other.hamlet == record.hamlet)
    }
    if let like = fitting.first(where: { $0.name.loose == record.name.loose }) {
      result.find("warning", "suspected-duplicate", record.place, see: like.place)
    } else if let near = fitting.first(where: { other in
      Vocabulary.near.contains { $0.contains(other.name.loose) && $0.contains(record.name.loose) }
    }) {
      result.find("warning", "near-duplicate", record.place, see: near.place)
    }
  }

  /// The first carried-over record of a reporting year: the first one of a period in which none
  /// of its identity came before, other than the counted one's.
  private mutating func maintain(
    _ record: NaiveRecord, counted: NaiveRecord, earlier: [NaiveRecord]
  ) {
    guard let year = record.period?.year, year > counted.year, world.years.contains(year) else {
      return
    }
    let isFirst = !earlier.contains { $0.period?.year == year && $0.period != counted.period }
    if !isFirst || record.isEnded { return }
    let field = World.fields[record.field]
    result.figures["maintained.year=\(year)", default: 0] += record.quantity
    result.figures["maintained.field=\(field).year=\(year)", default: 0] += record.quantity
  }

  private mutating func findRepeatedFiles(_ due: [TypedSubmission]) {
    for (index, submission) in due.enumerated() where !submission.rows.isEmpty {
      if let first = due[..<index].first(where: { $0.text == submission.text }) {
        result.find("error", "repeated-file", submission.path, see: first.path)
      }
    }
  }

  private mutating func findMissing(_ due: [TypedSubmission]) {
    for period in Set(due.compactMap { $0.period?.text }) {
      let submissions = due.filter { $0.period?.text == period }
      let days = submissions[0].period?.days ?? (0, 0)
      var expected = 0
      var received = 0
      for (index, ward) in world.wards.enumerated() where !ward.kind.isEmpty {
        if !ward.isInForce(days) { continue }
        expected += 1
        if submissions.contains(where: { $0.sender == .ward(index) }) {
          received += 1
        } else {
          result.findings.append("warning missing-submission submissions/\(period) \(ward.code)")
        }
      }
      result.figures["submissions.expected.period=\(period)"] = expected
      result.figures["submissions.received.period=\(period)"] = received
    }
  }

  // MARK: Figures (SPEC §7)

  private mutating func fillFigures() {
    for record in counted.map({ records[$0] }) {
      let ward = world.wards[record.ward].code
      let field = World.fields[record.field]
      let quarter = record.quarter == 0 ? "unknown" : "\(record.quarter)"
      let ids = [
        "", ".field=\(field)", ".year=\(record.year)", ".ward=\(ward)",
        ".field=\(field).year=\(record.year)", ".ward=\(ward).field=\(field)",
        ".ward=\(ward).year=\(record.year)", ".year=\(record.year).quarter=\(quarter)",
      ]
      for id in ids { result.figures["registered\(id)", default: 0] += record.quantity }
    }
    for (id, fields) in [
      ("coverage", [0, 1]), ("coverage.field=KT", [0]), ("coverage.field=VHXH", [1]),
    ] {
      result.figures[id] =
        world.wards.indices.filter { ward in
          !world.wards[ward].kind.isEmpty
            && counted.contains { records[$0].ward == ward && fields.contains(records[$0].field) }
        }.count
    }
    for severity in ["error", "warning", "info"] {
      result.figures["findings.\(severity)"] =
        result.findings.filter { $0.hasPrefix(severity) }.count
    }
  }
}
