import Glibc
import Testing

@Suite struct `A log of JSON lines` {
  /// The lines of the log, each read as JSON; its process and its moment are checked and taken out.
  private func lines(
    of workspace: TemporaryWorkspace, _ name: String = "kheo.log"
  ) throws
    -> [String]
  {
    try workspace.text(name).split(separator: "\n").map { line in
      _ = try JSONText(Array(line.utf8))
      let start = /^{"time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","process":\d+,/
      let rest = line[try #require(line.prefixMatch(of: start)).range.upperBound...]
      return String(rest.replacing(/,"milliseconds":\d+/, with: ""))
    }
  }

  private func started(_ workspace: TemporaryWorkspace, _ arguments: String...) -> String {
    let list = arguments.map { "\"\($0)\"" }.joined(separator: ",")
    return "\"event\":\"started\",\"version\":\"0.1.0\",\"arguments\":[\(list)],"
      + "\"folder\":\"\(workspace.path)\"}"
  }

  @Test func `tells that a run started, what it said, and what came of it`() throws {
    let workspace = try TemporaryWorkspace.small()
    let first = try workspace.kheo("report", "--quiet", "--log", "kheo.log")
    #expect(first == Outcome(status: 0, output: [], messages: []))
    let second = try workspace.kheo(
      "report", "--quiet", "--log", "kheo.log", "--fail-on", "warning", "--language", "en")
    #expect(second.status == 2)
    let counts =
      "\"cutoff\":\"2024-Q1\",\"submissions\":1,\"records\":2,\"models\":2,\"errors\":0,\"warnings\":1,"
      + "\"remarks\":0}"
    #expect(
      try lines(of: workspace) == [
        started(workspace, "report", "--quiet", "--log", "kheo.log"),
        "\"event\":\"finished\",\"status\":0,\"release\":\"reports/2024-Q1\",\"outcome\":\"issued\","
          + counts,
        started(
          workspace, "report", "--quiet", "--log", "kheo.log", "--fail-on", "warning", "--language",
          "en"),
        "\"event\":\"message\",\"text\":\"\(second.messageText.dropFirst(6).dropLast())\"}",
        "\"event\":\"finished\",\"status\":2}",
      ])
    #expect(try workspace.contents(of: "reports/2024-Q1").count == 7)
  }

  @Test func `may lie in the folder of the reports on the first night`() throws {
    let workspace = try TemporaryWorkspace.small()
    let outcome = try workspace.kheo("report", "--quiet", "--log", "reports/kheo.log")
    #expect(outcome == Outcome(status: 0, output: [], messages: []))
    #expect(try lines(of: workspace, "reports/kheo.log").count == 2)
    #expect(try workspace.kheo("report", "--quiet", "--log", "none/kheo.log").status == 2)
  }

  @Test func `holds a refusal, a held folder, and a run that was told to end`() throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(try workspace.kheo("validate", "--inputs", "none", "--log", "a.log").status == 2)
    #expect(try workspace.shell("mkdir reports; touch reports/.lock").status == 0)
    let held = try workspace.shell(
      "exec 9<reports/.lock; flock -n 9; exec $KHEO report --log b.log")
    #expect(held.status == 75)
    #expect(
      try lines(of: workspace, "a.log").dropFirst() == [
        "\"event\":\"message\",\"text\":\"none/kheo.yml: không tìm thấy; hãy kiểm tra đường dẫn hoặc --inputs\"}",
        "\"event\":\"finished\",\"status\":2}",
      ])
    #expect(try lines(of: workspace, "b.log").last == "\"event\":\"finished\",\"status\":75}")

