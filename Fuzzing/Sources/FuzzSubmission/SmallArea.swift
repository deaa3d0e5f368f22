import Domain
import Loaders

/// Registers of a few rows, to read submissions against.
enum SmallArea {
  private static let wards = [
    Ward(
      code: "01", name: "An Lưu", kindText: "Phường", kind: .urbanWard,
      aliases: ["Thị trấn Kinh Môn"]),
    Ward(
      code: "02", name: "Hòa Bình", kindText: "Xã", kind: .commune,
      validFrom: CalendarDay(year: 2021, month: 7, day: 1),
      validTo: CalendarDay(year: 2022, month: 6, day: 30)),
  ]
  private static let fields = [
    Field(code: "KT", vietnameseName: "Kinh tế", englishName: "Economy", aliases: ["KTế"]),
    Field(code: "VHXH", vietnameseName: "Văn hóa - xã hội", englishName: "", aliases: ["VH-XH"]),
  ]
  private static let organizations = [
    Organization(code: "HPN", name: "Hội Phụ nữ", aliases: ["Hội LHPN"])
  ]

  /// The data records of files that are rejected as a whole are told, too.
  static let context: LoadingContext = {
    var lookup = RegisterLookup()
    for (row, ward) in wards.enumerated() { _ = lookup.wards.add(ward.spellings, row: row) }
    for (row, field) in fields.enumerated() { _ = lookup.fields.add(field.spellings, row: row) }
    for (row, organization) in organizations.enumerated() {
      _ = lookup.organizations.add(organization.spellings, row: row)
    }
    return LoadingContext(
      registers: Registers(wards: wards, fields: fields, organizations: organizations),
      lookup: lookup, settings: Settings(years: 2020...2024),
      span: ReportedSpan(years: 2020...2024, cutoff: Quarter(year: 2024, number: 3)),
      tracesRecords: true)
  }()
}
