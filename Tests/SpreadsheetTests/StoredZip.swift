/// A zip file made by hand, nothing packed: for parts that our own writer would never write.
struct StoredZip {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ text: String) {
    let data = Array(text.utf8)
    let common =
      number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(33, 2)
      + number(checksum(data), 4) + number(data.count, 4) + number(data.count, 4)
      + number(name.utf8.count, 2) + number(0, 2)
    directory +=
      number(0x0201_4b50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
      + number(0, 4) + number(body.count, 4) + Array(name.utf8)
    body += number(0x0403_4b50, 4) + common + Array(name.utf8) + data
    count += 1
  }

  var bytes: [UInt8] {
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
