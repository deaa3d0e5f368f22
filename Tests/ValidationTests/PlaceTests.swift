import Domain
import Testing

struct PlaceTests {
  @Test(arguments: [
    ("Sheet", "Sheet!B7"), ("Biểu 1", "'Biểu 1'!B7"), ("Sheet1", "Sheet1!B7"), ("T1", "'T1'!B7"),
    ("ABC123", "'ABC123'!B7"), ("R1C1", "'R1C1'!B7"), ("2023", "'2023'!B7"),
    ("Phường_An", "Phường_An!B7"), ("d'Or", "'d''Or'!B7"), ("a:b!c", "'a:b!c'!B7"), ("", "''!B7"),
    ("'", "''''!B7"),
  ])
  func `a cell is named as spreadsheets name it, and found again by its name`(
    _ sheet: String, _ cell: String
  ) {
    let place = Place(path: "submissions/a:b.xlsx", sheet: sheet, line: 7, record: 7, position: 1)
    #expect(place.cell == cell)
    #expect(place.reference == "submissions/a:b.xlsx:" + cell)
    #expect(
      Place(reference: place.reference) == Place(path: place.path, sheet: sheet, line: 7))
  }

  @Test func `columns are named by letters`() {
    let cells = [0, 25, 26, 701, 702, 16_383].map {
      Place(path: "a", sheet: "S", line: 1, position: $0).cell
    }
    #expect(cells == ["S!A1", "S!Z1", "S!AA1", "S!ZZ1", "S!AAA1", "S!XFD1"])
  }

  @Test func `without a sheet or a line a place is what it was`() {
    #expect(Place(path: "a.csv", line: 3).reference == "a.csv:3")
    #expect(Place(path: "a.xlsx", sheet: "S").reference == "a.xlsx")
    #expect(Place(reference: "a.csv:3") == Place(path: "a.csv", line: 3))
    #expect(Place(reference: "a:b") == Place(path: "a:b"))
    #expect(Place(reference: "a!B3") == Place(path: "a!B3"))
  }
}
