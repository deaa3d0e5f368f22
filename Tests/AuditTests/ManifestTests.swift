import Domain
import Files
import Glibc
import Testing

@testable import Audit

struct ManifestTests {
  private func check(
    _ change: (TemporaryFolder) throws -> Void
  ) throws -> ManifestCheck {
    let folder = try TemporaryFolder()
    try SmallRelease().write(to: folder)
    try change(folder)
    return try Manifest.check(folder: folder.path, expected: SmallRelease.names)
  }

  private func faults(ofManifest change: (String) -> String) throws -> [ManifestFault] {
    let manifest = String(decoding: SmallRelease().manifest, as: UTF8.self)
    return try check { try $0.write(change(manifest), to: Manifest.fileName) }.faults
  }

  @Test func `a release as it was issued is complete and valid`() throws {
    let check = try check { _ in }
    #expect(check.faults == [])
    #expect(check.sha256 == FileDigest.hexadecimal(of: SmallRelease().manifest))
  }

  @Test func `every byte of every file is sealed`() throws {
    let folder = try TemporaryFolder()
    let release = SmallRelease()
    try release.write(to: folder)
    var all = release.files
    all[Manifest.fileName] = release.manifest
    for (name, bytes) in all {
      for index in bytes.indices {
        for pattern: UInt8 in [0x01, 0x20, 0x80, 0xFF] {
          var changed = bytes
          changed[index] ^= pattern
          try folder.write(changed, to: name)
          let check = try Manifest.check(folder: folder.path, expected: SmallRelease.names)
          #expect(!check.faults.isEmpty, "\(name), byte \(index), \(pattern)")
        }
      }
      try folder.write(bytes, to: name)
    }
    let restored = try Manifest.check(folder: folder.path, expected: SmallRelease.names)
    #expect(restored.faults == [])
  }

  @Test func `a byte more or less is noticed in every file`() throws {
    let release = SmallRelease()
    var all = release.files
    all[Manifest.fileName] = release.manifest
    for (name, bytes) in all {
      #expect(try !check { try $0.write(bytes + [0x0A], to: name) }.faults.isEmpty)
      #expect(try !check { try $0.write(Array(bytes.dropLast()), to: name) }.faults.isEmpty)
      #expect(try !check { try $0.write([UInt8](), to: name) }.faults.isEmpty)
    }
  }

  @Test func `a missing manifest is said, and what else is missing`() throws {
    let check = try check {
      try $0.remove(Manifest.fileName)
      try $0.remove("summary.txt")
    }
    #expect(check.sha256 == nil)
    #expect(check.faults == [.missing("manifest-sha256.txt"), .missing("summary.txt")])
  }

  @Test func `files are looked for even when the manifest cannot be read`() throws {
    let check = try check {
      try $0.write(Array(repeating: 0x0A, count: 65_537), to: Manifest.fileName)
      try $0.remove("summary.txt")
    }
    #expect(check.faults == [.tooLarge(limit: 65_536), .missing("summary.txt")])
    #expect(check.sha256?.utf8.count == 64)
  }

  @Test func `a manifest that is cut off is said`() throws {
    let faults = try faults { String($0.dropLast(20)) }
    #expect(faults.count == 3)
    guard case .malformedLine(6, _) = faults.first else {
      Issue.record("\(faults)")
      return
    }
    #expect(faults.dropFirst() == [.noLineEnd, .notListed("summary.txt")])
  }

