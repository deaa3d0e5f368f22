import Domain
import Testing

/// The counting against a second implementation that shares no line with it.
struct NaiveComparisonTests {
  @Test(arguments: 1...150)
  func `two implementations agree on a generated workspace`(_ seed: UInt64) async throws {
    var generator = WorldGenerator(seed: seed)
    let world = generator.world()
    let folder = try TemporaryFolder()
    try world.write(to: folder)
    let through = world.through.map { Period(year: $0.year, quarter: $0.quarter) }
    let report = try await report(on: folder.path, through: through)
    let naive = NaiveCount.result(of: world)

    #expect(differences(naive.findings, findings(of: report)) == [])
    #expect(differences(dispositions(naive), dispositions(report)) == [])
    let published = report.published.filter { $0.value != 0 }.map { "\($0.key),\($0.value)" }
    let meant = naive.figures.filter { $0.value != 0 }.map { "\($0.key),\($0.value)" }
    #expect(differences(meant, published) == [])
    #expect(Set(naive.figures.keys).subtracting(report.published.keys) == [])
  }

  @Test func `the generated workspaces have every disposition and every finding they can`()
    throws
  {
    var rules: Set<String> = []
    var dispositions: Set<String> = []
    var maintained = 0
    for seed in UInt64(1)...150 {
      var generator = WorldGenerator(seed: seed)
      let result = NaiveCount.result(of: generator.world())
      rules.formUnion(
        result.findings.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) })
      dispositions.formUnion(result.dispositions.values.flatMap(\.keys))
      maintained += result.figures.filter { $0.key.hasPrefix("maintained") }.count
    }
    #expect(dispositions == Set(Disposition.allCases.map(\.rawValue)))
    let generated: Set<RuleID> = [
      .unknownSubmitter, .unreadFile, .repeatedFile, .missingSubmission, .emptySubmission,
      .missingColumn, .unknownColumn, .raggedRecord, .missingValue, .wardInferred, .wardMismatch,
      .unknownWard, .unknownField, .invalidYear, .invalidQuarter, .invalidQuantity,
      .wardNotInForce, .outOfPeriod, .duplicateRecord, .fieldConflict, .yearChanged,
      .quantityChanged, .suspectedDuplicate, .hiddenCharacter, .nearDuplicate,
    ]
    #expect(rules == Set(generated.map(\.rawValue)))
    #expect(maintained > 100)
  }

  /// Lines that only one side has, marked with the side.
  private func differences(_ naive: [String], _ found: [String]) -> [String] {
    var open = Dictionary(grouping: found) { $0 }.mapValues(\.count)
    var lines: [String] = []
    for line in naive {
      if open[line, default: 0] > 0 {
        open[line, default: 0] -= 1
      } else {
        lines.append("naive: \(line)")
      }
    }
    lines += open.filter { $0.value > 0 }.map { "kheo: \($0.key)" }
    return lines.sorted()
  }

  private func findings(of report: Report) -> [String] {
    report.findings.map { finding in
      var line = "\(finding.severity.rawValue) \(finding.rule.rawValue) \(finding.place.reference)"
      if finding.rule == .missingSubmission { line += " \(finding.value)" }
      return line + (finding.see.isEmpty ? "" : " see \(finding.see)")
    }
  }

  private func dispositions(_ report: Report) -> [String] {
    report.submissions.flatMap { submission in
      Disposition.allCases.filter { submission.dispositions[$0] > 0 }.map {
        "\(submission.file.path) \($0.rawValue) \(submission.dispositions[$0])"
      }
    }
  }

  private func dispositions(_ naive: NaiveResult) -> [String] {
    naive.dispositions.flatMap { path, counts in counts.map { "\(path) \($0.key) \($0.value)" } }
  }
}
