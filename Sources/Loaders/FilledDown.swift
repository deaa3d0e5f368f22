import CSVParsing

/// Writes the value of a merged cell into each row that it takes.
enum FilledDown {
  /// The text with the first cell of each merge repeated in the rows below, at `positions` only.
  ///
  /// A row without anything else stays blank: that a form merges on is no record.
  static func text(_ bytes: [UInt8], _ merges: [MergedCells], positions: [Int]) -> [UInt8] {
    var spans = SpansByPosition(merges, positions: positions)
    if spans.isEmpty { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = RecordScanner(bytes, delimiter: UInt8(ascii: ","))
      var record = RawRecord()
      var number = 0
      while scanner.next(into: &record) {
        number += 1
        let copied = record.withCells(of: bytes) { cells in
          spans.fill(cells, ofRecord: number, into: &output)
        }
        if !copied { output.append(contentsOf: bytes[record.start..<record.end]) }
        output.append(0x0A)
      }
    }
    return output
  }
}

/// The merges that are filled down, for each position one after another.
private struct SpansByPosition {
  private struct Span {
    var records: ClosedRange<Int>
    /// The bytes of the first cell, once it was read.
    var value: [UInt8] = []
  }

  /// In the order of records; those that overlap an earlier one are left out.
  private var spans: [(position: Int, list: [Span], next: Int)] = []

  init(_ merges: [MergedCells], positions: [Int]) {
    let byPosition = Dictionary(
      grouping: merges.filter { $0.records.count > 1 }, by: \.positions.lowerBound)
    for position in positions {
      guard let found = byPosition[position] else { continue }
      var list: [Span] = []
      for merge in found.sorted(by: { $0.records.lowerBound < $1.records.lowerBound })
      where merge.records.lowerBound > list.last?.records.upperBound ?? 0 {
        list.append(Span(records: merge.records))
      }
      spans.append((position, list, 0))
    }
  }

  var isEmpty: Bool { spans.isEmpty }

  /// Writes a record of which a cell is filled down; false if none is, and nothing was written.
  mutating func fill(
    _ cells: RecordCells, ofRecord number: Int, into output: inout [UInt8]
  ) -> Bool {
    var filled: [Int: [UInt8]] = [:]
    for index in spans.indices {
      // The list stays where it is: a second reference to it would make each write copy all of it.
      let (position, next) = (spans[index].position, spans[index].next)
      guard next < spans[index].list.count else { continue }
      let records = spans[index].list[next].records
      guard records.contains(number) else { continue }
      if number == records.lowerBound {
        spans[index].list[next].value = position < cells.count ? Array(cells[position]) : []
      } else {
        filled[position] = spans[index].list[next].value
      }
      if number == records.upperBound { spans[index].next += 1 }
    }
    guard !filled.isEmpty, (0..<cells.count).contains(where: { !cells[$0].isEmpty }) else {
      return false
    }
    for position in 0..<cells.count {
      if position > 0 { output.append(UInt8(ascii: ",")) }
      append(filled[position] ?? Array(cells[position]), to: &output)
    }
    return true
  }

  private func append(_ cell: [UInt8], to output: inout [UInt8]) {
    let special = Set(",\"\r\n".utf8)
    guard cell.contains(where: special.contains) else {
      output.append(contentsOf: cell)
      return
    }
    output.append(UInt8(ascii: "\""))
    for byte in cell {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }
}
