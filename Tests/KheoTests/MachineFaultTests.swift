import Glibc
import Testing

/// What machines do to a run, with the real binary.
@Suite struct `A machine that` {
  /// A workspace with a release, whose inputs now give another one.
  private func workspace() throws -> (TemporaryWorkspace, old: [String: [UInt8]]) {
    let workspace = try TemporaryWorkspace.small()
    try #require(try workspace.kheo("report", "--quiet").status == 0)
    let old = try workspace.contents(of: "reports/2024-Q1")
    try workspace.write(
      "Tên mô hình,Lĩnh vực,Năm\nNuôi rươi,KT,2024\n", to: "inputs/submissions/2024-Q1/an-phu.csv")
    return (workspace, old)
  }

  private func expectNoTrace(
    in workspace: TemporaryWorkspace, _ old: [String: [UInt8]],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(
      try workspace.contents(of: "reports/2024-Q1") == old, sourceLocation: sourceLocation)
    #expect(
      workspace.names(in: "reports") == [".lock", "2024-Q1", "ledger.csv"],
      sourceLocation: sourceLocation)
    #expect(
      try workspace.kheo("report", "--quiet", "--force").status == 0, sourceLocation: sourceLocation
    )
  }

  @Test(arguments: [1, 4, 16, 40])
  func `lets files grow so far only keeps the old release`(_ blocks: Int) throws {
    let (workspace, old) = try workspace()
    let outcome = try workspace.shell(
      "ulimit -f \(blocks); exec $KHEO report --force")
    #expect(outcome.status == 2)
    #expect(outcome.messageText.hasPrefix("kheo: reports/2024-Q1/report.xlsx: "))
    try expectNoTrace(in: workspace, old)
  }

  @Test(arguments: [120_000, 200_000, 300_000])
  func `grants little memory says so before anything is written`(_ kilobytes: Int) throws {
    let (workspace, old) = try workspace()
    let outcome = try workspace.shell("ulimit -v \(kilobytes); exec $KHEO report --force")
    // The loader of the libraries of a debug build, or a sanitizer, found no room for its own.
    let hasNotBegun =
      outcome.status == 127
      || outcome.messageText.contains("ERROR: AddressSanitizer failed to allocate")
    #expect(outcome.status == 2 || hasNotBegun)
    #expect(outcome.outputText == "")
    if outcome.status == 2 { #expect(outcome.messageText.contains("(ulimit -v, MemoryMax)")) }
    try expectNoTrace(in: workspace, old)
  }

  @Test func `opens few files says so`() throws {
    let (workspace, old) = try workspace()
    let outcome = try workspace.shell("ulimit -n 16; exec $KHEO report --force")
    #expect(
      outcome.isRefusal(
        "kheo: mở được quá ít tệp (ulimit -n) / too few files can be opened (ulimit -n)\n"))
    try expectNoTrace(in: workspace, old)
  }

  @Test func `grants a small stack changes nothing, however deep the input`() throws {
    let workspace = try TemporaryWorkspace.small([
      "submissions/2024-Q1/an-phu.csv": "Tên mô hình,Lĩnh vực,Năm\n"
        + String(repeating: "\"(", count: 100_000) + ",KT,2024\nNuôi rươi,KT,2024\n"
    ])
    #expect(try workspace.kheo("report", "--quiet", "--output", "first").status == 0)
    #expect(try workspace.shell("ulimit -s 512; exec $KHEO report --quiet").status == 0)
    #expect(
      try workspace.contents(of: "first/2024-Q1") == workspace.contents(of: "reports/2024-Q1"))
  }

  @Test func `has no room for temporary files elsewhere does not need it`() throws {
    let (workspace, _) = try workspace()
    #expect(
      try workspace.shell("TMPDIR=/nonexistent exec $KHEO report --quiet --force").status == 0)
    #expect(try workspace.shell("TMPDIR=/dev/full exec $KHEO report --quiet --force").status == 0)
    #expect(try workspace.kheo("audit", "reports/2024-Q1", "--quiet").status == 0)
  }

  @Test(arguments: [("555", ".lock"), ("000", ".lock")])
  func `does not let kheo write keeps the old release`(_ mode: String, _ name: String) throws {
    let (workspace, old) = try workspace()
    // Who is root may write everywhere, and becomes nobody for this.
    let outcome = try workspace.shell(
      "chmod 755 .; chmod \(mode) reports; chmod 644 reports/.lock; if [ $(id -u) = 0 ]; then "
        + "exec setpriv --reuid=65534 --regid=65534 --clear-groups $KHEO report --force; else exec $KHEO "
        + "report --force; fi")
    #expect(
      outcome.isRefusal(
        "kheo: reports/\(name): không có quyền truy cập; hãy xin quyền đọc, ghi ở đó\n"))
    #expect(try workspace.shell("chmod 755 reports").status == 0)
    try expectNoTrace(in: workspace, old)
  }

  @Test func `does not let kheo make the folder says which`() throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write("mine\n", to: "file")
    #expect(
      try workspace.kheo("report", "--output", "file/reports").isRefusal(
        "kheo: file: không phải thư mục\n"))
    #expect(
      try workspace.kheo("report", "--output", String(repeating: "x", count: 300)).status == 2)
    #expect(workspace.names(in: ".") == ["file", "inputs"])
  }

  @Test(arguments: [
    "mkfifo $F", "ln -s /dev/zero $F", "ln -s $F $F", "ln -s ../../kheo.yml $F",
    "python3 -c 'import socket,sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' $F || mkfifo $F",
  ])
  func `holds something else than a file in the place of one names it and waits for nothing`(
    _ making: String
  ) throws {
    let (workspace, old) = try workspace()
    let file = "inputs/submissions/2024-Q1/an-phu.csv"
    try #require(try workspace.shell("rm \(file); F=\(file); \(making)").status == 0)
    #expect(
      try workspace.kheo("report", "--force").isRefusal(
        "kheo: \(file): không phải tệp thường (có thể là thư mục, liên kết hoặc thiết bị); hãy đặt tệp thật vào "
          + "đó\n"))
    #expect(try workspace.shell("rm \(file)").status == 0)
    try expectNoTrace(in: workspace, old)
    for place in ["kheo.yml", "registers/wards.csv"] {
      try #require(try workspace.shell("rm inputs/\(place); mkfifo inputs/\(place)").status == 0)
      #expect(try workspace.kheo("report").status == 2)
    }
  }

  @Test(arguments: ["reports/2024-Q1", "reports/ledger.csv", "reports/.lock"])
  func `has a link planted among the reports does not have it followed`(_ place: String) throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write("mine\n", to: "victim/report.xlsx")
    try workspace.write("mine\n", to: "victim.csv")
    let target = place.hasSuffix("Q1") ? "victim" : "victim.csv"
    try #require(
      try workspace.shell("mkdir reports; ln -s $PWD/\(target) \(place)").status == 0)
    #expect(try workspace.kheo("report", "--force").status == 2)
    #expect(workspace.names(in: "victim") == ["report.xlsx"])
    #expect(try workspace.text("victim/report.xlsx") == "mine\n")
    #expect(try workspace.text("victim.csv") == "mine\n")
  }

  @Test func `holds links in the names of stages removes the links only`() throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write("mine\n", to: "victim/file")
    try #require(
      try workspace.shell("mkdir reports; ln -s $PWD/victim reports/.kheo-stage-1").status == 0)
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    #expect(try workspace.text("victim/file") == "mine\n")
    #expect(workspace.names(in: "reports") == [".lock", "2024-Q1", "ledger.csv"])
  }

  @Test func `holds files of hostile names tells them and reads the others`() throws {
    let workspace = try TemporaryWorkspace.small()
    let making = """
      cd inputs/submissions/2024-Q1 && for name in "$(printf 'a\\nb.csv')" -rf.csv '$(x).csv' "$(printf '\\377.csv')" \
      "$(printf '%0251d.csv' 1)" ' .csv' '..x' "$(printf '\\033[2J.csv')"; do cp an-luu.csv "./$name"; done
      """
    try #require(try workspace.shell(making).status == 0)
    let outcome = try workspace.kheo("report", "--quiet")
    #expect(outcome == Outcome(status: 0, output: [], messages: []))
    let findings = try workspace.text("reports/2024-Q1/findings.csv")
    // A line feed, a byte that is no UTF-8, and an escape sequence.
    #expect(findings.split(separator: ",unread-file,").count == 4)
    #expect(try workspace.kheo("audit", "reports/2024-Q1", "--quiet").status == 0)
  }

  @Test func `holds more submissions than kheo reads says how many`() throws {
    let workspace = try TemporaryWorkspace.small()
    let making = """
      cd inputs/submissions/2024-Q1 && seq -f 'x%.0f.csv' 200000 | xargs touch
      """
    try #require(try workspace.shell(making).status == 0)
    #expect(
      try workspace.kheo("report").isRefusal(
        "kheo: submissions: lỗi: có 200001 tệp nộp, quá giới hạn 200000 tệp; hãy chia bộ hồ sơ theo địa bàn, hoặc "
          + "chuyển các kỳ cũ sang bộ hồ sơ khác\n"))
  }
}
