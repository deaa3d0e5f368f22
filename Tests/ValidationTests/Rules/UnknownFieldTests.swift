import Domain
import Testing

struct UnknownFieldTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm\n"

  @Test func `a misspelt field is told with the nearest spelling`() throws {
    try expect(
      .unknownField, in: Sent(Self.header + "Trồng tỏi,Kinh tê,2023\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Lĩnh vực"), value: "Kinh tê",
        vietnamese: "không có lĩnh vực nào tên “Kinh tê” (mô hình “Trồng tỏi”); có phải “Kinh tế”?",
        english: "no field is named “Kinh tê” (model “Trồng tỏi”); did you mean “Kinh tế”?"))
  }

  @Test func `a field like no other is told with the fields there are`() throws {
    try expect(
      .unknownField, in: Sent(Self.header + "Trồng tỏi,Môi trường,2023\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Lĩnh vực"), value: "Môi trường",
        vietnamese: "không có lĩnh vực nào tên “Môi trường” (mô hình “Trồng tỏi”); hãy ghi một "
          + "trong: Kinh tế, Văn hóa - xã hội",
        english: "no field is named “Môi trường” (model “Trồng tỏi”); write one of: Kinh tế, Văn "
          + "hóa - xã hội"))
  }

  @Test func `of two near spellings the first of the register is named`() throws {
    // “T” is one edit from “KT” and no further spelling; “VHX” from “VHXH”.
    let found = try reviewed(Sent(Self.header + "A,T,2023\nB,vhx,2023\n"), in: .english)
    #expect(
      found.findings.map(\.message) == [
        "no field is named “T” (model “A”); did you mean “KT”?",
        "no field is named “vhx” (model “B”); did you mean “VHXH”?",
      ])
    #expect(found.count(.rejected) == 2)
  }

  @Test(arguments: [
    NearMiss("a code", header + "A,kt,2023\n"),
    NearMiss("an English name", header + "A,ECONOMY,2023\n"),
    NearMiss("an alias", header + "A,VH XH,2023\n"),
    NearMiss("the tone on the other vowel", header + "A,Văn hoá - xã hội,2023\n"),
    NearMiss("a dash, which is missing", header + "A,-,2023\n"),
  ]) func `a field of the register is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .unknownField, in: miss)
  }
}
