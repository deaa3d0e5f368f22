import Glibc

/// A regular file of JSON lines to which lines are added, by several processes if need be.
package final class AppendedFile: Sendable {
  private let descriptor: Descriptor

  /// Opens the file, or makes it, readable by all whatever the umask.
  ///
  /// Links and special files are refused, and so is a file that does not begin like one of ours:
  /// nobody's list or report is to be added to by a slip in a crontab.
  package init(_ path: String) throws(FileError) {
    descriptor = try AppendedFile.checked(try AppendedFile.open(path), path)
  }

  private static func checked(
    _ descriptor: consuming Descriptor, _ path: String
  ) throws(FileError) -> Descriptor {
    let status = try descriptor.status()
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, reason: .notRegular)
    }
    if status.st_size == 0 { return descriptor }
    guard try descriptor.byte(at: 0) == UInt8(ascii: "{") else {
      throw FileError(path: path, reason: .notLog)
    }
    // A line that a full disk cut off is not to be lengthened.
    if try descriptor.byte(at: Int(status.st_size) - 1) != UInt8(ascii: "\n") {
      try descriptor.write([UInt8(ascii: "\n")])
    }
    return descriptor
  }

  private static func open(_ path: String) throws(FileError) -> Descriptor {
    let flags = O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    do throws(FileError) {
      let made = try Descriptor(path, flags: flags | O_CREAT | O_EXCL, mode: 0o644)
      guard fchmod(made.number, 0o644) == 0 else { throw FileError(path: path) }
      return made
    } catch {
      guard case .system(EEXIST) = error.reason else { throw error }
      return try Descriptor(path, flags: flags)
    }
  }

  /// Adds a line with its line feed, in one piece, so that those of other processes stay whole.
  package func append(_ line: [UInt8]) throws(FileError) {
    try descriptor.write(line + [UInt8(ascii: "\n")])
  }
}
