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
  /// The name under which it is to appear.
  private let name: String

  /// Makes a staged folder in `parent`, after removing those that a killed run left there; it is to
  /// appear as `name`.
  ///
  /// The caller holds the `OutputLock` of `parent`.
  package init(in parent: String, for name: String) throws(FileError) {
    let path = try StagedFolder.makeEmpty(in: parent, for: name)
    self.name = name
    self.parent = parent
    self.path = path
  }

  private static func makeEmpty(
    in parent: String, for name: String
  ) throws(FileError) -> String {
    try clean(parent)
    let path = "\(parent)/\(Staging.prefix)\(getpid())"
    // Before it is there, so that no signal can come in between.
    Staging.current.withLock { _ = $0.insert(path) }
    guard mkdir(path, 0o700) == 0 else { throw FileError(path: "\(parent)/\(name)") }
    return path
  }

  deinit {
    removeEverything(at: path)
    Staging.current.withLock { [path] in _ = $0.remove(path) }
  }

  /// Appends bytes to the file of a name, which is made when it is not there.
  package var appender: @Sendable (_ name: String, _ bytes: [UInt8]) throws(FileError) -> Void {
    { [path, parent, release = name] (name, bytes) throws(FileError) in
      do throws(FileError) {
        let file = try Descriptor(
          "\(path)/\(name)", flags: O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC,
          mode: 0o644)
        try file.write(bytes)
      } catch {
        throw FileError(path: "\(parent)/\(release)/\(name)", reason: error.reason)
      }
    }
  }

  /// An error of a staged file as one of the file that a person would find.
  package borrowing func known(_ error: FileError) -> FileError {
    guard error.path.hasPrefix(path) else { return error }
    return FileError(
      path: "\(parent)/\(name)\(error.path.dropFirst(path.count))", reason: error.reason)
  }

  /// Makes the folder appear, in the place of what had its name; it must hold exactly the files
  /// named.
  package borrowing func publish(holding files: Set<String>) throws(FileError) {
    do throws(FileError) {
      try complete(holding: files)
    } catch {
      throw known(error)
    }
    // Under the lock of `removeCurrent`: what is being published is no longer to be removed.
    let result = Staging.current.withLock { current in
      Result { () throws(FileError) in
        try putInPlace()
        current.remove(path)
      }
    }
    try result.get()
    try synchronizeFolder(parent)
  }

  /// Has every file on the disk for good, to be read by all.
  private borrowing func complete(holding files: Set<String>) throws(FileError) {
    let entries = try folderEntries(at: path)
    if let stray = Set(entries.map(\.name)).symmetricDifference(files).min() {
      throw FileError(path: "\(path)/\(stray)", reason: .unexpected)
    }
    for entry in entries {
      let file = try Descriptor("\(path)/\(entry.name)", flags: O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
      guard fchmod(file.number, 0o644) == 0 else {
        throw FileError(path: "\(path)/\(entry.name)")
      }
      try file.synchronize()
    }
    guard chmod(path, 0o755) == 0 else { throw FileError(path: path) }
    try synchronizeFolder(path)
  }

  private borrowing func putInPlace() throws(FileError) {
    let final = "\(parent)/\(name)"
    guard exists(final) else {
      guard rename(path, final) == 0 else { throw FileError(path: final) }
      return
    }
    guard isOwnFolder(final) else { throw FileError(path: final, code: ENOTDIR) }
    if kheo_exchange(path, final) == 0 { return }
    guard errno == ENOSYS || errno == EINVAL else { throw FileError(path: final) }
    // A file system that cannot exchange: for a moment there is no release, but never half of one;
    // a run that is killed in that moment leaves the old one to be put back by the next.
    let old = "\(parent)/\(StagedFolder.oldPrefix)\(name)"
    guard rename(final, old) == 0 else { throw FileError(path: final) }
    guard rename(path, final) == 0 else {
      let error = FileError(path: final)
      _ = rename(old, final)
      throw error
    }
    removeEverything(at: old)
  }

  private static let oldPrefix = ".kheo-old-"

  /// Removes what killed runs left, and puts a release back that one had set aside.
  private static func clean(_ parent: String) throws(FileError) {
    for entry in try folderEntries(at: parent) {
      if Staging.isLeftover(entry.name, isLocked: true) {
        removeEverything(at: "\(parent)/\(entry.name)")
      } else if entry.name.hasPrefix(oldPrefix) {
        let final = "\(parent)/\(entry.name.dropFirst(oldPrefix.count))"
        if exists(final) || rename("\(parent)/\(entry.name)", final) != 0 {
          removeEverything(at: "\(parent)/\(entry.name)")
        }
      }
    }
  }
}
