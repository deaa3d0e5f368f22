import CSVParsing
package import Domain
import Spreadsheet

/// A submission as one text of records, whatever the file it came in.
///
/// The content decides, not the name: a workbook under the name of a CSV file is read as a
/// workbook, a text under that of a workbook as a text. A sheet becomes a text with a record for
/// each row, so that a record has the number of its row.
package struct SubmissionText: Sendable {
  let decoded: DecodedText
  /// How the workbook was read; nothing for a text.
  package let sheet: SheetReading?
  /// The merged cells of the sheet.
  package let merges: [MergedCells]
  let valueless: ValuelessCells
  /// Why there is nothing to read.
  package let fault: FileFault?

  /// Some bytes as text.
  package init(_ raw: [UInt8]) {
    self.init(decoded: DecodedText(raw), fault: nil)
  }

  /// A whole submission.
  package init(_ raw: [UInt8], recognition: HeaderRecognition) {
    switch FileContent(of: raw) {
    case .text: self.init(raw)
    case .foreign(let format): self.init(decoded: DecodedText([]), fault: .foreign(format))
    case .damaged(let reason): self.init(decoded: DecodedText([]), fault: .damagedWorkbook(reason))
    case .workbook:
      do throws(SpreadsheetError) {
        self.init(try WorkbookText.read(raw, recognition))
      } catch {
        self.init(decoded: DecodedText([]), fault: .damagedWorkbook(error.reason))
      }
    }
  }

  /// A submission that was read before, as it was read then; nothing if that cannot be done.
  init?(_ raw: [UInt8], rereading sheet: SheetReading?) {
    guard let sheet else {
      self.init(raw)
      return
    }
    guard let text = try? WorkbookText.reread(raw, sheet) else { return nil }
    self.init(text)
  }

  /// The rows of a sheet of which it is not known yet whether it is the one to read.
  init(_ rows: [UInt8], merges: [MergedCells]) {
    decoded = DecodedText(rows)
    sheet = SheetReading(
      name: "", index: 0, headerRecord: 0, filledPositions: [], sheets: [], unreadSheets: [])
    self.merges = merges
    valueless = ValuelessCells()
    fault = nil
  }

  private init(_ text: WorkbookText) {
    decoded = DecodedText(text.bytes)
    sheet = text.sheet
    merges = text.merges
    valueless = text.valueless
    fault = nil
  }

  private init(decoded: DecodedText, fault: FileFault?) {
    self.decoded = decoded
    self.fault = fault
    sheet = nil
    merges = []
    valueless = ValuelessCells()
  }

  /// UTF-8 without byte-order mark.
  package var bytes: [UInt8] { decoded.bytes }

  /// How the file was encoded; nothing for one that is not read.
  var encoding: TextEncoding? {
    switch fault {
    case .foreign: nil
    case .damagedWorkbook: .workbook
    case nil: sheet == nil ? decoded.encoding : .workbook
    }
  }

  /// The delimiter when there is nothing to find out: a sheet has cells.
  var knownDelimiter: UInt8? { sheet == nil ? nil : UInt8(ascii: ",") }

  /// Whether the bytes of a record are UTF-8 in Unicode's sense.
  func isWellFormed(_ record: RawRecord, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    decoded.isWellFormed
      || isWellFormedUTF8(UnsafeBufferPointer(rebasing: bytes[record.start..<record.end]))
  }

  /// Where a person finds a record: the 1-based physical line on which it starts, or its row.
  func line(of record: RawRecord, number: Int) -> Int { sheet == nil ? record.line : number }
}
