import Domain

/// One JSON object on one line, for lists too long to be encoded as a whole.
struct JSONRow {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]

  /// Adds a text.
  mutating func add(_ key: StaticString, _ text: String) {
    addKey(key)
    appendJSON(text, to: &bytes)
  }

  /// Adds a number; a key without a number is left out.
  mutating func add(_ key: StaticString, _ number: Int?) {
    guard let number else { return }
    addKey(key)
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Adds a list of texts.
  mutating func add(_ key: StaticString, _ texts: [String]) {
    addKey(key)
    appendJSON(texts, to: &bytes)
  }

  /// The whole object.
  var object: [UInt8] { bytes + [UInt8(ascii: "}")] }

  /// What was added so far, open for more.
  var opened: [UInt8] { bytes }

  private mutating func addKey(_ key: StaticString) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: "\":".utf8)
  }
}
