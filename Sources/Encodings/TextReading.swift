package import Domain

/// What the bytes of a file hold when they are read in some encoding.
///
/// “Bytes” are those of the file, or, for a file in UTF-16, the UTF-8 they were made into: so the
/// encodings of Unicode all read the same.
package enum TextReading {
  /// UTF-8 of `bytes`, FF in the place of what has no meaning.
  package static func decoded(
    _ bytes: UnsafeBufferPointer<UInt8>, as encoding: TextEncoding
  ) -> [UInt8] {
    switch encoding.layer {
    case .unicode: return Array(bytes)
    case .letters(let legacy): return legacy.decoded(bytes)
    case .misreadUnicode(let times):
      var output = Array(bytes)
      for _ in 0..<times { output = decodedMisreading(output) { $0 } }
      return output
    case .misreadLetters(let legacy):
      return decodedMisreading(bytes) { run in run.withUnsafeBufferPointer { legacy.decoded($0) } }
    }
  }

  /// The scalars of a word; nothing if some of it has no meaning.
  static func scalars(of word: [UInt8], as encoding: TextEncoding) -> [UInt32]? {
    switch encoding.layer {
    case .unicode: return unicodeScalars(of: word)
    case .letters(let legacy): return legacy.scalars(of: word)
    case .misreadUnicode(let times):
      var bytes = word
      for _ in 0..<times {
        guard let behind = misreadBytes(of: bytes) else { return nil }
        bytes = behind
      }
      return unicodeScalars(of: bytes)
    case .misreadLetters(let legacy): return misreadBytes(of: word).flatMap(legacy.scalars)
    }
  }

  private static func unicodeScalars(of word: [UInt8]) -> [UInt32]? {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(word.count)
    var codec = UTF8()
    var bytes = word.makeIterator()
    while true {
      switch codec.decode(&bytes) {
      case .scalarValue(let scalar): scalars.append(scalar.value)
      case .emptyInput: return scalars
      case .error: return nil
      }
    }
  }

  // MARK: Characters that are the windows-1252 reading of other bytes

  /// The bytes that were misread as `text`, which is UTF-8; nothing if no misreading gives it.
  private static func misreadBytes(of text: [UInt8]) -> [UInt8]? {
    guard let scalars = unicodeScalars(of: text) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    for scalar in scalars {
      guard let byte = windows1252Byte(of: scalar) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// `decode` of the bytes that were misread as `text`; FF for a character that no misreading gives.
  private static func decodedMisreading(
    _ text: some Sequence<UInt8>, _ decode: ([UInt8]) -> [UInt8]
  ) -> [UInt8] {
    var output: [UInt8] = []
    var run: [UInt8] = []
    func endRun() {
      output += decode(run)
      run.removeAll(keepingCapacity: true)
    }
    var codec = UTF8()
    var bytes = text.makeIterator()
    while true {
      let scalar: UInt32
      switch codec.decode(&bytes) {
      case .scalarValue(let value): scalar = value.value
      case .emptyInput:
        endRun()
        return output
      case .error: scalar = .max
      }
      if let byte = windows1252Byte(of: scalar) {
        run.append(byte)
      } else {
        endRun()
        output.append(0xFF)
      }
    }
  }

  private static func windows1252Byte(of scalar: UInt32) -> UInt8? {
    scalar < 0x80 ? UInt8(truncatingIfNeeded: scalar) : windows1252Bytes[scalar]
  }

  private static let windows1252Bytes = LetterTable.windows1252.bytesByScalar
}

/// How an encoding is undone.
private enum Layer {
  case unicode
  case letters(LegacyEncoding)
  case misreadUnicode(times: Int)
  case misreadLetters(LegacyEncoding)
}

extension TextEncoding {
  fileprivate var layer: Layer {
    switch self {
    case .utf8, .utf8WithMark, .utf16LittleEndian, .utf16BigEndian, .unmarkedUTF16LittleEndian,
      .unmarkedUTF16BigEndian, .workbook, .unclear:
      .unicode
    case .tcvn3: .letters(.tcvn3)
    case .vniWindows: .letters(.vniWindows)
    case .viscii: .letters(.viscii)
    case .windows1258: .letters(.windows1258)
    case .misreadUTF8: .misreadUnicode(times: 1)
    case .misreadUTF8Twice: .misreadUnicode(times: 2)
    case .misreadTCVN3: .misreadLetters(.tcvn3)
    case .misreadVNIWindows: .misreadLetters(.vniWindows)
    case .misreadVISCII: .misreadLetters(.viscii)
    case .misreadWindows1258: .misreadLetters(.windows1258)
    }
  }
}
