import Domain
import SQLRecount
import TestSupport

/// Two wards, one that was abolished at the end of June 2023, and an office without territory.
let registers = Registers(
  wards: [
    Ward(code: "01", name: "An Lưu", kindText: "Phường", kind: .urbanWard),
    Ward(code: "02", name: "Lạc Long", kindText: "Xã", kind: .commune),
    Ward(
      code: "03", name: "Hiệp Hòa", kindText: "Xã", kind: .commune,
      validTo: CalendarDay(year: 2023, month: 6, day: 30)),
    Ward(code: "VP", name: "Văn phòng", kindText: "", kind: nil),
  ],
  fields: ["KT", "VHXH", "QPAN"].map {
    Field(code: $0, vietnameseName: $0, englishName: "", aliases: [])
  },
  organizations: [Organization(code: "HPN", name: "Hội Phụ nữ", aliases: [])])

let span = ReportedSpan(years: 2020...2024, cutoff: Quarter(year: 2024, number: 3))

/// A record in words; what is not said is what most records have.
struct Model {
  var name: String
  var ward = 0
  var hamlet = ""
  var owner = ""
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

  var identity: ModelIdentity {
    let key = "\(ward)|\(hamlet)|\(owner)|\(name)"
    return ModelIdentity(high: digest(key), low: digest(key + "'"))
  }

  func row(_ number: Int) -> RecordRow {
    RecordRow(
      recordNumber: UInt32(number), line: UInt32(number), ward: UInt16(ward),
      field: UInt8(field), registrationYear: UInt16(year), registrationQuarter: UInt8(quarter),
      quantity: UInt32(quantity), isEnded: isEnded, owner: 0, identity: identity,
      looseKey: 0, hamletKey: 0)
  }
}

/// FNV-1a: the counting only asks whether keys are equal.
private func digest(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

/// One submission: where it lies, who sent it, its records, and those that were never counted.
struct Sent {
  var file: SubmissionFile
  var models: [Model]
  var excluded: [SecondOpinion.Excluded] = []

  init(
    _ name: String, _ period: String?, by submitter: Submitter = .ward(0), _ models: Model...
  ) {
    file = SubmissionFile(
      path: "submissions/" + (period.map { "\($0)/" } ?? "") + name,
      period: period.flatMap { Period($0) }, submitter: submitter, isDue: true)
    self.models = models
  }

  /// Records start below a header.
  func number(_ index: Int) -> Int { index + 2 }

  var block: RecordBlock {
    var block = RecordBlock()
    for (index, model) in models.enumerated() { block.append(model.row(number(index))) }
    return block
  }

  func outcome(_ roles: [RecordRole]) -> SubmissionOutcome {
    var outcome = SubmissionOutcome(file: file, byteCount: 10, sha256: "ab", encoding: .utf8)
    outcome.delimiter = ","
    outcome.records[.header] = 1
    for role in roles { outcome.dispositions[role.disposition] += 1 }
    for entry in excluded { outcome.dispositions[entry.disposition] += entry.count }
    outcome.records[.data] = outcome.dispositions.total
    return outcome
  }
}

/// Counts submissions anew, whatever their order, against the roles that are given.
func recount(
  _ sent: [Sent], roles: [[RecordRole]], findings: [Severity: Int] = [:], threads: Int = 2
) throws -> SecondOpinion.Outcome {
  try SecondOpinion.recount(
    sources: zip(sent, roles).map {
      SecondOpinion.Source(block: $0.block, roles: $1, file: $0.file)
    },
    excluded: sent.flatMap(\.excluded),
    submissions: zip(sent, roles).map { $0.outcome($1) },
    findingCounts: findings, registers: registers, span: span, threads: threads)
}

/// The roles that SQL finds, in the order of the records, a bar between submissions.
///
/// Every record is stated to be what it cannot be, so that each is disputed.
func story(_ sent: Sent...) throws -> String {
  let roles = sent.map { $0.models.map { _ in RecordRole.rejected } }
  let outcome = try recount(sent, roles: roles)
  return sent.indices.map { source in
    outcome.disputes.filter { $0.source == source }.map { "\($0.recounted)" }
      .joined(separator: " ")
  }.joined(separator: " | ")
}

/// A world at random: names, periods and paths that meet often.
func randomWorld(_ dice: inout Dice) -> [Sent] {
  let periods = [nil, "2019", "2021", "2022", "2022-Q1", "2022-Q4", "2023-Q2", "2024"]
  let names = ["an-luu.csv", "an-luu-bo-sung.csv", "an-luu.CSV", "lac-long.csv", "hpn.csv"]
  var world: [Sent] = []
  for period in periods {
    for (index, name) in names.enumerated() where dice.roll(2) > 0 {
      var sent = Sent(name, period, by: dice.pick([.ward(index % 4), .organization(0), .unknown]))
      sent.models = (0..<dice.roll(6)).map { _ in randomModel(&dice) }
      sent.excluded = (0..<dice.roll(2)).map { _ in
        SecondOpinion.Excluded(
          ward: dice.pick([0, 1, 3, nil]), disposition: .rejected, count: 1 + dice.roll(2))
      }
      world.insert(sent, at: dice.roll(world.count))
    }
  }
  return world
}

private func randomModel(_ dice: inout Dice) -> Model {
  var model = Model(dice.pick(["a", "b", "c"]))
  model.ward = dice.roll(3)
  model.hamlet = dice.pick(["", "1"])
  model.field = dice.roll(2)
  model.year = 2020 + dice.roll(3)
  model.quarter = dice.roll(4)
  model.quantity = 1 + dice.roll(4)
  model.isEnded = dice.roll(3) == 0
  return model
}
