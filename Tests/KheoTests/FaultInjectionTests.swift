import FoundationEssentials
import Glibc
import Testing

/// A system call and what is to befall it.
struct Fault: Sendable, CustomTestStringConvertible {
  var call: String
  /// As strace has it: `error=EIO`, `signal=KILL`.
  var injection: String
  /// Every how many calls the test suite tries; `KHEO_FAULTS=all` tries each.
  var stride: Int

  var isKill: Bool { injection == "signal=KILL" }
  var testDescription: String { "\(call): \(injection)" }

  static let errors = [
    Fault(call: "write", injection: "error=ENOSPC", stride: 12),
    Fault(call: "write", injection: "error=EIO", stride: 40),
    Fault(call: "write", injection: "error=EDQUOT", stride: 40),
    Fault(call: "write", injection: "error=EINTR", stride: 40),
    Fault(call: "read", injection: "error=EIO", stride: 12),
    Fault(call: "read", injection: "error=EINTR", stride: 40),
    Fault(call: "openat", injection: "error=EMFILE", stride: 12),
    Fault(call: "openat", injection: "error=ENFILE", stride: 40),
    Fault(call: "close", injection: "error=EIO", stride: 12),
    Fault(call: "fsync", injection: "error=EIO", stride: 1),
    Fault(call: "rename", injection: "error=EXDEV", stride: 1),
    Fault(call: "rename", injection: "error=EACCES", stride: 1),
    Fault(call: "renameat2", injection: "error=EACCES", stride: 1),
    Fault(call: "renameat2", injection: "error=ENOSYS", stride: 1),
    Fault(call: "mkdir", injection: "error=ENOSPC", stride: 1),
    Fault(call: "ftruncate", injection: "error=EIO", stride: 1),
    Fault(call: "flock", injection: "error=ENOLCK", stride: 1),
    Fault(call: "flock", injection: "error=EINTR", stride: 1),
    Fault(call: "fchmod", injection: "error=EPERM", stride: 3),
    Fault(call: "chmod", injection: "error=EPERM", stride: 1),
    Fault(call: "unlink", injection: "error=EACCES", stride: 9),
    Fault(call: "newfstatat", injection: "error=EIO", stride: 20),
    Fault(call: "getdents64", injection: "error=EIO", stride: 3),
    Fault(call: "lseek", injection: "error=EIO", stride: 40),
  ]

  static let kills = [
    "write", "openat", "close", "read", "unlink", "fsync", "rename", "renameat2", "mkdir", "flock",
    "ftruncate", "fchmod", "chmod", "rmdir", "unlinkat",
  ].map { call in
    let stride =
      switch call {
      case "write", "openat", "close", "read": 25
      case "unlink": 6
      case "fsync", "fchmod": 2
      default: 1
      }
    return Fault(call: call, injection: "signal=KILL", stride: stride)
  }
}

/// A release, the inputs of another one, and what each of them looks like.
private final class FaultyRun {
  let workspace: TemporaryWorkspace
  private let old: [String: [UInt8]]
  private let new: [String: [UInt8]]

