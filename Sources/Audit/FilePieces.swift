import Files
import Glibc

/// The bytes of a regular file piece by piece, so that a file of any size needs little memory.
///
/// Links and special files are refused rather than followed or waited for, and a file that changes
/// meanwhile is an error, as in `readFile`.
struct FilePieces: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private let opened: stat
  private var byteCount = 0

  private static let pieceSize = 1 << 18

  init(_ path: String) throws(FileError) {
    let descriptor = try FilePieces.open(path)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw FileError(path: path, reason: .system(code: code))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileError(path: path, reason: .notRegular)
    }
    self.path = path
    self.descriptor = descriptor
    opened = status
  }

  deinit { close(descriptor) }

  private static func open(_ path: String) throws(FileError) -> Int32 {
    var descriptor: Int32
    repeat {
      descriptor = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    } while descriptor < 0 && errno == EINTR
    guard descriptor < 0 else { return descriptor }
    // A link that O_NOFOLLOW refuses, and a socket, are no regular files either.
    if errno == ELOOP || errno == ENXIO { throw FileError(path: path, reason: .notRegular) }
    throw FileError(path: path, reason: .system(code: errno))
  }

  /// The next bytes of the file; none at its end.
  mutating func next() throws(FileError) -> [UInt8] {
    var failure: Int32?
    let piece = [UInt8](unsafeUninitializedCapacity: FilePieces.pieceSize) { buffer, filled in
      repeat {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        filled = max(0, count)
        failure = count < 0 ? errno : nil
      } while failure == EINTR
    }
    if let failure { throw FileError(path: path, reason: .system(code: failure)) }
    byteCount += piece.count
    if piece.isEmpty { try checkUnchanged() }
    return piece
  }

  private borrowing func checkUnchanged() throws(FileError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(path: path, reason: .system(code: errno))
    }
    guard byteCount == Int(status.st_size), status.st_size == opened.st_size,
      status.st_mtim.tv_sec == opened.st_mtim.tv_sec,
      status.st_mtim.tv_nsec == opened.st_mtim.tv_nsec
    else { throw FileError(path: path, reason: .changedWhileRead) }
  }
}

/// The SHA-256 of a regular file, as 64 lower-case hexadecimal digits, and its first bytes: at most
/// `prefixLimit` of them.
func digestFile(
  at path: String, keeping prefixLimit: Int = 0
) throws(FileError) -> (sha256: String, byteCount: Int, prefix: [UInt8]) {
  var pieces = try FilePieces(path)
  var digest = FileDigest()
  var byteCount = 0
  var prefix: [UInt8] = []
  while true {
    let piece = try pieces.next()
    if piece.isEmpty { return (digest.hexadecimal, byteCount, prefix) }
    digest.update(piece)
    byteCount += piece.count
    if prefix.count < prefixLimit {
      prefix.append(contentsOf: piece.prefix(prefixLimit - prefix.count))
    }
  }
}
