import Glibc
import Synchronization

/// What this process is writing and has not published yet.
package enum Staging {
  /// How names of unpublished files and folders begin.
  static let prefix = ".kheo-stage-"
  /// How names of unpublished files end; they may stand where no lock keeps others away.
  private static let fileEnding = ".file"

  /// The paths that are being written.
  static let current = Mutex<Set<String>>([])

  /// The path of this process's staged file in a folder.
  static func filePath(in folder: String) -> String {
    "\(folder)/\(prefix)\(getpid())\(fileEnding)"
  }

  /// Whether an entry of an output folder is what a run left that is no more; the caller holds the
  /// lock of the folder, or `isLocked` is false.
  static func isLeftover(_ name: String, isLocked: Bool) -> Bool {
    guard name.hasPrefix(prefix) else { return false }
    guard name.hasSuffix(fileEnding) else { return isLocked }
    let number = name.dropFirst(prefix.count).dropLast(fileEnding.count)
    guard let process = pid_t(number), process > 0, process != getpid() else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  /// Removes what this process has staged, if anything, and ends the process: for a run that is
  /// told to end.
  ///
  /// Nothing is published meanwhile, or after.
  package static func removeCurrent(thenEnd end: () -> Never) -> Never {
    current.withLock { paths in
      for path in paths { removeEverything(at: path) }
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

  /// Stages a file that is to appear at `final`, in a folder that is there, in the place of a
  /// regular file or of nothing.
  package init(for final: String) throws(FileError) {
    let parts = final.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    guard isFolder(folder.isEmpty ? "/" : folder) else {
      throw FileError(path: final, reason: .noFolder)
    }
    guard !exists(final) || isRegularFile(final) else {
      throw FileError(path: final, reason: .notRegular)
    }
    do throws(FileError) {
      for entry in try folderEntries(at: folder.isEmpty ? "/" : folder)
      where Staging.isLeftover(entry.name, isLocked: false) {
        removeEverything(at: "\(folder)/\(entry.name)")
      }
    } catch {
      throw FileError(path: final, reason: error.reason)
    }
    self.folder = folder
    self.final = final
    path = Staging.filePath(in: folder)
    Staging.current.withLock { [path] in _ = $0.insert(path) }
    removeEverything(at: path)
  }

  deinit {
    removeEverything(at: path)
    Staging.current.withLock { [path] in _ = $0.remove(path) }
  }

  /// Writes the whole file, and has it on the disk for good.
  package borrowing func write(_ bytes: [UInt8]) throws(FileError) {
    do throws(FileError) {
      let file = try Descriptor(
        path, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode: 0o644)
      try file.write(bytes)
      try file.synchronize()
    } catch {
      throw FileError(path: final, reason: error.reason)
    }
  }

  /// Makes the file appear, in the place of the one that is there: after a power cut there is the
  /// old file or the new one.
  package borrowing func publish() throws(FileError) {
    do throws(FileError) {
      let file = try Descriptor(path, flags: O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
      guard fchmod(file.number, 0o644) == 0 else { throw FileError(path: final) }
      try file.synchronize()
    } catch {
      throw FileError(path: final, reason: error.reason)
    }
    let result = Staging.current.withLock { current in
      Result { () throws(FileError) in
        guard rename(path, final) == 0 else { throw FileError(path: final) }
        current.remove(path)
      }
    }
    try result.get()
    try synchronizeFolder(folder.isEmpty ? "/" : folder)
  }
}
