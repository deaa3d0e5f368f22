import Domain
import Files
import Foundation
import Testing

/// A private folder that is gone when its test is.
private final class TemporaryFolder {
  let path = FileManager.default.temporaryDirectory.path + "/kheo-files-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A file of a size that takes no room on the disk.
  func sparseFile(of byteCount: Int) throws -> String {
    let file = "\(path)/sparse.csv"
    try #require(FileManager.default.createFile(atPath: file, contents: nil))
    try #require(truncate(file, off_t(byteCount)) == 0)
    return file
  }
}

struct FileReadingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a file of 4 GiB is refused before it is read, one byte less is the limit`() throws {
    #expect(fileSizeLimit == 4_294_967_295)
    let path = try folder.sparseFile(of: 4_294_967_296)
    let error = #expect(throws: FileError.self) { try readFile(at: path) }
    #expect(
      error?.message(in: .vietnamese)
        == "\(path): tệp lớn hơn 4294967295 byte, quá giới hạn; hãy bớt nội dung hoặc tách tệp")
    #expect(
      error?.message(in: .english)
        == "\(path): the file is larger than the limit of 4294967295 bytes; shorten or split it")
  }

  @Test(arguments: [(99, true), (100, true), (101, false)])
  func `files up to the limit are read`(_ byteCount: Int, _ isRead: Bool) throws {
    let path = try folder.sparseFile(of: byteCount)
    #expect((try? readFile(at: path, limit: 100))?.count == (isRead ? byteCount : nil))
  }

  @Test(arguments: [0, 300_000, 900_000])
  func `a file that shrinks or grows while it is read is an error`(_ size: Int) throws {
    let path = try folder.sparseFile(of: 800_000)
    var pieces = try FilePieces(path)
    _ = try pieces.next()
    try #require(truncate(path, off_t(size)) == 0)
    var failure: FileError?
    do throws(FileError) {
      while try !pieces.next().isEmpty {}
    } catch {
      failure = error
    }
    #expect(
      failure?.message(in: .vietnamese)
        == "\(path): tệp thay đổi khi đang đọc; hãy chạy lại khi không ai đang ghi vào tệp")
    #expect(
      failure?.message(in: .english)
        == "\(path): the file changed while it was read; run again when nobody is writing to it")
  }

  @Test func `a file that would not fit into the memory is refused before it is read`() {
    #expect(Memory.isAvailable())
    #expect(Memory.isAvailable(1 << 30))
    #expect(!Memory.isAvailable(1 << 60))
    #expect(!Memory.isAvailable(.max))
    let error = FileError(path: "a.csv", reason: .outOfMemory)
    #expect(
      error.message(in: .vietnamese)
        == "a.csv: không đủ bộ nhớ để đọc tiếp; hãy tăng giới hạn bộ nhớ (ulimit -v, MemoryMax), giảm --threads "
        + "hoặc chia nhỏ bộ hồ sơ")
    #expect(
      error.message(in: .english)
        == "a.csv: there is not enough memory to read on; raise the limit (ulimit -v, MemoryMax), lower --threads "
        + "or split the workspace")
  }

  @Test func `what killed runs left is removed whatever its name`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/.kheo-stage-1/deep", withIntermediateDirectories: true)
    let name = Array((folder.path + "/.kheo-stage-1/deep/").utf8) + [0xFF, 0x0A, 0x1B]
    try #require(
      name.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { bytes in
        let text = Array(bytes) + [0]
        return mkdir(text, 0o755) == 0
      })
    removeEverything(at: folder.path + "/.kheo-stage-1")
    #expect(!exists(folder.path + "/.kheo-stage-1"))
  }

  @Test func `what cannot be looked at is not taken for missing`() {
    #expect(!exists("/nonexistent"))
    #expect(!exists("/dev/null/x"))
    #expect(exists("/" + String(repeating: "x", count: 300)))
  }
}
