package import Audit
package import Domain
package import Files
package import Spreadsheet

/// Why a release cannot be told what it was made from.
package enum ReleaseError: Error, Sendable {
  case file(FileError)
  /// One of its tables cannot be read: which file of which folder.
  case table(String, TableError)
  /// Its workbook cannot be read.
  case workbook(String, SpreadsheetError)
  /// Its cut-off or language, as `provenance.json` records them, make no sense.
  case arguments(String)

  /// Where, what, and what to do.
  package func message(in language: Language) -> String {
    switch self {
    case .file(let error): error.message(in: language)
    case .table(let folder, let error): "\(folder)/\(error.message(in: language))"
    case .workbook(let folder, let error):
      "\(folder)/\(error.readingMessage(in: language))"
    case .arguments(let folder):
      language(
        "\(folder)/provenance.json: kỳ chốt hoặc ngôn ngữ ghi ở đây không có nghĩa; hãy lấy lại bản "
          + "gốc",
        "\(folder)/provenance.json: the cut-off or language recorded here makes no sense; fetch the "
          + "original")
    }
  }
}
