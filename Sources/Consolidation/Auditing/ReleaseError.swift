package import Audit
package import Domain
package import Files
package import Spreadsheet

/// Why a release cannot be told what it was made from.
package enum ReleaseError: Error, Sendable {
  case file(FileError)
  /// The folder holds nothing of a release.
  case notRelease(String)
  /// One of its tables cannot be read: which file of which folder.
  case table(String, TableError)
  /// Its figures cannot be read.
  case figures(String, FigureTableFault)
  /// It gives one figure twice.
  case repeatedFigure(String, String)
  /// Its workbook has no list of models.
  case noList(String)
  /// Its workbook cannot be read.
  case workbook(String, SpreadsheetError)
  /// Its cut-off, arguments or language, as `provenance.json` records them, make no sense.
  case arguments(String)

  /// Where, what, and what to do.
  package func message(in language: Language) -> String {
    switch self {
    case .file(let error): error.message(in: language)
    case .notRelease(let folder):
      language(
        "\(folder): đây không phải thư mục của một báo cáo; hãy chỉ thư mục như reports/2024-Q3",
        "\(folder): this is not the folder of a release; name one such as reports/2024-Q3")
    case .table(let folder, let error): "\(folder)/\(error.message(in: language))"
    case .figures(let folder, let fault): "\(folder)/\(fault.message(in: language))"
    case .repeatedFigure(let folder, let id):
      language(
        "\(folder)/figures.csv: “\(id)” có hai dòng; hãy lấy lại bản gốc",
        "\(folder)/figures.csv: “\(id)” has two lines; fetch the original")
    case .noList(let folder):
      language(
        "\(folder)/report.xlsx: không có tờ danh sách mô hình; hãy lấy lại bản gốc",
        "\(folder)/report.xlsx: there is no sheet with the list of models; fetch the original")
    case .workbook(let folder, let error):
      "\(folder)/\(error.readingMessage(in: language))"
    case .arguments(let folder):
      language(
        "\(folder)/provenance.json: kỳ chốt, tham số hoặc ngôn ngữ ghi ở đây không có nghĩa hay trái nhau; "
          + "hãy lấy lại bản gốc",
        "\(folder)/provenance.json: the cut-off, arguments or language recorded here make no sense, or "
          + "contradict each other; fetch the original")
    }
  }
}
