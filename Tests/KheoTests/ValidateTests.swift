import Domain
import Spreadsheet
import TestSupport
import Testing

@Suite struct `kheo validate` {
  @Test func `prints each finding on a line and fails on errors`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    let outcome = try workspace.kheo("validate")
    #expect(outcome.status == 1)
    let lines = outcome.outputText.split(separator: "\n")
    #expect(lines.count == 69)
    #expect(lines.allSatisfy { $0.hasPrefix("submissions/") && $0.hasSuffix("]") })
    #expect(
      outcome.messageText == """
        1.548 bản ghi = 365 được tính + 1.131 duy trì + 4 trùng + 44 bị loại + 4 ngoài kỳ
        39 lỗi, 16 cảnh báo, 14 lưu ý

        """)
    #expect(workspace.names(in: ".") == ["inputs"])
  }

  @Test(arguments: [("never", 0), ("warning", 1), ("error", 1)] as [(String, Int32)])
  func `ends as --fail-on says`(_ failOn: String, _ status: Int32) throws {
    let workspace = try TemporaryWorkspace.ofSample()
    #expect(try workspace.kheo("validate", "--fail-on", failOn).status == status)
  }

  @Test func `ends with 0 when there are only warnings`() throws {
    let workspace = try TemporaryWorkspace.small()
    let outcome = try workspace.kheo("validate", "--quiet")
    #expect(
      outcome.outputText == """
        submissions/2024-Q1: cảnh báo: Phường An Phụ (02) chưa nộp báo cáo quý I/2024; hãy nhắc \
        đơn vị nộp và đặt tệp vào submissions/2024-Q1/ [missing-submission]

        """)
    #expect(outcome.messageText == "")
    #expect(outcome.status == 0)
  }

  @Test func `prints one document with --json`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    let outcome = try workspace.kheo("validate", "--json", "--quiet")
    #expect(outcome.status == 1)
    #expect(outcome.messageText == "kheo: 39 lỗi, 16 cảnh báo, 14 lưu ý\n")
    #expect(try JSONText(outcome.output).list("findings").count == 69)
  }

  @Test func `writes no colour where there is no terminal`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    for environment in [["TERM=xterm-256color"], ["TERM=xterm", "NO_COLOR=1"]] {
      let outcome = try workspace.kheo("validate", environment: environment)
      #expect(!outcome.output.contains(0x1B))
      #expect(!outcome.messages.contains(0x1B))
    }
  }
}

@Suite struct `kheo status` {
  @Test func `shows who sent what, and when`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    let outcome = try workspace.kheo("status")
    #expect(outcome.status == 0)
    #expect(outcome.messageText == "")
    let rows = outcome.outputText.split(separator: "\n").map { line in
      line.split(separator: " ").map { String($0) }
    }
    #expect(
      rows.contains([
        "Thăng", "Long", "✓", "không", "nộp", "2", "✓", "✓", "✓", "✓", "✓", "✓", "✓", "9/10",
      ]))
    #expect(
      rows.contains([
        "Tỷ", "lệ", "nộp", "23/23", "22/23", "23/23", "23/23", "23/23", "23/23", "23/23", "23/23",
        "23/23", "23/23", "229/230",
      ]))
    #expect(workspace.names(in: ".") == ["inputs"])
  }

  @Test func `prints one document with --json`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    let outcome = try workspace.kheo("status", "--json")
    #expect(outcome.status == 0)
    let periods = try JSONText(outcome.output).list("periods")
    #expect(periods.map { $0["received"] } == [23, 22, 23, 23, 23, 23, 23, 23, 23, 23])
  }
}

