import Domain

/// Colour for a terminal, or none.
struct Colors {
  var isOn: Bool

  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: paint(text, "31")
    case .warning: paint(text, "33")
    case .info: paint(text, "36")
    }
  }

  func bold(_ text: String) -> String { paint(text, "1") }

  func good(_ text: String) -> String { paint(text, "32") }

  private func paint(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