    let shell = try RunningProcess(
      Launch(
        program: "/usr/bin/flock", arguments: ["--no-fork", "reports/.lock", "sleep", "600"],
        folder: workspace.path, environment: TemporaryWorkspace.plainEnvironment))
    while try workspace.kheo("report", "--quiet").status == 0 { sched_yield() }
    let waiting = try workspace.start("report", "--wait", "600", "--log", "c.log")
    while workspace.names(in: ".").contains("c.log") == false { sched_yield() }
    while try workspace.bytes("c.log").isEmpty { sched_yield() }
    waiting.send(SIGTERM)
    #expect(waiting.wait().status == 143)
    shell.send(SIGKILL)
    _ = shell.wait()
    #expect(try lines(of: workspace, "c.log").last == "\"event\":\"finished\",\"status\":143}")
  }

  @Test func `holds no control character, whatever the arguments and the data`() throws {
    let workspace = try TemporaryWorkspace.small(["submissions/2024-Q1/\u{1B}]0;x\u{7}.csv": "a\n"])
    let outcome = try workspace.kheo(
      "report", "--inputs", "\u{1B}[31m\u{9B}\u{202E}\n\"\\", "--log", "kheo.log")
    #expect(outcome.status == 2)
    #expect(try workspace.kheo("validate", "--log", "kheo.log").status == 0)
    let text = String(decoding: try workspace.bytes("kheo.log"), as: UTF8.self)
    #expect(
      !text.unicodeScalars.contains {
        $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E)
      })
    #expect(try lines(of: workspace).count == 7)
  }

  @Test func `is readable by all whatever the umask, and keeps the rights it was given`() throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(try workspace.shell("umask 077; $KHEO report --quiet --log kheo.log").status == 0)
    #expect(try workspace.shell("stat -c %a kheo.log").outputText == "644\n")
    #expect(
      try workspace.shell("chmod 600 kheo.log; $KHEO report --quiet --log kheo.log").status == 0)
    #expect(try workspace.shell("stat -c %a kheo.log").outputText == "600\n")
    #expect(try lines(of: workspace).count == 4)
  }

  @Test func `begins a new line after one that was cut off`() throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write("{\"time\":\"20", to: "kheo.log")
    #expect(try workspace.kheo("report", "--quiet", "--log", "kheo.log").status == 0)
    let text = try workspace.text("kheo.log").split(separator: "\n")
    #expect(text.count == 3)
    #expect(text.first == "{\"time\":\"20")
  }

  @Test func `keeps the lines of fifty runs whole`() throws {
    let workspace = try TemporaryWorkspace.small()
    let processes = try (0..<50).map { _ in
      try workspace.start("status", "--log", "kheo.log", output: .file("/dev/null"))
    }
    #expect(processes.allSatisfy { $0.wait().status == 0 })
    #expect(try lines(of: workspace).count == 100)
  }

  @Test(arguments: [
    (
      "mkfifo kheo.log",
      "kheo.log: not a regular file (a folder, link or device, perhaps); put the "
        + "file itself there"
    ),
    (
      "ln -s victim kheo.log",
      "kheo.log: not a regular file (a folder, link or device, perhaps); put "
        + "the file itself there"
    ),
    ("mkdir kheo.log", "kheo.log: is a folder; give the name of a file"),
    (
      "ln -s /dev/full kheo.log",
      "kheo.log: not a regular file (a folder, link or device, perhaps); "
        + "put the file itself there"
    ),
    (
      "echo code,name >kheo.log",
      "kheo.log: there is a file that is no log of kheo, and nothing is added to it; choose another "
        + "name"
    ),
  ])
  func `that cannot be written stops the run before anything is issued`(
    _ making: String, _ message: String
  ) throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write("mine\n", to: "victim")
    #expect(try workspace.shell(making).status == 0)
    let outcome = try workspace.kheo("report", "--language", "en", "--log", "kheo.log")
    #expect(outcome == Outcome(status: 2, output: [], messages: Array("kheo: \(message)\n".utf8)))
    #expect(try workspace.text("victim") == "mine\n")
    #expect(workspace.names(in: "reports") == [])
  }

  @Test func `in a folder that is not there is told`() throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(
      try workspace.kheo("report", "--log", "none/kheo.log").isRefusal(
        "kheo: none/kheo.log: không tìm thấy; hãy kiểm tra đường dẫn hoặc --inputs\n"))
  }

  @Test func `that no longer fits makes the run end with 2, and leaves the release`() throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write("{}\n" + String(repeating: "\n", count: 1_048_576 - 300), to: "kheo.log")
    // Room for the first line, not for the second; nothing else is as large.
    let outcome = try workspace.shell(
      "trap '' XFSZ; ulimit -f 2048; exec $KHEO report --quiet --log kheo.log")
    #expect(outcome.status == 2)
    #expect(outcome.messageText == "kheo: kheo.log: tệp vượt giới hạn kích thước\n")
    #expect(workspace.names(in: "reports/2024-Q1") == `kheo report`.releaseFiles)
  }
}
