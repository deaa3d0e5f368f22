import Domain
import Vietnamese
import Yams

/// The settings while `kheo.yml` is read, key by key.
struct SettingsDraft {
  private let fields: [Field]
  private let submitters: SubmitterTable
  private var years: ClosedRange<Int>?
  private var texts: [String: String] = [:]
  private var language: Language = .vietnamese
  private var controlTotals: ControlTotals?
  private var spellings: [Column: [String]] = [:]
  private var required: [Column] = []
  private var encodings: [Submitter: StatedEncoding] = [:]
  private var defaultEncoding: StatedEncoding?

  private static let textKeys = ["title", "office", "area", "notice"]
  private static let keys =
    textKeys + ["language", "period", "control_totals", "columns", "require", "encoding"]
  /// More years than any office reports; tables over them must fit into memory.
  private static let yearLimit = 100

  init(fields: [Field], submitters: SubmitterTable) {
    self.fields = fields
    self.submitters = submitters
  }

  mutating func take(_ entry: SettingsEntry) throws(LoadError) {
    switch entry.key {
    case "language": try takeLanguage(entry)
    case "period": try takePeriod(entry)
    case "control_totals": try takeControlTotals(entry)
    case "columns": try takeColumns(entry)
    case "encoding": try takeEncodings(entry)
    case "require":
      for (id, line) in try list(entry) { required.append(try column(id, line: line)) }
    case let key where SettingsDraft.textKeys.contains(key): texts[key] = try text(entry)
    default:
      throw .settings(
        unknown: entry.key, line: entry.line, vietnameseKind: "khóa", englishKind: "key",
        known: SettingsDraft.keys)
    }
  }

  /// The settings, once every key is taken.
  func settings() throws(LoadError) -> Settings {
    guard let years else {
      throw .settings(
        nil, "thiếu “period”; hãy thêm period: {from: 2020, to: 2024}",
        "“period” is missing; add period: {from: 2020, to: 2024}")
    }
    return Settings(
      title: texts["title", default: ""], office: texts["office", default: ""],
      area: texts["area", default: ""], language: language, years: years,
      notice: texts["notice", default: ""], controlTotals: controlTotals,
      columnSpellings: spellings, requiredColumns: required, encodings: encodings,
      defaultEncoding: defaultEncoding)
  }

  private mutating func takeLanguage(_ entry: SettingsEntry) throws(LoadError) {
    let text = try text(entry)
    guard let language = Language(rawValue: text) else {
      throw .settings(
        entry.line, "không có ngôn ngữ nào là “\(text)”; hãy ghi vi hoặc en",
        "there is no language “\(text)”; write vi or en")
    }
    self.language = language
  }

  private mutating func takePeriod(_ entry: SettingsEntry) throws(LoadError) {
    var bounds: [String: Int] = [:]
    for inner in try entries(of: entry.value, named: "period") {
      guard ["from", "to"].contains(inner.key) else {
        throw .settings(
          unknown: inner.key, line: inner.line, vietnameseKind: "khóa", englishKind: "key",
          known: ["from", "to"])
      }
      guard let period = Period(try text(inner)), period.quarter == nil else {
        throw .settings(
          inner.line, "“\(inner.key)” phải là năm bốn chữ số, như 2020",
          "“\(inner.key)” must be a year of four digits, such as 2020")
      }
      bounds[inner.key] = period.year
    }
    guard let from = bounds["from"], let to = bounds["to"] else {
      throw .settings(
        entry.line, "“period” cần cả from và to, như {from: 2020, to: 2024}",
        "“period” needs both from and to, as in {from: 2020, to: 2024}")
    }
    guard from <= to, to - from < SettingsDraft.yearLimit else {
      throw .settings(
        entry.line,
        "“from” phải không sau “to”, và giai đoạn không quá \(SettingsDraft.yearLimit) năm",
        "“from” must not be after “to”, and the period at most \(SettingsDraft.yearLimit) years")
    }
    years = from...to
  }

