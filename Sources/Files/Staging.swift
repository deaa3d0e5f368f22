import Glibc
import Synchronization

/// What this process is writing and has not published yet.
package enum Staging {
  /// How names of unpublished files and folders begin.
  static let prefix = ".kheo-stage-"

  /// The path of the one that is being written.
  static let current = Mutex<String?>(nil)

  /// Removes what this process has staged, if anything, and ends the process: for a run that is
  /// told to end.
  ///
  /// Nothing is published meanwhile, or after.
  package static func removeCurrent(thenEnd end: () -> Never) -> Never {
    current.withLock { path in
      if let path { removeEverything(at: path) }
      end()
    }
  }
}

/// A private file beside the one whose place it will take: whole or not at all.
///
/// What is not published is removed.
package struct StagedFile: ~Copyable {
  /// Where to write; nothing is there yet.
  package let path: String
  private let folder: String
  private let final: String

  /// Stages a file that is to appear at `final`, in a folder that is there.
  package init(for final: String) throws(FileError) {
    let parts = final.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "./"
    guard isFolder(folder) else { throw FileError(path: folder, code: ENOENT) }
    guard !isFolder(final) else { throw FileError(path: final, reason: .notRegular) }
    self.folder = folder
    self.final = final
    path = "\(folder)\(Staging.prefix)\(getpid()).file"
    Staging.current.withLock { [path] in $0 = path }
    removeEverything(at: path)
  }

  deinit {
    Staging.current.withLock { $0 = nil }
    removeEverything(at: path)
  }

  /// Writes the whole file.
  package borrowing func write(_ bytes: [UInt8]) throws(FileError) {
    try Descriptor(
      path, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode: 0o644
    ).write(bytes)
  }

  /// Makes the file appear, in the place of the one that is there: after a power cut there is the
  /// old file or the new one.
  package borrowing func publish() throws(FileError) {
    let file = try Descriptor(path, flags: O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard fchmod(file.number, 0o644) == 0 else { throw FileError(path: path) }
    try file.synchronize()
    let result = Staging.current.withLock { current in
      Result { () throws(FileError) in
        guard rename(path, final) == 0 else { throw FileError(path: final) }
        current = nil
      }
    }
    try result.get()
    try synchronizeFolder(folder)
  }
}
