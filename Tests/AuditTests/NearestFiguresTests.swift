import TestSupport
import Testing
import Vietnamese

@testable import Audit

struct NearestFiguresTests {
  private let ids: [String] =
    ["registered", "coverage", "records.read", "records.carried-over", "findings.error"]
    + ["HTCT", "KT", "QPAN", "VHXH"].flatMap { field in
      ["registered.field=\(field)", "coverage.field=\(field)"]
        + (2020...2024).flatMap {
          ["registered.field=\(field).year=\($0)", "maintained.field=\(field).year=\($0)"]
        }
    }
    + (10670...10692).map { "registered.ward=\($0)" }

  private func nearest(_ id: String) -> [String] { nearestFigures(to: id, among: ids) }

  @Test func `letter case does not matter`() {
    #expect(nearest("Registered.Field=kt").first == "registered.field=KT")
  }

  @Test func `dimensions may come in another order`() {
    #expect(nearest("registered.year=2023.field=QPAN").first == "registered.field=QPAN.year=2023")
  }

  @Test func `an unknown code names the same figure of known codes`() {
    #expect(
      nearest("registered.field=AGRICULTURE.year=2023").first?.hasSuffix(".year=2023") == true)
    #expect(
      nearest("registered.ward=99999") == [
        "registered.ward=10679", "registered.ward=10689", "registered.ward=10690",
      ])
  }

  @Test func `a slip of the hand is found`() {
    #expect(nearest("record.carriedover").first == "records.carried-over")
    #expect(nearest("coverge") == ["coverage"])
  }

  @Test func `nothing is named when nothing is like it`() {
    #expect(nearest("").isEmpty)
    #expect(nearest("?!").isEmpty)
    #expect(nearest(String(repeating: "x", count: 1_000_000)).isEmpty)
    #expect(nearestFigures(to: "registered", among: ids, limit: 0).isEmpty)
  }

  @Test func `the order of the ids does not matter, nor that one comes twice`() {
    var numbers = SeededNumbers(seed: 7)
    for id in ["registered.ward=99999", "registered.fild=KT", "coverage.year=2020", "findings"] {
      let expected = nearest(id)
      for _ in 0..<10 {
        #expect(
          nearestFigures(to: id, among: (ids + ids).shuffled(using: &numbers)) == expected)
      }
    }
  }

  @Test func `the bounded distance is the distance, up to its bound`() {
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<2000 {
      let left = (0..<numbers.below(9)).map { _ in UInt8(0x61 + numbers.below(3)) }
      let right = (0..<numbers.below(9)).map { _ in UInt8(0x61 + numbers.below(3)) }
      let exact = editDistance(
        String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self))
      for bound in 0...9 {
        #expect(boundedDistance(left, right, atMost: bound) == (exact <= bound ? exact : nil))
      }
    }
  }

  @Test func `ten thousand ids are quickly looked through`() {
    let many = (0..<10_000).map { "registered.ward=\($0).year=\(2000 + $0 % 30)" }
    var result: [String] = []
    let time = ContinuousClock().measure {
      result = nearestFigures(to: "registered.year=2015.ward=9975", among: many)
    }
    #expect(result.first == "registered.ward=9975.year=2015")
    #expect(time < .seconds(20))
  }
}
