import Domain
import Testing

@testable import Loaders

/// Which record is the header, and which heading which column (SPEC §3, §4).
struct HeaderRecognitionTests {
  /// The columns that one heading line is recognised as.
  private func columns(_ line: String, added: [Column: [String]] = [:]) -> [Column?]? {
    Sample.read(line + "\n", in: Sample.context(added: added)).header?.columns
  }

  @Test func `every built-in spelling and every id is recognised`() throws {
    for column in Column.allCases {
      for spelling in column.builtInSpellings + [column.rawValue] {
        for written in [spelling, spelling.uppercased(), " \(spelling): ", "1. \(spelling)"] {
          let header = try #require(columns("name,field,year,\"\(written)\""))
          #expect(header == [.name, .field, .year, column], "“\(written)”")
        }
      }
    }
  }

  @Test func `the contract's spellings are built in`() {
    let spellings: [Column: [String]] = [
      .name: ["Tên mô hình", "Tên mô hình, điển hình", "Tên mô hình “Dân vận khéo”"],
      .field: ["Lĩnh vực"],
      .ward: ["Đơn vị", "Đơn vị đăng ký", "Xã", "Phường", "Xã, phường", "Xã, phường, thị trấn"],
      .year: ["Năm", "Năm đăng ký"], .quarter: ["Quý"], .quantity: ["Số lượng", "SL"],
      .owner: ["Tổ chức", "Đơn vị thực hiện"], .no: ["STT", "TT"],
      .hamlet: ["Thôn", "KDC", "Khu dân cư", "Thôn, KDC", "Tổ dân phố"], .kind: ["Loại"],
      .subject: ["Chủ thể"], .status: ["Trạng thái"], .level: ["Cấp công nhận"],
      .beneficiaries: ["Số người hưởng lợi"], .id: ["Mã mô hình"], .note: ["Ghi chú"],
    ]
    for column in Column.allCases { #expect(column.builtInSpellings == spellings[column]) }
  }

  @Test func `a header needs the name and two more distinct columns`() {
    #expect(columns("Tên mô hình,Lĩnh vực,Năm") != nil)
    #expect(columns("Tên mô hình,STT,Ghi chú") != nil)
    #expect(columns("Tên mô hình,Lĩnh vực") == nil)
    #expect(columns("Tên mô hình,Lĩnh vực,lạ") == nil)
    #expect(columns("Tên mô hình,Năm,Năm đăng ký") == nil)
    #expect(columns("Tên mô hình,Tên mô hình,Năm") == nil)
    #expect(columns("STT,Lĩnh vực,Năm,Quý,SL") == nil)
  }

  @Test func `the first record that is a header is the header`() {
    let reading = Sample.read("Báo cáo\n\nname,field,year\nname,field,year,quarter\n")
    #expect(reading.header?.record == 3)
    #expect(reading.header?.line == 3)
    #expect(reading.kinds == "blank 1, header 1, title 1, data 1")
  }

  @Test func `the header is among the first thirty records, blank ones included`() {
    let header = "name,field,year\n"
    #expect(Sample.read(String(repeating: "\n", count: 29) + header).header?.record == 30)
    #expect(Sample.read(String(repeating: "\n", count: 30) + header).header == nil)
    #expect(Sample.read(String(repeating: "x\n", count: 30) + header).kinds == "data 31")
  }

  @Test func `a header's line counts the lines inside quotes, its record does not`() {
    let header = Sample.read("\"a\nb\"\nname,field,year\n").header
    #expect(header?.record == 2)
    #expect(header?.line == 3)
  }

  @Test func `the header ends at its last heading that is not blank`() {
    let header = Sample.read("name,field,,year,lạ, ,\u{200B}\n").header
    #expect(header?.headings == ["name", "field", "", "year", "lạ"])
    #expect(header?.columns == [.name, .field, nil, .year, nil])
  }

  @Test func `headings are kept as written, trimmed and in NFC`() {
    let header = Sample.read("\" Te\u{302}n mô hình \",Lĩnh vực,NĂM\n").header
    #expect(
      header?.headings.map { Array($0.utf8) }
        == ["Tên mô hình", "Lĩnh vực", "NĂM"].map { Array($0.utf8) })
    #expect(header?.heading(of: .year) == "NĂM")
    #expect(header?.heading(of: .quarter) == "")
  }

  @Test func `a spelling of the settings is recognised`() {
    let added: [Column: [String]] = [.name: ["Nội dung"], .owner: ["Đơn vị chủ trì"]]
    #expect(
      columns("nội dung,Lĩnh vực,Năm,ĐƠN VỊ CHỦ TRÌ", added: added) == [
        .name, .field, .year, .owner,
      ])
    #expect(columns("Nội dung,Lĩnh vực,Năm") == nil)
  }

  @Test func `a spelling of the settings is taken from the column that has it built in`() {
    let added: [Column: [String]] = [.owner: ["Đơn vị"], .note: ["name"]]
    #expect(
      columns("Tên mô hình,Đơn vị,Xã,name,Năm", added: added) == [
        .name, .owner, .ward, .note, .year,
      ])
  }

  @Test func `two headings of one column are told once, number columns never`() {
    let header = Sample.read("STT,TT,name,Tên mô hình,field,year,Năm,Năm đăng ký,lạ,lạ\n").header
    #expect(header?.repeatedColumns.map(\.column) == [.name, .year])
    #expect(header?.repeatedColumns.map(\.position) == [3, 6])
    #expect(header?.positions[.year] == 5)
  }
}
