import Domain
import Testing

@testable import Loaders

/// What real forms look like: headers on two lines, sections, groups, breakdowns (SPEC is silent).
struct FormTests {
  private static let registers = Sample.context()

  private func rows(_ reading: SubmissionReading) -> [String] {
    let block = reading.block.merging(reading.flagged.compactMap(\.row))
    return (0..<block.count).map { index in
      let row = block[index]
      let owner = block.owners[Int(row.owner)]
      let ownerText =
        owner.organization.map { Sample.organizations[$0].code } ?? owner.spelling
      return
        "\(row.recordNumber) \(Sample.wards[Int(row.ward)].code) \(Sample.fields[Int(row.field)].code)"
        + " \(row.registrationYear) ×\(row.quantity)" + (ownerText.isEmpty ? "" : " \(ownerText)")
    }
  }

  // MARK: Headers on two lines

  @Test func `a header on two lines is one header, with the headings put together`() throws {
    let reading = Sample.read(
      """
      BIỂU TỔNG HỢP,,,,,,
      STT,Tên mô hình,Lĩnh vực,Thời gian đăng ký,,Số người hưởng lợi,
      ,,,Năm,Quý,Tổng số,Nữ
      1,2,3,4,5,6,7
      1,Trồng hoa,KT,2023,II,120,60
      Cộng,,,,,1,

      """)
    let header = try #require(reading.header)
    #expect(
      header.headings == [
        "STT", "Tên mô hình", "Lĩnh vực", "Thời gian đăng ký / Năm", "Thời gian đăng ký / Quý",
        "Số người hưởng lợi / Tổng số", "Số người hưởng lợi / Nữ",
      ])
    #expect(header.columns == [.no, .name, .field, .year, .quarter, .beneficiaries, nil])
    #expect((header.record, header.lastRecord) == (2, 3))
    #expect(reading.kinds == "header 2, title 1, numbering 1, total 1, data 1")
    #expect(rows(reading) == ["5 01 KT 2023 ×1"])
    #expect(reading.block[0].registrationQuarter == 2)
  }

  @Test func `neither line alone need be a header`() throws {
    let reading = Sample.read(
      "STT,Tên mô hình,Đăng ký,,\n,,Lĩnh vực,Năm,SL\n1,Trồng hoa,KT,2023,3\n")
    #expect(reading.header?.columns == [.no, .name, .field, .year, .quantity])
    #expect(rows(reading) == ["3 01 KT 2023 ×3"])
  }

  @Test func `a heading that covers the whole is a title above a header`() throws {
    let reading = Sample.read(
      "Thông tin mô hình,,,Thời gian,\nSTT,Tên mô hình,Lĩnh vực,Năm,Quý\n1,Trồng hoa,KT,2023,1\n")
    #expect(reading.header?.headings == ["STT", "Tên mô hình", "Lĩnh vực", "Năm", "Quý"])
    #expect(reading.kinds == "header 1, title 1, data 1")
  }

  @Test func `a divided quantity without a total is two columns, and a person decides`() throws {
    let reading = Sample.read(
      "Tên mô hình,Lĩnh vực,Năm,Số lượng,\n,,,Tập thể,Cá nhân\nTrồng hoa,KT,2023,1,2\n")
    #expect(reading.header?.repeatedColumns.map(\.column) == [.quantity])
    let total = Sample.read(
      "Tên mô hình,Lĩnh vực,Năm,Số lượng,\n,,,Tổng số,Cá nhân\nTrồng hoa,KT,2023,3,2\n")
    #expect(rows(total) == ["3 01 KT 2023 ×3"])
  }

  @Test(arguments: [
    "1,,KT,2023,2", ",,,2023,", "1,Năm,KT,2023,2", ",,KT,,x",
  ]) func `a record under a header of one line stays a record`(_ line: String) {
    let reading = Sample.read(Sample.header + line + "\n1,Trồng hoa,KT,2023,2\n")
    #expect(reading.header?.lastRecord == 1)
    #expect(reading.records[.header] == 1)
  }

  // MARK: Sections

  private static let sectionHeader = "STT,Tên mô hình,Năm,SL\n"

  @Test func `sections give the field of the rows below where there is no such column`() {
    let reading = Sample.read(
      Self.sectionHeader + """
        I,Lĩnh vực kinh tế,,
        1,Trồng hoa,2023,2
        2,Nuôi ong,2023,
        Cộng mục I,,,3
        II. VĂN HÓA - XÃ HỘI,,,
        1,Đọc sách,2022,4
        Cộng,,,4
        Tổng cộng (I + II),,,7

        """)
    #expect(
      rows(reading) == ["3 01 KT 2023 ×2", "4 01 KT 2023 ×1", "7 01 VHXH 2022 ×4"])
    #expect(reading.kinds == "header 1, title 2, total 3, data 3")
    #expect(reading.missingColumns.isEmpty)
    #expect(reading.sectionColumns == [.field])
    #expect(reading.totals.allSatisfy { $0.isMet })
    #expect(reading.totals.count == 3)
  }

  @Test func `a row above the first section, or under an unknown one, has no field`() {
    let reading = Sample.read(
      Self.sectionHeader + """
        1,Trồng cây,2023,
        I,Kinh tế,,
        1,Trồng hoa,2023,
        II,Lĩnh vực môi trường,,
        1,Nhặt rác,2023,
        B. Phần khác,,,
        1,Việc khác,2023,

        """)
    #expect(rows(reading) == ["4 01 KT 2023 ×1"])
    #expect(reading.flagged.map(\.field) == [.absent, .unreadable, .unreadable])
    #expect(reading.flagged[1].given == [.field: "Lĩnh vực môi trường"])
    #expect(reading.kinds == "header 1, title 3, data 4")
  }

  @Test func `a sub-total on a section row is compared with its section`() {
    let reading = Sample.read(
      Self.sectionHeader + """
        A,Kinh tế,,5
        1,Trồng hoa,2023,2
        2,Nuôi ong,2023,2
        B,Văn hóa - xã hội (2 mô hình),,2
        1,Đọc sách,2022,2
        Tổng cộng,,,6

        """)
    #expect(reading.totals.map(\.isOfSection) == [true, true, false])
    #expect(reading.totals.map(\.declared) == [5, 2, 6])
    #expect(reading.totals.map(\.sum) == [4, 2, 6])
    #expect(reading.totals.map(\.isMet) == [false, true, true])
  }

  @Test func `a section of a ward under a section of a field ends with it`() {
    let reading = Sample.read(
      """
      TT,Tên mô hình,Năm,Số lượng
      I,Kinh tế,,3
      1,Phường An Lưu,,1
      -,Trồng hoa,2021,
      2,Hòa Bình,,2
      -,Nuôi ong,2021,2
      II,VH-XH,,
      -,Đọc sách,2021,
      1,An Lưu,,
      -,Múa hát,2021,

      """, from: .organization(0))
    #expect(reading.sectionColumns == [.field, .ward])
    #expect(
      rows(reading) == ["4 01 KT 2021 ×1 HPN", "6 02 KT 2021 ×2 HPN", "10 01 VHXH 2021 ×1 HPN"])
    #expect(reading.flagged.map(\.number) == [8])
    #expect(reading.totals.map(\.isMet) == [true, true, true])
  }

  @Test func `without a section that gives it a missing column stays missing`() {
    let reading = Sample.read(Self.sectionHeader + "1,Trồng hoa,2023,2\n")
    #expect(reading.missingColumns == [.field])
  }

  @Test func `section rows with nothing below them are footers`() {
    let reading = Sample.read(
      Sample.header + """
        1,Trồng hoa,KT,2023,2
        Tổng cộng,,,,2
        1,Kinh tế,,,2
        2,VH-XH,,,0

        """)
    #expect(reading.kinds == "header 1, total 1, footer 2, data 1")
    #expect(reading.totals.count == 1)
  }

  @Test func `under a field column a short row with a field in it is data still`() {
    let reading = Sample.read(Sample.header + "1,,KT,,\n1,Trồng hoa,KT,2023,2\n")
    #expect(reading.kinds == "header 1, data 2")
  }

  @Test(arguments: [
    "Tổng vệ sinh đường làng", "Cộng đồng tự quản", "Tổng kết 5 năm", "Trong đó có ta",
  ])
  func `a model whose name begins like a total is a model`(_ name: String) {
    let reading = Sample.read("Tên mô hình,Lĩnh vực,Năm\n\(name),KT,2023\n")
    #expect(reading.kinds == "header 1, data 1")
  }

  @Test(arguments: [
    "Cộng I", "Cộng mục 2", "TỔNG CỘNG (I+II+III)", "Tổng số mô hình", "Cộng lĩnh vực kinh tế",
    "Tổng cộng toàn xã", "Cộng (A)",
  ]) func `a total may say what it is the total of`(_ label: String) {
    let reading = Sample.read(Sample.header + "1,Trồng hoa,KT,2023,2\n,\(label),,,2\n")
    #expect(reading.kinds == "header 1, total 1, data 1")
  }

  // MARK: Breakdowns

  @Test func `what follows “Trong đó” only says again what the total consists of`() {
    let reading = Sample.read(
      Sample.header + """
        1,Trồng hoa,KT,2023,2
        2,Đọc sách,VH-XH,2023,1
        Tổng cộng,,,,3
        ,Trong đó:,,,
        -,Kinh tế,KT,,2
        -,Văn hóa,VHXH,,1
        Người lập,,,,

        """)
    #expect(reading.kinds == "header 1, total 1, footer 4, data 2")
    #expect(rows(reading).count == 2)
    #expect(reading.flagged.isEmpty)
  }

  @Test(arguments: ["Trong đó", "Trong đó:", "Trong đó: mới đăng ký", "TRONG ĐÓ : mới"])
  func `a row that says “Trong đó” is a breakdown whatever stands beside it`(_ label: String) {
    let reading = Sample.read(
      Sample.header + """
        1,Trồng hoa,KT,2023,2
        Tổng cộng,,,,2
        ,\(label),KT,2023,1

        """)
    #expect(reading.kinds == "header 1, total 1, footer 1, data 1")
  }

  @Test func `a record with a name and a year after a breakdown is data again`() {
    let reading = Sample.read(
      Sample.header + """
        1,Trồng hoa,KT,2023,2
        Cộng,,,,2
        Trong đó,mới,,,1
        2,Nuôi ong,KT,2023,1

        """)
    #expect(reading.kinds == "header 1, total 1, footer 1, data 2")
    #expect(rows(reading).count == 2)
  }

  @Test(arguments: ["Năm 23", "20-24", "2O23"])
  func `a model with a year that cannot be read is no part of a breakdown`(_ year: String) {
    let reading = Sample.read(
      Sample.header + """
        1,Trồng hoa,KT,2023,2
        Tổng cộng,,,,2
        ,Trong đó: rau,KT,,1
        -,Nuôi gà,KT,2023,1
        -,Nuôi vịt,KT,,1
        2,Nuôi cá,KT,\(year),3
        3,Nuôi ong,KT,,1

        """)
    #expect(reading.kinds == "header 1, total 1, footer 3, data 3")
    #expect(reading.flagged.map(\.year) == [.unreadable, .blank])
  }

  @Test func `a section after a breakdown is a section`() {
    let reading = Sample.read(
      "STT,Tên mô hình,Số lượng,Năm\n" + """
        I,Kinh tế,,
        1,Trồng hoa,2,2023
        ,Cộng mục I,2,
        ,Trong đó: mới,1,
        II,VH-XH,,
        1,Đọc sách,1,2023

        """)
    #expect(rows(reading) == ["3 01 KT 2023 ×2", "7 01 VHXH 2023 ×1"])
  }

  @Test(arguments: [
    "STT,Tên mô hình,Năm\n1,Lĩnh vực kinh tế,\nI,Trồng hoa,2023\nII,Nuôi ong,2023\n",
    "STT,Tên mô hình,Năm\nI,Lĩnh vực kinh tế,\n1,Hội Phụ nữ,2023\n2,An Lưu,2023\n",
    "STT,Tên mô hình,SL,Năm\n1,Lĩnh vực kinh tế,,\nA,Trồng hoa,2,2023\nB,Nuôi ong,1,2023\n",
  ])
  func `a row with a year is a model, whatever its name and number`(_ text: String) {
    let reading = Sample.read(text)
    #expect(rows(reading).count == 2)
    #expect(reading.kinds == "header 1, title 1, data 2")
  }

  @Test func `a numbered row without a year but with a quantity is no section`() {
    let reading = Sample.read(
      "STT,Tên mô hình,SL,Năm\n1,Kinh tế,,\nI,Trồng hoa,2,\nII,Nuôi ong,1,2023\n")
    #expect(rows(reading) == ["4 01 KT 2023 ×1"])
  }

  @Test(arguments: ["2,Xã Lê Nin,,", "2,Hòа Bình,,", "2,Khối cơ quan,,", "1000,Nơi khác,,"])
  func `a section of a ward that no register has leaves its rows without one`(_ row: String) {
    let reading = Sample.read(
      "STT,Tên mô hình,Lĩnh vực,Năm\n1,Phường An Lưu,,\n1.1,Trồng hoa,KT,2023\n\(row)\n"
        + "2.1,Nuôi ong,KT,2023\n", from: .organization(0))
    #expect(rows(reading) == ["3 01 KT 2023 ×1 HPN"])
    #expect(reading.flagged.map(\.ward) == [.unreadable])
  }

  @Test func `a sub-total of a last section without rows is compared`() {
    let reading = Sample.read(
      "STT,Tên mô hình,Năm,SL\nI,Kinh tế,,1\n1,Trồng hoa,2023,1\nII,VH-XH,,3\n")
    #expect(reading.totals.map(\.isMet) == [true, false])
  }

  // MARK: Groups

  private static let groupHeader = "STT,Xã,Tên mô hình,Lĩnh vực,Năm,Tổ chức\n"

  @Test func `a ward and an owner given once are carried down where the numbering shows it`() {
    let reading = Sample.read(
      Self.groupHeader + """
        1,An Lưu,Trồng hoa,KT,2023,Hội Phụ nữ
        ,,Nuôi ong,KT,2023,
        1.1,,Nuôi cá,KT,2023,Trường A
        2,Hòa Bình,Đọc sách,KT,2021,Trường B
        a),,Múa hát,KT,2021,

        """, from: .unknown)
    #expect(
      rows(reading) == [
        "2 01 KT 2023 ×1 HPN", "3 01 KT 2023 ×1 HPN", "4 01 KT 2023 ×1 Trường A",
        "5 02 KT 2021 ×1 Trường B", "6 02 KT 2021 ×1 Trường B",
      ])
    #expect(reading.flagged.map(\.carriedDown) == [[.ward, .owner], [.ward], [.ward, .owner]])
    #expect(reading.flagged[0].cells == ["", "An Lưu", "Nuôi ong", "KT", "2023", "Hội Phụ nữ"])
  }

  @Test func `a row with a number of its own takes nothing from above`() {
    let reading = Sample.read(
      Self.groupHeader + """
        1,An Lưu,Trồng hoa,KT,2023,Trường A
        2,,Nuôi ong,KT,2023,
        ,,Nuôi cá,KT,2023,

        """)
    #expect(reading.flagged.map(\.carriedDown) == [[], []])
    #expect(reading.flagged.map(\.ward) == [.blank, .blank])
    #expect(rows(reading) == ["2 01 KT 2023 ×1 Trường A", "3 01 KT 2023 ×1", "4 01 KT 2023 ×1"])
  }

  @Test func `a form without numbers carries nothing down`() {
    let reading = Sample.read(
      "Xã,Tên mô hình,Lĩnh vực,Năm\nHòa Bình,Trồng hoa,KT,2021\n,Nuôi ong,KT,2023\n")
    #expect(reading.flagged.map(\.carriedDown) == [[], []])
    #expect(reading.flagged.last?.ward == .blank)
  }

  @Test func `a numbered row with nothing but a ward gives it to all rows below`() {
    let reading = Sample.read(
      Self.groupHeader + """
        I,An Lưu,,,,
        1,,Trồng hoa,KT,2023,
        2,,Nuôi ong,KT,2023,
        II,Hòa Bình,,,,
        1,,Đọc sách,KT,2021,

        """, from: .unknown)
    #expect(reading.kinds == "header 1, title 2, data 3")
    #expect(rows(reading) == ["3 01 KT 2023 ×1", "4 01 KT 2023 ×1", "6 02 KT 2021 ×1"])
  }

  @Test func `sections and groups may be lost delimiters or hostile, and nothing is lost`() {
    for line in ["I,Kinh tế", "I. Kinh tế", "Trong đó", "1.1.1.1.1.1.1.1,a", "((((,)", "\u{0},I"] {
      let reading = Sample.read(Self.sectionHeader + line + "\n1,a,2023,1\n" + line + "\n")
      #expect(reading.records.total == reading.recordCount)
    }
  }

  // MARK: Numbers before names

  @Test func `a nested or Roman number before a name does not make another model`() {
    let header = "Tên mô hình,Lĩnh vực,Năm\n"
    let names = [
      "Trồng hoa", "1. Trồng hoa", "1.2. Trồng hoa", "II. Trồng hoa", "IV) Mô hình Trồng hoa",
      "a) trồng hoa", "2.1.3) Trồng hoa",
    ]
    let reading = Sample.read(header + names.map { "\($0),KT,2023\n" }.joined())
    #expect(Set(reading.block.rows.map(\.identity)).count == 1)
    let others = [
      "P. Trồng hoa", "1.5 km trồng hoa", "2.5 km trồng hoa", "1.200 trồng hoa", "A Trồng hoa",
    ]
    let different = Sample.read(header + others.map { "\($0),KT,2023\n" }.joined())
    #expect(
      Set((different.block.rows + reading.block.rows).map(\.identity)).count == others.count + 1)
  }
}
