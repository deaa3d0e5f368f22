import FoundationEssentials
import Spreadsheet

/// A private folder that is gone when its test is.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = "/tmp/kheo-spreadsheet-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: file(name))))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: file(name)))
  }
}

/// A4 of a sheet, as short as it goes.
let plain = CellStyle()

/// Writes a workbook of one sheet.
func workbook(
  at path: String, _ body: (inout Worksheet) throws(SpreadsheetError) -> Void
) throws(SpreadsheetError) {
  var workbook = try Workbook(path: path, title: "Thử", author: "kheo")
  try workbook.withSheet(named: "Tờ 1", body)
  try workbook.close()
}

/// The cells of that one sheet, read back.
func cells(
  _ body: (inout Worksheet) throws(SpreadsheetError) -> Void
) throws -> [ReadCell] {
  let folder = try TemporaryFolder()
  try workbook(at: folder.file("a.xlsx"), body)
  return try WorkbookReader.read(folder.file("a.xlsx")).sheets[0].cells
}

func at(_ row: Int, _ column: Int) -> CellAddress { CellAddress(row: row, column: column) }
