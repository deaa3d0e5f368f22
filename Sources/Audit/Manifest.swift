package import Files
import Glibc

/// The seal of a release: `manifest-sha256.txt`, one line `hash, two spaces, name` a file, sorted by
/// name bytewise, as `sha256sum` writes and checks it.
package enum Manifest {
  package static let fileName = "manifest-sha256.txt"

  /// No manifest of ours comes near it; a larger one is not read as one.
  package static let sizeLimit = 64 * 1024

  struct Entry {
    var lineNumber: Int
    var sha256: String
    var name: String
  }

  /// The entries of a manifest, and what is wrong with how it is written.
  static func parse(_ bytes: [UInt8]) -> (entries: [Entry], faults: [ManifestFault]) {
    if bytes.isEmpty { return ([], [.empty]) }
    var entries: [Entry] = []
    var faults: [ManifestFault] = []
    let isEnded = forEachLine(of: bytes) { line, number in
      guard let entry = entry(line, lineNumber: number) else {
        return faults.append(.malformedLine(number, text: excerpt(line)))
      }
      if let last = entries.last, !last.name.utf8.lexicographicallyPrecedes(entry.name.utf8) {
        faults.append(
          isSame(last.name, entry.name)
            ? .repeated(number, name: entry.name) : .outOfOrder(number, name: entry.name))
      }
      entries.append(entry)
    }
    if !isEnded { faults.append(.noLineEnd) }
    return (entries, faults)
  }

  private static func entry(_ line: ArraySlice<UInt8>, lineNumber: Int) -> Entry? {
    let name = line.dropFirst(66)
    guard isSHA256(line.prefix(64)), line.dropFirst(64).prefix(2).elementsEqual([0x20, 0x20]),
      let text = String(validating: name, as: UTF8.self), !name.isEmpty,
      name.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { return nil }
    return Entry(
      lineNumber: lineNumber, sha256: String(decoding: line.prefix(64), as: UTF8.self), name: text)
  }

  /// Compares a release folder with its manifest, and with the names that a release must hold
  /// (`expected`, the manifest among them).
  ///
  /// Only files of those names are opened, whatever the manifest says. Throws when the folder, or
  /// a file that is there, cannot be read.
  package static func check(
    folder: String, expected: Set<String>
  ) throws(FileError) -> ManifestCheck {
    var check = ManifestCheck(sha256: nil, faults: [])
    let present = try folderEntries(at: folder)
    let sealed = expected.filter { !isSame($0, fileName) }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let entries = try readEntries(folder, &check)
    if let entries { check.faults += notSealed(entries, sealed) }
    for name in sealed {
      try compare(name, (entries ?? []).filter { isSame($0.name, name) }, folder, &check.faults)
    }
    check.faults += present.filter { entry in
      !entry.isNameValid || !expected.contains { isSame($0, entry.name) }
    }.map { .extra($0.name, isFolder: $0.kind == .folder) }
    return check
  }

  /// Reads the manifest and notes its hash and its faults; nothing when it cannot be read as one.
  private static func readEntries(
    _ folder: String, _ check: inout ManifestCheck
  ) throws(FileError) -> [Entry]? {
    do throws(FileError) {
      let file = try digestFile(at: "\(folder)/\(fileName)", keeping: sizeLimit)
      check.sha256 = file.sha256
      guard file.byteCount <= sizeLimit else {
        check.faults.append(.tooLarge(limit: sizeLimit))
        return nil
      }
      let (entries, faults) = parse(file.prefix)
      check.faults += faults
      return entries
    } catch {
      check.faults.append(try fault(of: error, fileName))
      return nil
    }
  }

  /// Entries that are of no release, and files of a release that have no entry.
  private static func notSealed(_ entries: [Entry], _ sealed: [String]) -> [ManifestFault] {
    let foreign: [ManifestFault] = entries.compactMap { entry in
      if sealed.contains(where: { isSame($0, entry.name) }) { return nil }
      let isPath =
        entry.name.utf8.contains(UInt8(ascii: "/")) || entry.name == ".."
        || entry.name == "."
      return isPath
        ? .path(entry.lineNumber, name: entry.name) : .foreign(entry.lineNumber, name: entry.name)
    }
    return foreign
      + sealed.filter { name in !entries.contains { isSame($0.name, name) } }.map { .notListed($0) }
  }

  /// Compares one file with its entries: none, one, or several of a broken manifest.
  private static func compare(
    _ name: String, _ entries: [Entry], _ folder: String, _ faults: inout [ManifestFault]
  ) throws(FileError) {
    do throws(FileError) {
      let found = try digestFile(at: "\(folder)/\(name)").sha256
      for entry in entries where entry.sha256 != found {
        faults.append(.differs(name, listed: entry.sha256, found: found))
      }
    } catch {
      faults.append(try fault(of: error, name))
    }
  }

  /// What a release lacks is a fault of it; what keeps us from looking is an error.
  private static func fault(of error: FileError, _ name: String) throws(FileError) -> ManifestFault
  {
    switch error.reason {
    case .system(code: ENOENT): return .missing(name)
    case .notRegular: return .notRegular(name)
    default: throw error
    }
  }
}
