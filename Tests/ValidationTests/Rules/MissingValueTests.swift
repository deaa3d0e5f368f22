import Domain
import Testing

struct MissingValueTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm,Đơn vị,Loại\n"

  @Test func `a missing field is told with the fields there are`() throws {
    try expect(
      .missingValue, in: Sent(Self.header + "Trồng tỏi,,2023,An Lưu,\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Lĩnh vực"),
        vietnamese:
          "cột “Lĩnh vực” để trống (mô hình “Trồng tỏi”); hãy ghi một trong: Kinh tế, Văn "
          + "hóa - xã hội",
        english: "the “Lĩnh vực” cell is empty (model “Trồng tỏi”); write one of: Kinh tế, Văn hóa "
          + "- xã hội"))
  }

  @Test func `a name without a letter is told as what it says`() throws {
    try expect(
      .missingValue, in: Sent(Self.header + "…,KT,2023,An Lưu,\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Tên mô hình"), value: "…",
        vietnamese: "cột “Tên mô hình” chỉ ghi “…”; hãy ghi tên mô hình, hoặc xóa cả dòng nếu "
          + "không phải mô hình",
        english: "the “Tên mô hình” cell says only “…”; write the name of the model, or remove the "
          + "record if it is none"))
  }

  @Test func `a missing year is told with how to write one`() throws {
    try expect(
      .missingValue, in: Sent(Self.header + "Trồng tỏi,KT,-,An Lưu,\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Năm"), value: "-",
        vietnamese: "cột “Năm” chỉ ghi “-” (mô hình “Trồng tỏi”); hãy ghi năm đăng ký, như 2023 "
          + "hoặc Quý III/2023",
        english: "the “Năm” cell says only “-” (model “Trồng tỏi”); write the year of "
          + "registration, such as 2023 or Quý III/2023"))
  }

  @Test func `a missing ward in an organization's file is told with the register`() throws {
    try expect(
      .missingValue, in: Sent(Self.header + "Trồng tỏi,KT,2023,,\n").by(.organization(0)),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Đơn vị"),
        vietnamese: "cột “Đơn vị” để trống (mô hình “Trồng tỏi”); hãy ghi tên xã, phường như trong "
          + "registers/wards.csv",
        english: "the “Đơn vị” cell is empty (model “Trồng tỏi”); write the ward as in "
          + "registers/wards.csv"))
  }

  @Test func `a cell that the settings require is told with who requires it`() throws {
    try expect(
      .missingValue, in: Sent(Self.header + "Trồng tỏi,KT,2023,An Lưu, \n").requiring(.kind),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Loại"),
        vietnamese: "cột “Loại” để trống (mô hình “Trồng tỏi”); hãy điền ô này (kheo.yml yêu cầu)",
        english: "the “Loại” cell is empty (model “Trồng tỏi”); fill the cell (kheo.yml requires "
          + "it)"))
  }

  @Test func `every missing cell has its finding, and none is judged otherwise`() throws {
    let found = try reviewed(
      Sent("Tên mô hình,Lĩnh vực,Năm,Quý,Ghi chú\n-,…,?,—,chờ\nA,KT,2023,,\n").requiring(.quarter))
    #expect(
      found.findings.map(\.place.column) == ["Lĩnh vực", "Năm", "Quý", "Tên mô hình", "Quý"])
    #expect(Set(found.rules) == [.missingValue])
    #expect(found.count(.rejected) == 2)
  }

  @Test func `a required ward that is blank is missing, not inferred`() throws {
    let found = try reviewed(Sent(Self.header + "Trồng tỏi,KT,2023,,x\n").requiring(.ward))
    #expect(found.rules == [.missingValue])
    #expect(found.count(.rejected) == 1)
  }

  @Test(arguments: [
    NearMiss("one digit is enough", header + "5,KT,2023,,\n"),
    NearMiss("one letter is enough", header + "Đ,KT,2023,,\n"),
    NearMiss("cells that nobody requires", header + "Trồng tỏi,KT,2023,,\n"),
    NearMiss("a ragged record", header + "Trồng tỏi,,2023\n"),
    NearMiss("a file rejected as a whole", "Tên mô hình,Nhóm,Năm,Quý\n,,,1\nA,,,2\n"),
  ]) func `a filled cell is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .missingValue, in: miss)
  }
}
