/// What a zip file holds, by the names of its entries.
package enum PackageKind: Sendable {
  case workbook, binaryWorkbook, document, presentation
  /// OpenDocument, by what its `mimetype` says.
  case openDocumentSheet, openDocumentText, openDocumentSlides
  /// None of these: files that somebody packed together.
  case archive

  /// The kind of the zip file that `bytes` are; throws if they are none that can be opened.
  package init(_ bytes: [UInt8]) throws(SpreadsheetError) {
    var archive = try ZipArchive(bytes: bytes, limits: .ofSubmission)
    let names = Set(archive.names.map { $0.lowercased() })
    if names.contains("xl/workbook.bin") {
      self = .binaryWorkbook
    } else if names.contains("word/document.xml") {
      self = .document
    } else if names.contains("ppt/presentation.xml") {
      self = .presentation
    } else if names.contains("[content_types].xml") || names.contains("xl/workbook.xml") {
      self = .workbook
    } else if archive.contains("mimetype") {
      self = try PackageKind.openDocument(of: &archive)
    } else {
      self = .archive
    }
  }

  private static func openDocument(of archive: inout ZipArchive) throws(SpreadsheetError) -> Self {
    var type: [UInt8] = []
    try unsafe archive.read("mimetype") { (bytes) throws(SpreadsheetError) in
      if type.isEmpty { unsafe type.append(contentsOf: bytes.prefix(100)) }
    }
    let name = String(decoding: type, as: UTF8.self)
    if name.contains("opendocument.spreadsheet") { return .openDocumentSheet }
    if name.contains("opendocument.text") { return .openDocumentText }
    return name.contains("opendocument") ? .openDocumentSlides : .archive
  }
}
