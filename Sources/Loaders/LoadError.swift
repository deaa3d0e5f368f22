package import Domain
package import Files

/// Why a workspace could not be loaded.
///
/// Bad submissions are findings; this is for what stops a run: files that cannot be read, broken
/// registers, broken settings.
package enum LoadError: Error, Sendable, Equatable {
  case file(FileError)
  case broken(BrokenInput)

  package func message(in language: Language) -> String {
    switch self {
    case .file(let error): error.message(in: language)
    case .broken(let input): input.message(in: language)
    }
  }
}

/// A place in the settings or in a register that is wrong, and what to do about it.
package struct BrokenInput: Sendable, Equatable {
  /// Relative to the inputs folder.
  package var path: String
  /// 1-based; nothing when the whole file is meant.
  package var line: Int?
  package var vietnamese: String
  package var english: String

  package init(_ path: String, line: Int? = nil, _ vietnamese: String, _ english: String) {
    self.path = path
    self.line = line
    self.vietnamese = vietnamese
    self.english = english
  }

  package func message(in language: Language) -> String {
    let place = line.map { "\(path):\($0)" } ?? path
    return language("\(place): lỗi: \(vietnamese)", "\(place): error: \(english)")
  }
}
