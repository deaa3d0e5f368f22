import Domain
import Testing

/// Which records are of one model (SPEC §5, §6), as far as one file tells.
struct IdentityTests {
  private let header = "name,field,year,ward,hamlet,owner,status\n"

  /// The rows of two records.
  private func rows(
    _ first: String, _ second: String, from submitter: Submitter = .unknown
  ) throws -> (RecordRow, RecordRow) {
    let reading = Sample.read(header + first + "\n" + second + "\n", from: submitter)
    let rows = (0..<reading.block.count).map { reading.block[$0] }
    try #require(rows.count == 2)
    return (rows[0], rows[1])
  }

  private func areOne(
    _ first: String, _ second: String, from submitter: Submitter = .unknown
  ) throws -> Bool {
    let (a, b) = try rows(first, second, from: submitter)
    return a.identity == b.identity
  }

  @Test(arguments: [
    "a,KT,2023,01,Thôn Đông,HPN,", "MÔ HÌNH A,VHXH,2020,An Lưu,thôn đông,Hội Phụ nữ,dừng",
    "Mô hình “Dân vận khéo” về a,KT,2023,Phường An Lưu,Khu dân cư Đông,Hội LHPN,",
    "1. a.,KT,2023,01,đông,hội phụ nữ.,",
  ])
  func `spellings with the same keys are one model`(_ other: String) throws {
    #expect(try areOne("a,KT,2023,01,Đông,HPN,", other))
  }

  @Test(arguments: [
    "b,KT,2023,01,Đông,HPN,", "a,KT,2023,VP,Đông,HPN,", "a,KT,2023,01,Đoài,HPN,",
    "a,KT,2023,01,,HPN,", "a,KT,2023,01,Đông,,", "a,KT,2023,01,Đông,Hội Nông dân,",
    "á,KT,2023,01,Đông,HPN,", "a đông,KT,2023,01,,HPN,",
  ])
  func `another ward, hamlet, owner or name is another model`(_ other: String) throws {
    #expect(try areOne("a,KT,2023,01,Đông,HPN,", other) == false)
  }

  @Test func `a blank owner in an organization's file is that organization`() throws {
    let records = ("a,KT,2023,01,,,", "a,KT,2023,01,,Hội Phụ nữ,")
    #expect(try areOne(records.0, records.1, from: .organization(0)))
    #expect(try areOne(records.0, records.1, from: .unknown) == false)
  }

  @Test func `owners that the register does not know are one by match key`() throws {
    #expect(try areOne("a,KT,2023,01,,Chi hội Hòa,", "a,KT,2023,01,,CHI HỘI: Hoà,"))
    #expect(try areOne("a,KT,2023,01,,Chi hội Hòa,", "a,KT,2023,01,,Chi hội Hóa,") == false)
  }

  @Test func `a rejected record with a hidden character lends its spelling to no owner`() {
    let reading = Sample.read(
      """
      Tên mô hình,Lĩnh vực,Năm,Tổ chức
      Mô hình 1,KT,2023,HTX\u{1B}Rau
      Mô hình 2,KT,2023,HTX Rau
      Mô hình 3,KT,2023,HTX\u{202E} Rau
      Mô hình 4,KT,2023,Htx Rau

      """)
    #expect(reading.block.owners.map(\.spelling).filter { !$0.isEmpty } == ["HTX Rau"])
  }

  @Test func `names that differ in diacritics, i and y, or spaces have one loose key`() throws {
    let (first, second) = try rows("Kỹ thuật,KT,2023,01,,,", "Mô hình KI THUAT,KT,2023,01,,,")
    #expect(first.identity != second.identity)
    #expect(first.looseKey == second.looseKey)
    let (a, b) = try rows("Kỹ thuật,KT,2023,01,,,", "Kỹ thuật số,KT,2023,01,,,")
    #expect(a.looseKey != b.looseKey)
  }

  @Test func `a hamlet's key is nought exactly where none is named`() throws {
    let (blank, dash) = try rows("a,KT,2023,01,,,", "a,KT,2023,01,-,,")
    #expect(blank.hamletKey == 0 && dash.hamletKey == 0)
    let (one, same) = try rows("a,KT,2023,01,Thôn 1,,", "b,KT,2023,01,xóm 1,,")
    #expect(one.hamletKey != 0 && one.hamletKey == same.hamletKey)
  }

  @Test(arguments: ["kết thúc", "Đã kết thúc", "DỪNG", "Tạm dừng.", "không còn"])
  func `a status of the contract is ended`(_ status: String) throws {
    let (row, other) = try rows("a,KT,2023,01,,,\(status)", "b,KT,2023,01,,,")
    #expect(row.isEnded && !other.isEnded)
  }

  @Test(arguments: ["duy trì", "không", "chưa kết thúc", "Ket thuc", "dừng lại", "-"])
  func `another status is not`(_ status: String) throws {
    let (row, other) = try rows("a,KT,2023,01,,,\(status)", "b,KT,2023,01,,,kết thúc")
    #expect(!row.isEnded && other.isEnded)
  }

  @Test func `the owners of a block are those that its records name, as first written`() {
    let reading = Sample.read(
      header + "a,KT,2023,01,,Chi hội Hòa,\nb,KT,2023,01,,chi hội hoà,\nc,KT,2023,01,,HPN,\n",
      from: .unknown)
    #expect(reading.block.rows.map(\.owner) == [0, 0, 1])
    #expect(
      reading.block.owners == [
        Owner(organization: nil, key: "chi hội hoà", spelling: ""),
        Owner(organization: 0, key: "", spelling: ""),
      ])
    #expect(reading.block.owners.map(\.spelling) == ["Chi hội Hòa", ""])
  }
}
