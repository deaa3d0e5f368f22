import FoundationEssentials
import Testing

@Suite struct `kheo explain` {
  @Test func `lists the records of a figure, that they add up, and what was left out`() throws {
    let workspace = try TemporaryWorkspace.small([
      "submissions/2024-Q2/an-luu.csv":
        "Tên mô hình,Lĩnh vực,Năm\nNuôi dê,Kinh tế,2024\nNuôi bò,Kinh tế,\n"
    ])
    let outcome = try workspace.kheo("explain", "registered.field=KT")
    #expect(outcome.status == 0)
    #expect(outcome.messageText == "")
    #expect(
      outcome.outputText == """
        registered.field=KT = 1
        Số mô hình, điển hình đã đăng ký (mỗi mô hình tính một lần), lĩnh vực Kinh tế.
        Trong report.xlsx: Theo lĩnh vực!C5, Tổng hợp!B11, Xu hướng!G6, Xã, phường × lĩnh vực!C7, \
        Tổ chức!C6.

        Gồm:
              1  submissions/2024-Q1/an-luu.csv:2  Nuôi dê
        Cộng 1 dòng: 1, đúng bằng con số.

        Không tính vào đó (kể cả bản ghi bị loại có thể thuộc về đây mà không đọc được):
              1  submissions/2024-Q2/an-luu.csv:2  Nuôi dê — duy trì, đã tính ở \
        submissions/2024-Q1/an-luu.csv:2; năm báo cáo không sau năm đăng ký
              1  submissions/2024-Q2/an-luu.csv:3  Nuôi bò — bị loại: missing-value
        Tất cả 2 dòng: 1 duy trì, 1 bị loại.

        """)
  }

  @Test func `takes a cell of the workbook, and compares with the release it stands in`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    for arguments in [
      "'report.xlsx:Theo lĩnh vực!C8' reports/2024-Q3",
      "'reports/2024-Q3/report.xlsx:Theo lĩnh vực!$C$8'",
    ] {
      let outcome = try workspace.shell("$KHEO explain \(arguments) --language en")
      #expect(outcome.status == 0)
      #expect(outcome.outputText.hasPrefix("registered.field=QPAN = 276\n"))
      #expect(outcome.outputText.hasSuffix("\nreports/2024-Q3 says 276: the same.\n"))
    }
    let figures = try workspace.text("reports/2024-Q3/figures.csv")
    try workspace.write(
      figures.replacing("registered.field=QPAN,276", with: "registered.field=QPAN,277"),
      to: "reports/2024-Q3/figures.csv")
    let outcome = try workspace.kheo("explain", "registered.field=QPAN", "reports/2024-Q3")
    #expect(outcome.status == 1)
    #expect(
      outcome.outputText.hasSuffix(
        "\nreports/2024-Q3 ghi 277, đầu vào hiện nay cho 276: LỆCH; xem kheo audit.\n"))
  }

  @Test func `gives the same rows as CSV and as one JSON document`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    let id = "registered.field=QPAN.year=2023"
    let json = try workspace.kheo("explain", id, "--json")
    #expect(json.status == 0)
    let document = try JSONText(json.output)
    let (parts, leftOut) = (document.list("parts"), document.list("leftOut"))
    let csv = try workspace.kheo("explain", id, "--csv")
    #expect(csv.status == 0)
    let lines = csv.outputText.split(separator: "\r\n")
    #expect(
      lines.first
        == "\u{FEFF}figure,part,path,line,record,name,quantity,adds,disposition,rules,see,reason")
    #expect(lines.count { $0.hasPrefix("\(id),yes,submissions/") } == parts.count)
    #expect(lines.count { $0.hasPrefix("\(id),no,submissions/") } == leftOut.count)
    #expect(parts.count == 46)
  }

  @Test(arguments: [
    ("registered.field=XT", "không có con số “registered.field=XT”; có phải “registered.field=KT”"),
    (
      "registered.year=2023.field=QPAN",
      "không có con số “registered.year=2023.field=QPAN”; có phải “registered.field=QPAN.year=2023”"
    ),
    ("frobnicate", "không có con số “frobnicate”; xem các mã trong figures.csv"),
    ("", "không có con số “”; xem các mã trong figures.csv"),
    ("Theo lĩnh vực!A1", "ô A1 không mang con số nào có trong figures.csv; các ô gần nhất có: C6"),
    ("Theo!C6", "sổ tính không có tờ “Theo”; các tờ: “Tổng hợp”, “Theo lĩnh vực”"),
  ])
  func `names the nearest when there is no such figure`(_ figure: String, _ message: String) throws
  {
    let workspace = try TemporaryWorkspace.ofSample()
    let outcome = try workspace.kheo("explain", figure)
    #expect(outcome.status == 64)
    #expect(outcome.outputText == "")
    #expect(outcome.messageText.hasPrefix("Error: \(message)"), "\(outcome.messageText)")
  }
}

