import Domain
import Testing

struct YearChangedTests {
  @Test func `another year of registration is told with the counted record`() throws {
    try expect(
      pair(.yearChanged, "Trồng tỏi,KT,Năm 2023,", other: earlierFile),
      Expected(
        severity: .warning, place: place(line: 3, record: 3, column: "Năm"), value: "Năm 2023",
        see: "submissions/2021/an-luu.csv:7",
        vietnamese: "“Trồng tỏi” ghi năm “Năm 2023”, nhưng bản ghi được tính ở "
          + "submissions/2021/an-luu.csv:7 ghi năm 2021; chỉ tính ở năm đầu, hãy giữ năm đăng ký đầu tiên",
        english: "“Trồng tỏi” has the year “Năm 2023”, but the counted record, "
          + "submissions/2021/an-luu.csv:7, has 2021; it counts in the first year only, so keep that year"
      ))
  }
}
