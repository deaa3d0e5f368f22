import Domain
import Foundation
import Loaders
import TestSupport
import Testing
import Vietnamese

/// The sample workspace, every submission of it in an old encoding: the same figures come out.
struct OldEncodingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var encoding: TextEncoding
    var write: @Sendable (String) -> [UInt8]

    var testDescription: String { encoding.rawValue }
  }

  static let cases = [
    Case(encoding: .tcvn3) { OldEncoding.tcvn3.encoded($0) },
    Case(encoding: .vniWindows) { OldEncoding.vniWindows.encoded($0) },
    Case(encoding: .viscii) { OldEncoding.viscii.encoded($0) },
    Case(encoding: .windows1258) { OldEncoding.windows1258.encoded($0) },
    Case(encoding: .misreadUTF8) { misread(Array($0.utf8)) },
    Case(encoding: .misreadUTF8Twice) { misread(misread(Array($0.utf8))) },
    Case(encoding: .misreadTCVN3) { misread(OldEncoding.tcvn3.encoded($0)) },
    Case(encoding: .misreadVNIWindows) { misread(OldEncoding.vniWindows.encoded($0)) },
    Case(encoding: .misreadVISCII) { misread(OldEncoding.viscii.encoded($0)) },
    Case(encoding: .misreadWindows1258) { misread(OldEncoding.windows1258.encoded($0)) },
    Case(encoding: .unmarkedUTF16LittleEndian) {
      $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    },
    Case(encoding: .unmarkedUTF16BigEndian) {
      $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    },
  ]

  @Test(arguments: cases) func `the sample in an old encoding has the same figures`(
    _ example: Case
  ) async throws {
    let found = try await sample { example.write($0) }
    let expected = try await sample { Array($0.utf8) }
    #expect(figures(found) == figures(expected))
    #expect(Set(found.submissions.compactMap(\.encoding)) == [example.encoding])
    let told = found.findings.filter { $0.rule == .legacyEncoding }
    #expect(told.count == found.submissions.count { $0.file.isDue })
    let others = found.findings.filter { $0.rule != .legacyEncoding }
    #expect(others.map(\.rule) == expected.findings.map(\.rule))
  }

  /// What is reported of the sample when each submission is written anew.
  private func sample(_ write: (String) -> [UInt8]) async throws -> Report {
    let folder = try TemporaryFolder()
    for file in try files(under: SampleWorkspaceTests.inputs) where !file.hasSuffix(".md") {
      let raw = try bytes(of: "\(SampleWorkspaceTests.inputs)/\(file)")
      guard file.hasPrefix("submissions/") else {
        try folder.write(raw, to: file)
        continue
      }
      let text = String(decoding: DecodedText(raw).bytes, as: UTF8.self)
      try folder.write(write(text.replacing("\u{FFFD}", with: "ô").composed), to: file)
    }
    return try await report(on: folder.path)
  }

  /// Figures but the numbers of findings.
  private func figures(_ report: Report) -> [String] {
    report.figures.published().map { "\($0.id),\($0.value)" }
      .filter { !$0.hasPrefix("findings.") }
  }
}
