import Domain

/// One JSON object on one line, for lists too long to be encoded as a whole.
struct JSONRow {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]

  /// Adds a text.
  mutating func add(_ key: StaticString, _ text: String) {
    addKey(key)
    add { appendJSON(text, to: &$0) }
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
    add { appendJSON(texts, to: &$0) }
  }

  /// The whole object.
  var object: [UInt8] { bytes + [UInt8(ascii: "}")] }

  /// What was added so far, open for more.
  var opened: [UInt8] { bytes }

  /// Adds what no terminal takes for a command.
  private mutating func add(_ append: (inout [UInt8]) -> Void) {
    var json: [UInt8] = []
    append(&json)
    bytes += terminalSafeJSON(json)
  }

  private mutating func addKey(_ key: StaticString) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: "\":".utf8)
  }
}
