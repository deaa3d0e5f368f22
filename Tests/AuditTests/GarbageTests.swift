import Domain
import TestSupport
import Testing

@testable import Audit

/// Whatever the bytes, every parser ends, and says something of them.
struct GarbageTests {
  private let seeds: [[UInt8]] = [
    SmallRelease().manifest, SampleLedger.bytes, Array(SmallRelease.findings.utf8),
    Array(SmallRelease.submissions.utf8), Array(SmallRelease.provenance.utf8),
    Array("figure,value\na,1\nb,2\n".utf8),
  ]

  private func read(_ bytes: [UInt8]) {
    for fault in Manifest.parse(bytes).faults { _ = fault.message(in: .english) }
    for fault in Ledger.parse(bytes).faults { _ = fault.message(in: .vietnamese) }
    let longer = Ledger.appending(
      cutoff: Quarter(year: 2024, number: 3), manifest: hash("1"), version: "1", to: bytes)
    #expect(longer.starts(with: bytes))
    #expect(Ledger.parse(longer).lines.last?.manifest == hash("1"))
    let table = FigureTable(bytes)
    for fault in table.faults { _ = fault.message(in: .english) }
    _ = table.compare(expected: [])
    _ = try? ReleaseTables.findings(bytes)
    _ = try? ReleaseTables.submissions(bytes)
    _ = try? ReleaseTables.provenance(bytes)
    _ = nearestFigures(to: String(decoding: bytes, as: UTF8.self), among: ["a", "registered"])
  }

  @Test func `random bytes`() {
    var numbers = SeededNumbers(seed: 1)
    let alphabet = Array("\"',\r\n =+-0123abcf{}[]:\u{FEFF}".utf8) + [0, 0x80, 0xFF]
    for round in 0..<2000 {
      read(
        (0..<numbers.below(200)).map { _ in
          round % 2 == 0 ? UInt8(numbers.below(256)) : numbers.element(of: alphabet)
        })
    }
  }

  @Test func `sound files with bytes changed, put in, taken out, and cut off`() {
    var numbers = SeededNumbers(seed: 2)
    for seed in seeds {
      for _ in 0..<400 {
        var bytes = seed
        for _ in 0...numbers.below(4) where !bytes.isEmpty {
          let index = numbers.below(bytes.count)
          switch numbers.below(4) {
          case 0: bytes[index] = UInt8(numbers.below(256))
          case 1: bytes.insert(UInt8(numbers.below(256)), at: index)
          case 2: bytes.remove(at: index)
          default: bytes.removeSubrange(index...)
          }
        }
        read(bytes)
      }
    }
  }

  @Test func `deep, long and empty things`() {
    read([])
    read([0xEF, 0xBB, 0xBF])
    read(Array(repeating: UInt8(ascii: "["), count: 100_000))
    read(Array(repeating: UInt8(ascii: "\""), count: 100_000))
    read(Array(repeating: UInt8(ascii: "\n"), count: 100_000))
    read(Array(repeating: UInt8(ascii: "9"), count: 100_000))
  }
}
