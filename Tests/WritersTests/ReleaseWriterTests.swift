import Domain
import Foundation
import Spreadsheet
import Synchronization
import Testing
import Writers

/// What a release holds in memory, the workbook in its folder.
func release(
  _ report: Report, in folder: TemporaryFolder, threads: Int = 2
) throws -> [String: [UInt8]] {
  let texts = Mutex<[String: [UInt8]]>([:])
  try ReleaseWriter.write(
    report, version: "1.0.0", into: folder.path, threads: threads,
    readFile: { [UInt8](try Data(contentsOf: URL(filePath: $0))) },
    output: { name, chunk in texts.withLock { $0[name, default: []] += chunk } })
  var files = texts.withLock { $0 }
  files[ReleaseWriter.workbookName] = try folder.bytes(ReleaseWriter.workbookName)
  return files
}

struct ReleaseWriterTests {
  @Test func `a release has its seven files, and the manifest seals the other six`() throws {
    let folder = try TemporaryFolder()
    let files = try release(SampleReport().make(), in: folder)
    #expect(
      files.keys.sorted() == [
        "figures.csv", "findings.csv", "manifest-sha256.txt", "provenance.json", "report.xlsx",
        "submissions.csv", "summary.txt",
      ])
    for (name, bytes) in files { try Data(bytes).write(to: URL(filePath: folder.file(name))) }
    let (status, output) = try run(
      "/usr/bin/sha256sum", ["-c", "manifest-sha256.txt"], in: folder.path)
    #expect(status == 0, "\(output)")
    #expect(output.split(separator: "\n").count == 6)
  }

  @Test(arguments: Language.allCases)
  func `the same report gives the same bytes, however many threads write it`(
    _ language: Language
  ) throws {
    let report = SampleReport(language: language).make()
    let first = try release(report, in: TemporaryFolder(), threads: 1)
    for threads in [1, 2, 4] {
      #expect(try release(report, in: TemporaryFolder(), threads: threads) == first)
    }
  }

  @Test func `a write that fails stops the release with the file's name`() throws {
    struct DiskFull: Error {}
    let folder = try TemporaryFolder()
    let error = #expect(throws: WriteError.self) {
      try ReleaseWriter.write(
        SampleReport().make(), version: "1", into: folder.path, threads: 2, readFile: { _ in [] },
        output: { name, _ in if name == "findings.csv" { throw DiskFull() } })
    }
    guard case .output(file: "findings.csv", is DiskFull) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// `KHEO_KEEP=/folder swift test --filter keeps` leaves the release there, to be looked at.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["KHEO_KEEP"] != nil))
  func `keeps a release to look at`() throws {
    let environment = ProcessInfo.processInfo.environment
    let keep = environment["KHEO_KEEP", default: "/tmp"]
    var sample = SampleReport()
    sample.modelCount = environment["KHEO_MODELS"].flatMap { Int($0) } ?? 0
    sample.findingCount = environment["KHEO_FINDINGS"].flatMap { Int($0) } ?? 41
    sample.language = environment["KHEO_ENGLISH"] == nil ? .vietnamese : .english
    let report = sample.make()
    let clock = ContinuousClock()
    let start = clock.now
    let files = try release(report, in: TemporaryFolder())
    print("release written and read back in \(clock.now - start)")
    for (name, bytes) in files { try Data(bytes).write(to: URL(filePath: keep + "/" + name)) }
  }
}

/// Runs a program to its end; its status and standard output.
func run(
  _ program: String, _ arguments: [String], in folder: String
) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  process.currentDirectoryURL = URL(filePath: folder)
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  try process.run()
  let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}
