package import Domain
import Spreadsheet

/// What a file is by its first bytes and its parts, whatever its name says.
package enum FileContent: Sendable, Equatable {
  /// Nothing that is known to be no text.
  case text
  case workbook
  case foreign(ForeignFormat)
  /// A zip file that cannot be opened, and why.
  case damaged(String)

  package init(of bytes: [UInt8]) {
    if let format = FileContent.simpleFormats.first(where: { bytes.starts(with: $0.mark) })?.format
    {
      self = .foreign(format)
    } else if FileContent.isBareArchive(bytes) {
      self = .foreign(.archive)
    } else if bytes.starts(with: FileContent.compoundMark) {
      self = .foreign(FileContent.compoundFormat(bytes))
    } else if FileContent.isArchive(bytes) {
      self = FileContent.packed(bytes)
    } else if FileContent.isMarkup(bytes) {
      self = .foreign(.markupWorkbook)
    } else {
      self = .text
    }
  }

  /// Whether these first bytes are those of a file of which more must be seen to tell what it is.
  package static func needsWhole(_ head: [UInt8]) -> Bool {
    head.starts(with: compoundMark) || isArchive(head)
  }

  /// Whether bytes are those of tar, which has its mark behind the name of the first file, or of bzip2,
  /// which has a digit in its mark.
  private static func isBareArchive(_ bytes: [UInt8]) -> Bool {
    bytes.dropFirst(257).starts(with: "ustar".utf8)
      || bytes.starts(with: "BZh".utf8)
        && bytes.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
  }

  private static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// What can be told by the first bytes alone; none of them begins a text.
  private static let simpleFormats: [(mark: [UInt8], format: ForeignFormat)] = [
    (Array("%PDF-".utf8), .portableDocument),
    (Array("{\\rtf".utf8), .document),
    (Array("Rar!".utf8) + [0x1A, 7], .archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    ([0x1F, 0x8B, 8], .archive),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .archive),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image),
    ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF87a".utf8), .image),
    (Array("GIF89a".utf8), .image),
    ([0x49, 0x49, 0x2A, 0], .image),
    ([0x4D, 0x4D, 0, 0x2A], .image),
    // Workbooks of Excel 2 to 4, which are no compound files.
    ([9, 0, 4, 0], .oldWorkbook),
    ([9, 2, 6, 0], .oldWorkbook),
    ([9, 4, 6, 0], .oldWorkbook),
  ]

  /// How a compound file begins, in which old Office keeps its documents ([MS-CFB] §2.2).
  private static let compoundMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// What a compound file holds, by the names in its directory ([MS-CFB] §2.6).
  ///
  /// Entries of the directory are 128 bytes and begin with their name in UTF-16, so that they are
  /// found without following the chains of sectors, which a file may have broken or endless.
  private static func compoundFormat(_ bytes: [UInt8]) -> ForeignFormat {
    let streams: [(name: [UInt8], format: ForeignFormat)] = [
      ("EncryptedPackage", .protectedWorkbook), ("WordDocument", .document),
      ("PowerPoint Document", .presentation), ("Workbook", .oldWorkbook), ("Book", .oldWorkbook),
    ].map { name, format in (name.utf8.flatMap { [$0, 0] } + [0, 0], format) }
    var found = streams.count
    for start in stride(from: 512, to: bytes.count, by: 128) {
      let entry = bytes[start...].prefix(64)
      if let index = streams.firstIndex(where: { entry.starts(with: $0.name) }) {
        found = min(found, index)
      }
    }
    return found < streams.count ? streams[found].format : .oldWorkbook
  }

  private static func packed(_ bytes: [UInt8]) -> FileContent {
    let kind: PackageKind
    do throws(SpreadsheetError) {
      kind = try PackageKind(bytes)
    } catch {
      return .damaged(error.reason)
    }
    return switch kind {
    case .workbook: .workbook
    case .binaryWorkbook: .foreign(.binaryWorkbook)
    case .openDocumentSheet: .foreign(.openDocumentSheet)
    case .document, .openDocumentText: .foreign(.document)
    case .presentation, .openDocumentSlides: .foreign(.presentation)
    case .archive: .foreign(.archive)
    }
  }

  /// Whether a file begins like HTML, XML, or a web page in one file, as some programs save a
  /// “workbook”.
  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let marks = ["<!doctype html", "<html", "<table", "<?xml ", "<head", "mime-version: "]
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = bytes[start...].prefix(256).drop { $0 <= 0x20 }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return marks.contains { head.starts(with: $0.utf8) }
  }
}

extension SpreadsheetError {
  /// What is wrong with a workbook, in a few words and in English, as the libraries say it.
  var reason: String {
    guard case .unreadable(let part, let fault) = self else { return "\(self)" }
    let what =
      switch fault {
      case .zip(let message), .malformed(let message, _), .invalid(let message): message
      case .missing: "missing"
      case .tooManyEntries(let count): "\(count) entries"
      case .repeatedName: "entry twice"
      case .outsideFolder: "entry outside of its folder"
      case .tooManyCells(let limit): "more than \(limit) cells"
      case .tooMuchText(let limit): "more than \(limit) bytes of text"
      case .tooLarge(let limit): "more than \(limit) bytes"
      case .compressionRatio(let limit): "grows more than \(limit) times"
      case .documentType: "document type"
      case .tooDeep: "nested too deep"
      }
    let line = if case .malformed(_, let line) = fault { ", line \(line)" } else { "" }
    return part == "zip" ? what : "\(Excerpt.of(part, limit: 60))\(line): \(what)"
  }
}
