import Testing

@testable import Loaders

/// The memory of the cell before.
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

  @Test func `the last cell is known by its bytes, no other is`() {
    var memo = CellMemo<Int>()
    #expect(withBytes("ab") { memo.remember(1, of: $0) } == 1)
    #expect(withBytes("ab") { memo.value(of: $0) } == 1)
    for other in ["", "a", "abc", "AB", "ab "] {
      #expect(withBytes(other) { memo.value(of: $0) } == nil)
    }
    #expect(withBytes("c") { memo.remember(2, of: $0) } == 2)
    #expect(withBytes("ab") { memo.value(of: $0) } == nil)
    #expect(withBytes("c") { memo.value(of: $0) } == 2)
  }

  @Test func `that a cell says nothing is remembered, too`() {
    var memo = CellMemo<Int?>()
    #expect(withBytes("x") { memo.remember(nil, of: $0) } == .none)
    #expect(withBytes("x") { memo.value(of: $0) } == .some(.none))
  }

  @Test func `a blank cell is remembered like any other`() {
    var memo = CellMemo<Int>()
    _ = withBytes("") { memo.remember(3, of: $0) }
    #expect(withBytes("") { memo.value(of: $0) } == 3)
  }
}
