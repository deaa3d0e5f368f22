import TestSupport

/// A workbook whose first sheet is made up, so that neither checksums nor inflating keep the fuzzer
/// from what stands in it.
enum SubmittedSheets {
  /// `content` holds the rows; when its last line has no tag, that lists merged ranges.
  static func bytes(with content: [UInt8]) -> [UInt8] {
    let text = String(decoding: content, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var merges: [String] = []
    var rows = text
    if lines.count > 1, let last = lines.last, !last.contains("<") {
      merges = last.split(separator: " ").map(String.init)
      rows = lines.dropLast().joined(separator: "\n")
    }
    var sheets = HandmadeSheets()
    sheets.add("Biểu 1", rows: rows, merges: merges)
    sheets.add(
      "Biểu 2", rows: HandmadeSheets.rows([headings, ["1", "Nuôi dê", "Kinh tế", "2023"]]))
    sheets.texts = headings.map { "<si><t>\($0)</t></si>" }.joined()
    sheets.styles = "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
    return sheets.bytes
  }

  private static let headings = ["STT", "Tên mô hình", "Lĩnh vực", "Năm"]
}
