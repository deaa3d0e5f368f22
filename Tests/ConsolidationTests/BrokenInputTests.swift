import Consolidation
import Domain
import Foundation
import Loaders
import Testing

/// What stops a run, with the whole message.
struct BrokenInputTests {
  private func workspace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var generator = WorldGenerator(seed: 1)
    var world = generator.world()
    world.submissions.removeAll()
    world.unreadPaths.removeAll()
    try world.write(to: folder)
    try folder.write(
      "Tên mô hình,Lĩnh vực,Năm\nTrồng tỏi,KT,2021\n", to: "submissions/2021/an-luu.csv")
    return folder
  }

  /// The message of what a run stops with, the folder's own path left out.
  private func message(on folder: TemporaryFolder, _ language: Language) async -> String? {
    do {
      _ = try await report(on: folder.path, language: language)
      return nil
    } catch {
      let told =
        (error as? RunError)?.message(in: language)
        ?? (error as? WorkspaceError)?.error.message(in: language)
      return told?.replacingOccurrences(of: folder.path, with: "INPUTS")
    }
  }

  @Test func `the workspace of these tests is whole`() async throws {
    #expect(await message(on: try workspace(), .english) == nil)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    let content: String
    let vietnamese: String
    let english: String

    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "a folder not named after a period", path: "submissions/2023-Q5/an-luu.csv",
      content: "",
      vietnamese: "submissions/2023-Q5: lỗi: thư mục này không mang tên một kỳ; hãy đổi thành năm "
        + "(2023) hoặc quý (2024-Q3)",
      english: "submissions/2023-Q5: error: this folder is not named after a period; rename it to "
        + "a year (2023) or a quarter (2024-Q3)"),
    Case(
      name: "a code twice", path: "registers/fields.csv",
      content: "code,name_vi\nKT,Kinh tế\nVHXH,Văn hóa\nKT,Khác\n",
      vietnamese: "registers/fields.csv:4: lỗi: mã “KT” đã có ở dòng 2; mỗi mã chỉ dùng một lần",
      english: "registers/fields.csv:4: error: the code “KT” is on line 2 already; use each code "
        + "once"),
    Case(
      name: "a column that is not there", path: "registers/wards.csv",
      content: "code,name\n01,An Lưu\n",
      vietnamese: "registers/wards.csv:1: lỗi: thiếu cột “kind”; hãy thêm cột này vào dòng tiêu đề",
      english: "registers/wards.csv:1: error: the column “kind” is missing; add it to the header"),
    Case(
      name: "an unclosed quote", path: "registers/organizations.csv",
      content: "code,name\nHPN,\"Hội Phụ nữ\nDTN,Đoàn\n",
      vietnamese: "registers/organizations.csv:2: lỗi: dấu ngoặc kép sai chỗ hoặc không đóng; hãy "
        + "sửa lại ô này",
      english: "registers/organizations.csv:2: error: a quotation mark is misplaced or never "
        + "closed; mend the cell"),
    Case(
      name: "a day that is none", path: "registers/wards.csv",
      content: "code,name,kind,valid_from\n01,An Lưu,Phường,2019-02-29\n",
      vietnamese: "registers/wards.csv:2: lỗi: “valid_from” ghi “2019-02-29”, không phải ngày; hãy "
        + "ghi dạng 2019-11-01 hoặc để trống",
      english: "registers/wards.csv:2: error: “valid_from” says “2019-02-29”, which is no day; "
        + "write it as 2019-11-01 or leave it blank"),
    Case(
      name: "two owners of one file name", path: "registers/organizations.csv",
      content: "code,name\nHPN,Án Lựu\n",
      vietnamese: "registers/organizations.csv:2: lỗi: “Án Lựu” thành tên tệp “an-luu”, mà một đơn "
        + "vị hoặc tổ chức khác cũng dùng; hãy sửa tên khác (aliases)",
      english: "registers/organizations.csv:2: error: “Án Lựu” becomes the file name “an-luu”, "
        + "which another ward or organization has, too; change the alias"),
    Case(
      name: "an unknown setting", path: "kheo.yml",
      content: "title: Báo cáo\nperoid: {from: 2020, to: 2024}\n",
      vietnamese: "kheo.yml:2: lỗi: không có khóa nào là “peroid”; có phải “period”?",
      english: "kheo.yml:2: error: there is no key “peroid”; did you mean “period”?"),
    Case(
      name: "a control total of an unknown field", path: "kheo.yml",
      content: "period: {from: 2020, to: 2024}\ncontrol_totals:\n  total: 5\n  KTT: 5\n",
      vietnamese: "kheo.yml:4: lỗi: không có lĩnh vực nào là “KTT”; có phải “KT”?",
      english: "kheo.yml:4: error: there is no field “KTT”; did you mean “KT”?"),
    Case(
      name: "no period", path: "kheo.yml", content: "title: Báo cáo\n",
      vietnamese: "kheo.yml: lỗi: thiếu “period”; hãy thêm period: {from: 2020, to: 2024}",
      english: "kheo.yml: error: “period” is missing; add period: {from: 2020, to: 2024}"),
  ]) func `what is broken stops the run with file and line`(_ test: Case) async throws {
    let folder = try workspace()
    try folder.write(test.content, to: test.path)
    #expect(await message(on: folder, .vietnamese) == test.vietnamese)
    #expect(await message(on: folder, .english) == test.english)
  }

  @Test(arguments: ["registers/wards.csv", "registers/fields.csv", "kheo.yml"])
  func `what is missing stops the run with its path`(_ path: String) async throws {
    let folder = try workspace()
    try folder.remove(path)
    #expect(
      await message(on: folder, .vietnamese)
        == "INPUTS/\(path): không tìm thấy; hãy kiểm tra đường dẫn hoặc --inputs")
    #expect(
      await message(on: folder, .english) == "INPUTS/\(path): not found; check the path or --inputs"
    )
  }

  @Test func `a link in the place of a submission stops the run`() async throws {
    let folder = try workspace()
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/submissions/2021/lac-long.csv", withDestinationPath: "an-luu.csv")
    #expect(
      await message(on: folder, .vietnamese)
        == "INPUTS/submissions/2021/lac-long.csv: không phải tệp thường (có thể là thư mục, liên "
        + "kết hoặc thiết bị); hãy đặt tệp thật vào đó")
    #expect(
      await message(on: folder, .english)
        == "INPUTS/submissions/2021/lac-long.csv: not a regular file (a folder, link or device, "
        + "perhaps); put the file itself there")
  }

  @Test func `a link in the place of the folder of a period stops the run`() async throws {
    let folder = try workspace()
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/submissions/2022", withDestinationPath: "2021")
    #expect(
      await message(on: folder, .english)
        == "submissions/2022: error: the folder of this period is a link, which kheo does not follow; "
        + "put the folder itself there")
  }

  @Test func `a pipe is told and not waited for`() async throws {
    let folder = try workspace()
    try #require(mkfifo("\(folder.path)/submissions/2021/lac-long.csv", 0o600) == 0)
    #expect(
      await message(on: folder, .english)
        == "INPUTS/submissions/2021/lac-long.csv: not a regular file (a folder, link or device, "
        + "perhaps); put the file itself there")
  }

  @Test func `a folder named like a submission is not read, and stops nothing`() async throws {
    let folder = try workspace()
    try folder.write("", to: "submissions/2021/lac-long.csv/x.csv")
    let found = try await report(on: folder.path).findings.filter { $0.rule == .unreadFile }
    #expect(found.map(\.place.path) == ["submissions/2021/lac-long.csv"])
  }

  @Test func `hidden and temporary files are nobody's`() async throws {
    let folder = try workspace()
    for name in [".DS_Store", "~$an-luu.csv", ".an-luu.csv"] {
      try folder.write("x", to: "submissions/2021/\(name)")
      try folder.write("x", to: "submissions/\(name)")
    }
    try folder.write("x", to: "submissions/.git/config")
    #expect(try await report(on: folder.path).submissions.count == 1)
  }
}
