import CSVParsing
import Testing

/// A record keeps as many cells as a worksheet has columns, and counts the others.
struct CellLimitTests {
  private func scanned(_ text: String) -> (kept: Int, total: Int, last: String, copied: Int) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var scanner = RecordScanner(bytes, delimiter: UInt8(ascii: ","))
      var record = RawRecord()
      _ = scanner.next(into: &record)
      return record.withCells(of: bytes) { cells in
        (
          cells.count, cells.total, String(decoding: cells[cells.count - 1], as: UTF8.self),
          record.copied.count
        )
      }
    }
  }

  @Test(arguments: [16_383, 16_384, 16_385, 100_000])
  func `cells beyond the limit are counted only`(_ count: Int) {
    for cell in ["x", "\"x\"", "\"x\"\"y\""] {
      let cells = Array(repeating: cell, count: count - 1) + ["z"]
      let record = scanned(cells.joined(separator: ","))
      #expect(record.kept == min(count, 16_384))
      #expect(record.total == count)
      #expect((record.last == "z") == (count <= 16_384))
      #expect(record.copied <= 3 * 16_384)
    }
  }

  @Test func `what follows such a record is read as ever`() {
    let text = String(repeating: "\"a\nb\",", count: 20_000) + "\nNuôi dê,KT\n"
    let records = scannedRecords(text)
    #expect(records.map(\.line) == [1, 20_002])
    #expect(records.last?.cells == ["Nuôi dê", "KT"])
  }
}
