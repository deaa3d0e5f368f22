import Audit
import Testing

struct CellReferenceTests {
  @Test(
    arguments: [
      ("report.xlsx:Theo lĩnh vực!C7", nil, "Theo lĩnh vực", "C7"),
      ("Theo lĩnh vực!C7", nil, "Theo lĩnh vực", "C7"),
      ("'Theo lĩnh vực'!$C$7", nil, "Theo lĩnh vực", "C7"),
      ("reports/2024-Q3/report.xlsx:By field!c7", "reports/2024-Q3", "By field", "C7"),
      ("/report.xlsx:A!B1", "/", "A", "B1"), ("a!b!C1", nil, "a!b", "C1"), ("!", nil, "", ""),
      ("'!A1", nil, "'", "A1"),
    ] as [(String, String?, String, String)])
  func `a cell is read with folder, sheet and address`(
    _ text: String, _ folder: String?, _ sheet: String, _ cell: String
  ) throws {
    let reference = try #require(CellReference(text))
    #expect(reference.folder == folder)
    #expect(reference.sheet == sheet)
    #expect(reference.cell == cell)
  }

  @Test(arguments: ["", "registered.field=KT", "report.xlsx", "C7"])
  func `the id of a figure is no cell`(_ text: String) {
    #expect(CellReference(text) == nil)
  }
}
