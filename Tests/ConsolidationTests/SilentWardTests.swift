import Domain
import Foundation
import Testing

/// What happens to the sample when a ward sends nothing for a period.
struct SilentWardTests {
  @Test func `a ward that falls silent is missed, and no other ward's figures change`() async throws
  {
    let inputs = SampleWorkspaceTests.inputs
    let whole = try await report(on: inputs, threads: 4)
    let folder = try TemporaryFolder()
    for path in try files(under: inputs) { try link(path, from: inputs, to: folder) }
    for (index, ward) in whole.registers.wards.enumerated() {
      let periods = Set(
        whole.submissions.filter { $0.file.submitter == .ward(index) }.compactMap(\.file.period))
      let period = try #require(periods.sorted()[safely: index % periods.count])
      let paths = whole.submissions.map(\.file).filter {
        $0.submitter == .ward(index) && $0.period == period
      }.map(\.path)
      for path in paths { try folder.remove(path) }
      let silent = try await report(on: folder.path, threads: 4)
      for path in paths { try link(path, from: inputs, to: folder) }

      let missing = silent.findings.filter { $0.rule == .missingSubmission }
      let added = Set(missing.map { "\($0.place.path) \($0.value)" })
        .subtracting(
          whole.findings.filter { $0.rule == .missingSubmission }
            .map { "\($0.place.path) \($0.value)" })
      #expect(added == ["submissions/\(period) \(ward.code)"])
      #expect(ofOthers(silent, ward) == ofOthers(whole, ward), "\(ward.name)")
      let id = "submissions.received.period=\(period)"
      #expect(silent.published[id] == whole.published[id].map { $0 - 1 })
    }
  }

  private func ofOthers(_ report: Report, _ ward: Ward) -> [String] {
    report.figures.published().filter {
      $0.id.text.contains(".ward=") && !$0.id.text.contains(".ward=\(ward.code)")
    }.map { "\($0.id),\($0.value)" }
  }

  /// A second name for the same file: nothing is copied 23 times.
  private func link(_ path: String, from inputs: String, to folder: TemporaryFolder) throws {
    let target = "\(folder.path)/\(path)"
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    do {
      try FileManager.default.linkItem(atPath: "\(inputs)/\(path)", toPath: target)
    } catch {
      // Another file system: a copy does as well.
      try FileManager.default.copyItem(atPath: "\(inputs)/\(path)", toPath: target)
    }
  }
}

extension Array {
  subscript(safely index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
