package import Domain

/// One published number under its id.
package struct FigureValue: Sendable, Equatable {
  package var id: String
  package var value: Int

  package init(id: String, value: Int) {
    self.id = id
    self.value = value
  }
}

/// The figures of a release as its `figures.csv` holds them.
package struct FigureTable: Sendable, Equatable {
  package static let fileName = "figures.csv"

  /// The largest file that is read as one: some 20 million figures.
  package static let sizeLimit = 1 << 30

  /// The most faults that are told one by one.
  package static let faultLimit = 20

  static let header = Array("figure,value".utf8)

  /// In the order of the file, malformed lines left out.
  package private(set) var entries: [FigureValue] = []
  /// The first faults, in the order of the file.
  package private(set) var faults: [FigureTableFault] = []
  /// How many faults there are.
  package private(set) var faultCount = 0

  /// Reads the bytes of a `figures.csv`, strictly, as far as they can be read.
  package init(_ bytes: [UInt8]) {
    if bytes.isEmpty { note(.wrongHeader(text: "")) }
    let isEnded = forEachLine(of: bytes) { line, number in
      if number > 1 {
        read(line, lineNumber: number)
      } else if !line.elementsEqual(FigureTable.header) {
        note(.wrongHeader(text: excerpt(line)))
      }
    }
    if !isEnded { note(.noLineEnd) }
  }

  private mutating func read(_ line: ArraySlice<UInt8>, lineNumber: Int) {
    guard let comma = line.firstIndex(of: UInt8(ascii: ",")), comma > line.startIndex,
      line[..<comma].allSatisfy(FigureTable.isOfID),
      let id = String(validating: line[..<comma], as: UTF8.self),
      let value = wholeNumber(line[(comma + 1)...])
    else { return note(.malformedLine(lineNumber, text: excerpt(line))) }
    if let last = entries.last, !bytesPrecede(last.id, id) {
      note(isSame(last.id, id) ? .repeated(lineNumber, id: id) : .outOfOrder(lineNumber, id: id))
    }
    entries.append(FigureValue(id: id, value: value))
  }

  /// Whether a byte may stand in the id of a figure: families, dimensions, codes (SPEC §2, §7).
  private static func isOfID(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "="),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private mutating func note(_ fault: FigureTableFault) {
    faultCount += 1
    if faults.count < FigureTable.faultLimit { faults.append(fault) }
  }

  /// How the entries differ from what they should be, by id; see `figureDifferences`.
  package func compare(expected: [FigureValue]) -> [FigureDifference] {
    figureDifferences(expected: expected, found: entries)
  }
}

/// A figure that is not what it should be; nothing where there is no such figure.
package struct FigureDifference: Sendable, Equatable {
  package var id: String
  package var expected: Int?
  package var found: Int?

  package func message(in language: Language) -> String {
    let id = excerpt(id)
    switch (expected, found) {
    case (let expected?, let found?):
      return language(
        "\(id): tính lại được \(expected), báo cáo ghi \(found)",
        "\(id): recounted \(expected), the release says \(found)")
    case (let expected?, nil):
      return language(
        "\(id): tính lại được \(expected), báo cáo không có con số này",
        "\(id): recounted \(expected), the release has no such figure")
    case (nil, let found?):
      return language(
        "\(id): báo cáo ghi \(found), tính lại không có con số này",
        "\(id): the release says \(found), the recount has no such figure")
    case (nil, nil): return id
    }
  }
}

/// The figures whose values differ, sorted by id bytewise.
///
/// The order of the lists does not matter, nor does it that one says the same thing twice; an id
/// with several values gives one difference for each value that the other list has not. Linear for
/// lists that are sorted, O(n log n) for others.
package func figureDifferences(
  expected: [FigureValue], found: [FigureValue]
) -> [FigureDifference] {
  var differences: [FigureDifference] = []
  for group in groupedByKey(expected, by: \.id, found, by: \.id) {
    let (wanted, there) = (distinctValues(group.left), distinctValues(group.right))
    if wanted == there { continue }
    let missing = Array(Set(wanted).subtracting(there)).sorted()
    let stray = Array(Set(there).subtracting(wanted)).sorted()
    for index in 0..<max(missing.count, stray.count) {
      differences.append(
        FigureDifference(
          id: group.key, expected: index < missing.count ? missing[index] : wanted.first,
          found: index < stray.count ? stray[index] : there.first))
    }
  }
  return differences
}

/// Sorted, each once; of one figure, or of the several values of a broken table.
private func distinctValues(_ figures: [FigureValue]) -> [Int] {
  figures.count == 1 ? figures.map(\.value) : Set(figures.map(\.value)).sorted()
}
