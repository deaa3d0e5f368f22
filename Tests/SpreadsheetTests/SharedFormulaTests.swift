import Spreadsheet
import Testing

/// Formulas that are not written out in their own cell.
struct SharedFormulaTests {
  /// The formulas of these cells, A1, B1 and so on.
  private func formulas(_ cells: String...) throws -> [String?] {
    let row = cells.map { "<c>\($0)<v>1</v></c>" }.joined()
    return try HandmadeWorkbook(rows: "<row>\(row)</row>").read().sheets[0].cells.map(\.formula)
  }

  @Test(arguments: [
    ("SUM(A2:A5)", "SUM(C2:C5)"), ("SUM(A2:A5)-A6+$A$7", "SUM(C2:C5)-C6+$A$7"),
    (
      "'Theo lĩnh vực'!A2-SUM('Xã, phường × năm'!$B3:Z$9)",
      "'Theo lĩnh vực'!C2-SUM('Xã, phường × năm'!$B3:AB$9)"
    ),
    ("Sheet1!A2", "Sheet1!C2"),
  ])
  func `a shared formula reads as if it were written out`(
    _ master: String, _ child: String
  ) throws {
    let found = try formulas(
      "<f t=\"shared\" ref=\"A1:C1\" si=\"0\">\(master)</f>", "<f>A9</f>",
      "<f t=\"shared\" si=\"0\"/>")
    #expect(found == [master, "A9", child])
  }

  @Test(arguments: [
    "<f t=\"shared\" ref=\"A1:B1\" si=\"0\">A2*2</f>", "<f t=\"shared\" ref=\"A1\" si=\"0\">A2</f>",
    "<f t=\"shared\" ref=\"A1:B1\" si=\"1\">A2</f>", "<f t=\"shared\" ref=\"A1:B1\" si=\"0\"/>",
    "<f t=\"shared\" ref=\"A1:B1\" si=\"0\">XFD2</f>",
    "<f t=\"shared\" ref=\"A1:B1\" si=\"0\">IF(A2)</f>",
    "<f t=\"shared\" ref=\"A1:B1\" si=\"0\">\"x\"</f>", "<f t=\"shared\" ref=\"A1:B1\">A2</f>",
  ])
  func `a share of nothing, or of a formula not like ours, matches none`(
    _ master: String
  ) throws {
    #expect(try formulas(master, "<f t=\"shared\" si=\"0\"/>").last == "{shared} ?")
  }

  @Test func `of two masters neither counts`() throws {
    let master = "<f t=\"shared\" ref=\"A1:C1\" si=\"0\">A2</f>"
    #expect(
      try formulas(master, master, "<f t=\"shared\" si=\"0\"/>") == ["A2", "A2", "{shared} ?"])
  }

  @Test func `empty, array and table formulas match none`() throws {
    #expect(
      try formulas(
        "<f/>", "<f t=\"array\" ref=\"B1\">A2</f>", "<f t=\"dataTable\" ref=\"C1\">A2</f>",
        "<f t=\"normal\">A2</f>", "<f ca=\"1\" aca=\"false\">A2</f>")
        == ["{empty}", "{array} A2", "{dataTable} A2", "A2", "A2"])
  }
}
