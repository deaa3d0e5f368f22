import Consolidation
import Domain
import Files
import Foundation
import Testing

/// A release is whole or absent.
struct PublicationTests {
  private func report() async throws -> Report {
    let inputs = try TemporaryFolder()
    var generator = WorldGenerator(seed: 12)
    try generator.world().write(to: inputs)
    return try await ConsolidationTests.report(on: inputs.path)
  }

  @Test func `a release appears under its cut-off and leaves nothing else`() async throws {
    let (report, output) = (try await report(), try TemporaryFolder())
    try publish(report, in: output.path)
    let names = try FileManager.default.contentsOfDirectory(atPath: output.path).sorted()
    #expect(names == [".lock", report.cutoff.description, "ledger.csv"])
    #expect(Publication.releaseName(of: report) == report.cutoff.description)
  }

  @Test func `a release takes the place of the old one with all its files`() async throws {
    let (report, output) = (try await report(), try TemporaryFolder())
    try output.write("old", to: "\(report.cutoff)/summary.txt")
    try publish(report, in: output.path, replaces: true)
    let release = try contents(of: "\(output.path)/\(report.cutoff)")
    #expect(release.count == 7)
    #expect(release["summary.txt"] != Array("old".utf8))
    try publish(report, in: output.path)
    #expect(try contents(of: "\(output.path)/\(report.cutoff)") == release)
  }

  @Test func `the manifest seals every other file`() async throws {
    let (report, output) = (try await report(), try TemporaryFolder())
    try publish(report, in: output.path)
    let release = try contents(of: "\(output.path)/\(report.cutoff)")
    let manifest = String(decoding: try #require(release["manifest-sha256.txt"]), as: UTF8.self)
    let names = manifest.split(separator: "\n").compactMap { $0.split(separator: " ").last }
    #expect(names.map(String.init) == release.keys.filter { $0 != "manifest-sha256.txt" }.sorted())
  }

  /// Paths of the stage are longer than those of a release, so that in a folder deep enough a
  /// stage can be made and its files cannot: a failing disk that needs no disk.
  @Test func `a failing write leaves the old release as it was, and no stage`() async throws {
    let (report, root) = (try await report(), try TemporaryFolder())
    let limit = 4095 - "/.kheo-stage-1234567/repor".utf8.count
    var path = root.path
    while path.utf8.count < limit - 1 {
      let length = min(200, limit - path.utf8.count - 1)
      path += "/" + String(repeating: "d", count: length)
    }
    try makeFolder(at: path)
    try makeFolder(at: "\(path)/\(report.cutoff)")
    try Data("old".utf8).write(to: URL(fileURLWithPath: "\(path)/\(report.cutoff)/a"))
    #expect(throws: RunError.self) { try publish(report, in: path) }
    #expect(
      try contents(of: path).filter { $0.key != ".lock" } == [
        "\(report.cutoff)/a": Array("old".utf8)
      ])
    #expect(try folderEntries(at: path).map(\.name) == [".lock", report.cutoff.description])
  }

  @Test func `a file in the place of the release stays, and the run says so`() async throws {
    let (report, output) = (try await report(), try TemporaryFolder())
    try output.write("mine", to: report.cutoff.description)
    let error = #expect(throws: RunError.self) { try publish(report, in: output.path) }
    #expect(
      error?.message(in: .english) == "\(output.path)/\(report.cutoff): not a folder")
    #expect(try contents(of: output.path)[report.cutoff.description] == Array("mine".utf8))
    #expect(try folderEntries(at: output.path).count == 2)
  }

  @Test func `stages that a killed run left are removed`() async throws {
    let (report, output) = (try await report(), try TemporaryFolder())
    try output.write("half", to: ".kheo-stage-1/report.xlsx")
    try output.write("half", to: ".kheo-stage-99999999/deep/er.txt")
    try output.write("half", to: ".kheo-stage-2")
    try publish(report, in: output.path)
    #expect(
      try folderEntries(at: output.path).map(\.name) == [
        ".lock", report.cutoff.description, "ledger.csv",
      ])
  }

  @Test func `another run that holds the folder is told apart, with its process`() throws {
    let output = try TemporaryFolder()
    let lock = try OutputLock(folder: output.path)
    let error = #expect(throws: FileError.self) { _ = try OutputLock(folder: output.path) }
    let held = RunError.file(try #require(error))
    #expect(held.isHeld)
    let message = held.message(in: .english)
    #expect(
      message.hasPrefix("\(output.path): another run holds this folder (process \(getpid()), "))
    #expect(message.hasSuffix("); run again when it has ended, or add --wait"))
    #expect(!RunError.file(FileError.notFound("x")).isHeld)
    withExtendedLifetime(lock) {}
  }

  @Test func `a lock that was let go can be taken again`() throws {
    let output = try TemporaryFolder()
    do { _ = try OutputLock(folder: output.path) }
    do { _ = try OutputLock(folder: output.path) }
    #expect(try folderEntries(at: output.path).map(\.name) == [".lock"])
  }

  @Test func `an output folder that is not there is told`() throws {
    let output = try TemporaryFolder()
    let missing = "\(output.path)/none"
    let error = #expect(throws: FileError.self) { _ = try OutputLock(folder: missing) }
    #expect(
      error?.message(in: .english) == "\(missing)/.lock: not found; check the path or --inputs")
  }
}
