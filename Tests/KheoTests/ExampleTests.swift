import FoundationEssentials
import Testing

/// The examples for the office's administrator do what they say.
@Suite struct `The examples` {
  private static func example(_ name: String) throws -> String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    let path = parts.dropLast(3).joined(separator: "/") + "/Examples/\(name)"
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Runs a command line as cron does: a shell, and next to nothing in the environment.
  private func run(_ line: String, in workspace: TemporaryWorkspace) throws -> Outcome {
    try #require(try workspace.shell("mkdir -p bin reports; ln -sf $KHEO bin/kheo").status == 0)
    try workspace.write(
      line.replacing("/srv/kheo", with: workspace.path)
        .replacing("/usr/local/bin/kheo", with: "kheo"), to: "line")
    return try workspace.shell(
      "exec env -i PATH=$PWD/bin:/usr/bin:/bin HOME=/nonexistent LOGNAME=kheo SHELL=/bin/sh /bin/sh line"
    )
  }

  private func expectSilence(of line: String, log: String) throws {
    let workspace = try TemporaryWorkspace.small()
    for _ in 0..<2 {
      #expect(try run(line, in: workspace) == Outcome(status: 0, output: [], messages: []))
    }
    #expect(workspace.names(in: "reports/2024-Q1") == `kheo report`.releaseFiles)
    #expect(try workspace.text(log).split(separator: "\n").count == 4)
    try workspace.write(
      "Tên mô hình,Lĩnh vực,Năm\nNuôi rươi,,2024\n", to: "inputs/submissions/2024-Q1/an-phu.csv")
    let failing = try run(line, in: workspace)
    #expect(failing.status == 1)
    #expect(failing.messageText == "kheo: 1 lỗi, 0 cảnh báo, 0 lưu ý\n")
  }

  @Test func `of a crontab is silent when all is well, and says one line when not`() throws {
    let crontab = try Self.example("cron/kheo.crontab")
    let line = try #require(crontab.split(separator: "\n").first { $0.contains(" kheo report ") })
    let command = try #require(line.firstMatch(of: /^[\d* ]+ kheo +(.*)$/)).1
    #expect(!command.contains("%"))
    try expectSilence(of: String(command), log: "reports/kheo.log")
  }

  @Test func `of a service is silent when all is well, and says one line when not`() throws {
    let service = try Self.example("systemd/kheo-report.service")
    let command = try #require(service.firstMatch(of: /\nExecStart=(.*)\n/)).1
    try expectSilence(of: String(command), log: "reports/kheo.log")
    for setting in [
      "ProtectSystem=strict", "ReadWritePaths=/srv/kheo/reports", "NoNewPrivileges=yes",
      "PrivateTmp=yes", "ProtectHome=yes", "CapabilityBoundingSet=",
      "SystemCallFilter=@system-service", "MemoryMax=2G", "UMask=0022", "StandardError=journal",
    ] { #expect(service.contains("\n\(setting)\n")) }
  }
}
