import Spreadsheet
import Testing

@Suite struct `Hostile data` {
  /// Escape sequences, a carriage return inside quotes, C1 controls and bidirectional marks.
  private static let rows = """
    Tên mô hình,Lĩnh vực,Năm,\u{1B}]0;heading\u{7}
    "\u{1B}[2Jxóa\rmàn hình",KT\u{1B}[31m,2024,
    \u{202E}ngược\u{2066},,2024,
    \u{9B}31m,KT,2019,
    Nuôi dê,KT,\u{8}\u{7F}2024,
    """

  private static func workspace() throws -> TemporaryWorkspace {
    try TemporaryWorkspace.small([
      "submissions/2024-Q1/an-phu.csv": rows,
      "submissions/2024-Q1/\u{1B}[31mlạ\n.csv": "Tên mô hình,Lĩnh vực,Năm\na,KT,2024\n",
      "submissions/2024-Q1/\u{1B}]0;tên\u{7}.txt": "",
    ])
  }

  /// Characters that command a terminal or turn text around; a line feed is none.
  private func commands(in bytes: [UInt8]) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  @Test(arguments: ["vi", "en"])
  func `reaches no terminal unescaped`(_ language: String) throws {
    let workspace = try Self.workspace()
    let report = try workspace.kheo("report", "--language", language)
    #expect(report.status == 0)
    #expect(commands(in: report.output + report.messages) == [])
    #expect(commands(in: try workspace.bytes("reports/2024-Q1/summary.txt")) == [])

    let validate = try workspace.kheo("validate", "--language", language)
    #expect(validate.status == 1)
    #expect(validate.outputText.contains("\\u{1B}[31m"))
    #expect(commands(in: validate.output + validate.messages) == [])

    for figure in ["registered", "records.rejected", "records.read", "findings.error"] {
      for form in [[], ["--csv"]] {
        let explained = try workspace.shell(
          "$KHEO explain \(figure) \(form.joined()) --language \(language)")
        #expect(explained.status == 0)
        let lines = Array(explained.outputText.replacing("\r\n", with: "\n").utf8)
        #expect(commands(in: lines + explained.messages) == [])
      }
    }
    let audit = try workspace.kheo("audit", "reports/2024-Q1", "--language", language)
    #expect(audit.status == 0)
    #expect(commands(in: audit.output + audit.messages) == [])
    try workspace.write(
      "Tên mô hình,Lĩnh vực,Năm\na\u{1B}[1m,KT,\n", to: "inputs/submissions/2024-Q1/an-phu.csv")
    let after = try workspace.kheo("audit", "reports/2024-Q1", "--language", language)
    #expect(after.status == 1)
    #expect(commands(in: after.output + after.messages) == [])
    #expect(try workspace.kheo("report", "--output", "new", "--quiet").status == 0)
    let difference = try workspace.kheo(
      "diff", "reports/2024-Q1", "new/2024-Q1", "--language", language)
    #expect(difference.status == 1)
    #expect(commands(in: difference.output + difference.messages) == [])
    try workspace.write(Self.rows, to: "inputs/submissions/2024-Q1/an-phu.csv")

    let status = try workspace.kheo("status", "--language", language)
    #expect(commands(in: status.output + status.messages) == [])

    let inspect = try workspace.kheo(
      "inspect", "inputs/submissions/2024-Q1/an-phu.csv", "--language", language)
    #expect(inspect.status == 0)
    #expect(commands(in: inspect.output + inspect.messages) == [])
  }

  @Test func `in arguments reaches no terminal unescaped`() throws {
    let workspace = try TemporaryWorkspace.small()
    for outcome in [
      try workspace.kheo("inspect", "\u{1B}[31m.csv"),
      try workspace.kheo("rules", "\u{1B}[31m"),
      try workspace.kheo("\u{1B}[31m"),
      try workspace.kheo("report", "--\u{1B}[31m"),
      try workspace.kheo("report", "--through", "\u{1B}[31m"),
      try workspace.kheo("report", "--inputs", "\u{1B}]0;x\u{7}"),
    ] {
      #expect(commands(in: outcome.messages) == [])
    }
  }

  @Test func `is never a formula of the workbook, and has an apostrophe in CSV`() throws {
    let formula = "=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\")"
    let text = "=HYPERLINK(\"http://example.org\",\"x\")"
    let workspace = try TemporaryWorkspace.small([
      "submissions/2024-Q1/an-phu.csv": """
      Tên mô hình,Lĩnh vực,Năm,Tổ chức
      "\(formula)",KT,2024,@SUM(A1)
      +1,=1+1,2024,
      -2,"\(formula)",2024,

      """
    ])
    #expect(try workspace.kheo("report").status == 0)
    let workbook = try WorkbookReader.read(workspace.file("reports/2024-Q1/report.xlsx"))
    let cells = workbook.sheets.flatMap(\.cells)
    #expect(cells.contains { $0.value == .text(text) })
    #expect(cells.contains { $0.value == .text("@SUM(A1)") })
    let formulas = cells.compactMap(\.formula)
    #expect(!formulas.isEmpty)
    #expect(!formulas.contains { $0.contains("HYPERLINK") || $0.contains("1+1") })

    let findings = try workspace.text("reports/2024-Q1/findings.csv")
    #expect(findings.contains(",Lĩnh vực,'=1+1,"))
    #expect(findings.contains(",Lĩnh vực,\"'=HYPERLINK(\"\"http"))
    #expect(findings.firstMatch(of: /(^|,|\n)"?=/) == nil)
  }
}