@Suite struct `kheo audit` {
  @Test func `passes a release that follows from its inputs`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    let outcome = try workspace.kheo("audit", "reports/2024-Q3")
    #expect(outcome.status == 0)
    #expect(outcome.messageText == "")
    let lines = outcome.outputText.split(separator: "\n")
    #expect(lines.first == "reports/2024-Q3, số liệu đến hết quý III/2024, kheo 0.1.0")
    #expect(lines.count { $0.hasPrefix("  ✓ ") } == 10)
    #expect(lines.last == "ĐẠT: báo cáo còn nguyên và mọi con số tính lại được từ đầu vào.")
    let quiet = try workspace.kheo("audit", "reports/2024-Q3", "--quiet")
    #expect(quiet == Outcome(status: 0, output: [], messages: []))
  }

  @Test func `names what differs, and ends with 1`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    #expect(try workspace.shell("echo >> reports/2024-Q3/summary.txt").status == 0)
    let outcome = try workspace.kheo("audit", "reports/2024-Q3", "--language", "en")
    #expect(outcome.status == 1)
    #expect(outcome.outputText.contains("  ✗ Manifest        1 difference\n"))
    #expect(outcome.outputText.contains("  ✗ Summary         1 difference\n"))
    #expect(outcome.outputText.hasSuffix("\nFAILED: differences in Manifest, Summary.\n"))
    let json = try workspace.kheo("audit", "reports/2024-Q3", "--json")
    #expect(json.status == 1)
    #expect(try JSONText(json.output).list("checks").count == 10)
  }

  @Test func `says what stops it, and ends with 2`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    #expect(
      try workspace.kheo("audit", "reports/2023-Q3").isRefusal(
        "kheo: reports/2023-Q3: không tìm thấy; hãy kiểm tra đường dẫn hoặc --inputs\n"))
    let outcome = try workspace.kheo("audit", "reports/2024-Q3", "--inputs", "none")
    #expect(outcome.status == 2)
    #expect(outcome.outputText.hasSuffix("\nCHƯA KẾT LUẬN: có phần không kiểm được.\n"))
  }

  @Test func `needs nothing but the release, its inputs and the right to read them`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    #expect(
      try workspace.shell("mkdir away && mv reports/2024-Q3 away && rm -r reports").status == 0)
    let before = try workspace.shell("find . -type f -exec sha256sum {} + | sort").outputText
    let outcome = try workspace.kheo("audit", "away/2024-Q3")
    #expect(outcome.status == 0)
    #expect(try workspace.shell("find . -type f -exec sha256sum {} + | sort").outputText == before)
    #expect(workspace.names(in: ".") == ["away", "inputs"])
  }
}

@Suite struct `kheo diff` {
  @Test func `says what changed, by how much, and because of what`() throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    #expect(try workspace.shell("cp -r inputs inputs-before").status == 0)
    try workspace.write(
      "Tên mô hình,Lĩnh vực,Năm\nNuôi dê,Kinh tế,2023\nLợn nhựa tiết kiệm,VHXH,2024\n",
      to: "inputs/submissions/2024-Q1/an-luu.csv")
    #expect(try workspace.kheo("report", "--quiet", "--output", "new").status == 0)
    let outcome = try workspace.kheo(
      "diff", "reports/2024-Q1", "new/2024-Q1", "--old-inputs", "inputs-before", "--language", "en")
    #expect(outcome.status == 1)
    #expect(
      outcome.outputText == """
        reports/2024-Q1 → new/2024-Q1 (Q1 2024)

        Figures that changed: 8
          registered.field=KT.year=2023: 0 → 1 (+1)
          registered.field=KT.year=2024: 1 → 0 (-1)
          registered.year=2023: 0 → 1 (+1)
          registered.year=2023.quarter=unknown: 0 → 1 (+1)
          registered.year=2024: 2 → 1 (-1)
          registered.year=2024.quarter=1: 2 → 1 (-1)
          registered.ward=01.year=2023: 0 → 1 (+1)
          registered.ward=01.year=2024: 2 → 1 (-1)

        Records that changed: 1
          submissions/2024-Q1/an-luu.csv:2  Nuôi dê — counted (KT, 01, 2024, × 1) → counted (KT, 01, 2023, × 1)
        These records add up to the figures that changed.

        Submissions: 1
          submissions/2024-Q1/an-luu.csv: replaced

        """)
    let same = try workspace.kheo("diff", "new/2024-Q1", "new/2024-Q1")
    #expect(same.status == 0)
    #expect(same.outputText.hasSuffix("\nKhông có gì khác.\n"))
    let json = try workspace.kheo("diff", "reports/2024-Q1", "new/2024-Q1", "--json")
    #expect(json.status == 1)
    #expect(try JSONText(json.output).list("records").count == 2)
  }

  @Test func `cannot compare what is no release`() throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(
      try workspace.kheo("diff", "inputs", "reports/2024-Q1").isRefusal(
        "kheo: inputs/provenance.json: không tìm thấy; hãy kiểm tra đường dẫn hoặc --inputs\n"))
  }
}

