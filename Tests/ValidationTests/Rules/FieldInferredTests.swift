import Domain
import Testing

struct FieldInferredTests {
  private static let form = "STT,Tên mô hình,Năm\nI,Lĩnh vực kinh tế,\n1,Trồng tỏi,2023\n"

  @Test func `a column that section rows give is told once for the file`() throws {
    try expect(
      .fieldInferred, in: Sent(Self.form),
      Expected(
        severity: .info, place: place(line: 1, record: 1), value: "Lĩnh vực",
        vietnamese:
          "tệp không có cột “Lĩnh vực”, nên lấy theo các dòng đầu mục; hãy kiểm tra các mục, "
          + "hoặc thêm cột này vào tệp",
        english:
          "the file has no column “Lĩnh vực”, so section rows give it; check the sections, or add "
          + "the column to the file"))
    #expect(try reviewed(Sent(Self.form)).admittedCount == 1)
  }

  @Test func `a field that the register lacks is told on each row of its section`() throws {
    let found = try reviewed(
      Sent("STT,Tên mô hình,Năm\nI,Kinh tế,\n1,A,2023\nII,Lĩnh vực môi trường,\n1,B,2023\n"))
    #expect(found.rules == [.fieldInferred, .unknownField])
    #expect(found.findings[1].value == "Lĩnh vực môi trường")
    #expect(found.findings[1].place.line == 5)
  }

  @Test(arguments: [
    NearMiss("a field column", "Tên mô hình,Lĩnh vực,Năm\nA,KT,2023\n"),
    NearMiss("no section at all", "STT,Tên mô hình,Năm\n1,A,2023\n"),
    NearMiss("a file that is rejected as a whole", "STT,Tên mô hình,SL\nI,Kinh tế,\n1,A,2\n"),
  ]) func `other files are left alone`(_ miss: NearMiss) throws {
    try expectSilence(of: .fieldInferred, in: miss)
  }
}
