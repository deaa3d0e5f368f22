import Testing

extension Outcome {
  /// Whether the run could not be done, said only this, and said it on standard error.
  func isRefusal(_ message: String) -> Bool {
    self == Outcome(status: 2, output: [], messages: Array(message.utf8))
  }
}

@Suite struct `Arguments` {
  @Test(arguments: [
    ["frobnicate"], ["report", "--frobnicate"], ["report", "extra"], ["report", "--threads", "0"],
    ["report", "--threads", "many"], ["report", "--through", "2023-Q5"], ["report", "--through"],
    ["report", "--language", "fr"], ["validate", "--fail-on", "info"], ["inspect"],
    ["inspect", "a.csv", "b.csv"], ["status", "--progress", "maybe"], ["explain"], ["audit"],
    ["audit", "reports/2024-Q1", "--through", "2023"], ["diff", "a", "b", "--through", "2023"],
    ["explain", "registered", "reports/2024-Q1", "--through", "2023"],
    ["explain", "registered", "--csv", "--json"], ["diff", "reports/2024-Q1"], ["export"],
  ])
  func `that make no sense end with 64 and change nothing`(_ arguments: [String]) throws {
    let workspace = try TemporaryWorkspace.small()
    let process = try RunningProcess(
      Launch(
        program: TemporaryWorkspace.binary, arguments: arguments, folder: workspace.path,
        environment: TemporaryWorkspace.plainEnvironment))
    let outcome = process.wait()
    #expect(outcome.status == 64)
    #expect(outcome.outputText == "")
    #expect(outcome.messageText.hasPrefix("Error: "))
    #expect(workspace.names(in: ".") == ["inputs"])
  }

  @Test(arguments: [
    "--help", "report --help", "validate --help", "inspect --help", "status --help",
    "rules --help", "help report", "explain --help", "audit --help", "diff --help",
    "export --help",
  ])
  func `that ask for help get it, with examples`(_ arguments: String) throws {
    let workspace = try TemporaryWorkspace.small()
    let outcome = try workspace.shell("$KHEO \(arguments)")
    #expect(outcome.status == 0)
    #expect(outcome.messageText == "")
    #expect(outcome.outputText.contains("Ví dụ / examples:\n"))
    #expect(outcome.outputText.contains("\n  kheo "))
  }

  @Test func `may ask for the version`() throws {
    let workspace = try TemporaryWorkspace.small()
    let outcome = try workspace.kheo("--version")
    #expect(outcome.status == 0)
    #expect(outcome.messageText == "")
    #expect(outcome.outputText.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}

@Suite struct `What stops a run` {
  @Test(arguments: [
    (
      "vi",
      "kheo: kheo.yml:2: lỗi: không có khóa nào là “langauge”; có phải “language”?\n"
    ),
    ("en", "kheo: kheo.yml:2: error: there is no key “langauge”; did you mean “language”?\n"),
  ])
  func `a mistyped setting, named with its line and the nearest known one`(
    _ language: String, _ message: String
  ) throws {
    let workspace = try TemporaryWorkspace.small([
      "kheo.yml": "period: {from: 2020, to: 2024}\nlangauge: vi\n"
    ])
    #expect(try workspace.kheo("report", "--language", language).isRefusal(message))
    #expect(try workspace.kheo("validate", "--language", language).isRefusal(message))
    #expect(workspace.names(in: ".") == ["inputs"])
  }

  @Test func `a code that a register gives twice, named with its line`() throws {
    let workspace = try TemporaryWorkspace.small([
      "registers/wards.csv": "code,name,kind\n01,An Lưu,Phường\n01,An Phụ,Phường\n"
    ])
    #expect(
      try workspace.kheo("status").isRefusal(
        "kheo: registers/wards.csv:3: lỗi: mã “01” đã có ở dòng 2; mỗi mã chỉ dùng một lần\n"))
  }

  @Test func `inputs that are not there`() throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(
      try workspace.kheo("report", "--inputs", "nowhere").isRefusal(
        "kheo: nowhere/kheo.yml: không tìm thấy; hãy kiểm tra đường dẫn hoặc --inputs\n"))
    #expect(workspace.names(in: ".") == ["inputs"])
  }

  @Test func `a folder that is not named after a period`() throws {
    let workspace = try TemporaryWorkspace.small(["submissions/2024-Q9/an-luu.csv": "x\n"])
    let outcome = try workspace.kheo("report")
    #expect(outcome.status == 2)
    #expect(outcome.messageText.hasPrefix("kheo: submissions/2024-Q9: lỗi: "))
  }

  @Test func `an output that is no folder`() throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write("mine\n", to: "reports")
    let outcome = try workspace.kheo("report")
    #expect(outcome.status == 2)
    #expect(outcome.messageText == "kheo: reports: không phải thư mục\n")
    #expect(try workspace.text("reports") == "mine\n")
  }
}
