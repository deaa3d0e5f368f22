import FoundationEssentials
import Spreadsheet
import Testing

struct RoundTripTests {
  static let nasty: [String] =
    (0..<0x20).compactMap { Unicode.Scalar($0).map { "a\(Character($0))b" } } + [
      "\u{FFFE}", "\u{FFFF}x", "x\u{7F}\u{85}\u{9F}", "_x0041_", "__x0041__", "_x005F_", "_X0041_",
      "_x0041", "_x00_x0001_", "\u{1}x0041_", "_x0041_x0042_", "=1+1", "+1", "-1", "@x", "\t=1",
      "'=1", "<a> & \"b\" 'c' ]]>", "  hai đầu  ", "\u{A0}", "\u{FEFF}x", "một\nhai\r\nba\rbốn",
      "😀👨‍👩‍👧‍👦🇻🇳", "Hoà hòa", "Hòa\u{301}", "e\u{301}", "é", "\u{10FFFF}", "\u{1FFFE}", "_xD83D_",
      "#REF!", "1e5", "00042", "TRUE", "http://a.b", "<r><t>x</t></r>", "{=1}", "\u{202E}abc",
      "\u{0}", "a\u{0}", "Trần Thị xã", "“Dân vận khéo”", "\u{D7FF}\u{E000}", "_x000D_\r",
    ]

  @Test func `any text survives writing and reading`() throws {
    let found = try cells { sheet throws(SpreadsheetError) in
      for (row, text) in Self.nasty.enumerated() {
        try sheet.write(text, at: at(row, 0), style: plain)
      }
    }
    #expect(found.count == Self.nasty.count)
    for (text, cell) in zip(Self.nasty, found) {
      guard case .text(let read) = cell.value else {
        Issue.record("\(text.debugDescription) became \(cell.value)")
        continue
      }
      #expect(Array(read.utf8) == Array(text.utf8), "\(text.debugDescription)")
      #expect(cell.formula == nil)
    }
  }

  @Test func `the longest text fits, a longer one is refused by its UTF-16 length`() throws {
    let longest = String(repeating: "đ", count: 32_767)
    let found = try cells { sheet throws(SpreadsheetError) in
      try sheet.write(longest, at: at(0, 0), style: plain)
    }
    #expect(found[0].value == .text(longest))
    #expect(throws: SpreadsheetError.textTooLong(sheet: "Tờ 1", cell: at(2, 1), length: 32_768)) {
      _ = try cells { sheet throws(SpreadsheetError) in
        try sheet.write(String(repeating: "😀", count: 16_384), at: at(2, 1), style: plain)
      }
    }
    #expect(throws: SpreadsheetError.textTooLong(sheet: "Tờ 1", cell: at(0, 0), length: 35_000)) {
      _ = try cells { sheet throws(SpreadsheetError) in
        try sheet.write(String(repeating: "\u{1}", count: 5000), at: at(0, 0), style: plain)
      }
    }
  }

  @Test func `a text is shortened visibly, between characters`() {
    #expect(SheetText.shortened("Dân vận khéo", to: 100) == "Dân vận khéo")
    let cut = SheetText.shortened(String(repeating: "👨‍👩‍👧‍👦", count: 1000), to: 100)
    #expect(cut.hasSuffix("👨‍👩‍👧‍👦…"))
    #expect(SheetText.storedLength(cut) <= 100)
    let escaped = SheetText.shortened(String(repeating: "\u{1}", count: 1000), to: 100)
    #expect(SheetText.storedLength(escaped) <= 100)
    #expect(escaped.hasSuffix("…"))
  }

  @Test func `numbers, formulas and their values come back`() throws {
    let found = try cells { sheet throws(SpreadsheetError) in
      try sheet.write(458, at: at(0, 0), style: plain)
      try sheet.write(13.1, at: at(1, 0), style: plain)
      try sheet.write(-9_007_199_254_740_992, at: at(2, 0), style: plain)
      let range = CellRange(first: at(0, 0), last: at(1, 0))
      try sheet.write(Formula(adding: [range]), cached: 471.1, at: at(3, 0), style: plain)
      try sheet.write(
        Formula(
          adding: [CellRange(at(0, 0))], subtracting: [CellRange(sheet: "Tờ 1", at(0, 0))]),
        cached: 0, at: at(4, 2), style: plain)
    }
    #expect(
      found.map(\.value) == [
        .number("458"), .number("13.1"), .number("-9007199254740992"), .number("471.1"),
        .number("0"),
      ])
    #expect(found.map(\.formula) == [nil, nil, nil, "SUM(A1:A2)", "A1-'Tờ 1'!A1"])
    #expect(found[4].address == at(4, 2))
  }

  @Test func `the same calls give the same bytes`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.xlsx", "b.xlsx"] {
      try workbook(at: folder.file(name)) { sheet throws(SpreadsheetError) in
        try sheet.write("Kinh tế", at: at(0, 0), style: plain)
        try sheet.write(60, at: at(0, 1), style: CellStyle { $0.isBold = true })
      }
    }
    #expect(try folder.bytes("a.xlsx") == folder.bytes("b.xlsx"))
  }

  @Test func `nothing reaches the disk when a workbook is not closed`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: SpreadsheetError.self) {
      try workbook(at: folder.file("a.xlsx")) { sheet throws(SpreadsheetError) in
        try sheet.write(.nan, at: at(0, 0), style: plain)
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