  init() throws {
    workspace = try TemporaryWorkspace.small()
    try #require(try workspace.kheo("report", "--quiet").status == 0)
    old = try FaultyRun.state(of: workspace)
    try workspace.write(
      "Tên mô hình,Lĩnh vực,Năm\nNuôi rươi,KT,2024\n", to: "inputs/submissions/2024-Q1/an-phu.csv")
    try #require(
      try workspace.shell("cp -a reports old && $KHEO report --quiet --force").status == 0)
    new = try FaultyRun.state(of: workspace)
    try #require(old.keys == new.keys && old != new)
  }

  /// Replaces the release under a fault at the `number`th such call of a thread; false when there are
  /// not so many.
  func meets(_ fault: Fault, at number: Int, threads: Int) throws -> Bool {
    try #require(try workspace.shell("rm -rf reports && cp -a old reports").status == 0)
    let trace = workspace.file("trace")
    let outcome = try RunningProcess(
      Launch(
        program: "/usr/bin/strace",
        arguments: [
          "-f", "-qq", "-o", trace, "-e", "trace=\(fault.call)", "-e",
          "inject=\(fault.call):\(fault.injection):when=\(number)", TemporaryWorkspace.binary,
          "report", "--quiet", "--force", "--threads", "\(threads)",
        ], folder: workspace.path,
        environment: TemporaryWorkspace.plainEnvironment + ["SWIFT_BACKTRACE=enable=no"])
    ).wait()
    let log = try workspace.text("trace")
    guard log.contains("(INJECTED)") || log.contains("killed by SIGKILL") else { return false }
    let comment = Comment(rawValue: "\(fault.testDescription) no. \(number)")
    try judge(outcome, fault, isEnded: Self.endsInDispatch(log), comment)
    return true
  }

  /// Whether the fault met libdispatch, which ends the process when it cannot look at its own threads.
  private static func endsInDispatch(_ log: String) -> Bool {
    log.split(separator: "\n").contains {
      $0.contains("(INJECTED)") && $0.contains("\"/proc/") && $0.contains("/stat\"")
    } && log.contains("killed by SIGILL")
  }

  private func judge(
    _ outcome: Outcome, _ fault: Fault, isEnded: Bool, _ comment: Comment
  ) throws {
    let state = try FaultyRun.state(of: workspace)
    let isOld = state.filter { $0.key != "ledger.csv" } == old.filter { $0.key != "ledger.csv" }
    let isNew = state.filter { $0.key != "ledger.csv" } == new.filter { $0.key != "ledger.csv" }
    #expect(isOld || isNew, comment)
    #expect([old["ledger.csv"], new["ledger.csv"]].contains(state["ledger.csv"]), comment)
    if !fault.isKill, !isEnded {
      // 127 is the loader of shared libraries, before kheo begins.
      #expect([0, 2, 127].contains(outcome.status), comment)
      #expect((outcome.status == 0) == outcome.messages.isEmpty, comment)
      if outcome.status == 0 { #expect(state == new, comment) }
      #expect(!outcome.messageText.contains(".kheo-stage-"), comment)
    }
    let next = try workspace.kheo("report", "--quiet", "--force")
    #expect(next == Outcome(status: 0, output: [], messages: []), comment)
    #expect(try FaultyRun.state(of: workspace) == new, comment)
    #expect(workspace.names(in: "reports") == [".lock", "2024-Q1", "ledger.csv"], comment)
  }

  /// The ledger and the files of the release.
  private static func state(of workspace: TemporaryWorkspace) throws -> [String: [UInt8]] {
    var state = try workspace.contents(of: "reports/2024-Q1")
    state["ledger.csv"] = try workspace.bytes("reports/ledger.csv")
    return state
  }
}

/// Whether strace is here and the kernel lets it trace.
private let isTracingPermitted: Bool = {
  let launch = Launch(
    program: "/usr/bin/strace", arguments: ["-f", "-o", "/dev/null", "/bin/true"], folder: "/",
    environment: TemporaryWorkspace.plainEnvironment)
  return (try? RunningProcess(launch).wait().status) == 0
}()

@Suite(.enabled(if: isTracingPermitted, "strace is not installed, or may not trace here"))
struct `A system call that fails` {
  private static let isThorough =
    ProcessInfo.processInfo.environment["KHEO_FAULTS"] == "all"

  @Test(arguments: Fault.errors)
  func `leaves the old release or the new one, whole, and nothing to clear up`(
    _ fault: Fault
  )
    throws
  {
    try sweep(fault)
  }

  @Test(arguments: Fault.kills)
  func `because the process is killed leaves the old release or the new one, whole`(
    _ fault: Fault
  ) throws {
    try sweep(fault)
  }

  /// Two threads write the release, and which calls are whose changes from run to run.
  @Test(arguments: [
    Fault(call: "write", injection: "error=ENOSPC", stride: 9),
    Fault(call: "openat", injection: "error=EMFILE", stride: 31),
    Fault(call: "write", injection: "signal=KILL", stride: 31),
  ])
  func `beside others leaves the old release or the new one, whole`(_ fault: Fault) throws {
    try sweep(fault, threads: 2)
  }

  /// Tries the fault at one call after another until there are no more.
  private func sweep(_ fault: Fault, threads: Int = 1) throws {
    let run = try FaultyRun()
    var number = 1
    var count = 0
    while try run.meets(fault, at: number, threads: threads) {
      count += 1
      number += Self.isThorough ? 1 : fault.stride
    }
    if Self.isThorough { print("\(fault.testDescription): \(count) calls") }
    // A call that a run on this machine does not make is no failure of the test.
    if fault.call == "fsync" || fault.call == "write" { #expect(count > 0) }
  }

  /// A release survives a power cut only if its bytes are on the disk before its name is.
  @Test func `is asked in the order that survives a power cut`() throws {
    let workspace = try TemporaryWorkspace.small()
    let outcome = try workspace.shell(
      "strace -f -y -o trace -e trace=fsync,rename,renameat2 $KHEO report --quiet")
    #expect(outcome.status == 0)
    let calls = try workspace.text("trace").split(separator: "\n").compactMap { line -> String? in
      if line.contains("fsync(") {
        return line.contains("report.xlsx>") ? "file" : line.contains("/reports>") ? "folder" : nil
      }
      guard line.contains("rename") else { return nil }
      return line.contains("ledger.csv") ? "ledger appears" : "release appears"
    }
    let unique = calls.enumerated().filter { $0.offset == 0 || calls[$0.offset - 1] != $0.element }
    #expect(
      unique.map(\.element) == ["file", "release appears", "folder", "ledger appears", "folder"])
  }
}
