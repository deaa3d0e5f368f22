/// What the fuzzer made up: a first byte that chooses, and the content.
///
/// The content of an input that begins with `~` is stretched: its first part stands once, the
/// rest again and again, as long as the next byte says. What takes more than linear time with a
/// few kilobytes is not noticed; with 32 of them the time limit of the fuzzer notices it.
package struct FuzzedBytes {
  /// Among how many ways of reading the content this one is; see `choice(of:)`.
  private let selector: UInt8
  package let content: [UInt8]

  package static let stretchedSize = 1 << 15

  package init(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    var rest = Array(UnsafeBufferPointer(start: bytes, count: count))[...]
    var first = rest.popFirst() ?? 0
    if first == UInt8(ascii: "~"), let head = rest.popFirst() {
      first = rest.popFirst() ?? 0
      content = FuzzedBytes.stretched(rest, head: rest.count * Int(head) / 256)
    } else {
      content = Array(rest)
    }
    selector = first
  }

  /// A number from 0 up to `count`, without it: the digits `0`, `1` and so on give 0, 1 and so on.
  package func choice(of count: Int) -> Int { Int(selector &- UInt8(ascii: "0")) % count }

  private static func stretched(_ bytes: ArraySlice<UInt8>, head: Int) -> [UInt8] {
    let repeated = bytes.dropFirst(head)
    if repeated.isEmpty { return Array(bytes) }
    var whole = Array(bytes)
    while whole.count < stretchedSize { whole += repeated }
    return whole
  }
}

/// The bytes as a text, nothing lost of those that are ASCII; U+FFFD for what is no UTF-8.
package func text(_ bytes: some Collection<UInt8>) -> String {
  String(decoding: bytes, as: UTF8.self)
}
