import Audit
import Files

/// Several texts of a release in comparison with what they should be.
final class TextComparisons {
  /// One of them; the comparison itself cannot be copied into a table.
  private final class Entry {
    var comparison: TextComparison

    init(path: String, name: String) throws(FileError) {
      comparison = try TextComparison(path: path, name: name)
    }
  }

  private let entries: [String: Result<Entry, FileError>]

  /// Opens the files, by name.
  init(_ paths: [String: String]) {
    var entries: [String: Result<Entry, FileError>] = [:]
    for (name, path) in paths {
      entries[name] = Result { () throws(FileError) in try Entry(path: path, name: name) }
    }
    self.entries = entries
  }

  /// Takes the next bytes that the file of a name should hold; other files are not compared.
  func expect(_ name: String, _ bytes: [UInt8]) throws(FileError) {
    guard case .success(let entry) = entries[name] else { return }
    try entry.comparison.expect(bytes)
  }

  /// How the file of a name differs, or why it could not be read.
  func finish(_ name: String) throws(FileError) -> LineDifferences {
    guard let entry = entries[name] else { throw .notFound(name) }
    return try entry.get().comparison.finish()
  }
}
