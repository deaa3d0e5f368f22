import Domain
import Loaders
import Testing

/// Settings that are as they should be (SPEC §2, §10).
struct SettingsLoaderTests {
  private func settings(_ text: String) throws -> Settings {
    var folder = RegisterFolder()
    folder.settings = text
    return try folder.loadSettings()
  }

  @Test func `only the period is required`() throws {
    #expect(try settings("period: {from: 2020, to: 2024}\n") == Settings(years: 2020...2024))
    #expect(try settings("period:\n  to: 2023\n  from: 2023\n").years == 2023...2023)
  }

  @Test func `everything that may be said is taken`() throws {
    let text = """
      title: Tổng hợp “Dân vận khéo”
      office: "Ban Dân vận"
      area: Kinh Môn
      language: en
      notice: >-
        Một dòng
        dài.
      period: {from: 2020, to: 2024}
      control_totals:
        through: 2024-Q3
        total: 1.458
        KT: 0
      columns:
        name: Nội dung
        owner: [Đơn vị chủ trì, Đơn vị phụ trách]
      require: [kind, no]
      """
    #expect(
      try settings(text)
        == Settings(
          title: "Tổng hợp “Dân vận khéo”", office: "Ban Dân vận", area: "Kinh Môn",
          language: .english, years: 2020...2024, notice: "Một dòng dài.",
          controlTotals: ControlTotals(
            through: Period(year: 2024, quarter: 3),
            entries: [
              ControlTotals.Entry(key: "total", field: nil, expected: 1_458, line: 11),
              ControlTotals.Entry(key: "KT", field: 0, expected: 0, line: 12),
            ]),
          columnSpellings: [
            .name: ["Nội dung"], .owner: ["Đơn vị chủ trì", "Đơn vị phụ trách"],
          ], requiredColumns: [.kind, .no]))
  }

  @Test func `all scalars are text: no is a column, yes a title, dates and numbers too`() throws {
    let text = """
      title: yes
      office: 2024-01-01
      area: 0x1F
      notice: null
      period: {from: "2020", to: '2024'}
      columns: {no: Số, "note": 1.50}
      require: no
      """
    let settings = try settings(text)
    #expect(settings.title == "yes" && settings.office == "2024-01-01")
    #expect(settings.area == "0x1F" && settings.notice == "null")
    #expect(settings.columnSpellings == [.no: ["Số"], .note: ["1.50"]])
    #expect(settings.requiredColumns == [.no])
  }

  @Test func `control totals without a period hold for every run`() throws {
    let totals = try #require(
      try settings(RegisterFolder.settings + "control_totals: {VHXH: 3}\n").controlTotals)
    #expect(totals.through == nil)
    #expect(totals.apply(to: Quarter(year: 2021, number: 1)))
    #expect(totals.entries.map(\.field) == [1])
  }

  @Test func `a year as the period of control totals means its fourth quarter`() throws {
    let totals = try #require(
      try settings(RegisterFolder.settings + "control_totals: {through: 2023}\n").controlTotals)
    #expect(totals.apply(to: Quarter(year: 2023, number: 4)))
    #expect(!totals.apply(to: Quarter(year: 2023, number: 3)))
  }

  @Test func `an encoding is stated by name, code or file name, and for all others`() throws {
    let settings = try settings(
      RegisterFolder.settings + "encoding: {AN LƯU: tcvn3, default: windows-1258}\n")
    #expect(settings.encodings == [.ward(0): .tcvn3])
    #expect(settings.statedEncoding(of: .ward(0)) == .tcvn3)
    #expect(settings.statedEncoding(of: .unknown) == .windows1258)
    for key in ["\"01\"", "an-luu", "Phường An Lưu"] {
      #expect(
        try self.settings(RegisterFolder.settings + "encoding: {\(key): utf-8}\n").encodings
          == [.ward(0): .utf8])
    }
    #expect(try self.settings(RegisterFolder.settings).statedEncoding(of: .ward(0)) == nil)
  }

  @Test func `one spelling may be given twice to one column`() throws {
    let settings = try settings(RegisterFolder.settings + "columns: {note: [A, a]}\n")
    #expect(settings.columnSpellings == [.note: ["A", "a"]])
  }

  @Test func `texts are put in NFC, and CRLF does no harm`() throws {
    let settings = try settings("title: Te\u{302}n\r\nperiod: {from: 2020, to: 2024}\r\n")
    #expect(Array(settings.title.utf8) == Array("Tên".utf8))
  }

  @Test func `a byte-order mark, as Notepad writes it, does no harm`() throws {
    let settings = try settings("\u{FEFF}title: x\nperiod: {from: 2020, to: 2024}\n")
    #expect(settings.title == "x")
  }
}
