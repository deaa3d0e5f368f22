import CPlatform
import Glibc
import Synchronization

/// A private folder on the disk of the output, whose files appear under their final name all at
/// once or not at all.
///
/// What is not published is removed.
///
/// Publishing is fsync of every file, fsync of the folder, rename, fsync of the folder above: after
/// a power cut there is the old release or the new one.
package struct StagedFolder: ~Copyable {
  package let path: String
  private let parent: String
  private static let prefix = ".kheo-stage-"

  /// Makes a staged folder in `parent`, after removing those that a killed run left there.
  ///
  /// The caller holds the `OutputLock` of `parent`.
  package init(in parent: String) throws(FileError) {
    let path = try StagedFolder.makeEmpty(in: parent)
    self.parent = parent
    self.path = path
    StagedFolder.current.withLock { $0 = path }
  }

  private static func makeEmpty(in parent: String) throws(FileError) -> String {
    for entry in try folderEntries(at: parent) where entry.name.hasPrefix(prefix) {
      removeEverything(at: "\(parent)/\(entry.name)")
    }
    let path = "\(parent)/\(prefix)\(getpid())"
    guard mkdir(path, 0o700) == 0 else { throw FileError(path: path) }
    return path
  }

  deinit {
    StagedFolder.current.withLock { $0 = nil }
    removeEverything(at: path)
  }

  /// Appends bytes to the file of a name, which is made when it is not there.
  package var appender: (_ name: String, _ bytes: [UInt8]) throws(FileError) -> Void {
    { [path] (name, bytes) throws(FileError) in
      let file = try Descriptor(
        "\(path)/\(name)", flags: O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC,
        mode: 0o644)
      try file.write(bytes)
    }
  }

  /// Makes the folder appear as `name`, in the place of what had that name.
  package borrowing func publish(as name: String) throws(FileError) {
    for entry in try folderEntries(at: path) {
      let file = try Descriptor("\(path)/\(entry.name)", flags: O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
      guard fchmod(file.number, 0o644) == 0 else {
        throw FileError(path: "\(path)/\(entry.name)")
      }
      try file.synchronize()
    }
    guard chmod(path, 0o755) == 0 else { throw FileError(path: path) }
    try synchronizeFolder(path)
    let final = "\(parent)/\(name)"
    if exists(final) {
      try replace(final)
    } else if rename(path, final) != 0 {
      throw FileError(path: final)
    }
    try synchronizeFolder(parent)
  }

  private borrowing func replace(_ final: String) throws(FileError) {
    guard isFolder(final) else { throw FileError(path: final, code: ENOTDIR) }
    if kheo_exchange(path, final) == 0 { return }
    guard errno == ENOSYS || errno == EINVAL else { throw FileError(path: final) }
    // A file system that cannot exchange: for a moment there is no release, but never half of one.
    let old = "\(path)-old"
    guard rename(final, old) == 0 else { throw FileError(path: final) }
    guard rename(path, final) == 0 else {
      let error = FileError(path: final)
      _ = rename(old, final)
      throw error
    }
    removeEverything(at: old)
  }

  private static let current = Mutex<String?>(nil)

  /// Removes the staged folder of this process, if there is one: for a run that is told to end.
  package static func removeCurrent() {
    current.withLock { path in
      if let path { removeEverything(at: path) }
    }
  }
}
