import Domain
import TestSupport
import Testing

@testable import Loaders

struct FileContentTests {
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// A compound file with one stream of that name in its directory.
  private func compound(_ stream: String) -> [UInt8] {
    Self.compound + [UInt8](repeating: 0, count: 1016) + stream.utf8.flatMap { [$0, 0] }
      + [UInt8](repeating: 0, count: 200)
  }

  private func zip(_ parts: (String, String)...) -> [UInt8] {
    var zip = HandmadeZip()
    for (name, text) in parts { zip.add(name, text) }
    return zip.bytes
  }

  @Test(arguments: [
    ("%PDF-1.7\n", ForeignFormat.portableDocument), ("{\\rtf1", .document),
    ("Rar!\u{1A}\u{7}\0", .archive),
    ("GIF89a", .image), ("<!DOCTYPE html><html>", .markupWorkbook),
    ("\u{FEFF}\n <HTML>", .markupWorkbook),
    ("<table><tr>", .markupWorkbook), ("<?xml version=\"1.0\"?>", .markupWorkbook),
    ("MIME-Version: 1.0", .markupWorkbook),
  ])
  func `what begins like another format is one`(_ head: String, _ format: ForeignFormat) {
    #expect(FileContent(of: Array(head.utf8)) == .foreign(format))
  }

  @Test(
    arguments: [
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], ForeignFormat.archive),
      ([0x1F, 0x8B, 8, 0], .archive),
      (Array("BZh9".utf8) + [0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0], .archive),
      (Array("an-luu.csv".utf8) + [UInt8](repeating: 0, count: 247) + "ustar\0".utf8, .archive),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .archive), ([0xFF, 0xD8, 0xFF, 0xE0], .image),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image), ([0x49, 0x49, 0x2A, 0], .image),
      ([9, 4, 6, 0, 0, 0], .oldWorkbook),
    ] as [([UInt8], ForeignFormat)])
  func `what begins with such bytes is one`(_ head: [UInt8], _ format: ForeignFormat) {
    #expect(FileContent(of: head) == .foreign(format))
  }

  @Test(arguments: [
    ("Workbook", ForeignFormat.oldWorkbook), ("Book", .oldWorkbook), ("WordDocument", .document),
    ("PowerPoint Document", .presentation), ("EncryptedPackage", .protectedWorkbook),
    ("Other", .oldWorkbook),
  ])
  func `a compound file is told by its streams`(_ stream: String, _ format: ForeignFormat) {
    #expect(FileContent(of: compound(stream)) == .foreign(format))
    #expect(FileContent(of: Self.compound) == .foreign(.oldWorkbook))
  }

  @Test func `a zip file is told by its parts`() {
    let types = ("[Content_Types].xml", "<Types/>")
    #expect(FileContent(of: zip(types, ("xl/workbook.xml", ""))) == .workbook)
    #expect(FileContent(of: zip(types, ("xl/workbook.bin", ""))) == .foreign(.binaryWorkbook))
    #expect(FileContent(of: zip(types, ("word/document.xml", ""))) == .foreign(.document))
    #expect(FileContent(of: zip(types, ("ppt/presentation.xml", ""))) == .foreign(.presentation))
    #expect(FileContent(of: zip(("an-luu.xlsx", ""), ("b.csv", ""))) == .foreign(.archive))
    func open(_ kind: String) -> FileContent {
      FileContent(of: zip(("mimetype", "application/vnd.oasis.opendocument.\(kind)")))
    }
    #expect(open("spreadsheet") == .foreign(.openDocumentSheet))
    #expect(open("text") == .foreign(.document))
    #expect(open("presentation") == .foreign(.presentation))
    #expect(FileContent(of: zip(("mimetype", "text/plain"))) == .foreign(.archive))
  }

  @Test func `a zip file that cannot be opened is damaged`() {
    let whole = zip(("xl/workbook.xml", ""))
    guard case .damaged(let reason) = FileContent(of: Array(whole.dropLast(30))) else {
      Issue.record("not damaged")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test(arguments: ["", "P", "PK", "STT;Tên mô hình", "<", "Rar!", "%PDF", "BM,1", "<b>tên</b>,KT"])
  func `a text is a text, whatever it begins with`(_ text: String) {
    #expect(FileContent(of: Array(text.utf8)) == .text)
  }

  @Test func `the content decides, not the name`() {
    let sheets = HandmadeSheets([["Tên mô hình", "Lĩnh vực", "Năm"], ["a", "KT", "2023"]])
    let workbook = Sample.read(sheets.bytes)
    #expect(workbook.encoding == .workbook)
    #expect(workbook.block.count == 1)
    let file = SubmissionFile(
      path: "submissions/a.xlsx", period: nil, submitter: .ward(0), isDue: true)
    let text = SubmissionReader.read(
      Array("Tên mô hình,Lĩnh vực,Năm\na,KT,2023\n".utf8), file: file,
      context: Sample.context())
    #expect(text.encoding == .utf8)
    #expect(text.block.count == 1)
  }

  @Test func `nothing of a foreign file is read`() {
    let reading = Sample.read("%PDF-1.7\na\nb")
    #expect(reading.fault == .foreign(.portableDocument))
    #expect(reading.encoding == nil)
    #expect(reading.recordCount == 0)
    #expect(reading.isRejectedAsWhole)
  }
}
