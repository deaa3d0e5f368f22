import Domain
import Vietnamese

extension Language {
  /// How numbers are written in texts of this language.
  var numbers: NumberText {
    switch self {
    case .vietnamese: .vietnamese
    case .english: .english
    }
  }
}
