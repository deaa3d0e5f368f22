import Domain

@testable import Loaders

/// A small area, and submissions from it.
enum Sample {
  static let wards = [
    Ward(
      code: "01", name: "An Lưu", kindText: "Phường", kind: .urbanWard,
      aliases: ["Thị trấn Kinh Môn"]),
    Ward(
      code: "02", name: "Hòa Bình", kindText: "Xã", kind: .commune,
      validFrom: CalendarDay(year: 2021, month: 7, day: 1),
      validTo: CalendarDay(year: 2022, month: 6, day: 30)),
    Ward(code: "VP", name: "Văn phòng", kindText: "", kind: nil),
  ]
  static let fields = [
    Field(code: "KT", vietnameseName: "Kinh tế", englishName: "Economy", aliases: []),
    Field(code: "VHXH", vietnameseName: "Văn hóa - xã hội", englishName: "", aliases: ["VH-XH"]),
  ]
  static let organizations = [
    Organization(code: "HPN", name: "Hội Phụ nữ", aliases: ["Hội LHPN"])
  ]

  /// The heading line that most tests read under: a ward's own, hence without the ward.
  static let header = "STT,Tên mô hình,Lĩnh vực,Năm,Số lượng\n"

  static func context(
    required: [Column] = [], added: [Column: [String]] = [:],
    cutoff: Quarter = Quarter(year: 2024, number: 3)
  ) -> LoadingContext {
    var lookup = RegisterLookup()
    for (row, ward) in wards.enumerated() { _ = lookup.wards.add(ward.spellings, row: row) }
    for (row, field) in fields.enumerated() { _ = lookup.fields.add(field.spellings, row: row) }
    for (row, organization) in organizations.enumerated() {
      _ = lookup.organizations.add(organization.spellings, row: row)
    }
    return LoadingContext(
      registers: Registers(wards: wards, fields: fields, organizations: organizations),
      lookup: lookup,
      settings: Settings(
        years: 2020...2024, columnSpellings: added, requiredColumns: required),
      span: ReportedSpan(years: 2020...2024, cutoff: cutoff))
  }

  static func read(
    _ text: String, from submitter: Submitter = .ward(0), period: Period? = nil,
    in context: LoadingContext = context()
  ) -> SubmissionReading {
    read(Array(text.utf8), from: submitter, period: period, in: context)
  }

  static func read(
    _ bytes: [UInt8], from submitter: Submitter = .ward(0), period: Period? = nil,
    in context: LoadingContext = context()
  ) -> SubmissionReading {
    let file = SubmissionFile(
      path: "submissions/a.csv", period: period, submitter: submitter, isDue: true)
    return SubmissionReader.read(bytes, file: file, context: context)
  }
}

extension SubmissionReading {
  /// How many records of which kind there are, such as `header 1, data 2`.
  var kinds: String {
    RecordKind.allCases.filter { records[$0] > 0 }.map { "\($0) \(records[$0])" }
      .joined(separator: ", ")
  }

  /// The numbers of the records that no rule needs to see.
  var plainRecords: [Int] { block.rows.map { Int($0.recordNumber) } }

  /// The numbers of the records that are to be looked at.
  var flaggedRecords: [Int] { flagged.map(\.number) }
}
