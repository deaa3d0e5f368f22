import CZip
import Glibc

/// Limits on what is read from an archive, against files made to fill memory or disk.
package struct ArchiveLimits: Sendable, Equatable {
  package var entryCount = 1000
  /// Bytes of one entry, unpacked.
  package var entrySize: UInt64 = 2 << 30
  /// Bytes of everything that is read, unpacked; by one thread, where several read.
  package var totalSize: UInt64 = 4 << 30
  /// Unpacked bytes for one packed byte, for entries above a mebibyte.
  package var ratio: UInt64 = 200
  /// Cells of all sheets together; of each, where they are read by several threads.
  package var cellCount = 40_000_000
  /// Bytes of all texts together, likewise.
  package var textSize = 1 << 28

  package init() {}

  /// Most bytes that one part may have: no more than its cells and texts could take.
  ///
  /// Markup that holds neither would otherwise keep a reader busy up to `entrySize`.
  var partSize: UInt64 {
    let cells = UInt64(clamping: min(cellCount, 1 << 40))
    let texts = UInt64(clamping: min(textSize, 1 << 40))
    return min(entrySize, 512 * cells + 8 * texts + 16 << 20)
  }

  /// For a workbook that somebody sent: a sheet full to its last row, sixteen columns wide.
  ///
  /// Cells that all hold the same are packed more than 200 to 1 by any program.
  package static let ofSubmission: ArchiveLimits = {
    var limits = ArchiveLimits()
    limits.ratio = 1100
    limits.cellCount = 16 << 20
    return limits
  }()

  /// For a workbook of our own: as much as deflate can pack, so that no submission, however
  /// monotonous its texts, can keep a report from being read back.
  package static let ofOurOwn: ArchiveLimits = {
    var limits = ArchiveLimits()
    limits.ratio = 1100
    limits.totalSize = .max
    limits.cellCount = 200_000_000
    limits.textSize = 4 << 30
    return limits
  }()
}

/// A zip file that is only read, in memory: no entry's name ever becomes a path.
@safe
struct ZipArchive: ~Copyable {
  private let handle: OpaquePointer
  private let indexes: [String: UInt64]
  let limits: ArchiveLimits
  private var totalRead: UInt64

