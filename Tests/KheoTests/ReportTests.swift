import Testing

@Suite struct `kheo report` {
  static let releaseFiles = [
    "figures.csv", "findings.csv", "manifest-sha256.txt", "provenance.json", "report.xlsx",
    "submissions.csv", "summary.txt",
  ]

  @Test func `tells in a few lines what it read, counted and found, and where the report is`()
    throws
  {
    let workspace = try TemporaryWorkspace.ofSample()
    let outcome = try workspace.kheo("report")
    #expect(outcome.status == 0)
    #expect(outcome.outputText == "")
    let lines = outcome.messageText.split(separator: "\n").map { String($0) }
    try #require(lines.count > 4)
    #expect(lines[0].hasPrefix("Đọc 307 tệp, 23/23 đơn vị, 7 tổ chức "))
    #expect(lines[0].hasSuffix(" giây"))
    #expect(
      lines[1...3] == [
        "  1.548 bản ghi = 365 được tính + 1.131 duy trì + 4 trùng + 44 bị loại + 4 ngoài kỳ",
        "  458 mô hình, điển hình (khớp số kiểm soát 60/88/276/34)",
        "Cần xem: 39 lỗi, 16 cảnh báo  →  reports/2024-Q3/findings.csv",
      ])
    #expect(lines.last == "Báo cáo: reports/2024-Q3/report.xlsx · summary.txt")
  }

  @Test func `issues seven files that sha256sum finds unchanged`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    #expect(try workspace.kheo("report").status == 0)
    #expect(workspace.names(in: "reports/2024-Q3") == Self.releaseFiles)
    let check = try workspace.shell(
      "cd reports/2024-Q3 && sha256sum --strict -c manifest-sha256.txt")
    #expect(check.status == 0)
    #expect(check.messageText == "")
    #expect(
      Set(check.outputText.split(separator: "\n"))
        == Set(Self.releaseFiles.filter { $0 != "manifest-sha256.txt" }.map { "\($0): OK" }))
  }

  @Test func `publishes the control totals of the sample`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    #expect(try workspace.kheo("report").status == 0)
    let figures = Set(try workspace.text("reports/2024-Q3/figures.csv").split(separator: "\n"))
    #expect(
      figures.isSuperset(of: [
        "figure,value", "registered,458", "registered.field=KT,60", "registered.field=VHXH,88",
        "registered.field=QPAN,276", "registered.field=HTCT,34", "coverage,23",
        "records.read,1548", "findings.error,39", "findings.warning,16", "findings.info,14",
      ]))
  }

  @Test func `leaves later submissions unread when an earlier cut-off is wanted`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    let outcome = try workspace.kheo("report", "--through", "2023-Q4")
    #expect(outcome.status == 0)
    #expect(outcome.messageText.contains("\nBáo cáo: reports/2023-Q4/report.xlsx"))
    #expect(workspace.names(in: "reports") == [".lock", "2023-Q4", "ledger.csv"])
    let rows = try workspace.text("reports/2023-Q4/submissions.csv").split(separator: "\r\n")
      .dropFirst()
    let later = rows.filter { $0.hasPrefix("submissions/2024-") }
    #expect(later.count == 89)
    // Neither bytes nor a hash, and no record.
    #expect(later.allSatisfy { $0.contains(",not due,,,") && $0.hasSuffix(",0,0,0,0,0,0") })
    #expect(rows.count { $0.contains(",not due,") } == later.count)
  }

  @Test func `speaks English when asked to`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    let outcome = try workspace.kheo("report", "--language", "en")
    #expect(outcome.status == 0)
    #expect(outcome.messageText.hasPrefix("Read 307 files, 23/23 wards, 7 organizations "))
    #expect(
      outcome.messageText.contains(
        "1,548 records = 365 counted + 1,131 carried over + 4 duplicate + 44 rejected + 4 out of"))
    #expect(try workspace.text("reports/2024-Q3/summary.txt").contains("\nTOTAL: 458 models"))
  }

  @Test func `says nothing when told to be quiet and all is well`() throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write(
      "Tên mô hình,Lĩnh vực,Năm\nNuôi rươi,KT,2024\n", to: "inputs/submissions/2024-Q1/an-phu.csv")
    let outcome = try workspace.kheo("report", "--quiet")
    #expect(outcome == Outcome(status: 0, output: [], messages: []))
    #expect(workspace.names(in: "reports/2024-Q1") == Self.releaseFiles)
  }

  @Test func `ends with 1 when --fail-on is met, says why, and issues the report all the same`()
    throws
  {
    let workspace = try TemporaryWorkspace.ofSample()
    let outcome = try workspace.kheo("report", "--quiet", "--fail-on", "error")
    #expect(outcome.status == 1)
    #expect(outcome.outputText == "")
    #expect(outcome.messageText == "kheo: 39 lỗi, 16 cảnh báo, 14 lưu ý\n")
    #expect(workspace.names(in: "reports/2024-Q3") == Self.releaseFiles)
  }

  @Test func `prints one document with --json`() throws {
    let workspace = try TemporaryWorkspace.small()
    let outcome = try workspace.kheo("report", "--json", "--quiet")
    #expect(outcome.status == 0)
    let document = try JSONText(outcome.output)
    #expect(document["release"] == "reports/2024-Q1")
    #expect(document["cutoff"] == "2024-Q1")
  }
}

@Suite struct `The same inputs give the same bytes` {
  @Test(arguments: [
    "$KHEO report",
    "$KHEO report --threads 1",
    "env -i $KHEO report",
    "env TZ=Asia/Ho_Chi_Minh LC_ALL=vi_VN.UTF-8 LANG=de_DE.UTF-8 $KHEO report",
    "env TZ=America/St_Johns LC_ALL=C NO_COLOR=1 TERM=xterm $KHEO report",
    "umask 077; $KHEO report",
    "umask 000; $KHEO report",
    "umask 000; TZ=Asia/Ho_Chi_Minh SOURCE_DATE_EPOCH=1 exec setsid $KHEO report </dev/null",
    "mkdir other; cd inputs; find . -type f -print0 | sort -rz | xargs -0 cp --parents -t ../other; cd ..; mv "
      + "inputs first-made; mv other inputs; $KHEO report",
    "cd / && $KHEO report --inputs \"$OLDPWD/inputs\" --output \"$OLDPWD/reports\"",
  ])
  func `however kheo is called`(_ line: String) throws {
    let workspace = try TemporaryWorkspace.ofSample()
    #expect(try workspace.kheo("report", "--output", "first").status == 0)
    #expect(try workspace.shell(line).status == 0)
    #expect(
      try workspace.contents(of: "first/2024-Q3") == workspace.contents(of: "reports/2024-Q3"))
  }

  @Test func `and others may read a release whatever the umask`() throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(try workspace.shell("umask 077; $KHEO report --quiet").status == 0)
    let modes = try workspace.shell("stat -c %a reports/2024-Q1 reports/2024-Q1/*")
    #expect(modes.outputText == "755\n" + String(repeating: "644\n", count: 7))
  }
}
