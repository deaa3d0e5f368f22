import Domain
import TestSupport
import Testing

@testable import Loaders

struct WorkbookTextTests {
  private static let header: [String?] = ["STT", "Tên mô hình", "Lĩnh vực", "Năm", "Số lượng"]

  private func text(_ sheets: HandmadeSheets) -> SubmissionText {
    SubmissionText(sheets.bytes, recognition: HeaderRecognition())
  }

  private func csv(_ text: SubmissionText) -> String { String(decoding: text.bytes, as: UTF8.self) }

  private func rows(_ rows: [[String?]]) -> String { HandmadeSheets.rows(rows) }

  @Test func `the first sheet that is shown and has a header is read, the others are told`() {
    var sheets = HandmadeSheets([["Ghi chú chung"]])
    sheets.add("ẩn", rows: rows([Self.header, ["1", "x", "KT", "2023", "1"]]), isHidden: true)
    sheets.add("2023", rows: rows([Self.header, ["1", "a", "KT", "2023", "1"]]))
    sheets.add("trống", rows: "")
    sheets.add("2022", rows: rows([["Phụ lục"], Self.header]))
    let text = text(sheets)
    #expect(csv(text).hasSuffix("1,a,KT,2023,1\n"))
    #expect(
      text.sheet
        == SheetReading(
          name: "2023", index: 2, headerRecord: 1, filledPositions: [2, 3],
          sheets: ["Biểu 1", "ẩn", "2023", "trống", "2022"], unreadSheets: ["ẩn", "2022"]))
  }

  @Test func `without a header the first sheet that is shown is read`() {
    var sheets = HandmadeSheets()
    sheets.add("ẩn", rows: rows([Self.header]), isHidden: true)
    sheets.add("A", rows: rows([["1", "2"]]))
    sheets.add("B", rows: rows([["3"]]))
    let text = text(sheets)
    #expect(csv(text) == "1,2\n")
    #expect(text.sheet?.headerRecord == 0)
    #expect(text.sheet?.unreadSheets == ["ẩn"])
  }

  @Test func `a header below the thirtieth row is none`() {
    #expect(
      text(HandmadeSheets([[nil]] + Array(repeating: ["x"], count: 29) + [Self.header])).sheet?
        .headerRecord == 0)
  }

  @Test func `a workbook without a sheet of cells is damaged`() {
    #expect(
      text(HandmadeSheets()).fault == .damagedWorkbook("xl/workbook.xml: no sheet"))
  }

  @Test func `a row is a record, and its number the line that a person finds`() {
    let sheets = HandmadeSheets([
      ["BÁO CÁO\n“An Lưu”"], [], Self.header, ["1", "Nuôi\nrươi", "KT", "2023", "2"],
    ])
    let reading = Sample.read(sheets.bytes)
    #expect(reading.header?.record == 3)
    #expect(reading.header?.line == 3)
    #expect(reading.block.rows.map(\.line) == [4])
    #expect(reading.encoding == .workbook)
    #expect(reading.delimiter == "")
    #expect(reading.records.total == 4)
  }

  @Test func `a merged cell is filled down where it says the same of each row`() {
    let text = text(
      HandmadeSheets(
        [
          Self.header, ["1", "a", "KT, “x”", "2023", "1"], ["2", "b", nil, nil, "1"],
          [nil, nil, nil, nil],
          ["4", "d", nil, "2024", "1"], ["5", "e", nil, nil, "7"],
        ], merges: ["C2:C5", "D2:D3", "E5:E6", "A1:B1"]))
    #expect(
      csv(text)
        == "STT,Tên mô hình,Lĩnh vực,Năm,Số lượng\n1,a,\"KT, “x”\",2023,1\n"
        + "2,b,\"KT, “x”\",2023,1\n\n4,d,\"KT, “x”\",2024,1\n5,e,,,7\n")
    #expect(
      text.merges.map(\.records) == [2...5, 2...3, 5...6, 1...1]
        && text.merges.map(\.positions) == [2...2, 3...3, 4...4, 0...1])
  }

  @Test func `a merge that begins in the header, or lies across another, is not filled down`() {
    let text = text(
      HandmadeSheets(
        [
          Self.header, ["1", "a", nil, "2023"], ["2", "b", "KT", "2023"], ["3", "c", nil, "2023"],
        ],
        merges: ["C1:C2", "C3:C4", "C3:C4", "C4:C9"]))
    #expect(csv(text).hasSuffix("1,a,,2023,\n2,b,KT,2023,\n3,c,KT,2023,\n"))
  }

  @Test func `records below the first row of a merged name or number are marked`() {
    let sheets = HandmadeSheets(
      [
        Self.header, ["1", "a", "KT", "2023", "3"], ["2", "b", "KT", "2023"],
        ["3", "c", "KT", "2023"],
        ["4", "d", "KT", "2023"],
      ], merges: ["E2:E4"])
    let reading = Sample.read(sheets.bytes)
    #expect(reading.flagged.map(\.number) == [3, 4])
    #expect(reading.flagged.allSatisfy { $0.mergedColumns == [.quantity] })
    #expect(reading.flagged.allSatisfy { $0.countableQuantity == nil })
    #expect(reading.block.rows.map(\.quantity) == [3, 1])
  }

  @Test func `a quantity that cannot be told adds nothing to a declared total`() {
    let sheets = HandmadeSheets(
      [
        Self.header, ["1", "a", "KT", "2023", "3"], ["2", "b", "KT", "2023"],
        [nil, "Tổng cộng", nil, nil, "3"],
      ], merges: ["E2:E3"])
    let reading = Sample.read(sheets.bytes)
    #expect(reading.totals.map(\.isMet) == [true])
  }

  @Test func `formulas without a value mark their record, which is no blank one`() {
    var sheets = HandmadeSheets()
    sheets.add(
      "A",
      rows: rows([Self.header])
        + "<row r=\"2\"><c r=\"A2\"><f>1</f></c><c r=\"B2\"><f>1</f></c><c r=\"D2\"><f>1</f></c></row>"
    )
    let reading = Sample.read(sheets.bytes)
    #expect(reading.records[.data] == 1)
    #expect(reading.flagged.map(\.valuelessColumns) == [[.name, .year]])
  }

  @Test func `the same sheet is read again for the texts of its records`() throws {
    var sheets = HandmadeSheets([["x"]])
    sheets.add(
      "B",
      rows: rows([Self.header, ["1", "a", "KT", "2023", "1"], ["2", "b", nil, "2023", "1"]]),
      merges: ["C2:C3"])
    let first = text(sheets)
    var outcome = SubmissionOutcome(
      file: SubmissionFile(path: "a.xlsx", period: nil, submitter: .ward(0), isDue: true),
      encoding: .workbook)
    outcome.sheet = first.sheet
    let again = try #require(SubmissionText(sheets.bytes, rereading: outcome))
    #expect(again.bytes == first.bytes)
    #expect(again.sheet == first.sheet)
    #expect(SubmissionText(Array("a".utf8), rereading: outcome) == nil)
  }
}
