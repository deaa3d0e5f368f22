import Glibc

/// Keeps other runs away from an output folder.
///
/// The kernel lets it go when its holder ends, however that comes about.
package struct OutputLock: ~Copyable {
  private let descriptor: Descriptor

  /// Throws `held` at once when another run has the folder.
  package init(folder: String) throws(FileError) {
    descriptor = try OutputLock.acquire(folder)
  }

  private static func acquire(_ folder: String) throws(FileError) -> Descriptor {
    let path = "\(folder)/.lock"
    while true {
      let descriptor = try Descriptor(
        path, flags: O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode: 0o644)
      guard flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 else {
        if errno == EINTR { continue }
        guard errno == EWOULDBLOCK else { throw FileError(path: path) }
        throw FileError(path: folder, reason: .held(processID: holder(descriptor)))
      }
      // The file may have been removed between open and flock: then this lock keeps nobody out.
      if try !isFile(descriptor, at: path) { continue }
      guard ftruncate(descriptor.number, 0) == 0 else { throw FileError(path: path) }
      try descriptor.write(Array("\(getpid())\n".utf8))
      return descriptor
    }
  }

  private static func isFile(
    _ descriptor: borrowing Descriptor, at path: String
  ) throws(FileError) -> Bool {
    var status = stat()
    let opened = try descriptor.status()
    return stat(path, &status) == 0 && status.st_ino == opened.st_ino
      && status.st_dev == opened.st_dev
  }

  private static func holder(_ descriptor: borrowing Descriptor) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = read(descriptor.number, &bytes, bytes.count)
    guard count > 0 else { return nil }
    return Int(String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
  }
}
