/// All findings of a run, in the order of `findings.csv`: page by page, a path each.
package struct FindingList: Sendable, RandomAccessCollection {
  /// Sorted by path bytewise; none is empty.
  package let pages: [FindingPage]
  /// How many findings stand before each page.
  private let starts: [Int]
  package let count: Int
  /// How many there are of each rule and severity.
  package let tallies: [Tally]

  /// Findings of one rule and one severity.
  package struct Tally: Sendable, Equatable {
    package var rule: RuleID
    package var severity: Severity
    package var count: Int
  }

  /// The findings of some pages, each sorted, of which no two have the same path.
  package init(pages: [FindingPage]) {
    self.pages = pages.filter { $0.count > 0 }.sorted { bytesPrecede($0.path, $1.path) }
    var tallies: [Tally] = []
    var starts: [Int] = []
    var count = 0
    for page in self.pages {
      starts.append(count)
      count += page.count
      for entry in page.entries { FindingList.count(entry, in: &tallies) }
    }
    self.starts = starts
    self.count = count
    self.tallies = tallies
  }

  /// Few kinds of findings occur, and the same again and again: a search finds them soon.
  private static func count(_ entry: FindingPage.Entry, in tallies: inout [Tally]) {
    for index in tallies.indices
    where tallies[index].rule == entry.rule && tallies[index].severity == entry.severity {
      tallies[index].count += 1
      return
    }
    tallies.append(Tally(rule: entry.rule, severity: entry.severity, count: 1))
  }

  /// Some findings, in any order.
  package init(_ findings: [Finding]) {
    self.init(
      pages: Dictionary(grouping: findings, by: \.place.path).map { path, findings in
        var page = FindingPage(path: path)
        page.append(findings)
        page.sort()
        return page
      })
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(index: Int) -> Finding {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return pages[low][index - starts[low]]
  }

  /// How many findings there are of a severity.
  package func count(of severity: Severity) -> Int {
    tallies.reduce(0) { $1.severity == severity ? $0 + $1.count : $0 }
  }
}
