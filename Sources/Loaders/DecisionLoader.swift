package import Domain
import Files
import Vietnamese

/// The decisions of a workspace, with what is needed to find the records that they speak of.
package struct LoadedDecisions: Sendable {
  package var decisions: [Decision] = []
  package var names = DecidedNames()
  package var sources: [SourceFile] = []
}

/// Reads `decisions.csv`, where people settle what kheo suspects; it need not be there.
///
/// Whatever is broken stops the run with file and line, as in a register. Whether a decision fits its
/// rows shows only when these are read.
package enum DecisionLoader {
  private static let required = ["first", "second", "decision", "reason", "who", "date"]
  private static let optional = ["ward", "first_name", "second_name"]
  private static let spellings = [
    "first": ["Thứ nhất", "Mô hình thứ nhất", "Bên thứ nhất"],
    "second": ["Thứ hai", "Mô hình thứ hai", "Bên thứ hai"],
    "decision": ["Quyết định"], "reason": ["Lý do"], "who": ["Người quyết định"],
    "first_name": ["Tên thứ nhất", "Tên mô hình thứ nhất"],
    "second_name": ["Tên thứ hai", "Tên mô hình thứ hai"],
    "date": ["Ngày", "Ngày quyết định"], "ward": ["Đơn vị", "Xã, phường"],
  ]
  /// More lines than any office will write.
  private static let limit = 100_000
  /// Decisions that would be overlooked.
  private static let workbookPath = "decisions.xlsx"

  package static func load(
    inputs: String, lookup: RegisterLookup
  ) throws(LoadError) -> LoadedDecisions {
    var loaded = LoadedDecisions()
    guard exists("\(inputs)/\(Decision.path)") else {
      if exists("\(inputs)/\(workbookPath)") {
        throw .broken(
          BrokenInput(
            workbookPath, "quyết định chỉ được đọc từ decisions.csv; hãy lưu thành “CSV UTF-8”",
            "decisions are read from decisions.csv only; save the file as “CSV UTF-8”"))
      }
      return loaded
    }
    let bytes = try readSource(Decision.path, inputs: inputs, into: &loaded.sources)
    let file = try RegisterFile(
      SubmissionText(bytes), path: Decision.path, required: required, optional: optional,
      spellings: spellings)
    for row in file.rows {
      guard loaded.decisions.count < limit else {
        throw broken(
          row, "quá \(limit) dòng, nhiều hơn kheo nhận; hãy bỏ các quyết định đã hết hiệu lực",
          "more than \(limit) rows, which is more than kheo takes; remove decisions that have lapsed"
        )
      }
      let decision = try decision(row, lookup)
      for case .name(let name) in [decision.first, decision.second] { _ = loaded.names.add(name) }
      loaded.decisions.append(decision)
    }
    return loaded
  }

  private static func decision(
    _ row: RegisterFile.Row, _ lookup: RegisterLookup
  ) throws(LoadError) -> Decision {
    for column in required where !row[column].unicodeScalars.contains(where: \.isLetterOrDigit) {
      throw broken(
        row,
        "cột “\(column)” để trống; mỗi quyết định phải ghi đủ \(required.joined(separator: ", "))",
        "the column “\(column)” is blank; a decision needs \(required.joined(separator: ", "))")
    }
    guard let date = day(row["date"]) else {
      throw broken(
        row, "“date” ghi “\(row["date"])”, không phải ngày; hãy ghi dạng 2024-11-01",
        "“date” says “\(row["date"])”, which is no day; write it as 2024-11-01")
    }
    let (first, second) = (try side("first", of: row), try side("second", of: row))
    var decision = Decision(
      first: first, second: second, verdict: try verdict(row),
      ward: try ward(row, isNeeded: isName(first) && isName(second), lookup),
      writtenWard: row["ward"],
      reason: row["reason"], who: row["who"], date: date, line: row.line)
    decision.firstName = try name("first_name", beside: first, of: row)
    decision.secondName = try name("second_name", beside: second, of: row)
    return decision
  }

  /// The name that a line states of the model at a place; a name needs none.
  private static func name(
    _ column: String, beside side: Decision.Side, of row: RegisterFile.Row
  ) throws(LoadError) -> String {
    let text = row[column]
    try rejectMisleading(text, in: column, of: row)
    guard isName(side), !text.isEmpty else { return text }
    if MatchKey.of(text) == MatchKey.of(side.text) { return "" }
    throw broken(
      row,
      "“\(column)” ghi “\(text)” bên cạnh tên “\(side.text)”; cột này chỉ ghi tên mô hình ở một vị trí",
      "“\(column)” says “\(text)” beside the name “\(side.text)”; it holds the name of the model at a place"
    )
  }

  private static func rejectMisleading(
    _ text: String, in column: String, of row: RegisterFile.Row
  ) throws(LoadError) {
    let misleading = MisleadingScalar.all(in: text)
    if misleading.isEmpty { return }
    let points = misleading.map(\.codePoint).joined(separator: ", ")
    throw broken(
      row, "“\(column)” có ký tự ẩn hoặc ký tự lạ (\(points)); hãy gõ lại ô này",
      "“\(column)” holds hidden or look-alike characters (\(points)); type the cell anew")
  }

  /// What a side says: a place, if it is written as one.
  private static func side(
    _ column: String, of row: RegisterFile.Row
  ) throws(LoadError) -> Decision.Side {
    // As `inspect` prints it, from the folder above.
    let text =
      row[column].hasPrefix("inputs/submissions/")
      ? String(row[column].dropFirst("inputs/".count)) : row[column]
    try rejectMisleading(text, in: column, of: row)
    let place = Place(reference: text)
    if place.line != nil, place.path.hasPrefix("submissions/") { return .place(text) }
    guard !text.hasPrefix("submission"), !isFileName(text) else {
      throw broken(
        row,
        "“\(column)” ghi “\(text)”, không phải một vị trí; hãy chép như cột see của findings.csv, chẳng hạn "
          + "submissions/2024-Q1/an-luu.csv:12",
        "“\(column)” says “\(text)”, which is no place; copy it from the column see of findings.csv, such as "
          + "submissions/2024-Q1/an-luu.csv:12")
    }
    return .name(text)
  }

  /// Whether a text speaks of a file, as no name of a model does.
  private static func isFileName(_ text: String) -> Bool {
    let text = text.lowercased()
    return [".csv", ".xlsx"].contains { text.contains($0) }
  }

  private static func isName(_ side: Decision.Side) -> Bool {
    if case .name = side { true } else { false }
  }

  /// `2024-11-01`, also of `1/11/2024`, as spreadsheets of the country write it; nothing for no day.
  private static func day(_ text: String) -> String? {
    if CalendarDay(written: text) != nil { return text }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4 else { return nil }
    let day = parts.reversed().map { $0.utf8.count == 1 ? "0" + $0 : String($0) }
      .joined(separator: "-")
    return CalendarDay(written: day) == nil ? nil : day
  }

  private static let verdicts: [String: Decision.Verdict] = [
    "same": .same, "giống": .same, "trùng": .same, "là một": .same, "different": .different,
    "khác": .different, "là hai": .different,
  ]

  private static func verdict(_ row: RegisterFile.Row) throws(LoadError) -> Decision.Verdict {
    if let verdict = verdicts[MatchKey.of(row["decision"])] { return verdict }
    throw broken(
      row, "“decision” ghi “\(row["decision"])”; hãy ghi same (giống, trùng) hoặc different (khác)",
      "“decision” says “\(row["decision"])”; write same or different")
  }

  private static func ward(
    _ row: RegisterFile.Row, isNeeded: Bool, _ lookup: RegisterLookup
  ) throws(LoadError) -> Int? {
    if row["ward"].isEmpty {
      guard isNeeded else { return nil }
      throw broken(
        row, "hai tên mô hình mà cột “ward” để trống; hãy ghi xã, phường của chúng",
        "two names of models, and the column “ward” is blank; write their ward")
    }
    if let ward = lookup.wards.row(matching: MatchKey.of(row["ward"])) { return ward }
    throw broken(
      row, "không có xã, phường nào tên “\(row["ward"])”; hãy ghi như trong registers/wards.csv",
      "there is no ward “\(row["ward"])”; write it as in registers/wards.csv")
  }

  private static func broken(
    _ row: RegisterFile.Row, _ vietnamese: String, _ english: String
  ) -> LoadError {
    .broken(BrokenInput(Decision.path, line: row.line, vietnamese, english))
  }
}
