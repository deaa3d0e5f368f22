import Testing

@testable import Loaders

/// The memory of the cells of a column.
struct CellMemoTests {
  private func withBytes<Result>(
    _ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    Array(text.utf8).withUnsafeBufferPointer(body)
  }

  @Test func `nothing is known before anything is remembered, not even of a blank cell`() {
    let memo = CellMemo<Int?>()
    #expect(withBytes("") { memo.value(of: $0) } == .none)
    #expect(withBytes("a") { memo.value(of: $0) } == .none)
  }

  @Test func `a cell is known by its bytes, no other is`() {
    let memo = CellMemo<Int>()
    #expect(withBytes("ab") { memo.remember(1, of: $0) } == 1)
    #expect(withBytes("ab") { memo.value(of: $0) } == 1)
    for other in ["", "a", "abc", "AB", "ab "] {
      #expect(withBytes(other) { memo.value(of: $0) } == nil)
    }
  }

  @Test func `long cells that begin, end and measure alike are told apart`() {
    let memo = CellMemo<Int>()
    let cell = "Hội Phụ nữ phường An Lưu"
    let alike = "Hội Phụ nữ xã Bình An Lưu"
    #expect(cell.utf8.count == alike.utf8.count)
    _ = withBytes(cell) { memo.remember(1, of: $0) }
    #expect(withBytes(alike) { memo.value(of: $0) } == nil)
    _ = withBytes(alike) { memo.remember(2, of: $0) }
    #expect(withBytes(alike) { memo.value(of: $0) } == 2)
    #expect([nil, 1].contains(withBytes(cell) { memo.value(of: $0) }))
  }

  @Test func `whatever is still known of many cells is what was remembered`() {
    let memo = CellMemo<Int>()
    var known = 0
    for number in 0..<1000 {
      _ = withBytes("Thôn số \(number)") { memo.remember(number, of: $0) }
      for earlier in max(0, number - 5)...number {
        let value = withBytes("Thôn số \(earlier)") { memo.value(of: $0) }
        if let value {
          #expect(value == earlier)
          known += 1
        }
      }
    }
    // At least the last one each time, and most of the few before it.
    #expect(known > 4000)
  }

  @Test func `that a cell says nothing is remembered, too`() {
    let memo = CellMemo<Int?>()
    #expect(withBytes("x") { memo.remember(nil, of: $0) } == .none)
    #expect(withBytes("x") { memo.value(of: $0) } == .some(.none))
  }

  @Test func `a blank cell is remembered like any other`() {
    let memo = CellMemo<Int>()
    _ = withBytes("") { memo.remember(3, of: $0) }
    #expect(withBytes("") { memo.value(of: $0) } == 3)
  }
}
