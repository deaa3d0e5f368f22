import Glibc
import Testing

/// An output folder that is held, as by another run.
private final class Holder {
  private let descriptor: Int32

  /// Takes the lock of `reports`, and writes `line` into its file: what a run writes, if nothing else
  /// is given.
  init(_ workspace: TemporaryWorkspace, line: String = "\(getpid()) 1795488264\n") throws {
    try workspace.write(line, to: "reports/.lock")
    descriptor = open(workspace.file("reports/.lock"), O_RDWR | O_CLOEXEC)
    try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
  }

  deinit { close(descriptor) }
}

@Suite struct `An output folder that is held` {
  @Test(arguments: [
    (
      "vi",
      "kheo: reports: một lượt chạy khác đang dùng thư mục này (tiến trình \(getpid()), bắt đầu lúc "
        + "09:44:24 ngày 24/11/2026); hãy chờ nó xong rồi chạy lại, hoặc thêm --wait\n"
    ),
    (
      "en",
      "kheo: reports: another run holds this folder (process \(getpid()), started on 2026-11-24 at "
        + "09:44:24); run again when it has ended, or add --wait\n"
    ),
  ])
  func `ends a run with 75 within a second, naming who holds it since when`(
    _ language: String, _ message: String
  ) throws {
    let workspace = try TemporaryWorkspace.small()
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    let old = try workspace.contents(of: "reports/2024-Q1")
    let holder = try Holder(workspace)
    let start = ContinuousClock.now
    let outcome = try workspace.kheo(
      "report", "--language", language,
      environment: TemporaryWorkspace.plainEnvironment + ["TZ=Asia/Ho_Chi_Minh"])
    #expect(start.duration(to: .now) < .seconds(1))
    #expect(outcome == Outcome(status: 75, output: [], messages: Array(message.utf8)))
    #expect(try workspace.contents(of: "reports/2024-Q1") == old)
    withExtendedLifetime(holder) {}
    try #require(try workspace.shell("rm reports/.lock && $KHEO report --quiet").status == 0)
  }

