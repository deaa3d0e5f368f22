/// The eight-bit encodings that Vietnamese offices typed in before Unicode.
package enum LegacyEncoding: Sendable, CaseIterable {
  /// TCVN 5712, its part from A0 on: what the ABC fonts (.VnTime) hold. Their capitals with tones are
  /// a font of their own (.VnTimeH) over the small letters, so that no capital can be told.
  case tcvn3
  /// A letter, then a byte for its marks; the fonts VNI-Times and their like.
  case vniWindows
  /// RFC 1456.
  case viscii
  /// Letters and combining tones.
  case windows1258

  var table: LetterTable {
    switch self {
    case .tcvn3: LetterTable.tcvn3
    case .vniWindows: LetterTable.vniWindows
    case .viscii: LetterTable.viscii
    case .windows1258: LetterTable.windows1258
    }
  }

  /// UTF-8 of `bytes`, its letters composed.
  ///
  /// A byte without a meaning there becomes the byte FF, which is no UTF-8, so that it is told on
  /// its record.
  package func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let table = table
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 4)
    let (length, mostOfOne) = (4096, 3)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: mostOfOne * length) { part in
      var index = 0
      while index < bytes.count {
        let end = min(index + length, bytes.count)
        var count = 0
        while index < end {
          // A plain byte, with nothing behind it that changes it.
          if table.isPlain(at: index, of: bytes) {
            part[count] = bytes[index]
            (index, count) = (index + 1, count + 1)
            continue
          }
          let (scalar, length) = table.scalar(at: index, of: bytes)
          index += length
          count += encode(scalar, into: UnsafeMutableBufferPointer(rebasing: part[count...]))
        }
        output.append(contentsOf: part[..<count])
      }
    }
    return output
  }

  /// The scalars of a word; nothing if a byte of it has no meaning.
  func scalars(of word: [UInt8]) -> [UInt32]? {
    let table = table
    return word.withUnsafeBufferPointer { bytes in
      var scalars: [UInt32] = []
      scalars.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        let (scalar, length) = table.scalar(at: index, of: bytes)
        guard let scalar else { return nil }
        scalars.append(scalar)
        index += length
      }
      return scalars
    }
  }
}

/// Writes the UTF-8 of a scalar of the first plane, FF for what is none; how many bytes that are.
@inline(__always)
private func encode(_ scalar: UInt32?, into bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
  guard let scalar else {
    bytes[0] = 0xFF
    return 1
  }
  if scalar < 0x80 {
    bytes[0] = UInt8(truncatingIfNeeded: scalar)
    return 1
  }
  if scalar < 0x800 {
    bytes[0] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
    bytes[1] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
    return 2
  }
  bytes[0] = 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12)
  bytes[1] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F)
  bytes[2] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
  return 3
}
