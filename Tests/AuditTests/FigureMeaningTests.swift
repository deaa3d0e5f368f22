import Audit
import Domain
import Testing

struct FigureMeaningTests {
  private let registers = Registers(
    wards: [
      Ward(code: "01", name: "An Lưu", kindText: "Phường", kind: .urbanWard),
      Ward(code: "02", name: "An Phụ", kindText: "Phường", kind: .urbanWard),
    ],
    fields: [
      Field(code: "KT", vietnameseName: "Kinh tế", englishName: "Economy", aliases: []),
      Field(code: "VHXH", vietnameseName: "Văn hóa", englishName: "", aliases: []),
    ], organizations: [])

  @Test func `every published id means what it says`() {
    var figures = Figures(wards: registers.wards, fields: registers.fields, years: 2020...2021)
    figures.reporting = [
      Figures.Reporting(period: Period(year: 2020), expected: 2, received: 1),
      Figures.Reporting(period: Period(year: 2020, quarter: 3), expected: 2, received: 1),
    ]
    for (id, _) in figures.published() {
      #expect(FigureMeaning(id.text, registers: registers) != nil, "\(id)")
    }
    func meaning(_ id: String) -> FigureMeaning? { FigureMeaning(id, registers: registers) }
    #expect(
      meaning("registered.ward=02.field=VHXH")
        == .registered(ward: 1, field: 1, year: nil, quarter: nil))
    #expect(
      meaning("registered.year=2021.quarter=unknown")
        == .registered(ward: nil, field: nil, year: 2021, quarter: 0))
    #expect(meaning("maintained.field=KT.year=2021") == .maintained(field: 0, year: 2021))
    #expect(meaning("records.carried-over.ward=01") == .records(.carriedOver, .ward(0)))
    #expect(meaning("records.read.ward=unknown") == .records(nil, .unknown))
    #expect(
      meaning("submissions.expected.period=2020-Q3")
        == .submissionsExpected(Period(year: 2020, quarter: 3)))
    #expect(meaning("findings.info") == .findings(.info))
  }

  @Test(
    arguments: [
      "", ".", "=", "registered.", "registered.field", "registered.field=", "registered.field=XX",
      "registered.ward=99", "registered.year=x", "registered.field=KT.field=KT",
      "registered.year=2021.quarter=x", "maintained", "records.lost", "findings.fatal",
      "submissions.received.period=2020-Q5", "registered.year=99999999999999999999",
    ])
  func `what is no id means nothing`(_ id: String) {
    #expect(FigureMeaning(id, registers: registers) == nil)
  }

  private func record(_ role: RecordRole, ward: Int?, field: Int?, year: Int?) -> TracedRecord {
    TracedRecord(
      number: 2, line: 2, role: role, ward: ward, field: field, year: year, quarter: nil,
      quantity: 3, identity: role == .rejected ? nil : ModelIdentity(high: 1, low: 2))
  }

  @Test func `a rejected record is left out of each figure that it may belong to`() {
    let unread = record(.rejected, ward: 0, field: nil, year: 2021)
    func membership(_ id: String) -> Membership? {
      FigureMeaning(id, registers: registers)?.membership(of: unread, period: Period(year: 2021))
    }
    #expect(membership("registered.field=KT.year=2021") == .leftOut)
    #expect(membership("registered.field=VHXH") == .leftOut)
    #expect(membership("registered.year=2020") == .outside)
    #expect(membership("registered.ward=02") == .outside)
    #expect(membership("maintained.field=KT.year=2021") == .leftOut)
    #expect(membership("maintained.year=2020") == .outside)
    #expect(membership("records.rejected.ward=01") == .part(1))
    #expect(membership("records.read.ward=unknown") == .outside)
    #expect(membership("coverage") == .outside)
  }

  @Test func `what a record adds is what it is part of`() {
    var figures = Figures(wards: registers.wards, fields: registers.fields, years: 2020...2021)
    figures.reporting = []
    for role in RecordRole.allCases {
      for ward in [0, 1, nil] {
        let record = record(role, ward: role == .rejected ? ward : ward ?? 0, field: 1, year: 2020)
        let period = Period(year: 2021)
        let added = Dictionary(
          record.contributions(period: period, registers).map { ($0.0.text, $0.1) },
          uniquingKeysWith: +)
        for (id, _) in figures.published() {
          let meaning = FigureMeaning(id.text, registers: registers)
          let part: Int? =
            if case .part(let quantity) = meaning?.membership(of: record, period: period) {
              quantity
            } else { nil }
          #expect(added[id.text] == part, "\(role) \(id)")
        }
      }
    }
  }
}
