import CSVParsing
import Domain
import Vietnamese

/// One register as rows of cells by heading, after every check that all registers share.
struct RegisterFile {
  struct Row {
    /// 1-based physical line.
    var line: Int
    /// By heading id; absent columns are blank.
    var cells: [String: String]

    subscript(column: String) -> String { cells[column, default: ""] }
  }

  let path: String
  var rows: [Row] = []

  /// Reads a register; `path` is for messages, the headings are ids such as `valid_from`, or other
  /// `spellings` of them.
  init(
    _ text: SubmissionText, path: String, required: [String], optional: [String],
    spellings: [String: [String]] = [:]
  ) throws(LoadError) {
    self.path = path
    if let problem = text.decoded.encodingText {
      throw .broken(BrokenInput(path, problem.0, problem.1))
    }
    let known = Dictionary(
      (required + optional).flatMap { id in
        ([id] + spellings[id, default: []]).map { (MatchKey.of($0), id) }
      }, uniquingKeysWith: { first, _ in first })
    func recognise(_ cells: [String]) -> [String?] { cells.map { known[MatchKey.of($0)] } }
    let (delimiter, _) = detectDelimiter(
      text,
      recognise: { records in
        records.first { !$0.isBlank && !$0.isSeparatorLine }
          .map { Set(recognise($0.cells).compactMap { $0 }).count } ?? 0
      }, score: { $0 })
    var headings: [String?]?
    for record in TextRecords(text, delimiter: delimiter) where !record.isSeparatorLine {
      if let problem = record.anomalyText {
        throw .broken(BrokenInput(path, line: record.line, problem.0, problem.1))
      }
      if record.isBlank { continue }
      if let problem = record.hiddenText {
        throw .broken(BrokenInput(path, line: record.line, problem.0, problem.1))
      }
      if let headings {
        rows.append(try RegisterFile.row(record, headings: headings, path: path))
      } else {
        let width = (record.cells.lastIndex { !$0.isEmpty } ?? -1) + 1
        headings = recognise(Array(record.cells.prefix(width)))
        try check(headings ?? [], line: record.line, required: required)
      }
    }
    if headings == nil {
      throw .broken(
        BrokenInput(
          path,
          "không có dòng tiêu đề; dòng đầu phải có các cột \(required.joined(separator: ", "))",
          "there is no header; the first line must hold the columns "
            + required.joined(separator: ", ")))
    }
  }

  private func check(
    _ headings: [String?], line: Int, required: [String]
  ) throws(LoadError) {
    let found = headings.compactMap { $0 }
    if let missing = required.first(where: { !found.contains($0) }) {
      throw .broken(
        BrokenInput(
          path, line: line, "thiếu cột “\(missing)”; hãy thêm cột này vào dòng tiêu đề",
          "the column “\(missing)” is missing; add it to the header"))
    }
    if let twice = found.first(where: { id in found.count { $0 == id } > 1 }) {
      throw .broken(
        BrokenInput(
          path, line: line, "cột “\(twice)” có hai lần; hãy bỏ một cột",
          "the column “\(twice)” is there twice; remove one of them"))
    }
  }

  private static func row(
    _ record: TextRecord, headings: [String?], path: String
  ) throws(LoadError) -> Row {
    if record.cells.count < headings.count
      || record.cells.dropFirst(headings.count).contains(where: { !$0.isEmpty })
    {
      throw .broken(
        BrokenInput(
          path, line: record.line,
          "dòng có \(record.cells.count) ô nhưng tiêu đề có \(headings.count); hãy kiểm tra dấu phân cách và dấu ngoặc kép",
          "the record has \(record.cells.count) cells but the header has \(headings.count); "
            + "check delimiters and quotes"))
    }
    var cells: [String: String] = [:]
    for (heading, cell) in zip(headings, record.cells) {
      if let heading { cells[heading] = cell }
    }
    return Row(line: record.line, cells: cells)
  }
}

extension DecodedText {
  /// That a register is in an old encoding, in both languages: a name there must not be guessed.
  fileprivate var encodingText: (String, String)? {
    guard encoding.isLegacy || encoding == .unclear else { return nil }
    func likely(_ language: Language) -> String {
      (evidence.first?.encoding ?? encoding).name(in: language)
    }
    return (
      "không phải UTF-8, có lẽ là \(likely(.vietnamese)); hãy chuyển sang phông Unicode rồi lưu lại "
        + "tệp dạng “CSV UTF-8”",
      "not UTF-8, but probably \(likely(.english)); change the file to a Unicode font and save it "
        + "as “CSV UTF-8”"
    )
  }
}

extension TextRecord {
  /// What is wrong with the bytes or quotes of the record, in both languages.
  fileprivate var anomalyText: (String, String)? {
    if anomalies.isIllFormed {
      return (
        "có byte không phải UTF-8; hãy lưu lại tệp dạng “CSV UTF-8”",
        "there are bytes that are not UTF-8; save the file as “CSV UTF-8”"
      )
    }
    if anomalies.hasStrayQuote || anomalies.unclosedQuoteLine != nil {
      return (
        "dấu ngoặc kép sai chỗ hoặc không đóng; hãy sửa lại ô này",
        "a quotation mark is misplaced or never closed; mend the cell"
      )
    }
    return nil
  }
}

extension TextRecord {
  /// What to say of a cell with characters that nobody sees: it would be in every report.
  fileprivate var hiddenText: (String, String)? {
    let found = cells.lazy.flatMap { MisleadingScalar.all(in: $0) }.first { $0.kind != .lookAlike }
    return found.map {
      (
        "có ký tự ẩn hoặc ký tự điều khiển \($0.codePoint); hãy gõ lại ô đó",
        "there is a hidden or control character \($0.codePoint); type the cell anew"
      )
    }
  }
}
