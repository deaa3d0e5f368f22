package import Domain

/// A way in which a `figures.csv` is not as kheo writes it.
///
/// Line numbers are 1-based; the header is line 1.
package enum FigureTableFault: Sendable, Equatable {
  case wrongHeader(text: String)
  case malformedLine(Int, text: String)
  case outOfOrder(Int, id: String)
  case repeated(Int, id: String)
  case noLineEnd

  /// Whether only the order of lines is not what it should be; their figures can be told all the
  /// same.
  package var isOfOrder: Bool {
    if case .outOfOrder = self { true } else { false }
  }

  /// Where, what, and what to do.
  package func message(in language: Language) -> String {
    switch self {
    case .wrongHeader(let text):
      language(
        "\(FigureTable.fileName):1: dòng tiêu đề phải là “figure,value”, nhưng là “\(text)”; "
          + "hãy lấy lại bản gốc",
        "\(FigureTable.fileName):1: the header must be “figure,value”, but is “\(text)”; "
          + "fetch the original")
    case .malformedLine(let line, let text):
      language(
        "\(FigureTable.fileName):\(line): không phải “mã con số,số nguyên”: “\(text)”; "
          + "hãy lấy lại bản gốc",
        "\(FigureTable.fileName):\(line): not “figure id,whole number”: “\(text)”; "
          + "fetch the original")
    case .outOfOrder(let line, let id):
      language(
        "\(FigureTable.fileName):\(line): “\(excerpt(id))” không đứng đúng thứ tự; "
          + "hãy lấy lại bản gốc",
        "\(FigureTable.fileName):\(line): “\(excerpt(id))” is out of order; fetch the original")
    case .repeated(let line, let id):
      language(
        "\(FigureTable.fileName):\(line): “\(excerpt(id))” được ghi lần thứ hai; "
          + "hãy lấy lại bản gốc",
        "\(FigureTable.fileName):\(line): “\(excerpt(id))” stands there a second time; "
          + "fetch the original")
    case .noLineEnd:
      language(
        "\(FigureTable.fileName): dòng cuối không có ký tự xuống dòng: tệp bị cắt cụt; "
          + "hãy lấy lại bản gốc",
        "\(FigureTable.fileName): the last line has no line end: the file is cut off; "
          + "fetch the original")
    }
  }
}
