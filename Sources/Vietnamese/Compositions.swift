/// What a letter and a combining mark make, for the letters of Vietnamese: a Mac writes them in parts
/// (NFD), and ten million records are too many for the standard library's normalization.
struct Compositions: Sendable {
  static let shared = Compositions()

  /// By letter and mark.
  private let letters: [UInt32: UInt16]

  /// The letters by their parts, in each order that is one text for Unicode: marks of different classes
  /// may come in any.
  private init() {
    var letters: [UInt32: UInt16] = [:]
    letters.reserveCapacity(512)
    for letter in (KeyTable.letters + KeyTable.letters.uppercased()).unicodeScalars {
      let parts = String(letter).decomposedScalars
      guard parts.count > 1 else { continue }
      var orders = [parts]
      if parts.count == 3,
        parts[1].properties.canonicalCombiningClass != parts[2].properties.canonicalCombiningClass
      {
        orders.append([parts[0], parts[2], parts[1]])
      }
      for order in orders {
        let first = String(String.UnicodeScalarView(order.dropLast())).composed.unicodeScalars
        guard first.count == 1, let base = first.first, let mark = order.last else { continue }
        letters[Compositions.key(base.value, Int(mark.value))] = UInt16(
          truncatingIfNeeded: letter.value)
      }
    }
    self.letters = letters
  }

  private static func key(_ letter: UInt32, _ mark: Int) -> UInt32 {
    letter << 16 | UInt32(truncatingIfNeeded: mark)
  }

  /// What the two make; nothing when they stay two.
  func letter(_ letter: UInt32, _ mark: Int) -> UInt16? {
    letters[Compositions.key(letter, mark)]
  }

  /// Some well-formed UTF-8 in normalization form C; nothing when there is more in it than the
  /// characters of `isPlainText`, and marks that make a letter with what stands before them.
  func composed(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    // The last scalar, and where it begins in the output.
    var last: UInt32 = 0
    var lastStart = 0
    while index < bytes.count {
      let lead = UInt32(bytes[index])
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3
      if index + length > bytes.count { return nil }
      switch lead {
      case 0xCC, 0xCD:
        let mark = Int(lead & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)
        guard let whole = letter(last, mark) else { return nil }
        last = UInt32(whole)
        output.removeLast(output.count - lastStart)
        Compositions.append(last, to: &output)
        index += 2
      case 0x20..<0x7F:
        (last, lastStart) = (lead, output.count)
        output.append(bytes[index])
        index += 1
      case 0xC3...0xC6:
        (last, lastStart) = ((lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), output.count)
        output.append(contentsOf: bytes[index..<index + 2])
        index += 2
      case 0xE1 where bytes[index + 1] == 0xBA || bytes[index + 1] == 0xBB:
        (last, lastStart) = (
          0x1000 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F),
          output.count
        )
        output.append(contentsOf: bytes[index..<index + 3])
        index += 3
      default: return nil
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Adds a letter as UTF-8.
  private static func append(_ letter: UInt32, to output: inout [UInt8]) {
    if letter >= 0x800 {
      output.append(UInt8(truncatingIfNeeded: 0xE0 | letter >> 12))
      output.append(UInt8(truncatingIfNeeded: 0x80 | letter >> 6 & 0x3F))
    } else {
      output.append(UInt8(truncatingIfNeeded: 0xC0 | letter >> 6))
    }
    output.append(UInt8(truncatingIfNeeded: 0x80 | letter & 0x3F))
  }
}
