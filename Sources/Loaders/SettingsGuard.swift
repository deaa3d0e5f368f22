/// Refuses YAML that could take the parser's memory, time or stack, before the parser sees it.
///
/// Nothing in these settings is nested more than twice or needs an alias, and composing a
/// document recurses with each level and copies with each alias.
enum SettingsGuard {
  private static let depthLimit = 16
  private static let bracketLimit = 64

  static func check(_ text: String) throws(LoadError) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var indents: [Int] = []
    var brackets = 0
    var hasAnchor = false
    for (index, line) in lines.enumerated() {
      let content = line.drop { $0 == " " || $0 == "\t" }
      if content.isEmpty || content.hasPrefix("#") { continue }
      let indent = line.count - content.count
      while let last = indents.last, last >= indent { indents.removeLast() }
      indents.append(indent)
      let marks = content.prefix { "-? \t".contains($0) }.count { $0 == "-" || $0 == "?" }
      brackets += content.count { $0 == "[" || $0 == "{" }
      if indents.count > depthLimit || marks > depthLimit || brackets > bracketLimit {
        throw .settings(
          index + 1, "lồng quá sâu; hãy viết mỗi khóa một dòng, như trong tệp mẫu",
          "nested too deeply; write one key a line, as in the sample")
      }
      hasAnchor = hasAnchor || holdsMark("&", in: content)
      if hasAnchor, holdsMark("*", in: content) {
        throw .settings(
          index + 1, "không dùng neo (&) và bí danh (*); hãy ghi thẳng giá trị",
          "anchors (&) and aliases (*) are not allowed; write the value itself")
      }
    }
  }

  /// Whether `mark` stands where YAML would read an anchor or an alias: before a name, at the
  /// beginning of a word.
  private static func holdsMark(_ mark: Character, in line: Substring) -> Bool {
    var previous: Character = " "
    for index in line.indices {
      let next = line.index(after: index)
      if line[index] == mark, " \t[{,:-?".contains(previous), next < line.endIndex,
        line[next].isLetter || line[next].isNumber || line[next] == "_"
      {
        return true
      }
      previous = line[index]
    }
    return false
  }
}
