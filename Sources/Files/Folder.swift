import CPlatform
import Glibc

/// One entry of a folder.
package struct FolderEntry: Sendable, Equatable {
  package enum Kind: Sendable { case file, folder, link, other }

  /// The name; bytes that are no UTF-8 appear as U+FFFD, and then `isNameValid` is false.
  package var name: String
  package var isNameValid: Bool
  /// What the entry is; links are not followed.
  package var kind: Kind
}

/// The entries of a folder without `.` and `..`, sorted by name bytewise.
package func folderEntries(at path: String) throws(FileError) -> [FolderEntry] {
  guard let stream = opendir(path) else { throw FileError(path: path) }
  defer { closedir(stream) }
  var entries: [FolderEntry] = []
  while true {
    errno = 0
    guard let entry = readdir(stream) else {
      if errno != 0 { throw FileError(path: path) }
      break
    }
    let bytes = nameBytes(of: entry)
    if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
    let name = String(decoding: bytes, as: UTF8.self)
    entries.append(
      FolderEntry(
        name: name, isNameValid: Array(name.utf8) == bytes, kind: try entryKind(at: path, bytes)))
  }
  return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

/// The name of an entry, read where it lies: the structure may end before its declared 256 bytes.
private func nameBytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
  let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
  let name = UnsafeRawPointer(entry).advanced(by: offset)
  return Array(
    UnsafeRawBufferPointer(start: name, count: strlen(name.assumingMemoryBound(to: CChar.self))))
}

/// What an entry is; an entry that cannot be looked at is an error, or a folder would vanish.
private func entryKind(at path: String, _ name: [UInt8]) throws(FileError) -> FolderEntry.Kind {
  var status = stat()
  let full = Array(path.utf8) + [0x2F] + name + [0]
  let result = full.withUnsafeBytes {
    $0.withMemoryRebound(to: CChar.self) { text in
      text.baseAddress.map { lstat($0, &status) } ?? -1
    }
  }
  if result != 0 {
    // Gone since the folder was listed: another program's temporary file.
    if errno == ENOENT { return .other }
    throw FileError(path: "\(path)/\(String(decoding: name, as: UTF8.self))")
  }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder
  case S_IFLNK: return .link
  default: return .other
  }
}

/// Whether there is a folder at `path`, links followed.
package func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Whether there is a folder at `path`, not a link to one.
package func isOwnFolder(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Whether there is a regular file at `path`, not a link to one.
package func isRegularFile(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}

/// Whether anything is at `path`, a broken link included.
///
/// What cannot be looked at is taken to be there, so that whoever opens it is told why: a ledger on
/// a failing disk is not a missing one.
package func exists(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 || errno != ENOENT && errno != ENOTDIR
}

/// The path of what is there without links, dots and doubled slashes, from the root.
package func canonicalPath(of path: String) throws(FileError) -> String {
  guard let resolved = realpath(path, nil) else { throw FileError(path: path) }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// Makes the folder, and the folders above it that are missing.
package func makeFolder(at path: String) throws(FileError) {
  if isFolder(path) { return }
  if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
    try makeFolder(at: String(path[..<slash]))
  }
  guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileError(path: path) }
  guard isFolder(path) else { throw FileError(path: path, code: ENOTDIR) }
}

/// Removes a file, or a folder with all it holds; links are removed, not followed.
///
/// What is not there, or cannot be removed, stays without complaint: the next run tries again.
package func removeEverything(at path: String) { kheo_remove(path) }

/// Writes a folder's entries to the disk for good.
func synchronizeFolder(_ path: String) throws(FileError) {
  try Descriptor(path, flags: O_RDONLY | O_DIRECTORY | O_CLOEXEC).synchronize()
}