@Suite struct `A release that was issued` {
  @Test func `is not written again when nothing has changed`() throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    let before = try workspace.contents(of: "reports/2024-Q1")
    let stamp = "stat -c '%n %Y %i' reports/2024-Q1/* reports/ledger.csv"
    let stamps = try workspace.shell(stamp).outputText
    let again = try workspace.kheo("report", "--language", "vi")
    #expect(again.status == 0)
    #expect(
      again.messageText.hasSuffix(
        "report.xlsx · summary.txt (không có gì đổi so với bản đã phát hành: không ghi lại)\n"))
    #expect(try workspace.contents(of: "reports/2024-Q1") == before)
    #expect(try workspace.shell(stamp).outputText == stamps)
  }

  @Test func `is replaced only with --force, and the ledger keeps both lines`() throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    let before = try workspace.contents(of: "reports/2024-Q1")
    let refused = try workspace.kheo("report", "--language", "en")
    #expect(refused.status == 2)
    #expect(refused.messageText.contains("or replace it with --force\n"))
    #expect(try workspace.contents(of: "reports/2024-Q1") == before)
    let forced = try workspace.kheo("report", "--language", "en", "--force", "--json", "--quiet")
    #expect(forced.status == 0)
    #expect(forced.outputText.contains("\"outcome\" : \"replaced\""))
    let ledger = try workspace.text("reports/ledger.csv").split(separator: "\n")
    #expect(ledger.count == 3)
    let chain = try workspace.shell("sed -n 2p reports/ledger.csv | tr -d '\\n' | sha256sum")
    #expect(ledger[2].hasSuffix(String(chain.outputText.prefix(64))))
    #expect(try workspace.kheo("audit", "reports/2024-Q1").status == 0)
  }
}

