import Testing

@Suite struct `A stream that takes nothing` {
  @Test(arguments: [["validate"], ["status"], ["rules"], ["--help"], ["report", "--json"]])
  func `makes a run that prints data end with 2`(_ arguments: [String]) throws {
    let workspace = try TemporaryWorkspace.small()
    for output in [Stream.closed, .file("/dev/full")] {
      let process = try RunningProcess(
        Launch(
          program: TemporaryWorkspace.binary, arguments: arguments, folder: workspace.path,
          environment: TemporaryWorkspace.plainEnvironment, output: output))
      #expect(process.wait().status == 2)
    }
  }

  @Test func `is told on standard error`() throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(
      try workspace.shell("$KHEO rules >/dev/full")
        == Outcome(
          status: 2, output: [],
          messages: Array(
            "kheo: không ghi được ra đầu ra chuẩn (stdout): đĩa đầy, hoặc đã đóng\n".utf8)))
    #expect(
      try workspace.shell("$KHEO status --language en >/dev/full").messageText
        == "kheo: standard output cannot be written to: the disk is full, or it is closed\n")
  }

  @Test func `makes a run end with 2 when it is standard error`() throws {
    let workspace = try TemporaryWorkspace.small()
    for messages in [Stream.closed, .file("/dev/full")] {
      #expect(try workspace.kheo("validate", messages: messages).status == 2)
    }
  }

  @Test func `gives no file of a release its number`() throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    let release = try workspace.contents(of: "reports/2024-Q1")
    _ = try workspace.kheo("report", "--output", "other", output: .closed, messages: .closed)
    #expect(try workspace.contents(of: "other/2024-Q1") == release)
  }

  @Test func `is no error when its reader has seen enough`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    let outcome = try workspace.shell(
      "{ $KHEO validate --quiet; echo $? >status; } | head -1")
    #expect(outcome.status == 0)
    #expect(outcome.messageText == "kheo: 39 lỗi, 16 cảnh báo, 14 lưu ý\n")
    #expect(outcome.outputText.split(separator: "\n").count == 1)
    #expect(try workspace.text("status") == "1\n")
    let rules = try workspace.shell("{ $KHEO rules; echo $? >status; } | true")
    #expect(rules == Outcome(status: 0, output: [], messages: []))
    #expect(try workspace.text("status") == "0\n")
  }
}
