import Aggregation
import Audit
import Domain

/// Explains the figures that add up no records: wards with models, submissions, findings.
struct OtherExplanations {
  private let run: ConsolidatedWorkspace
  private let language: Language

  init(_ run: ConsolidatedWorkspace, _ language: Language) {
    self.run = run
    self.language = language
  }

  private var wards: [Ward] { run.workspace.registers.wards }

  func rows(of meaning: FigureMeaning) -> [ExplainedRow] {
    switch meaning {
    case .coverage(let field): coverage(field)
    case .submissionsExpected(let period): expected(period)
    case .submissionsReceived(let period): received(period)
    case .findings(let severity):
      run.report.findings.filter { $0.severity == severity }.map {
        ExplainedRow(
          adds: 1, place: $0.place, name: $0.message, rules: [$0.rule], see: $0.see)
      }
    case .registered, .maintained, .records: []
    }
  }

  /// Each ward with its first counted record, and those without one.
  private func coverage(_ field: Int?) -> [ExplainedRow] {
    var first: [Int: RowReference] = [:]
    for row in run.countedRows {
      let block = run.submissions[Int(row.block)].block
      if field.map({ Int(block[Int(row.row)].field) == $0 }) ?? true {
        let ward = Int(block[Int(row.row)].ward)
        if first[ward] == nil { first[ward] = row }
      }
    }
    return wards.indices.map { ward in
      let place = first[ward].map { run.submissions.place(of: $0) }
      if wards[ward].kind == nil {
        return ExplainedRow(
          adds: nil, place: place, name: wards[ward].fullName,
          reason: language(
            "đơn vị không có địa bàn riêng, không thuộc độ bao phủ",
            "a body without a territory of its own is not part of coverage"))
      }
      return ExplainedRow(
        adds: place == nil ? nil : 1, place: place, name: wards[ward].fullName,
        reason: place == nil
          ? language("không có bản ghi được tính", "no counted record")
          : language("bản ghi được tính đầu tiên", "its first counted record"))
    }
  }

  private func expected(_ period: Period) -> [ExplainedRow] {
    wards.indices.map { ward in
      let isExpected = wards[ward].kind != nil && wards[ward].isInForce(during: period.days)
      return ExplainedRow(
        adds: isExpected ? 1 : nil, place: nil, name: wards[ward].fullName,
        reason: isExpected ? "" : whyNotExpected(wards[ward]))
    }
  }

  private func whyNotExpected(_ ward: Ward) -> String {
    ward.kind == nil
      ? language("đơn vị không có địa bàn riêng", "a body without a territory of its own")
      : language("không có hiệu lực ngày nào trong kỳ", "not in force on any day of the period")
  }

  /// The wards with their first file for the period, those without one, and the other files.
  private func received(_ period: Period) -> [ExplainedRow] {
    let files = run.submissions.map(\.outcome.file).filter { $0.period == period }
    let expected = run.workspace.reporting.first { $0.period == period }?.expected ?? []
    var rows = expected.map { ward in
      let file = files.first { $0.submitter.ward == ward }
      return ExplainedRow(
        adds: file == nil ? nil : 1, place: file.map { Place(path: $0.path) },
        name: wards[ward].fullName,
        reason: file == nil ? language("không nộp", "sent nothing") : "")
    }
    for file in files where !(file.submitter.ward.map(expected.contains) ?? false) {
      rows.append(
        ExplainedRow(
          adds: nil, place: Place(path: file.path),
          name: run.workspace.registers.code(of: file.submitter),
          reason: language(
            "không phải xã, phường phải nộp cho kỳ này",
            "not from a ward that was to submit for this period")))
    }
    return rows
  }
}
