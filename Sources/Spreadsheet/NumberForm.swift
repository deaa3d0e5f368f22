/// What a number format makes of a number, as far as it changes what the number says
/// (ECMA-376 Part 1 §18.8.30).
///
/// Colours, currencies, fixed decimals and groups of thousands change how a number looks, not what
/// it is; those are `plain`.
enum NumberForm: Equatable, Sendable {
  case plain
  /// Zeros before whole numbers up to this many digits: `00000`, as codes are formatted.
  case padded(Int)
  case percent
  case day
  case dayAndTime
  case time

  /// The form of a format that programs know by its number.
  ///
  /// 27–36 and 50–58 are days in the languages of East Asia, 71–81 in Thai.
  init(builtIn id: Int) {
    self =
      switch id {
      case 9, 10: .percent
      case 14...17, 27...31, 36, 50...54, 57, 58, 71...74: .day
      case 18...21, 32...35, 45...47, 55, 56, 75, 76, 78...80: .time
      case 22, 77: .dayAndTime
      case 81: .day
      default: .plain
      }
  }

  /// The form that a format code describes; only its first section counts, that of positive
  /// numbers.
  init(code: String) {
    let tokens = NumberForm.tokens(of: code)
    // `m` is a month beside days and years, and minutes beside hours and seconds.
    let hasTime = tokens.contains(where: "hs".unicodeScalars.contains)
    let hasDay = tokens.contains(where: "ydbeg".unicodeScalars.contains)
    let hasMonth = tokens.contains("m") && !hasTime
    let zeros = tokens.count
    self =
      if hasDay || hasMonth {
        hasTime ? .dayAndTime : .day
      } else if hasTime {
        .time
      } else if tokens.contains("%") {
        .percent
      } else if zeros > 1, tokens.allSatisfy({ $0 == "0" }) {
        .padded(min(zeros, 15))
      } else {
        .plain
      }
  }

  /// The characters of the first section that mean something, in lower case; none of `General`.
  private static func tokens(of code: String) -> [Unicode.Scalar] {
    var tokens: [Unicode.Scalar] = []
    var rest = code.lowercased().unicodeScalars[...]
    while let scalar = rest.popFirst(), scalar != ";" {
      switch scalar {
      case "\\", "_", "*": _ = rest.popFirst()
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[":
        let content = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(content.count).dropFirst()
        // `[h]` counts hours beyond a day; all other brackets are colours, languages, conditions.
        if let first = content.first, "hms".unicodeScalars.contains(first),
          content.allSatisfy({ $0 == first })
        {
          tokens.append(first == "m" ? "s" : first)
        }
      case "e" where rest.first == "+" || rest.first == "-": tokens.append("^")
      case "g" where rest.starts(with: "eneral".unicodeScalars): rest = rest.dropFirst(6)
      case "a" where rest.starts(with: "m/pm".unicodeScalars): rest = rest.dropFirst(4)
      case "a" where rest.starts(with: "/p".unicodeScalars): rest = rest.dropFirst(2)
      default: tokens.append(scalar)
      }
    }
    return tokens
  }
}
