/// The language of reports and messages: Vietnamese first, English beside it.
package enum Language: String, Sendable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"

  /// The text of this language out of a pair that is written side by side in the code.
  package func callAsFunction(
    _ vietnamese: @autoclosure () -> String, _ english: @autoclosure () -> String
  ) -> String {
    switch self {
    case .vietnamese: vietnamese()
    case .english: english()
    }
  }
}
