import Glibc

/// Keeps other runs away from an output folder.
///
/// The kernel lets it go when its holder ends, however that comes about. What stands in the lock
/// file only serves the message of those who find it held.
package struct OutputLock: ~Copyable {
  /// Whether another run had the folder first.
  package let hasWaited: Bool
  private let descriptor: Descriptor

  /// How often a waiting run looks whether the folder is free.
  private static let interval = Duration.milliseconds(50)
  /// A wait of ten years is one without end; more seconds would not fit a moment.
  private static let longestPatience = 10 * 366 * 86_400

  /// Waits up to `patience` seconds for the folder, and throws `held` when another run still has
  /// it then.
  package init(folder: String, patience: Int = 0) throws(FileError) {
    let holder = LockHolder.this
    let end = ContinuousClock.now + .seconds(min(patience, OutputLock.longestPatience))
    var hasWaited = false
    while true {
      do throws(FileError) {
        descriptor = try OutputLock.acquire(folder, as: holder)
        break
      } catch {
        guard error.isHeld, ContinuousClock.now < end else { throw error }
        hasWaited = true
        usleep(UInt32(OutputLock.interval / .microseconds(1)))
      }
    }
    self.hasWaited = hasWaited
  }

  private static func acquire(
    _ folder: String, as holder: LockHolder
  ) throws(FileError) -> Descriptor {
    let path = "\(folder)/.lock"
    while true {
      let descriptor = try Descriptor(
        path, flags: O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, mode: 0o644)
      guard try descriptor.status().st_mode & S_IFMT == S_IFREG else {
        throw FileError(path: path, reason: .notRegular)
      }
      guard flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 else {
        if errno == EINTR { continue }
        guard errno == EWOULDBLOCK else { throw FileError(path: path) }
        throw FileError(path: folder, reason: .held(by: LockHolder(writtenIn: descriptor)))
      }
      // The file may have been removed between open and flock: then this lock keeps nobody out.
      if try !isFile(descriptor, at: path) { continue }
      // Held all the same when there is no room to say by whom.
      if ftruncate(descriptor.number, 0) == 0 { try? descriptor.write(Array(holder.line.utf8)) }
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
}
