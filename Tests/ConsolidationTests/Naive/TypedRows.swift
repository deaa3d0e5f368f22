/// What a cell means, whatever its spelling.
enum Meaning<Value: Sendable>: Sendable {
  case blank
  case value(Value)
  case bad
}

/// A cell as written, and what it means.
struct Spelt<Value: Sendable>: Sendable {
  var text: String
  var meaning: Meaning<Value>

  var value: Value? { if case .value(let value) = meaning { value } else { nil } }
  var isBlank: Bool { if case .blank = meaning { true } else { false } }
  var isBad: Bool { if case .bad = meaning { true } else { false } }
}

/// A name with the keys that SPEC §5 gives it, written down by hand.
struct NameKeys: Sendable, Equatable {
  var name: String
  var loose: String
}

/// A registration year, and the quarter when its form names one.
struct YearMeaning: Sendable {
  var year: Int
  var quarter: Int?
}

enum OwnerMeaning: Sendable {
  case organization(Int)
  /// The match key of any other body; blank for a cell without letter or digit.
  case other(String)
}

/// A data record as the generator means it.
struct TypedRow: Sendable {
  var name: Spelt<NameKeys>
  var field: Spelt<Int>
  var ward: Spelt<Int>
  var year: Spelt<YearMeaning>
  var quarter: Spelt<Int>
  var quantity: Spelt<Int>
  /// The hamlet key; blank without one.
  var hamlet: Spelt<String>
  var owner: Spelt<OwnerMeaning>
  /// Whether the model is kept up no longer.
  var status: Spelt<Bool>
  /// Written with one cell too few.
  var isRagged: Bool
}

struct TypedPeriod: Sendable, Equatable {
  var year: Int
  var quarter: Int?

  var text: String { quarter.map { "\(year)-Q\($0)" } ?? "\(year)" }
  /// First and last day as yyyymmdd.
  var days: (first: Int, last: Int) {
    guard let quarter else { return (year * 10000 + 101, year * 10000 + 1231) }
    let lastDays = [331, 630, 930, 1231]
    return (year * 10000 + (quarter * 3 - 2) * 100 + 1, year * 10000 + lastDays[quarter - 1])
  }
  /// A number that grows with time.
  var end: Int { year * 10 + (quarter ?? 4) }
}

enum Sender: Sendable, Equatable {
  case ward(Int)
  case organization(Int)
  case nobody

  var ward: Int? { if case .ward(let index) = self { index } else { nil } }
}

struct TypedSubmission: Sendable {
  /// The name of the file without `.csv`.
  var stem: String
  var period: TypedPeriod?
  var sender: Sender
  var hasWardColumn: Bool
  var hasUnknownColumn: Bool
  /// Title and blank records above the header.
  var titleCount: Int
  var rows: [TypedRow]
  /// The file as written.
  var text = ""

  var pathWithoutExtension: String {
    (["submissions"] + [period?.text].compactMap { $0 } + [stem]).joined(separator: "/")
  }
  var path: String { pathWithoutExtension + ".csv" }
  var headerLine: Int { titleCount + 1 }
}

struct TypedWard: Sendable {
  var code: String
  var name: String
  var kind: String
  /// First and last day in force as yyyymmdd.
  var from: Int?
  var to: Int?
  var spellings: [String]
  var stems: [String]

  func isInForce(_ days: (first: Int, last: Int)) -> Bool {
    (from ?? 0) <= days.last && days.first <= (to ?? 99_999_999)
  }
}

/// A whole workspace as the generator means it.
struct World: Sendable {
  var wards: [TypedWard]
  var years: ClosedRange<Int>
  var through: TypedPeriod?
  var submissions: [TypedSubmission]
  var unreadPaths: [String]

  static let fields = ["KT", "VHXH"]
  static let organizations = ["HPN", "DTN"]
}
