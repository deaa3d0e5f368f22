import Glibc
import Testing

@Suite struct `A run that is told to end` {
  /// The old release is one of fewer submissions than the run that is interrupted would read.
  @Test(arguments: [(SIGTERM, 143), (SIGINT, 130), (SIGHUP, 129)] as [(Int32, Int32)])
  func `leaves the last release as it was, and nothing unfinished`(
    _ signal: Int32, _ status: Int32
  ) throws {
    let workspace = try TemporaryWorkspace.ofSample()
    #expect(try workspace.kheo("report", "--quiet", "--through", "2020").status == 0)
    #expect(try workspace.shell("mv reports/2020-Q4 reports/2024-Q3").status == 0)
    let old = try workspace.contents(of: "reports/2024-Q3")
    let process = try workspace.start("report", "--force")
    // The moment at which the release is being written, unless the run is over before we look.
    while process.isRunning, !hasStage(workspace) { sched_yield() }
    process.send(signal)
    let outcome = process.wait()
    if outcome.status == 0 {
      #expect(try workspace.contents(of: "reports/2024-Q3") != old)
    } else {
      #expect(outcome.status == status)
      #expect(outcome.output == [])
      #expect(try workspace.contents(of: "reports/2024-Q3") == old)
    }
    #expect(workspace.names(in: "reports") == [".lock", "2024-Q3", "ledger.csv"])
  }

  @Test func `that is killed leaves nothing that the next run does not remove`() throws {
    let workspace = try TemporaryWorkspace.ofSample()
    #expect(try workspace.kheo("report", "--quiet", "--through", "2020").status == 0)
    #expect(try workspace.shell("mv reports/2020-Q4 reports/2024-Q3").status == 0)
    let old = try workspace.contents(of: "reports/2024-Q3")
    let process = try workspace.start("report", "--force")
    while process.isRunning, !hasStage(workspace) { sched_yield() }
    process.send(SIGKILL)
    if process.wait().status == -SIGKILL {
      #expect(try workspace.contents(of: "reports/2024-Q3") == old)
    }
    #expect(try workspace.kheo("report", "--quiet", "--force").status == 0)
    #expect(workspace.names(in: "reports") == [".lock", "2024-Q3", "ledger.csv"])
    #expect(try workspace.contents(of: "reports/2024-Q3") != old)
  }

  private func hasStage(_ workspace: TemporaryWorkspace) -> Bool {
    workspace.names(in: "reports").contains { $0.hasPrefix(".kheo-stage-") }
  }
}
