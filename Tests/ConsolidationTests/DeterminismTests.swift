import Consolidation
import Domain
import Files
import Testing

struct DeterminismTests {
  @Test(arguments: [1, 2, 7])
  func `the number of threads changes nothing`(_ threads: Int) async throws {
    let one = try await report(on: SampleWorkspaceTests.inputs, threads: 1)
    let many = try await report(on: SampleWorkspaceTests.inputs, threads: threads)
    expectSame(one, many)
  }

  @Test(arguments: [(0, 4 << 20), (32 << 20, 0), (60_000, 0), (20_000, 4 << 20)])
  func `what is kept for the list of models changes nothing`(
    _ size: Int, _ bigText: Int
  )
    async throws
  {
    let whole = try await report(on: SampleWorkspaceTests.inputs)
    var options = RunOptions(
      inputs: SampleWorkspaceTests.inputs, through: nil, language: nil, threads: 2,
      listsModels: true)
    options.listingRoom.size = size
    options.listingRoom.bigText = bigText
    let other = try await Pipeline.report(on: Workspace(options))
    #expect(other.listing == whole.listing)
    #expect(!other.listing.models.isEmpty)
  }

  @Test(arguments: [UInt64(3), 4, 5])
  func `the order of files on the disk changes nothing`(_ seed: UInt64) async throws {
    var generator = WorldGenerator(seed: seed)
    var world = generator.world()
    let (forward, backward) = (try TemporaryFolder(), try TemporaryFolder())
    try world.write(to: forward)
    world.submissions.reverse()
    try world.write(to: backward)
    let found = try await report(on: forward.path)
    expectSame(found, try await report(on: backward.path))
  }

  private func expectSame(_ left: Report, _ right: Report) {
    #expect(left.figures == right.figures)
    #expect(Array(left.findings) == Array(right.findings))
    #expect(left.submissions == right.submissions)
    #expect(left.listing == right.listing)
    #expect(left.owners == right.owners)
    #expect(left.trends == right.trends)
    #expect(left.quarterly == right.quarterly)
    #expect(left.missingSubmissions == right.missingSubmissions)
    #expect(left.sources == right.sources)
  }

  @Test func `the same inputs give the same bytes of all seven files`() async throws {
    var generator = WorldGenerator(seed: 11)
    let world = generator.world()
    var releases: [[String: [UInt8]]] = []
    for threads in [1, 4] {
      let (inputs, output) = (try TemporaryFolder(), try TemporaryFolder())
      try world.write(to: inputs)
      let report = try await report(on: inputs.path, threads: threads)
      try publish(report, in: output.path)
      releases.append(try contents(of: "\(output.path)/\(report.cutoff)"))
    }
    #expect(
      releases[0].keys.sorted() == [
        "figures.csv", "findings.csv", "manifest-sha256.txt", "provenance.json", "report.xlsx",
        "submissions.csv", "summary.txt",
      ])
    for (name, bytes) in releases[0] { #expect(releases[1][name] == bytes, "\(name)") }
  }
}

/// Publishes as the command does.
@discardableResult
func publish(_ report: Report, in output: String, replaces: Bool = false) throws -> Issuance {
  let lock = try OutputLock(folder: output)
  return try Publication.publish(
    report, version: "1.0.0", in: output, threads: 2, replaces: replaces, holding: lock)
}

/// The bytes of all files of a folder, by name.
func contents(of folder: String) throws -> [String: [UInt8]] {
  var contents: [String: [UInt8]] = [:]
  for path in try files(under: folder) { contents[path] = try bytes(of: "\(folder)/\(path)") }
  return contents
}