  /// Opens the file and reads its directory.
  init(path: String, limits: ArchiveLimits) throws(SpreadsheetError) {
    var code: Int32 = 0
    guard !path.utf8.contains(0),
      let opened = unsafe zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code)
    else { throw .unreadable(part: "zip", .zip(Self.message(code))) }
    try unsafe self.init(opened, limits: limits)
  }

  /// Opens an archive that lies in memory, so that what was hashed is what is read.
  ///
  /// What a strict check of consistency refuses is taken here, as spreadsheet programs do: writers
  /// that stream leave sizes out of the headers before the entries.
  init(bytes: [UInt8], limits: ArchiveLimits) throws(SpreadsheetError) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    // libzip does not take over a buffer without a byte.
    guard !bytes.isEmpty else { throw .unreadable(part: "zip", .zip(Self.message(ZIP_ER_NOZIP))) }
    guard let copy = unsafe malloc(bytes.count) else {
      throw .unreadable(part: "zip", .zip(Self.message(ZIP_ER_MEMORY)))
    }
    unsafe bytes.withUnsafeBytes {
      unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      unsafe free(copy)
      throw .unreadable(part: "zip", .zip(unsafe Self.text(&error)))
    }
    guard let opened = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe zip_source_free(source)
      throw .unreadable(part: "zip", .zip(unsafe Self.text(&error)))
    }
    try unsafe self.init(opened, limits: limits)
  }

  /// Takes over an open archive and reads its directory.
  @unsafe
  private init(_ opened: OpaquePointer, limits: ArchiveLimits) throws(SpreadsheetError) {
    let directory: [String: UInt64]
    do throws(SpreadsheetError) {
      directory = try unsafe Self.readDirectory(of: opened, limits: limits)
    } catch {
      unsafe zip_discard(opened)
      throw error
    }
    unsafe handle = opened
    indexes = directory
    self.limits = limits
    totalRead = 0
  }

  deinit { unsafe zip_discard(handle) }

  /// The names of all entries, sorted.
  var names: [String] { indexes.keys.sorted() }

  func contains(_ name: String) -> Bool { indexes[name] != nil }

  /// Bytes of an entry, unpacked, as the archive states them; 0 for one that is not there.
  func size(of name: String) -> UInt64 {
    var stat = unsafe zip_stat_t()
    guard let index = indexes[name], unsafe zip_stat_index(handle, index, 0, &stat) == 0 else {
      return 0
    }
    return unsafe stat.size
  }

  /// `name` as the archive spells it: names of parts are equal without letter case (ECMA-376 Part 2
  /// §6.2.2), and some writers count on it.
  func spelling(of name: String) -> String {
    if contains(name) { return name }
    let lower = name.lowercased()
    return names.first { $0.lowercased() == lower } ?? name
  }

  /// Hands the bytes of an entry to `body`, piece by piece; the sum check is compared at the end.
  mutating func read(
    _ name: String, _ body: (UnsafeRawBufferPointer) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    guard let index = indexes[name] else { throw .unreadable(part: name, .missing) }
    var stat = unsafe zip_stat_t()
    guard unsafe zip_stat_index(handle, index, 0, &stat) == 0,
      let entry = unsafe zip_fopen_index(handle, index, 0)
    else { throw .unreadable(part: name, .zip(unsafe Self.text(zip_get_error(handle)))) }
    defer { unsafe zip_fclose(entry) }
    let packed = unsafe stat.comp_size
    var size: UInt64 = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe zip_fread(entry, $0.baseAddress ?? UnsafeMutableRawPointer(entry), UInt64($0.count))
      }
      if count < 0 {
        throw .unreadable(part: name, .zip(unsafe Self.text(zip_file_get_error(entry))))
      }
      if count == 0 { break }
      size += UInt64(count)
      totalRead += UInt64(count)
      if size > limits.partSize { throw .unreadable(part: name, .tooLarge(limits.partSize)) }
      if totalRead > limits.totalSize { throw .unreadable(part: name, .tooLarge(limits.totalSize)) }
      if size > 1 << 20, size / max(packed, 1) >= limits.ratio {
        throw .unreadable(part: name, .compressionRatio(limits.ratio))
      }
      try unsafe Self.hand(buffer, count: Int(count), to: body)
    }
  }

  private static func hand(
    _ buffer: [UInt8], count: Int,
    to body: (UnsafeRawBufferPointer) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    let result = unsafe buffer.withUnsafeBytes { bytes -> Result<Void, SpreadsheetError> in
      do throws(SpreadsheetError) {
        return .success(try unsafe body(UnsafeRawBufferPointer(rebasing: bytes[..<count])))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  private static func readDirectory(
    of handle: OpaquePointer, limits: ArchiveLimits
  ) throws(SpreadsheetError) -> [String: UInt64] {
    let count = Int(unsafe zip_get_num_entries(handle, 0))
    guard count <= limits.entryCount else {
      throw .unreadable(part: "zip", .tooManyEntries(count))
    }
    var indexes: [String: UInt64] = [:]
    for index in 0..<UInt64(max(count, 0)) {
      guard let name = unsafe zip_get_name(handle, index, 0) else { continue }
      let text = unsafe String(cString: name)
      if leavesFolder(text) { throw .unreadable(part: text, .outsideFolder) }
      guard indexes.updateValue(index, forKey: text) == nil else {
        throw .unreadable(part: text, .repeatedName)
      }
    }
    return indexes
  }

  /// Whether a name, taken as a path, would lead out of the folder into which it is unpacked.
  private static func leavesFolder(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: "/") || name.utf8.contains(UInt8(ascii: "\\"))
      || name.split(separator: "/").contains("..")
  }

  private static func message(_ code: Int32) -> String {
    var error = unsafe zip_error_t()
    unsafe zip_error_init_with_code(&error, code)
    let text = unsafe String(cString: zip_error_strerror(&error))
    unsafe zip_error_fini(&error)
    return text
  }

  @unsafe
  private static func text(_ error: UnsafeMutablePointer<zip_error_t>) -> String {
    unsafe String(cString: zip_error_strerror(error))
  }
}
