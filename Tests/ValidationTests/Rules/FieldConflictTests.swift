import Domain
import Testing

struct FieldConflictTests {
  @Test func `another field is told with the counted record`() throws {
    try expect(
      pair(.fieldConflict, "Trồng tỏi,VH-XH,2023,", other: earlierFile),
      Expected(
        severity: .error, place: place(line: 3, record: 3, column: "Lĩnh vực"), value: "VH-XH",
        see: "submissions/2021/an-luu.csv:7",
        vietnamese: "“Trồng tỏi” ghi lĩnh vực “VH-XH”, nhưng bản ghi được tính ở "
          + "submissions/2021/an-luu.csv:7 ghi Kinh tế; hãy sửa bản ghi sai",
        english: "“Trồng tỏi” has the field “VH-XH”, but the counted record, "
          + "submissions/2021/an-luu.csv:7, has Economy; correct the one that is wrong"))
  }
}
