package import Domain
import Files
import Vietnamese
import Yams

/// The settings with their source, as read from `kheo.yml`.
package struct LoadedSettings: Sendable {
  package var settings: Settings
  package var source: SourceFile
}

/// Reads `kheo.yml` (SPEC §2, §10).
///
/// Every scalar is text; whatever is wrong is named with its line and the nearest thing that would
/// be right.
package enum SettingsLoader {
  package static let path = "kheo.yml"
  /// The settings of an office are a page; more is a mistake or an attack.
  private static let sizeLimit = 1 << 16

  /// `fields` are those of the register, whose codes the control totals name; `submitters` are those
  /// whose encodings may be stated.
  package static func load(
    inputs: String, fields: [Field], submitters: SubmitterTable
  ) throws(LoadError) -> LoadedSettings {
    var sources: [SourceFile] = []
    let bytes = try readSource(path, inputs: inputs, into: &sources)
    guard bytes.count <= sizeLimit else {
      throw .file(FileError(path: path, reason: .tooLarge(limit: sizeLimit)))
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let unmarked = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    guard let text = String(validating: unmarked, as: UTF8.self) else {
      let encoding = DecodedText(bytes).encoding
      func likely(_ language: Language) -> String {
        encoding.isLegacy
          ? language(" (có lẽ là ", " (probably ") + encoding.name(in: language) + ")" : ""
      }
      throw .settings(
        nil,
        "có byte không phải UTF-8\(likely(.vietnamese)); hãy lưu "
          + "lại tệp dạng UTF-8",
        "there are bytes that are not UTF-8\(likely(.english)); "
          + "save the file as UTF-8")
    }
    try SettingsGuard.check(text)
    var draft = SettingsDraft(fields: fields, submitters: submitters)
    for entry in try entries(of: try compose(text), named: path) {
      try draft.take(entry)
    }
    return LoadedSettings(settings: try draft.settings(), source: sources[0])
  }

  private static func compose(_ text: String) throws(LoadError) -> Node {
    do {
      // Without a resolver of types, which costs a tenth of a small run: every scalar is text.
      if let node = try Yams.compose(yaml: text, .basic) { return node }
    } catch {
      throw .settings(yamlError: error, in: text)
    }
    throw .settings(
      1, "tệp trống; ít nhất phải có period: {from: 2020, to: 2024}",
      "the file is empty; it must hold at least period: {from: 2020, to: 2024}")
  }
}

/// One `key: value` of the settings.
struct SettingsEntry {
  var key: String
  var value: Node
  /// 1-based.
  var line: Int
}

/// The pairs of a mapping; `name` is what it is called in a message.
func entries(of node: Node, named name: String) throws(LoadError) -> [SettingsEntry] {
  guard let mapping = node.mapping else {
    throw .settings(
      node.mark?.line, "“\(name)” phải gồm các dòng “khóa: giá trị”",
      "“\(name)” must consist of “key: value” pairs")
  }
  var entries: [SettingsEntry] = []
  for (key, value) in mapping {
    guard let text = key.scalar?.string else {
      throw .settings(
        key.mark?.line, "khóa trong “\(name)” phải là chữ", "a key in “\(name)” must be a text")
    }
    let line = key.mark?.line ?? 1
    if let first = entries.first(where: { $0.key == text }) {
      throw .settings(repeatedKey: text, line: line, first: first.line)
    }
    entries.append(SettingsEntry(key: text, value: value, line: line))
  }
  return entries
}

extension LoadError {
  /// Something wrong in `kheo.yml`.
  static func settings(_ line: Int?, _ vietnamese: String, _ english: String) -> LoadError {
    .broken(BrokenInput(SettingsLoader.path, line: line, vietnamese, english))
  }

  /// Something in `kheo.yml` that is none of what is known there.
  static func settings(
    unknown text: String, line: Int, vietnameseKind: String, englishKind: String, known: [String]
  ) -> LoadError {
    let nearest = known.map { (editDistance(text, $0), $0) }.min(by: <)?.1
    let advice = nearest.map { ("; có phải “\($0)”?", "; did you mean “\($0)”?") }
    return .settings(
      line, "không có \(vietnameseKind) nào là “\(text)”\(advice?.0 ?? "")",
      "there is no \(englishKind) “\(text)”\(advice?.1 ?? "")")
  }

  /// A key that stands a second time on `line`.
  static func settings(repeatedKey key: String, line: Int, first: Int) -> LoadError {
    .settings(
      line, "khóa “\(key)” đã có ở dòng \(first); hãy bỏ một trong hai dòng",
      "the key “\(key)” is on line \(first) already; remove one of the two lines")
  }

  fileprivate static func settings(yamlError error: any Error, in text: String) -> LoadError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return .settings(
        mark.line,
        "không đọc được YAML; hãy kiểm tra thụt dòng (dấu cách, không dùng Tab), dấu hai chấm và dấu ngoặc (chi tiết: \(problem))",
        "the YAML cannot be read; check indentation (spaces, no tabs), colons and quotes (\(problem))"
      )
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let first = context.mark.line
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      let later = lines.indices.dropFirst(first).first { index in
        let line = lines[index].drop { " {,\"'".contains($0) }
        return line.hasPrefix(key)
          && line.dropFirst(key.count).drop { " \"'".contains($0) }.hasPrefix(":")
      }
      return .settings(repeatedKey: key, line: later.map { $0 + 1 } ?? first, first: first)
    default:
      return .settings(
        nil, "không đọc được YAML; hãy xóa các ký tự lạ rồi lưu lại dạng UTF-8",
        "the YAML cannot be read; remove strange characters and save the file as UTF-8")
    }
  }
}