  @Test func `entries out of order, repeated, and foreign are faults`() throws {
    let lines = String(decoding: SmallRelease().manifest, as: UTF8.self).split(separator: "\n")
    #expect(
      try faults { _ in
        ([lines[1], lines[0]] + lines[2...]).map { "\($0)\n" }.joined()
      } == [.outOfOrder(2, name: "figures.csv")])
    #expect(
      try faults { _ in ([lines[0]] + lines).map { "\($0)\n" }.joined() } == [
        .repeated(2, name: "figures.csv")
      ])
    #expect(
      try faults { $0 + "\(hash("0"))  zz.txt\n" } == [.foreign(7, name: "zz.txt")])
    #expect(
      try faults { "\(hash("0"))  ../kheo.yml\n" + $0 } == [
        .path(1, name: "../kheo.yml")
      ])
    #expect(
      try faults { "\(hash("0"))  ..\n" + $0 } == [.path(1, name: "..")])
    #expect(try faults { "\(hash("0"))  \n" + $0 }.count == 1)
    #expect(try faults { _ in "" }.first == .empty)
    #expect(
      try faults { _ in String(repeating: "\n", count: 70_000) } == [.tooLarge(limit: 65536)])
  }

  @Test func `what is no regular file is neither followed nor waited for`() throws {
    #expect(
      try check {
        try $0.remove("summary.txt")
        _ = symlink("figures.csv", $0.file("summary.txt"))
      }.faults == [.notRegular("summary.txt")])
    #expect(
      try check {
        try $0.remove("report.xlsx")
        _ = mkfifo($0.file("report.xlsx"), 0o600)
      }.faults == [.notRegular("report.xlsx")])
    #expect(
      try check {
        try $0.remove(Manifest.fileName)
        _ = mkdir($0.file(Manifest.fileName), 0o700)
      }.faults == [.notRegular("manifest-sha256.txt")])
  }

  @Test func `what is too many in the folder is named`() throws {
    #expect(
      try check {
        try $0.write("", to: ".DS_Store")
        _ = mkdir($0.file("phu-luc"), 0o700)
      }.faults == [.extra(".DS_Store", isFolder: false), .extra("phu-luc", isFolder: true)])
  }

  @Test func `a folder that is not there is an error`() throws {
    let missing = try TemporaryFolder().path
    #expect(throws: FileError.notFound(missing)) {
      try Manifest.check(folder: missing, expected: SmallRelease.names)
    }
  }

  struct MessageCase {
    var fault: ManifestFault
    var vietnamese: String
    var english: String
  }

  @Test(arguments: [
    MessageCase(
      fault: .missing("manifest-sha256.txt"),
      vietnamese: "manifest-sha256.txt: thiếu bảng niêm phong nên không thể đối chiếu các tệp; "
        + "hãy lấy lại bản gốc",
      english: "manifest-sha256.txt: the manifest is missing, so the files cannot be checked; "
        + "fetch the original"),
    MessageCase(
      fault: .missing("summary.txt"),
      vietnamese: "summary.txt: thiếu tệp; hãy lấy lại bản gốc",
      english: "summary.txt: the file is missing; fetch the original"),
    MessageCase(
      fault: .notRegular("summary.txt"),
      vietnamese: "summary.txt: không phải tệp thường (có thể là thư mục, liên kết hoặc thiết bị) "
        + "nên không được mở; hãy đặt tệp gốc vào đó",
      english: "summary.txt: not a regular file (a folder, link or device, perhaps), so it is not "
        + "opened; put the original file there"),
    MessageCase(
      fault: .tooLarge(limit: 65536),
      vietnamese: "manifest-sha256.txt: bảng niêm phong lớn hơn 65536 byte nên không được đọc; "
        + "hãy lấy lại bản gốc",
      english: "manifest-sha256.txt: the manifest is larger than 65536 bytes and is not read; "
        + "fetch the original"),
    MessageCase(
      fault: .empty,
      vietnamese: "manifest-sha256.txt: bảng niêm phong trống; hãy lấy lại bản gốc",
      english: "manifest-sha256.txt: the manifest is empty; fetch the original"),
    MessageCase(
      fault: .malformedLine(3, text: "abc"),
      vietnamese: "manifest-sha256.txt:3: không phải “mã SHA-256, hai dấu cách, tên tệp”: “abc”; "
        + "bảng niêm phong đã bị sửa",
      english: "manifest-sha256.txt:3: not “SHA-256, two spaces, file name”: “abc”; "
        + "the manifest was changed"),
    MessageCase(
      fault: .outOfOrder(2, name: "a.csv"),
      vietnamese: "manifest-sha256.txt:2: “a.csv” không đứng đúng thứ tự tên; "
        + "bảng niêm phong đã bị sửa",
      english: "manifest-sha256.txt:2: “a.csv” is not in the order of names; "
        + "the manifest was changed"),
    MessageCase(
      fault: .repeated(2, name: "a.csv"),
      vietnamese: "manifest-sha256.txt:2: “a.csv” được ghi lần thứ hai; "
        + "bảng niêm phong đã bị sửa",
      english: "manifest-sha256.txt:2: “a.csv” is listed a second time; the manifest was changed"
    ),
    MessageCase(
      fault: .path(1, name: "../\u{1B}x"),
      vietnamese: "manifest-sha256.txt:1: “../\\u{1B}x” chỉ ra ngoài thư mục báo cáo nên không "
        + "được mở; bảng niêm phong đã bị sửa",
      english: "manifest-sha256.txt:1: “../\\u{1B}x” leads out of the release folder and is not "
        + "opened; the manifest was changed"),
    MessageCase(
      fault: .foreign(7, name: "zz.txt"),
      vietnamese: "manifest-sha256.txt:7: “zz.txt” không phải tệp của báo cáo; "
        + "bảng niêm phong đã bị sửa",
      english: "manifest-sha256.txt:7: “zz.txt” is not a file of a release; "
        + "the manifest was changed"),
    MessageCase(
      fault: .noLineEnd,
      vietnamese: "manifest-sha256.txt: dòng cuối không có ký tự xuống dòng: bảng niêm phong bị "
        + "cắt cụt; hãy lấy lại bản gốc",
      english: "manifest-sha256.txt: the last line has no line end: the manifest is cut off; "
        + "fetch the original"),
    MessageCase(
      fault: .notListed("summary.txt"),
      vietnamese: "summary.txt: không có trong bảng niêm phong; bảng niêm phong đã bị sửa",
      english: "summary.txt: not listed in the manifest; the manifest was changed"),
    MessageCase(
      fault: .differs("summary.txt", listed: "aa", found: "bb"),
      vietnamese: "summary.txt: nội dung đã bị thay đổi: niêm phong aa, nay là bb",
      english: "summary.txt: the file was changed: sealed as aa, now bb"),
    MessageCase(
      fault: .extra("a\nb", isFolder: false),
      vietnamese: "a\\u{A}b: tệp thừa, không thuộc báo cáo; hãy chuyển đi chỗ khác",
      english: "a\\u{A}b: a file too many, not of the release; move it away"),
    MessageCase(
      fault: .extra("x", isFolder: true),
      vietnamese: "x: thư mục thừa, không thuộc báo cáo; hãy chuyển đi chỗ khác",
      english: "x: a folder too many, not of the release; move it away"),
  ])
  func `each fault says where, what, and what to do`(_ test: MessageCase) {
    #expect(test.fault.message(in: .vietnamese) == test.vietnamese)
    #expect(test.fault.message(in: .english) == test.english)
  }
}