@Suite struct `kheo export` {
  @Test func `writes a database whose view of differences is empty`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    let outcome = try workspace.kheo("export", "--sqlite", "kheo.db")
    #expect(outcome.status == 0)
    #expect(outcome.outputText == "")
    #expect(outcome.messageText == "kheo.db: 1.548 bản ghi; SQL tính lại đúng mọi con số.\n")
    #expect(workspace.names(in: ".") == ["inputs", "kheo.db"])
    #expect(try workspace.bytes("kheo.db").starts(with: Array("SQLite format 3\0".utf8)))
    #expect(try workspace.kheo("export", "--sqlite", "again.db", "--quiet").status == 0)
    #expect(try workspace.bytes("again.db") == workspace.bytes("kheo.db"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/sqlite3")))
  func `answers an auditor's queries`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    #expect(try workspace.kheo("export", "--sqlite", "kheo.db", "--quiet").status == 0)
    func answer(_ query: String) throws -> String {
      try workspace.shell("sqlite3 kheo.db \"\(query)\"").outputText
    }
    #expect(try answer("SELECT count(*) FROM difference") == "0\n")
    #expect(try answer("SELECT value FROM recount WHERE id = 'registered'") == "458\n")
    #expect(
      try answer("SELECT disposition, count(*) FROM record GROUP BY 1 ORDER BY 2")
        == "duplicate|4\nout-of-period|4\nrejected|44\ncounted|365\ncarried-over|1131\n")
    #expect(
      try answer(
        "SELECT sum(quantity) FROM record WHERE disposition = 'counted' AND field = 'QPAN'")
        == "276\n")
  }

  @Test func `replaces a database only with --force, and leaves nothing when it fails`() throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(try workspace.kheo("export", "--sqlite", "kheo.db", "--quiet").status == 0)
    #expect(
      try workspace.kheo("export", "--sqlite", "kheo.db").isRefusal(
        "kheo: kheo.db: đã có tệp này; hãy chọn tên khác, hoặc thay bằng --force\n"))
    #expect(try workspace.kheo("export", "--sqlite", "kheo.db", "--force", "--json").status == 0)
    #expect(try workspace.bytes("kheo.db").count > 10_000)
    #expect(
      try workspace.kheo("export", "--sqlite", "none/kheo.db").isRefusal(
        "kheo: none/kheo.db: không có thư mục để đặt tệp này; hãy kiểm tra đường dẫn\n"))
    #expect(workspace.names(in: ".") == ["inputs", "kheo.db"])
  }

  @Test(arguments: [
    "mine.txt", "pipe", "link", "folder", "inputs/kheo.yml", "inputs/submissions/new.db",
    "reports/2024-Q1/report.xlsx", "reports/ledger.csv", "./reports/../reports/new.db",
  ])
  func `never replaces what is no database, nor anything of the workspace`(_ path: String) throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    #expect(
      try workspace.shell("echo mine > mine.txt; mkfifo pipe; ln -s mine.txt link; mkdir folder")
        .status == 0)
    let listing = "find . -printf '%y %p %i %T@\\n' | sort"
    let before = try workspace.shell(listing).outputText
    let outcome = try workspace.kheo("export", "--sqlite", path, "--force")
    #expect(outcome.status == 2)
    #expect(outcome.messageText.hasPrefix("kheo: \(path): "))
    #expect(try workspace.shell(listing).outputText == before)
  }

  @Test func `that was killed leaves nothing that the next does not remove`() throws {
    let workspace = try TemporaryWorkspace.small([
      "../.kheo-stage-99999999.file": "half"
    ])
    #expect(try workspace.kheo("export", "--sqlite", "kheo.db", "--quiet").status == 0)
    #expect(workspace.names(in: ".") == ["inputs", "kheo.db"])
  }
}

@Suite struct `forms and workbooks under audit` {
  private static let header = "STT,Tổ chức,Tên mô hình,Lĩnh vực,Năm,Số lượng\n"

  @Test(arguments: [
    ("an-luu.xlsx", "an-luu-bo-sung.xlsx"), ("an-luu.xlsx", "an-luu-bo-sung.csv"),
    ("an-luu.csv", "an-luu-bo-sung.XLSX"),
  ])
  func `SQL counts a file before its supplement, whatever their kinds`(
    _ first: String, _ second: String
  ) throws {
    let workspace = try TemporaryWorkspace.small([:])
    for (name, quantity) in [(first, 1), (second, 5)] {
      let text = "Tên mô hình,Lĩnh vực,Năm,Số lượng\nTrồng ổi,KT,2024,\(quantity)\n"
      try workspace.write(text, to: "inputs/submissions/2024-Q1/\(name)")
    }
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    #expect(try workspace.kheo("audit", "reports/2024-Q1", "--quiet").status == 0)
    #expect(try workspace.kheo("export", "--sqlite", "k.db", "--quiet").status == 0)
  }

  @Test(arguments: [
    header + "1,Hội Phụ nữ,Trồng ổi,KT,2024,\n,,Nuôi ong,KT,2024,\n,,1.2. Trồng ổi,KT,2024,\n",
    "STT,Tên mô hình,Lĩnh vực,Năm\nI,Hội Phụ nữ,,\n1,Trồng ổi,KT,2024\nII,Đoàn Thanh niên,,\n"
      + "1,Trồng ổi,KT,2024\n",
  ])
  func `an owner from above is exported as it counts`(_ text: String) throws {
    let workspace = try TemporaryWorkspace.small([
      "submissions/2024-Q1/an-luu.csv": text,
      "registers/organizations.csv": "code,name,aliases\nPN,Hội Phụ nữ,\nTN,Đoàn Thanh niên,\n",
    ])
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    #expect(try workspace.kheo("audit", "reports/2024-Q1", "--quiet").status == 0)
    #expect(
      try workspace.kheo("export", "--sqlite", "k.db", "--quiet")
        == Outcome(status: 0, output: [], messages: []))
  }
}
