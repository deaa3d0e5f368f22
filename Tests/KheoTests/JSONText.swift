import FoundationEssentials

/// A document that holds exactly one JSON value, an object; not to be decoded is an error.
struct JSONText {
  private let members: [String: Member]

  init(_ bytes: [UInt8]) throws {
    members = try JSONDecoder().decode([String: Member].self, from: Data(bytes))
  }

  /// The text of a member that is one.
  subscript(name: String) -> String? {
    if case .text(let text) = members[name] { text } else { nil }
  }

  /// The members of a list of objects.
  func list(_ name: String) -> [[String: Member]] {
    guard case .list(let items) = members[name] else { return [] }
    return items.map { if case .object(let members) = $0 { members } else { [:] } }
  }

  /// A list of lists of texts.
  func table(_ name: String) -> [[String]] {
    guard case .list(let rows) = members[name] else { return [] }
    return rows.map { row in
      guard case .list(let cells) = row else { return [] }
      return cells.map { if case .text(let text) = $0 { text } else { "" } }
    }
  }

  enum Member: Decodable, Equatable, ExpressibleByIntegerLiteral {
    case text(String)
    case number(Int)
    case truth(Bool)
    case list([Member])
    case object([String: Member])
    case null

    init(integerLiteral value: Int) { self = .number(value) }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let truth = try? container.decode(Bool.self) {
        self = .truth(truth)
      } else if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else if let list = try? container.decode([Member].self) {
        self = .list(list)
      } else {
        self = .object(try container.decode([String: Member].self))
      }
    }
  }
}
