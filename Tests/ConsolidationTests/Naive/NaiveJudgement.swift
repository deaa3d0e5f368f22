/// A record that is neither rejected nor out of period, with plain texts as keys.
struct NaiveRecord {
  var path: String
  var line: Int
  var period: TypedPeriod?
  var ward: Int
  var field: Int
  var year: Int
  /// 1–4, or 0 for unknown.
  var quarter: Int
  var quantity: Int
  var isEnded: Bool
  var hamlet: String
  var owner: String
  var name: NameKeys

  var identity: [String] { ["\(ward)", hamlet, owner, name.name] }
  var place: String { "\(path):\(line)" }
}

/// What the second implementation comes to.
struct NaiveResult {
  var figures: [String: Int] = [:]
  /// By path and disposition.
  var dispositions: [String: [String: Int]] = [:]
  /// `severity rule place value see`; the value of missing submissions only.
  var findings: [String] = []

  mutating func find(_ severity: String, _ rule: String, _ place: String, see: String = "") {
    findings.append("\(severity) \(rule) \(place)" + (see.isEmpty ? "" : " see \(see)"))
  }

  /// Counts a record of a submission; no ward when it is unknown.
  mutating func settle(_ disposition: String, _ path: String, ward: String) {
    dispositions[path, default: [:]][disposition, default: 0] += 1
    for kind in ["read", disposition] {
      figures["records.\(kind)", default: 0] += 1
      figures["records.\(kind).ward=\(ward)", default: 0] += 1
    }
  }
}

/// The second implementation of SPEC §3: what is rejected, and what is told of it.
struct NaiveJudgement {
  let world: World
  /// Year × 10 + quarter.
  let cutoff: Int
  var result = NaiveResult()
  var admitted: [NaiveRecord] = []

  mutating func judge(_ submission: TypedSubmission) {
    let header = "\(submission.path):\(submission.headerLine)"
    if submission.sender == .nobody { result.find("error", "unknown-submitter", submission.path) }
    if submission.rows.isEmpty { result.find("warning", "empty-submission", submission.path) }
    if submission.hasUnknownColumn { result.find("info", "unknown-column", header) }
    let isWhole = !submission.hasWardColumn && submission.sender.ward == nil
    if isWhole { result.find("error", "missing-column", header) }
    for (index, row) in submission.rows.enumerated() {
      if isWhole {
        result.settle("rejected", submission.path, ward: "unknown")
      } else {
        judge(row, of: submission, line: submission.headerLine + 1 + index)
      }
    }
  }

  private mutating func judge(_ row: TypedRow, of submission: TypedSubmission, line: Int) {
    let place = "\(submission.path):\(line)"
    let sender = submission.sender.ward
    if row.isRagged {
      result.find("error", "ragged-record", place)
      result.settle("rejected", submission.path, ward: code(sender))
      return
    }
    var errors: [String] = []
    if row.name.isBlank { errors.append("missing-value") }
    if row.name.isBad { errors.append("hidden-character") }
    if row.field.isBlank { errors.append("missing-value") }
    if row.field.isBad { errors.append("unknown-field") }
    if row.year.isBlank { errors.append("missing-value") }
    if row.year.isBad { errors.append("invalid-year") }
    let quarterOfYear = row.year.value?.quarter
    let isContradicted =
      row.quarter.value != nil && quarterOfYear != nil && row.quarter.value != quarterOfYear
    if row.quarter.isBad || isContradicted { errors.append("invalid-quarter") }
    if row.quantity.isBad { errors.append("invalid-quantity") }
    var ward = sender
    if submission.hasWardColumn {
      if row.ward.isBlank, sender == nil { errors.append("missing-value") }
      if row.ward.isBlank, sender != nil { result.find("info", "ward-inferred", place) }
      if row.ward.isBad { errors.append("unknown-ward") }
      if !row.ward.isBlank { ward = row.ward.value }
      if let named = row.ward.value, let sender, named != sender { errors.append("ward-mismatch") }
    }
    if let ward, let year = row.year.value?.year,
      !world.wards[ward].isInForce(TypedPeriod(year: year).days)
    {
      result.find("warning", "ward-not-in-force", place)
    }
    for error in errors { result.find("error", error, place) }
    guard errors.isEmpty, let ward, let name = row.name.value, let field = row.field.value,
      let year = row.year.value?.year
    else { return result.settle("rejected", submission.path, ward: code(ward)) }
    let quarter =
      quarterOfYear ?? row.quarter.value
      ?? (submission.period?.year == year ? submission.period?.quarter : nil)
    if !world.years.contains(year) || year * 10 + (quarter ?? 1) > cutoff {
      result.find("warning", "out-of-period", place)
      return result.settle("out-of-period", submission.path, ward: code(ward))
    }
    admitted.append(
      NaiveRecord(
        path: submission.path, line: line, period: submission.period, ward: ward, field: field,
        year: year, quarter: quarter ?? 0, quantity: row.quantity.value ?? 1,
        isEnded: row.status.value ?? false, hamlet: row.hamlet.value ?? "",
        owner: owner(row.owner, of: submission.sender), name: name))
  }

  private func code(_ ward: Int?) -> String { ward.map { world.wards[$0].code } ?? "unknown" }

  private func owner(_ cell: Spelt<OwnerMeaning>, of sender: Sender) -> String {
    switch cell.meaning {
    case .value(.organization(let index)): return "organization \(World.organizations[index])"
    case .value(.other(let key)): return key
    default:
      guard case .organization(let index) = sender else { return "" }
      return "organization \(World.organizations[index])"
    }
  }
}
