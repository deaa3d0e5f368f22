import CSVParsing
package import Domain
import Glibc
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

  /// Some bytes as text; `stated` is what the settings say of its encoding.
  package init(_ raw: [UInt8], stated: StatedEncoding? = nil) {
    self.init(decoded: DecodedText(raw, stated: stated), fault: nil)
  }

  /// A whole submission; `stated` is what the settings say of its sender's encoding, and `memory` is
  /// that of the thread.
  package init(
    _ raw: [UInt8], recognition: HeaderRecognition, stated: StatedEncoding? = nil,
    memory: ReadingMemory = ReadingMemory()
  ) {
    switch FileContent(of: raw) {
    case .text:
      self.init(decoded: DecodedText(raw, stated: stated, words: memory.words), fault: nil)
    case .foreign(let format): self.init(decoded: DecodedText([]), fault: .foreign(format))
    case .damaged(let reason): self.init(decoded: DecodedText([]), fault: .damagedWorkbook(reason))
    case .workbook:
      do throws(SpreadsheetError) {
        let text = try WorkbookText.read(raw, recognition)
        self.init(text, DecodedText(text.bytes, stated: stated))
      } catch {
        self.init(decoded: DecodedText([]), fault: .damagedWorkbook(error.reason))
      }
    }
  }

  /// A submission that was read before, as it was read then; nothing if that cannot be done.
  init?(_ raw: [UInt8], rereading outcome: SubmissionOutcome) {
    let encoding = outcome.encoding ?? .utf8
    guard let sheet = outcome.sheet else {
      self.init(decoded: DecodedText(raw, as: encoding), fault: nil)
      return
    }
    guard let text = try? WorkbookText.reread(raw, sheet) else { return nil }
    self.init(
      text, DecodedText(text.bytes, as: encoding == .unclear ? .unclear : sheet.encoding))
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

  private init(_ text: WorkbookText, _ decoded: DecodedText) {
    self.decoded = decoded
    var sheet = text.sheet
    sheet.encoding = decoded.encoding
    self.sheet = sheet
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

  /// The same with what is not ASCII left out: of a text of unclear encoding nothing else is shown.
  package var masked: SubmissionText {
    SubmissionText(decoded: decoded.masked, fault: nil)
  }

  /// UTF-8 without byte-order mark.
  package var bytes: [UInt8] { decoded.bytes }

  /// How the file was encoded; nothing for one that is not read.
  var encoding: TextEncoding? {
    switch fault {
    case .foreign: nil
    case .damagedWorkbook: .workbook
    case nil: sheet == nil || decoded.encoding == .unclear ? decoded.encoding : .workbook
    }
  }

  /// The delimiter when there is nothing to find out: a sheet has cells.
  var knownDelimiter: UInt8? { sheet == nil ? nil : UInt8(ascii: ",") }

  /// Whether the bytes of a record are UTF-8 in Unicode's sense.
  func isWellFormed(_ record: RawRecord, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    decoded.isWellFormed
      || isWellFormedUTF8(UnsafeBufferPointer(rebasing: bytes[record.start..<record.end]))
  }

  /// Bytes up to which looking for one costs less than reading some records.
  private static let searchLimit = 1 << 16

  /// Whether a byte stands anywhere in it; a long text is not searched for that.
  func mayHold(_ byte: UInt8) -> Bool {
    if bytes.count > SubmissionText.searchLimit { return true }
    return bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }
  }

  /// Whether records are what their bytes say, one by one: they are UTF-8, and no sheet has more to say
  /// of them.
  var allowsPlainRecords: Bool { sheet == nil && decoded.isWellFormed }

  /// Where a person finds a record: the 1-based physical line on which it starts, or its row.
  func line(of record: RawRecord, number: Int) -> Int { sheet == nil ? record.line : number }
}
