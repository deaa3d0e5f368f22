import Domain
import SQLRecount
import TestSupport

/// SPEC §6 and §7 word by word, slowly: each record looks at all that came before it.
struct NaiveCount {
  /// By submission and record, in the order in which they were given.
  private(set) var roles: [[RecordRole]]
  /// What `roles` point to: of a carried-over record the counted one, of a duplicate the first of
  /// its period; as submission and record number.
  private(set) var origins: [[(submission: Int, recordNumber: Int)?]]
  private(set) var figures: Figures

  private struct Past {
    var model: Model
    var period: Period?
    var role: RecordRole
    var place: (submission: Int, recordNumber: Int)
  }

  init(_ sent: [Sent], findings: [Severity: Int] = [:]) {
    roles = sent.map { $0.models.map { _ in .rejected } }
    origins = sent.map { $0.models.map { _ in nil } }
    figures = Figures(wards: registers.wards, fields: registers.fields, years: span.years)
    figures.findingCounts = findings
    var past: [Past] = []
    let order = sent.indices.sorted {
      SubmissionFile.inCountingOrder(sent[$0].file, sent[$1].file)
    }
    for index in order {
      for (row, model) in sent[index].models.enumerated() {
        let earlier = past.filter { $0.model.identity == model.identity }
        let period = sent[index].file.period
        let role = NaiveCount.role(of: model, period, after: earlier)
        roles[index][row] = role
        switch role.disposition {
        case .carriedOver: origins[index][row] = earlier.first?.place
        case .duplicate: origins[index][row] = earlier.first { $0.period == period }?.place
        default: break
        }
        add(model, role, period)
        past.append(
          Past(
            model: model, period: period, role: role, place: (index, sent[index].number(row))))
      }
      for entry in sent[index].excluded {
        figures.addRecords(entry.count, entry.disposition, ward: entry.ward)
      }
    }
    figures.reporting = NaiveCount.reporting(sent)
  }

  private static func role(of model: Model, _ period: Period?, after earlier: [Past]) -> RecordRole
  {
    guard let counted = earlier.first else { return .counted }
    if earlier.contains(where: { $0.period == period }) { return .duplicate }
    guard let year = period?.year, year > counted.model.year else { return .carriedOverEarly }
    guard span.years.contains(year) else { return .carriedOverOutside }
    let wasCarriedOver = earlier.contains {
      $0.role.disposition == .carriedOver && $0.period?.year == year
    }
    if wasCarriedOver { return .carriedOverAgain }
    return model.isEnded ? .carriedOverEnded : .maintained
  }

  private mutating func add(_ model: Model, _ role: RecordRole, _ period: Period?) {
    figures.addRecords(1, role.disposition, ward: model.ward)
    if role == .counted {
      figures.addRegistered(
        model.quantity, ward: model.ward, field: model.field, year: model.year,
        quarter: model.quarter)
    }
    if role == .maintained, let year = period?.year {
      figures.addMaintained(model.quantity, field: model.field, year: year)
    }
  }

  private static func reporting(_ sent: [Sent]) -> [Figures.Reporting] {
    Set(sent.filter(\.file.isDue).compactMap(\.file.period)).sorted().map { period in
      let expected = registers.reportingWards.filter {
        registers.wards[$0].isInForce(during: period.days)
      }
      let received = expected.filter { ward in
        sent.contains {
          $0.file.isDue && $0.file.period == period && $0.file.submitter == .ward(ward)
        }
      }
      return Figures.Reporting(
        period: period, expected: expected.count, received: received.count)
    }
  }

  var published: [String] { figures.published().map { "\($0.id),\($0.value)" } }
}

extension SecondOpinion.Outcome {
  var published: [String] { figures.map { "\($0.id),\($0.value)" } }
}
