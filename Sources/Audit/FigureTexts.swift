package import Domain

extension FigureMeaning {
  /// What the figure counts, as a sentence without its full stop.
  package func text(in language: Language, _ registers: Registers) -> String {
    switch self {
    case .registered(let ward, let field, let year, let quarter):
      return language(
        "Số mô hình, điển hình đã đăng ký (mỗi mô hình tính một lần)",
        "Models registered (each counted once)")
        + dimensions(ward, field, year, quarter, language, registers)
    case .maintained(let field, let year):
      return language(
        "Số mô hình, điển hình đăng ký từ trước được báo là còn duy trì",
        "Models registered before and reported as kept up")
        + dimensions(nil, field, year, nil, language, registers)
    case .records(let disposition, let scope):
      let kind =
        disposition.map { $0.name(in: language) } ?? language("đã đọc", "read")
      let ward =
        switch scope {
        case .all: ""
        case .ward(let index): ", " + registers.wards[index].fullName
        case .unknown: language(", không rõ xã, phường", ", of unknown ward")
        }
      return language("Số bản ghi \(kind)", "Records \(kind)") + ward
    case .coverage(let field):
      return language(
        "Số xã, phường có ít nhất một bản ghi được tính", "Wards with at least one counted record")
        + dimensions(nil, field, nil, nil, language, registers)
    case .submissionsExpected(let period):
      return language(
        "Số xã, phường phải nộp cho \(period.name(in: language))",
        "Wards that were to submit for \(period.name(in: language))")
    case .submissionsReceived(let period):
      return language(
        "Số xã, phường đã nộp cho \(period.name(in: language))",
        "Wards that submitted for \(period.name(in: language))")
    case .findings(let severity):
      return language(
        "Số phát hiện ở mức \(severity.name(in: language))",
        "Findings of severity \(severity.name(in: language))")
    }
  }

  private func dimensions(
    _ ward: Int?, _ field: Int?, _ year: Int?, _ quarter: Int?, _ language: Language,
    _ registers: Registers
  ) -> String {
    var text = ""
    if let ward { text += ", \(registers.wards[ward].fullName)" }
    if let field {
      let name = registers.fields[field].name(in: language)
      text += language(", lĩnh vực \(name)", ", field \(name)")
    }
    if let year { text += language(", năm \(year)", ", \(year)") }
    if let quarter {
      let roman = Quarter(year: 0, number: max(quarter, 1)).roman
      text +=
        quarter == 0
        ? language(", không rõ quý", ", unknown quarter")
        : language(", quý \(roman)", ", quarter \(roman)")
    }
    return text
  }
}

extension RecordRole {
  /// Why a record of this role is not part of a figure; `origin` is the record it repeats.
  package func reason(_ rules: [RuleID], origin: Place?, in language: Language) -> String {
    let other = origin?.reference ?? ""
    let names = rules.map(\.rawValue).joined(separator: ", ")
    return switch self {
    case .counted: language("tính là đăng ký mới", "counted as newly registered")
    case .maintained:
      language("duy trì, đã tính ở \(other)", "carried over, counted at \(other)")
    case .carriedOverAgain:
      language(
        "duy trì, đã tính ở \(other); năm này đã có bản ghi duy trì trước nó",
        "carried over, counted at \(other); this year has one before it")
    case .carriedOverEnded:
      language(
        "duy trì, đã tính ở \(other); ghi là đã kết thúc",
        "carried over, counted at \(other); its status is ended")
    case .carriedOverEarly:
      language(
        "duy trì, đã tính ở \(other); năm báo cáo không sau năm đăng ký",
        "carried over, counted at \(other); reported no later than its year of registration")
    case .carriedOverOutside:
      language(
        "duy trì, đã tính ở \(other); năm báo cáo ngoài giai đoạn",
        "carried over, counted at \(other); reported outside the period")
    case .duplicate: language("trùng với \(other)", "duplicate of \(other)")
    case .rejected: language("bị loại: \(names)", "rejected: \(names)")
    case .outOfPeriod: language("ngoài kỳ: \(names)", "out of period: \(names)")
    }
  }
}
