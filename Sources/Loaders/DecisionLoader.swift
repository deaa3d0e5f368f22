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
  private static let spellings = [
    "first": ["Thứ nhất", "Mô hình thứ nhất", "Bên thứ nhất"],
    "second": ["Thứ hai", "Mô hình thứ hai", "Bên thứ hai"],
    "decision": ["Quyết định"], "reason": ["Lý do"], "who": ["Người quyết định"],
    "date": ["Ngày", "Ngày quyết định"], "ward": ["Đơn vị", "Xã, phường"],
  ]
  /// More lines than any office will write.
  private static let limit = 100_000

  package static func load(
    inputs: String, lookup: RegisterLookup
  ) throws(LoadError) -> LoadedDecisions {
    var loaded = LoadedDecisions()
    guard exists("\(inputs)/\(Decision.path)") else { return loaded }
    let bytes = try readSource(Decision.path, inputs: inputs, into: &loaded.sources)
    let file = try RegisterFile(
      SubmissionText(bytes), path: Decision.path, required: required, optional: ["ward"],
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
    guard CalendarDay(written: row["date"]) != nil else {
      throw broken(
        row, "“date” ghi “\(row["date"])”, không phải ngày; hãy ghi dạng 2024-11-01",
        "“date” says “\(row["date"])”, which is no day; write it as 2024-11-01")
    }
    let (first, second) = (side(row["first"]), side(row["second"]))
    return Decision(
      first: first, second: second, verdict: try verdict(row),
      ward: try ward(row, isNeeded: isName(first) && isName(second), lookup),
      reason: row["reason"], who: row["who"], date: row["date"], line: row.line)
  }

  private static func side(_ text: String) -> Decision.Side {
    text.hasPrefix("submissions/") && text.contains(":") ? .place(text) : .name(text)
  }

  private static func isName(_ side: Decision.Side) -> Bool {
    if case .name = side { true } else { false }
  }

  private static let verdicts: [String: Decision.Verdict] = [
    "same": .same, "giống": .same, "trùng": .same, "different": .different, "khác": .different,
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
