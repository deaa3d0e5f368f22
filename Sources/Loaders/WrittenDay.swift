import Domain

extension CalendarDay {
  /// The day that `YYYY-MM-DD` in ASCII digits says; nothing for any other form, and for no such day.
  init?(written text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.joined().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    self.init(checkedYear: numbers[0], month: numbers[1], day: numbers[2])
  }
}