@Suite struct `kheo inspect` {
  @Test func `needs no workspace, and shows how a file is read`() throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write(
      "\u{FEFF}Tên mô hình;Lĩnh vực;Năm;Màu\r\nNuôi dê;KT;2024;đỏ\r\n", to: "elsewhere/a.csv")
    let outcome = try workspace.shell("cd elsewhere && $KHEO inspect a.csv")
    #expect(outcome.status == 0)
    #expect(outcome.messageText == "")
    let lines = outcome.outputText.split(separator: "\n")
    #expect(lines.contains("Bảng mã        UTF-8 có dấu BOM (utf-8-bom)"))
    #expect(lines.contains("Dấu phân cách  ;"))
    #expect(lines.contains("Xuống dòng     CRLF × 2"))
    #expect(lines.contains("Bản ghi        2 = 1 tiêu đề + 1 dữ liệu"))
    #expect(lines.contains { $0.hasPrefix("  Tên mô hình  ") && $0.hasSuffix("→  name") })
    #expect(lines.contains { $0.hasPrefix("a.csv:1: ") && $0.hasSuffix("[unknown-column]") })
  }

  private let rows = "Tên mô hình,Lĩnh vực,Năm\nTrồng bưởi da xanh,Kinh tế,2023\n"

  @Test func `names an old encoding, and shows what speaks for it`() throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write(OldEncoding.tcvn3.encoded(rows), to: "a.csv")
    let outcome = try workspace.kheo("inspect", "a.csv")
    let lines = outcome.outputText.split(separator: "\n")
    #expect(lines.contains("Bảng mã        TCVN3 (ABC, phông .VnTime) (tcvn3)"))
    #expect(lines.contains("Các bảng mã đã thử:"))
    #expect(lines.contains("  TCVN3 (ABC, phông .VnTime): 9/9 từ đọc được"))
    #expect(lines.contains { $0.hasPrefix("  Lĩnh vực  ") && $0.hasSuffix("→  field") })
    let document = try JSONText(workspace.kheo("inspect", "a.csv", "--json").output)
    #expect(
      document.table("records") == [
        ["Tên mô hình", "Lĩnh vực", "Năm"], ["Trồng bưởi da xanh", "Kinh tế", "2023"],
      ])
    #expect(document.list("encodingEvidence").count == 5)
  }

  @Test func `shows no text of an unclear encoding`() throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write(
      OldEncoding.vniWindows.encoded(rows)
        + OldEncoding.tcvn3.encoded("Câu lạc bộ văn nghệ,KT,2023\nHiến đất mở đường,KT,2023\n"),
      to: "a.csv")
    for arguments in [["inspect", "a.csv"], ["inspect", "a.csv", "--json"]] {
      let text = try workspace.shell("$KHEO \(arguments.joined(separator: " ")) --language en")
        .outputText
      #expect(text.contains("unclear-encoding"))
      #expect(!text.contains("hình") && !text.contains("Tr\u{E5}"))
    }
    let lines = try workspace.kheo("inspect", "a.csv").outputText.split(separator: "\n")
    #expect(lines.contains("Bảng mã        chưa rõ (unclear)"))
    #expect(!lines.contains("Không tìm thấy tiêu đề."))
  }

  @Test func `holds every cell as it is in the file with --json`() throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write("a, b ,\"c \"\"d\"\",\ne\"\n\n=1,,\n", to: "a.csv")
    let outcome = try workspace.kheo("inspect", "a.csv", "--json")
    #expect(outcome.status == 0)
    #expect(
      try JSONText(outcome.output).table("records") == [
        ["a", " b ", "c \"d\",\ne"], [""], ["=1", "", ""],
      ])
  }

  @Test func `shows which sheet of a workbook is read, and its rows`() throws {
    let workspace = try TemporaryWorkspace.small()
    var workbook = try Workbook(path: "\(workspace.path)/a.xlsx", title: "a", author: "b")
    try workbook.withSheet(named: "Bìa") { (sheet) throws(SpreadsheetError) in
      try sheet.write("x", at: CellAddress(row: 0, column: 0), style: CellStyle())
    }
    try workbook.withSheet(named: "Biểu 1") { (sheet) throws(SpreadsheetError) in
      for (column, text) in ["Tên mô hình", "Lĩnh vực", "Năm", "Màu"].enumerated() {
        try sheet.write(text, at: CellAddress(row: 1, column: column), style: CellStyle())
      }
      try sheet.write(2023, at: CellAddress(row: 2, column: 2), style: CellStyle())
    }
    try workbook.close()
    let shown = try workspace.kheo("inspect", "a.xlsx")
    #expect(shown.status == 0)
    let lines = shown.outputText.split(separator: "\n")
    #expect(lines.contains("Bảng mã     xlsx"))
    #expect(lines.contains("Tờ đã đọc   Biểu 1"))
    #expect(lines.contains("Các tờ      Bìa, Biểu 1"))
    #expect(
      lines.contains { $0.hasPrefix("a.xlsx:'Biểu 1'!D2: ") && $0.hasSuffix("[unknown-column]") })
    let document = try JSONText(try workspace.kheo("inspect", "a.xlsx", "--json").output)
    #expect(
      document.table("records") == [
        [""], ["Tên mô hình", "Lĩnh vực", "Năm", "Màu"], ["", "", "2023", ""],
      ])
  }

  @Test func `names what a file is that cannot be read`() throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write("%PDF-1.7", to: "a.csv")
    let shown = try workspace.kheo("inspect", "a.csv", "--language", "en")
    #expect(
      shown.outputText.contains("a.csv: error: this file is a PDF file, so that no record is read"))
    #expect(!shown.outputText.contains("No header was found"))
  }

  @Test func `cannot be done without the file`() throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(
      try workspace.kheo("inspect", "none.csv").isRefusal(
        "kheo: none.csv: không tìm thấy; hãy kiểm tra đường dẫn hoặc --inputs\n"))
    #expect(
      try workspace.kheo("inspect", "none.csv", "--language", "en").isRefusal(
        "kheo: none.csv: not found; check the path or --inputs\n"))
  }
}

@Suite struct `kheo rules` {
  @Test func `lists the whole catalogue`() throws {
    let workspace = try TemporaryWorkspace.small()
    let outcome = try workspace.kheo("rules")
    #expect(outcome.status == 0)
    #expect(outcome.messageText == "")
    let titles = outcome.outputText.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(titles.count == RuleID.allCases.count)
    #expect(Set(titles).count == RuleID.allCases.count)
  }

  @Test func `explains one rule`() throws {
    let workspace = try TemporaryWorkspace.small()
    let outcome = try workspace.kheo("rules", "missing-value")
    #expect(outcome.status == 0)
    #expect(outcome.outputText.hasPrefix("missing-value (lỗi, bản ghi)\n  Nghĩa: "))
    #expect(outcome.outputText.split(separator: "\n").count { !$0.hasPrefix(" ") } == 1)
  }

  @Test func `names the nearest rule to an unknown one`() throws {
    let workspace = try TemporaryWorkspace.small()
    let outcome = try workspace.kheo("rules", "mising-value")
    #expect(outcome.status == 64)
    #expect(outcome.outputText == "")
    #expect(
      outcome.messageText.contains(
        "không có quy tắc “mising-value”; có phải “missing-value”?\n"))
  }

  @Test func `prints one document with --json`() throws {
    let workspace = try TemporaryWorkspace.small()
    let outcome = try workspace.kheo("rules", "--json")
    #expect(outcome.status == 0)
    #expect(try JSONText(outcome.output).list("rules").count == RuleID.allCases.count)
  }
}
