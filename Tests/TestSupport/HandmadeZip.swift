/// A zip file made by hand: for parts that our own writer would never write.
package struct HandmadeZip {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// Adds a part as it is.
  package mutating func add(_ name: String, _ text: String) {
    let data = Array(text.utf8)
    add(name, data, method: 0, size: data.count, checksum: checksum(data))
  }

  /// Adds a part of `text` and then `count` spaces, packed about 158 to 1; its sum check is wrong.
  package mutating func addBomb(_ name: String, _ text: String, spaces count: Int) {
    var bits = BitWriter()
    bits.add(1, 1)
    bits.add(1, 2)
    for byte in text.utf8 + [0x20] { bits.addLiteral(byte) }
    for _ in 0..<count / 258 {
      // Length 258, distance 1, in the fixed codes of RFC 1951.
      bits.addCode(0b1100_0101, 8)
      bits.addCode(0, 5)
    }
    bits.addCode(0, 7)
    add(
      name, bits.bytes, method: 8, size: text.utf8.count + 1 + count / 258 * 258, checksum: 0)
  }

  private mutating func add(
    _ name: String, _ data: [UInt8], method: Int, size: Int, checksum: Int
  ) {
    let common =
      number(20, 2) + number(0, 2) + number(method, 2) + number(0, 2) + number(33, 2)
      + number(checksum, 4) + number(data.count, 4) + number(size, 4)
      + number(name.utf8.count, 2) + number(0, 2)
    directory +=
      number(0x0201_4b50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
      + number(0, 4) + number(body.count, 4) + Array(name.utf8)
    body += number(0x0403_4b50, 4) + common + Array(name.utf8) + data
    count += 1
  }

  package var bytes: [UInt8] {
    body + directory + number(0x0605_4b50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
      + number(directory.count, 4) + number(body.count, 4) + number(0, 2)
  }

  private func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private func checksum(_ data: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return Int(~sum)
  }
}

/// Bits in the order of deflate.
private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var bitCount = 0

  /// The lowest bit first.
  mutating func add(_ value: Int, _ count: Int) {
    for bit in 0..<count {
      if bitCount % 8 == 0 { bytes.append(0) }
      if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(bitCount % 8) }
      bitCount += 1
    }
  }

  /// The highest bit first, as codes are written.
  mutating func addCode(_ code: Int, _ count: Int) {
    for bit in (0..<count).reversed() { add(code >> bit & 1, 1) }
  }

  mutating func addLiteral(_ byte: UInt8) {
    if byte < 144 { addCode(0x30 + Int(byte), 8) } else { addCode(0x190 + Int(byte) - 144, 9) }
  }
}
