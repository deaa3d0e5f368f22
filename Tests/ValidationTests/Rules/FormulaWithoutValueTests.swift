import Domain
import TestSupport
import Testing

struct FormulaWithoutValueTests {
  private func sent(_ cell: String) -> Sent {
    var sheets = HandmadeSheets()
    sheets.add(
      "T",
      rows: HandmadeSheets.rows([["Tên mô hình", "Lĩnh vực", "Năm", "STT"]])
        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a</t></is></c>"
        + "<c r=\"B2\" t=\"inlineStr\"><is><t>KT</t></is></c>\(cell)</row>")
    return Sent(bytes: sheets.bytes)
  }

  @Test func `a formula without its value is told, and not as missing, too`() throws {
    let sent = sent("<c r=\"C2\"><f>2000+23</f></c>")
    try expect(
      .formulaWithoutValue, in: sent,
      Expected(
        severity: .error,
        place: Place(
          path: "submissions/2023/an-luu.csv", sheet: "T", line: 2, record: 2, column: "Năm",
          position: 2),
        vietnamese:
          "ô “Năm” là công thức chưa có kết quả (mô hình “a”); hãy mở sổ bằng Excel hoặc LibreOffice rồi "
          + "lưu lại, hoặc ghi giá trị thay công thức",
        english:
          "the “Năm” cell is a formula without a result (model “a”); open the workbook in Excel or "
          + "LibreOffice and save it, or write the value instead"))
    #expect(try reviewed(sent).rules == [.formulaWithoutValue])
  }

  @Test func `a formula with its value, and one that only numbers the rows, are fine`() throws {
    try expectSilence(
      of: .formulaWithoutValue,
      in: NearMiss(
        "both", sent("<c r=\"C2\"><f>1</f><v>2023</v></c><c r=\"D2\"><f>ROW()-1</f></c>")))
  }
}
