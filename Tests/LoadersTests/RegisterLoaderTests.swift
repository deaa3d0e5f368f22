import Domain
import Files
import Loaders
import Testing

/// Registers that are as they should be (SPEC §2, §10).
struct RegisterLoaderTests {
  @Test func `a register's rows become wards, fields and organizations`() throws {
    var folder = RegisterFolder()
    folder.wards =
      RegisterFolder.wards + "00001,An Lưu,Phường,2019-11-01,2025-06-30,P. An Lưu| TT Kinh Môn ||\n"
      + "VP,Văn phòng,,,,\n"
    folder.organizations = RegisterFolder.organizations + "HPN,Hội Phụ nữ,Hội LHPN\n"
    let loaded = try folder.load()
    #expect(
      loaded.registers.wards == [
        Ward(
          code: "00001", name: "An Lưu", kindText: "Phường", kind: .urbanWard,
          validFrom: CalendarDay(year: 2019, month: 11, day: 1),
          validTo: CalendarDay(year: 2025, month: 6, day: 30),
          aliases: ["P. An Lưu", "TT Kinh Môn"]),
        Ward(code: "VP", name: "Văn phòng", kindText: "", kind: nil),
      ])
    #expect(
      loaded.registers.fields == [
        Field(code: "KT", vietnameseName: "Kinh tế", englishName: "Economy", aliases: [])
      ])
    #expect(
      loaded.registers.organizations == [
        Organization(code: "HPN", name: "Hội Phụ nữ", aliases: ["Hội LHPN"])
      ])
    #expect(loaded.registers.reportingWards == [0])
  }

  @Test func `organizations are optional, and what was read is noted`() throws {
    let loaded = try RegisterFolder().load()
    #expect(loaded.registers.organizations.isEmpty)
    #expect(loaded.sources.map(\.path) == ["registers/wards.csv", "registers/fields.csv"])
    #expect(loaded.sources[1].byteCount == RegisterFolder.fields.utf8.count)
    #expect(
      loaded.sources[1].sha256 == FileDigest.hexadecimal(of: Array(RegisterFolder.fields.utf8)))
  }

  @Test func `what a text means is found by code, name, alias, and kind and name`() throws {
    var folder = RegisterFolder()
    folder.wards = RegisterFolder.wards + "01,Hòa Bình,Xã,,,HB|X. Hoà Bình\n"
    let lookup = try folder.load().lookup
    for key in ["01", "hoà bình", "xã hoà bình", "hb", "x hoà bình"] {
      #expect(lookup.wards.row(matching: key) == 0, "\(key)")
    }
    for key in ["", "xã", "hoá bình", "1"] { #expect(lookup.wards.row(matching: key) == nil) }
    #expect(lookup.fields.row(matching: "economy") == 0)
  }

  @Test func `kinds are known in any spelling with their match key, others are bodies`() throws {
    var folder = RegisterFolder()
    folder.wards =
      RegisterFolder.wards
      + "1,A,PHƯỜNG,,,\n2,B,xã,,,\n3,C,Thị  trấn,,,\n4,D,Đặc khu,,,\n5,E,Cơ quan,,,\n6,G,,,,\n"
    #expect(
      try folder.load().registers.wards.map(\.kind) == [
        .urbanWard, .commune, .township, .specialZone, nil, nil,
      ])
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func `registers are read with any delimiter, order of columns, line end and sep line`(
    _ end: String
  ) throws {
    var folder = RegisterFolder()
    folder.wards = ["sep=;", "", "Kind;ghi chú;NAME;code;;", "Xã;x;\"An; Lưu\";01;;", ";;;;"]
      .joined(separator: end)
    folder.fields = ["", "code\tname_vi", "KT\tKinh tế", "VH\tVăn hóa\t\t"].joined(separator: end)
    let registers = try folder.load().registers
    #expect(registers.wards.map(\.name) == ["An; Lưu"])
    #expect(registers.fields.map(\.code) == ["KT", "VH"])
  }

  @Test func `spellings that repeat within a row are no clash`() throws {
    var folder = RegisterFolder()
    folder.wards = RegisterFolder.wards + "01,An Lưu,Phường,,,AN LƯU|Phường An Lưu|01|…\n"
    #expect(try folder.load().registers.wards.count == 1)
  }

  @Test func `UTF-16 registers are read`() throws {
    var folder = RegisterFolder()
    let units = Array("\u{FEFF}code,name_vi\nKT,Kinh tế\n".utf16)
    _ = try folder.load()
    folder.fields = ""
    let written = try folder.folder.get()
    try written.write(
      units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, to: "registers/fields.csv")
    #expect(
      try RegisterLoader.load(inputs: written.path).registers.fields.map(\.vietnameseName) == [
        "Kinh tế"
      ])
  }
}