  private mutating func takeControlTotals(_ entry: SettingsEntry) throws(LoadError) {
    var totals = ControlTotals(through: nil, entries: [])
    for inner in try entries(of: entry.value, named: "control_totals") {
      let value = try text(inner)
      if inner.key == "through" {
        guard let period = Period(value) else {
          throw .settings(
            inner.line, "“through” phải là một kỳ, như 2024-Q3 hoặc 2024",
            "“through” must be a period, such as 2024-Q3 or 2024")
        }
        totals.through = period
        continue
      }
      let field = fields.firstIndex { $0.code == inner.key }
      guard field != nil || inner.key == "total" else {
        throw .settings(
          unknown: inner.key, line: inner.line, vietnameseKind: "lĩnh vực", englishKind: "field",
          known: ["through", "total"] + fields.map(\.code))
      }
      guard let expected = writtenNumber(value, digitLimit: 15) else {
        throw .settings(
          inner.line, "“\(inner.key)” phải là số nguyên không âm",
          "“\(inner.key)” must be a whole number, not negative")
      }
      totals.entries.append(
        ControlTotals.Entry(key: inner.key, field: field, expected: expected, line: inner.line))
    }
    controlTotals = totals
  }

  private mutating func takeColumns(_ entry: SettingsEntry) throws(LoadError) {
    var owners: [String: Column] = [:]
    for inner in try entries(of: entry.value, named: "columns") {
      let column = try column(inner.key, line: inner.line)
      for (spelling, line) in try list(inner) {
        let key = MatchKey.of(spelling)
        guard !key.isEmpty else {
          throw .settings(
            line, "tên cột trống; hãy ghi tên như trong tệp của đơn vị",
            "a heading is blank; write it as the wards do")
        }
        if let other = owners[key], other != column {
          throw .settings(
            line,
            "“\(spelling)” được gán cho cả hai cột \(other.rawValue) và \(column.rawValue); hãy bỏ một",
            "“\(spelling)” is given to both columns, \(other.rawValue) and \(column.rawValue); "
              + "remove one")
        }
        owners[key] = column
        spellings[column, default: []].append(spelling)
      }
    }
  }

  private mutating func takeEncodings(_ entry: SettingsEntry) throws(LoadError) {
    for inner in try entries(of: entry.value, named: "encoding") {
      let id = try text(inner)
      guard let encoding = StatedEncoding(rawValue: id) else {
        throw .settings(
          unknown: id, line: inner.line, vietnameseKind: "bảng mã", englishKind: "encoding",
          known: StatedEncoding.allCases.map(\.rawValue))
      }
      if inner.key == "default" {
        defaultEncoding = encoding
        continue
      }
      guard let submitter = submitters.submitter(spelled: inner.key) else {
        throw .settings(
          unknown: inner.key, line: inner.line, vietnameseKind: "đơn vị hoặc tổ chức",
          englishKind: "ward or organization", known: ["default"] + submitters.spellings)
      }
      guard encodings.updateValue(encoding, forKey: submitter) == nil else {
        throw .settings(
          inner.line, "“\(inner.key)” đã có bảng mã ở dòng trên; hãy bỏ một trong hai dòng",
          "“\(inner.key)” has an encoding on a line above already; remove one of the two lines")
      }
    }
  }

  private func column(_ id: String, line: Int) throws(LoadError) -> Column {
    if let column = Column(rawValue: id) { return column }
    throw .settings(
      unknown: id, line: line, vietnameseKind: "cột", englishKind: "column",
      known: Column.allCases.map(\.rawValue))
  }

  private func text(_ entry: SettingsEntry) throws(LoadError) -> String {
    if let scalar = entry.value.scalar {
      let text = scalar.string.composed
      guard let hidden = MisleadingScalar.all(in: text).first(where: { $0.kind != .lookAlike })
      else {
        return text
      }
      throw .settings(
        entry.line,
        "“\(entry.key)” có ký tự ẩn hoặc ký tự điều khiển \(hidden.codePoint); hãy gõ lại",
        "“\(entry.key)” holds a hidden or control character \(hidden.codePoint); type it anew")
    }
    throw .settings(
      entry.line, "“\(entry.key)” phải là một giá trị chữ hoặc số, không phải danh sách",
      "“\(entry.key)” must be one text or number, not a list")
  }

  /// A scalar, or a list of scalars, each with its line.
  private func list(_ entry: SettingsEntry) throws(LoadError) -> [(text: String, line: Int)] {
    guard let sequence = entry.value.sequence else {
      let text = try text(entry)
      return text.isEmpty ? [] : [(text, entry.line)]
    }
    var items: [(text: String, line: Int)] = []
    for node in sequence {
      guard let scalar = node.scalar else {
        throw .settings(
          node.mark?.line ?? entry.line, "“\(entry.key)” phải là danh sách các chữ",
          "“\(entry.key)” must be a list of texts")
      }
      items.append((scalar.string.composed, node.mark?.line ?? entry.line))
    }
    return items
  }
}
