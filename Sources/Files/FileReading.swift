import Glibc

/// The largest file that is read: 4 GiB less one byte.
package let fileSizeLimit = 4 * 1024 * 1024 * 1024 - 1

/// The bytes of a regular file, all of them as they were at one moment.
///
/// `read`, not `mmap`: a mapped file that shrinks kills the process. Links and special files are
/// refused rather than followed or waited for, and a file that changes meanwhile is an error.
package func readFile(at path: String) throws(FileError) -> [UInt8] {
  let descriptor = try Descriptor(path, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
  let before = try descriptor.status()
  guard before.st_mode & S_IFMT == S_IFREG else {
    throw FileError(path: path, reason: .notRegular)
  }
  guard before.st_size <= fileSizeLimit else {
    throw FileError(path: path, reason: .tooLarge(limit: fileSizeLimit))
  }
  let size = Int(before.st_size)
  var failure: FileError?
  // One byte more than the size, to notice a file that grows.
  let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, filled in
    while filled < buffer.count {
      let count = read(
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
  let after = try descriptor.status()
  guard bytes.count == size, after.st_size == before.st_size,
    after.st_mtim.tv_sec == before.st_mtim.tv_sec,
    after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
  else { throw FileError(path: path, reason: .changedWhileRead) }
  return bytes
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
