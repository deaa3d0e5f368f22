import Glibc

/// The largest file that is read: 4 GiB less one byte.
package let fileSizeLimit = 4 * 1024 * 1024 * 1024 - 1

/// The bytes of a regular file, all of them as they were at one moment.
///
/// `read`, not `mmap`: a mapped file that shrinks kills the process. Links and special files are
/// refused rather than followed or waited for, and a file that changes meanwhile is an error. A
/// file of more than `limit` bytes is not read.
package func readFile(at path: String, limit: Int = fileSizeLimit) throws(FileError) -> [UInt8] {
  let file = try RegularFile.open(path)
  guard file.size <= limit else { throw FileError(path: path, reason: .tooLarge(limit: limit)) }
  // The bytes, the same decoded, and what is made of them.
  guard Memory.isAvailable(3 * file.size) else { throw FileError(path: path, reason: .outOfMemory) }
  // One byte more than the size, to notice a file that grows.
  let bytes = try file.read(atMost: file.size + 1)
  try file.checkUnchanged(byteCount: bytes.count)
  return bytes
}

/// A regular file that is open to be read, as it was when it was opened.
struct RegularFile: ~Copyable {
  private let path: String
  private let descriptor: Descriptor
  private let opened: stat

  /// Opens the file; neither follows a link nor waits for a FIFO.
  static func open(_ path: String) throws(FileError) -> RegularFile {
    let descriptor = try Descriptor(path, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    let opened = try descriptor.status()
    guard opened.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, reason: .notRegular)
    }
    return RegularFile(path: path, descriptor: descriptor, opened: opened)
  }

  private init(path: String, descriptor: consuming Descriptor, opened: stat) {
    self.path = path
    self.descriptor = descriptor
    self.opened = opened
  }

  /// In bytes.
  var size: Int { Int(opened.st_size) }

  /// The next `count` bytes; fewer only at the end of the file.
  borrowing func read(atMost count: Int) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < buffer.count {
        let count = Glibc.read(
          descriptor.number, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
        if count < 0 {
          if errno == EINTR { continue }
          failure = FileError(path: path)
          return
        }
        if count == 0 { return }
        filled += count
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Whether all of it was read, and nobody wrote to it since it was opened.
  borrowing func checkUnchanged(byteCount: Int) throws(FileError) {
    let now = try descriptor.status()
    guard byteCount == size, now.st_size == opened.st_size,
      now.st_mtim.tv_sec == opened.st_mtim.tv_sec,
      now.st_mtim.tv_nsec == opened.st_mtim.tv_nsec
    else { throw FileError(path: path, reason: .changedWhileRead) }
  }
}

/// An open file that is closed when it goes out of scope.
struct Descriptor: ~Copyable {
  let number: Int32
  private let path: String

  init(_ path: String, flags: Int32, mode: mode_t = 0) throws(FileError) {
    var number: Int32
    repeat { number = open(path, flags, mode) } while number < 0 && errno == EINTR
    if number < 0 {
      // A link that O_NOFOLLOW refuses, and a socket, are no regular files either.
      if errno == ELOOP || errno == ENXIO { throw FileError(path: path, reason: .notRegular) }
      throw FileError(path: path)
    }
    self.number = number
    self.path = path
  }

  deinit { close(number) }

  borrowing func status() throws(FileError) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw FileError(path: path) }
    return status
  }

  /// The byte at an offset from the start; nothing beyond the end.
  borrowing func byte(at offset: Int) throws(FileError) -> UInt8? {
    var byte: UInt8 = 0
    var count: Int
    repeat { count = pread(number, &byte, 1, off_t(offset)) } while count < 0 && errno == EINTR
    if count < 0 { throw FileError(path: path) }
    return count == 0 ? nil : byte
  }

  borrowing func write(_ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(number, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(path: path)
      }
      written += count
    }
  }

  borrowing func synchronize() throws(FileError) {
    guard fsync(number) == 0 else { throw FileError(path: path) }
  }
}