  @Test(arguments: [
    "", "\n", "x", "0 0\n", "-1 5\n", "1\n", "1 2 3\n", "99999999999999999999 1\n", "1 -1\n",
    "1 9223372036854775807\n", "4194305 1795488264\n", "\u{1B}[31m 1\n", "1 1", "\u{0} \u{0}\n",
    String(repeating: "9", count: 100_000),
  ])
  func `is told without its holder when the lock file says nothing of use`(_ line: String) throws {
    let workspace = try TemporaryWorkspace.small()
    let holder = try Holder(workspace, line: line)
    let outcome = try workspace.kheo("report", "--language", "en")
    #expect(outcome.status == 75)
    #expect(
      outcome.messageText
        == "kheo: reports: another run holds this folder; run again when it has ended, or add --wait\n"
    )
    withExtendedLifetime(holder) {}
  }

  @Test func `is waited for as long as --wait says, and no longer`() throws {
    let workspace = try TemporaryWorkspace.small()
    let holder = try Holder(workspace)
    let start = ContinuousClock.now
    #expect(try workspace.kheo("report", "--wait", "1").status == 75)
    // A busy machine takes its time to start a process, but none waits for ever.
    #expect((.seconds(1)..<(.seconds(10))).contains(start.duration(to: .now)))
    #expect(try workspace.kheo("report", "--wait", "0").status == 75)
    withExtendedLifetime(holder) {}
  }

  @Test(arguments: ["60", "9223372036854775807"])
  func `is had as soon as it is free, with what was submitted meanwhile`(_ seconds: String) throws {
    let workspace = try TemporaryWorkspace.small()
    var holder: Holder? = try Holder(workspace)
    let process = try workspace.start("report", "--quiet", "--wait", seconds)
    awaitPatience(of: process)
    try workspace.write(
      "Tên mô hình,Lĩnh vực,Năm\nNuôi rươi,KT,2024\n", to: "inputs/submissions/2024-Q2/an-phu.csv")
    withExtendedLifetime(holder) {}
    holder = nil
    #expect(process.wait() == Outcome(status: 0, output: [], messages: []))
    #expect(workspace.names(in: "reports") == [".lock", "2024-Q2", "ledger.csv"])
  }

  @Test(arguments: [(SIGTERM, 143), (SIGINT, 130), (SIGHUP, 129)] as [(Int32, Int32)])
  func `is waited for no longer by a run that is told to end`(
    _ signal: Int32, _ status: Int32
  ) throws {
    let workspace = try TemporaryWorkspace.small()
    let holder = try Holder(workspace)
    let process = try workspace.start("report", "--wait", "600")
    awaitPatience(of: process)
    process.send(signal)
    #expect(process.wait() == Outcome(status: status, output: [], messages: []))
    #expect(workspace.names(in: "reports") == [".lock"])
    withExtendedLifetime(holder) {}
  }

  @Test(arguments: ["-1", "x", "1.5", "", "9223372036854775808", "1s"])
  func `cannot be waited for so long`(_ seconds: String) throws {
    let workspace = try TemporaryWorkspace.small()
    let outcome = try workspace.kheo("report", "--wait=\(seconds)")
    #expect(outcome.status == 64)
    #expect(workspace.names(in: ".") == ["inputs"])
  }

  @Test func `lets one of fifty runs at a time do its work`() throws {
    let workspace = try TemporaryWorkspace.small()
    let processes = try (0..<50).map { _ in try workspace.start("report", "--quiet") }
    let outcomes = processes.map { $0.wait() }
    #expect(Set(outcomes.map(\.status)).isSubset(of: [0, 75]))
    #expect(outcomes.contains { $0.status == 0 })
    #expect(
      try workspace.text("reports/ledger.csv").split(separator: "\n").count == 2,
      "one line under the header: the others found the release unchanged")
    #expect(workspace.names(in: "reports") == [".lock", "2024-Q1", "ledger.csv"])
    #expect(try workspace.kheo("audit", "reports/2024-Q1", "--quiet").status == 0)
  }

  @Test func `lets fifty patient runs do their work one after another`() throws {
    let workspace = try TemporaryWorkspace.small()
    let processes = try (0..<50).map { number in
      try workspace.start(
        "report", "--quiet", "--force", "--wait", "120", "--language", number % 2 == 0 ? "vi" : "en"
      )
    }
    #expect(processes.allSatisfy { $0.wait().status == 0 })
    #expect(workspace.names(in: "reports") == [".lock", "2024-Q1", "ledger.csv"])
    #expect(try workspace.kheo("audit", "reports/2024-Q1", "--quiet").status == 0)
  }

  @Test func `is free as soon as its holder is killed`() throws {
    let workspace = try TemporaryWorkspace.small()
    try #require(try workspace.shell("mkdir reports").status == 0)
    let process = try RunningProcess(
      Launch(
        program: "/usr/bin/flock", arguments: ["--no-fork", "reports/.lock", "sleep", "600"],
        folder: workspace.path, environment: TemporaryWorkspace.plainEnvironment))
    while try workspace.kheo("report", "--quiet").status == 0 { sched_yield() }
    #expect(try workspace.kheo("report", "--quiet").status == 75)
    process.send(SIGKILL)
    #expect(process.wait().status == -SIGKILL)
    #expect(try workspace.kheo("report", "--quiet").status == 0)
  }

  @Test func `whose lock file was removed is locked by a new one`() throws {
    let workspace = try TemporaryWorkspace.small()
    let holder = try Holder(workspace)
    try #require(try workspace.shell("rm reports/.lock").status == 0)
    #expect(try workspace.kheo("report", "--quiet").status == 0)
    withExtendedLifetime(holder) {}
    #expect(try workspace.kheo("report", "--quiet").status == 0)
  }

  @Test(arguments: ["mkdir reports/.lock", "mkfifo reports/.lock", "ln -s ../victim reports/.lock"])
  func `by something that is no file stops the run, untouched`(_ making: String) throws {
    let workspace = try TemporaryWorkspace.small()
    try workspace.write("mine\n", to: "victim")
    try #require(try workspace.shell("mkdir reports && \(making)").status == 0)
    let outcome = try workspace.kheo("report", "--language", "en")
    #expect(outcome.status == 2)
    #expect(outcome.messageText.hasPrefix("kheo: reports/.lock: "))
    #expect(try workspace.text("victim") == "mine\n")
    #expect(workspace.names(in: "reports") == [".lock"])
  }

  /// Returns when a run sleeps between two looks at the lock, as far as the kernel tells.
  private func awaitPatience(of process: RunningProcess) {
    let end = ContinuousClock.now + .seconds(2)
    while ContinuousClock.now < end {
      let descriptor = open("/proc/\(process.identifier)/wchan", O_RDONLY | O_CLOEXEC)
      defer { close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: 128)
      let count = max(read(descriptor, &bytes, bytes.count), 0)
      if String(decoding: bytes[..<count], as: UTF8.self).contains("nanosleep") { return }
      sched_yield()
    }
  }
}
