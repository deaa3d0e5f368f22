import FoundationEssentials
import Spreadsheet
import Testing
import Vietnamese

/// The big list of naughty strings, where it lies beside the repository.
private enum NaughtyStrings {
  private static let path: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(4).joined(separator: "/") + "/shared/corpora/blns/blns.json"
  }()

  static var areThere: Bool { FileManager.default.fileExists(atPath: path) }

  static func all() throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(contentsOf: URL(filePath: path)))
  }
}

@Suite(.enabled(if: NaughtyStrings.areThere))
struct NaughtyStringTests {
  @Test func `as names survive from CSV to the workbook and back, are no formula, or are told`()
    throws
  {
    let strings = try NaughtyStrings.all()
    let rows = strings.enumerated().map { number, string in
      "\"\(string.replacing("\"", with: "\"\""))\",KT,2024,Thôn \(number + 1)\r\n"
    }
    let workspace = try TemporaryWorkspace.small([
      "submissions/2024-Q1/an-phu.csv": "Tên mô hình,Lĩnh vực,Năm,Thôn\r\n" + rows.joined()
    ])
    let outcome = try workspace.kheo("report")
    #expect(outcome.status == 0)
    let workbook = try WorkbookReader.read(workspace.file("reports/2024-Q1/report.xlsx"))
    let sheet = try #require(workbook.sheet(named: "Danh sách"))
    var names: [String: String] = [:]
    for row in Dictionary(grouping: sheet.cells, by: \.address.row).values {
      let texts = row.sorted { $0.address.column < $1.address.column }.compactMap { cell in
        if case .text(let text) = cell.value, cell.formula == nil { text } else { nil }
      }
      guard let hamlet = texts.first(where: { $0.hasPrefix("Thôn ") }), let name = texts.first
      else { continue }
      names[hamlet] = name
    }
    var count = 0
    var told = 0
    for (number, string) in strings.enumerated() {
      let name = string.trimmed.composed
      guard name.unicodeScalars.contains(where: \.isLetterOrDigit) else { continue }
      count += 1
      let listed = names["Thôn \(number + 1)"]
      if !MisleadingScalar.all(in: name).isEmpty || CellDamage(name) != nil {
        told += 1
        #expect(listed == nil, "string \(number)")
        continue
      }
      let found = try #require(listed, "string \(number)")
      #expect(Array(found.utf8) == Array(name.utf8), "string \(number)")
    }
    #expect(count > 400)
    #expect(told > 10)
    let findings = try workspace.text("reports/2024-Q1/findings.csv")
    for rule in ["hidden-character", "control-character", "look-alike-letter"] {
      #expect(findings.contains("error,\(rule),"))
    }
    let bytesOfFindings = Array(findings.utf8)
    #expect(!bytesOfFindings.contains { $0 < 0x20 && ![9, 10, 13].contains($0) || $0 == 0x7F })
    let summary = try workspace.bytes("reports/2024-Q1/summary.txt")
    for bytes in [summary, outcome.output, outcome.messages] {
      #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
    }
  }
}
