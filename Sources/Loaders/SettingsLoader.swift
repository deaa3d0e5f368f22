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

  /// `fields` are those of the register, whose codes the control totals name.
  package static func load(inputs: String, fields: [Field]) throws(LoadError) -> LoadedSettings {
    var sources: [SourceFile] = []
    let bytes = try readSource(path, inputs: inputs, into: &sources)
    guard bytes.count <= sizeLimit else {
      throw .file(FileError(path: path, reason: .tooLarge(limit: sizeLimit)))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .settings(
        nil, "có byte không phải UTF-8; hãy lưu lại tệp dạng UTF-8",
        "there are bytes that are not UTF-8; save the file as UTF-8")
    }
    try refuseDeepNesting(text)
    var draft = SettingsDraft(fields: fields)
    for entry in try entries(of: try compose(text), named: path) {
      try draft.take(entry)
    }
    return LoadedSettings(settings: try draft.settings(), source: sources[0])
  }

  private static func compose(_ text: String) throws(LoadError) -> Node {
    do {
      if let node = try Yams.compose(yaml: text) { return node }
    } catch {
      throw .settings(yamlError: error)
    }
    throw .settings(
      1, "tệp trống; ít nhất phải có period: {from: 2020, to: 2024}",
      "the file is empty; it must hold at least period: {from: 2020, to: 2024}")
  }

  /// Composing recurses with each level, and nothing in these settings is nested more than twice.
  private static func refuseDeepNesting(_ text: String) throws(LoadError) {
    let openings = text.utf8.count { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let marks = line.drop { $0 == " " }.prefix { "-? ".contains($0) }.count { $0 != " " }
      if openings > 500 || marks > 8 && line.contains("- - -") {
        throw .settings(index + 1, "lồng quá sâu", "nested too deeply")
      }
    }
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
    entries.append(SettingsEntry(key: text, value: value, line: key.mark?.line ?? 1))
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
    let nearest = known.min {
      (editDistance(text, $0), $0) < (editDistance(text, $1), $1)
    }
    let advice = nearest.map { ("; có phải “\($0)”?", "; did you mean “\($0)”?") } ?? ("", "")
    return .settings(
      line, "không có \(vietnameseKind) nào là “\(text)”\(advice.0)",
      "there is no \(englishKind) “\(text)”\(advice.1)")
  }

  fileprivate static func settings(yamlError error: any Error) -> LoadError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .settings(
        mark.line,
        "không đọc được YAML (\(problem)); hãy kiểm tra thụt dòng, dấu hai chấm và dấu ngoặc",
        "the YAML cannot be read (\(problem)); check indentation, colons and quotes")
    case .duplicatedKeysInMapping(let keys, let context):
      .settings(
        context.mark.line,
        "khóa “\(keys.first ?? "")” được ghi hai lần; hãy bỏ một dòng",
        "the key “\(keys.first ?? "")” is given twice; remove one of the lines")
    default: .settings(nil, "không đọc được YAML", "the YAML cannot be read")
    }
  }
}
