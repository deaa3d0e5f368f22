import CXLSXWriter
import Glibc

/// The one owner of a libxlsxwriter workbook.
///
/// Acquired in `init`, written only by `close()`, thrown away in `deinit` when `close()` was never
/// called: a workbook that failed half-way never reaches the disk. libxlsxwriter opens its path
/// with truncation, so `path` must be a private place, and a return code of 0 proves nothing
/// (temporary files that did not fit are cut off in silence): read the file back before using it.
@safe
package struct Workbook: ~Copyable {
  private let handle: UnsafeMutablePointer<lxw_workbook>
  private var styles: StyleTable
  private var sheetNames: Set<String>
  private var isOpen: Bool

  /// 2000-01-01T00:00:00Z: a fixed time, so that the same report has the same bytes.
  private static let created: time_t = 946_684_800

  /// Prepares a workbook; nothing is written before `close()`.
  ///
  /// - Parameters:
  ///   - path: Where it will stand; its folder takes the temporary files, too.
  ///   - title: Title of the document's properties.
  ///   - author: Author of the document's properties.
  /// - Throws: `library` when the library has no memory or does not take the path.
  package init(path: String, title: String, author: String) throws(SpreadsheetError) {
    guard !path.utf8.contains(0), !path.isEmpty else {
      throw .library(call: "workbook_new_opt", code: 0, errno: EINVAL)
    }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let opened: UnsafeMutablePointer<lxw_workbook>? = unsafe folder.withCString { folder in
      var options = unsafe lxw_workbook_options()
      unsafe options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return unsafe workbook_new_opt(path, &options)
    }
    guard let opened = unsafe opened else {
      throw .library(call: "workbook_new_opt", code: 0, errno: Glibc.errno)
    }
    do throws(SpreadsheetError) {
      try unsafe Self.setProperties(opened, title: title, author: author)
    } catch {
      unsafe lxw_workbook_free(opened)
      throw error
    }
    if let standard = unsafe opened.pointee.formats.pointee.stqh_first {
      unsafe format_set_font_name(standard, CellStyle.fontName)
      unsafe format_set_font_family(standard, 1)
    }
    unsafe handle = opened
    unsafe styles = StyleTable(workbook: opened)
    sheetNames = []
    isOpen = true
  }

  deinit {
    if isOpen { unsafe lxw_workbook_free(handle) }
  }

  /// Adds a sheet and lends it to `body`, which cannot keep it.
  package mutating func withSheet(
    named name: String, _ body: (inout Worksheet) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    try SheetName.check(name, taken: sheetNames)
    guard let sheet = unsafe workbook_add_worksheet(handle, name) else {
      throw .library(call: "workbook_add_worksheet", code: 0, errno: 0)
    }
    sheetNames.insert(SheetName.uniqueForm(name))
    var worksheet = unsafe Worksheet(
      name: name, handle: sheet, workbook: handle, styles: styles)
    try body(&worksheet)
    styles = worksheet.styles
  }

  /// Writes the file.
  ///
  /// The library frees its memory whether or not it succeeds.
  package consuming func close() throws(SpreadsheetError) {
    let mark = unsafe localeconv().map { unsafe String(cString: $0.pointee.decimal_point) } ?? "?"
    guard mark == "." else { throw .numericLocale(mark) }
    isOpen = false
    Glibc.errno = 0
    let code = unsafe workbook_close(handle)
    guard code == LXW_NO_ERROR else {
      throw .library(call: "workbook_close", code: Int(code.rawValue), errno: Glibc.errno)
    }
  }

  private static func setProperties(
    _ handle: UnsafeMutablePointer<lxw_workbook>, title: String, author: String
  ) throws(SpreadsheetError) {
    let code = unsafe title.xmlSafe.withCString { title in
      unsafe author.xmlSafe.withCString { author in
        var properties = unsafe lxw_doc_properties()
        unsafe properties.title = UnsafeMutablePointer(mutating: title)
        unsafe properties.author = UnsafeMutablePointer(mutating: author)
        unsafe properties.created = created
        return unsafe workbook_set_properties(handle, &properties)
      }
    }
    guard code == LXW_NO_ERROR else {
      throw .library(call: "workbook_set_properties", code: Int(code.rawValue), errno: 0)
    }
  }
}

extension String {
  /// This text without what XML cannot hold: for properties and charts, which know no escapes.
  var xmlSafe: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter {
          $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value & 0xFFFE != 0xFFFE
        }))
  }
}
