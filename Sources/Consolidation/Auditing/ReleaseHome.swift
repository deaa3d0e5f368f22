import Audit
import Domain
import Files
import Writers

/// The reports folder in which a release stands.
struct ReleaseHome {
  /// The name under which the release was issued: its folder's.
  let releaseName: String
  private let folder: String

  /// Where the release in `release` stands, links followed.
  init(of release: String) throws(FileError) {
    let path = try canonicalPath(of: release)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    releaseName = parts.last.map(String.init) ?? ""
    folder = parts.count > 2 ? parts.dropLast().joined(separator: "/") : "/"
  }

  /// The ledger; nothing if there is none.
  func ledger() throws(FileError) -> Ledger? {
    let path = "\(folder)/\(Ledger.fileName)"
    return exists(path) ? Ledger.parse(try readFile(at: path, limit: Ledger.sizeLimit)) : nil
  }

  /// Every release of the folder with the hash of its manifest; nothing where there is none that
  /// can be read.
  func releases() throws(FileError) -> [String: String?] {
    var found: [String: String?] = [:]
    for entry in try folderEntries(at: folder)
    where entry.kind == .folder && Period(entry.name)?.quarter != nil {
      let manifest = try? digestFile(at: "\(folder)/\(entry.name)/\(Manifest.fileName)")
      found[entry.name] = .some(manifest?.sha256)
    }
    return found
  }
}
