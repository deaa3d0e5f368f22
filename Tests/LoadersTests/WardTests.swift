import Domain
import Loaders
import Testing

/// Where a record counts (SPEC §3, “Ward”).
struct WardTests {
  private let header = "name,field,year,ward\n"

  @Test func `without a ward column the submitting ward counts, without a word`() {
    let reading = Sample.read("name,field,year\na,KT,2023\n", from: .ward(0))
    #expect(reading.block.rows.map(\.ward) == [0] && reading.flagged.isEmpty)
  }

  @Test(arguments: ["01", "An Lưu", "AN LƯU", "Phường An Lưu", "Thị trấn Kinh Môn", "an  lưu."])
  func `a ward is known by code, name, alias, and kind and name`(_ ward: String) {
    let reading = Sample.read(header + "a,KT,2023,\(ward)\n", from: .ward(0))
    #expect(reading.block.rows.map(\.ward) == [0] && reading.flagged.isEmpty)
  }

  @Test(arguments: ["1", "An Luu", "Phường", "Xã An Lưu", "-", "Hội Phụ nữ"])
  func `another ward is unreadable, and nothing counts`(_ ward: String) throws {
    let reading = Sample.read(header + "a,KT,2023,\(ward)\n", from: .ward(0))
    let record = try #require(reading.flagged.first)
    #expect(record.ward == .unreadable && record.row == nil && record.countingWard == nil)
  }

  @Test func `a blank cell is the submitting ward, and looked at`() throws {
    let reading = Sample.read(header + "a,KT,2023,\n", from: .ward(0))
    let record = try #require(reading.flagged.first)
    #expect(record.ward == .blank && record.countingWard == 0 && record.row?.ward == 0)
  }

  @Test func `where the settings require the ward, a blank or bare cell counts nothing`() throws {
    for cell in ["", "-"] {
      let reading = Sample.read(
        header + "a,KT,2023,\(cell)\n", in: Sample.context(required: [.ward]))
      let record = try #require(reading.flagged.first)
      #expect(record.row == nil && record.countingWard == 0)
    }
  }

  @Test func `a ward other than the submitting one is looked at`() throws {
    let reading = Sample.read(header + "a,KT,2022,Hòa Bình\n", from: .ward(0))
    let record = try #require(reading.flagged.first)
    #expect(record.ward == .value(1) && record.countingWard == 1)
  }

  @Test(arguments: [Submitter.organization(0), .unknown])
  func `others must say the ward`(_ submitter: Submitter) throws {
    let missing = Sample.read("name,field,year\na,KT,2023\n", from: submitter)
    #expect(missing.missingColumns == [.ward] && missing.isRejectedAsWhole)
    let named = Sample.read(header + "a,KT,2023,01\n", from: submitter)
    #expect(named.block.rows.map(\.ward) == [0] && named.flagged.isEmpty)
    let blank = Sample.read(header + "a,KT,2023,\n", from: submitter)
    let record = try #require(blank.flagged.first)
    #expect(record.row == nil && record.countingWard == nil)
  }

  @Test func `a body without territory counts under its code`() {
    let reading = Sample.read("name,field,year\na,KT,2023\n", from: .ward(2))
    #expect(reading.block.rows.map(\.ward) == [2] && reading.flagged.isEmpty)
  }

  @Test func `a ward in force on some day of the year is plain, else looked at and countable`() {
    func reading(_ year: Int) -> SubmissionReading {
      Sample.read("name,field,year\na,KT,\(year)\n", from: .ward(1))
    }
    #expect(reading(2021).plainRecords == [2])
    #expect(reading(2022).plainRecords == [2])
    for year in [2020, 2023] {
      #expect(reading(year).plainRecords.isEmpty)
      #expect(reading(year).flagged.first?.row != nil)
    }
  }

  @Test func `outside a workspace wards and fields are not judged`() throws {
    var context = Sample.context()
    context.lookup = nil
    context.registers = Registers(wards: [], fields: [], organizations: [])
    let reading = Sample.read(header + "a,lạ,2023,lạ\n", from: .unspecified, in: context)
    #expect(reading.missingColumns.isEmpty)
    let record = try #require(reading.flagged.first)
    #expect(record.ward == .absent && record.field == .absent && record.year == .value(2023))
  }
}
