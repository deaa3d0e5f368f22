package import Files

/// What stands where a database is to be written.
package enum ExportTarget: Sendable, Equatable {
  case free
  /// An SQLite database, or an empty file.
  case database
  /// Another file, a folder, a link, a device.
  case other
  /// The place lies in this folder of the workspace, where an export has no business.
  case inWorkspace(String)

  /// Looks at `path`; `folders` are those of the workspace, which need not be there.
  package init(_ path: String, outside folders: [String]) throws(FileError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
    if isFolder(parent) {
      let place = try canonicalPath(of: parent) + "/"
      for folder in folders where isFolder(folder) {
        if place.utf8.starts(with: (try canonicalPath(of: folder) + "/").utf8) {
          self = .inWorkspace(folder)
          return
        }
      }
    }
    guard exists(path) else {
      self = .free
      return
    }
    guard isRegularFile(path) else {
      self = .other
      return
    }
    var pieces = try FilePieces(path)
    let start = try pieces.next()
    self = start.isEmpty || start.starts(with: "SQLite format 3\0".utf8) ? .database : .other
  }
}
