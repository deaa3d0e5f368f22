/// The text of a cell as RFC 4180 writes it.
enum CSVCell {
  static let delimiter = UInt8(ascii: ",")

  /// Adds `text`, in quotes where it holds a delimiter, a quote or a line end, or where it would
  /// read as the line that names a delimiter.
  @unsafe
  static func append(_ text: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    guard unsafe needsQuotes(text) else {
      unsafe output.append(contentsOf: text)
      return
    }
    output.append(UInt8(ascii: "\""))
    for index in 0..<text.count {
      let byte = unsafe text[index]
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }

  @unsafe
  private static func needsQuotes(_ text: UnsafeRawBufferPointer) -> Bool {
    for index in 0..<text.count {
      let byte = unsafe text[index]
      if byte >= 0x30 { continue }
      if byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D {
        return true
      }
    }
    return unsafe text.count == 5 && text[3] == UInt8(ascii: "=")
  }
}
