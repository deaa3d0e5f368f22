package import Domain
package import Files
import Loaders
import Validation

/// How one file is read, outside any workspace: no register tells wards and fields, so these are
/// not judged.
package struct Inspection: Sendable {
  package let path: String
  package let reading: SubmissionReading
  package let findings: [Finding]
  package let lineEnds: LineEnds
  private let text: SubmissionText

  /// Line ends by their kind.
  package struct LineEnds: Sendable, Equatable {
    package var lineFeeds = 0
    package var carriageReturns = 0
    package var pairs = 0
  }

  package init(_ path: String, language: Language) throws(FileError) {
    let raw = try readFile(at: path)
    let settings = Settings(years: 0...9999)
    let registers = Registers(wards: [], fields: [], organizations: [])
    let span = ReportedSpan(years: settings.years, cutoff: Quarter(year: 9999, number: 4))
    let file = SubmissionFile(path: path, period: nil, submitter: .unspecified, isDue: true)
    let context = LoadingContext(
      registers: registers, lookup: nil, settings: settings, span: span)
    let text = SubmissionText(raw, recognition: context.recognition)
    reading = SubmissionReader.read(raw, as: text, file: file, context: context)
    let rules = ValidationContext(
      registers: registers, settings: settings, language: language, span: span)
    findings = SubmissionReview(reading, in: rules).findings.sorted(by: Finding.inOrder)
    lineEnds = text.sheet == nil ? LineEnds(text.bytes) : LineEnds()
    self.text = reading.encoding == .unclear ? text.masked : text
    self.path = path
  }

  /// Every record: cells after decoding and unquoting, before trimming and NFC.
  ///
  /// Made when asked for: they take many times the memory of the text.
  package var records: [[String]] {
    TextRecords(text, delimiter: delimiterByte(reading.delimiter), trims: false).map(\.cells)
  }
}

extension Inspection.LineEnds {
  init(_ bytes: [UInt8]) {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A: if index == 0 || bytes[index - 1] != 0x0D { lineFeeds += 1 }
      case 0x0D:
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A {
          pairs += 1
        } else {
          carriageReturns += 1
        }
      default: break
      }
    }
  }
}
