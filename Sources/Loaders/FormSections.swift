import CSVParsing
import Domain
import Vietnamese

/// Recognises the section rows of a form.
///
/// Such are “I. Lĩnh vực kinh tế” over the rows of that field, and “2, Phường An Lưu” over those of a
/// ward or an organization. A section row has a text, perhaps its number before it, and perhaps a sub-total behind it, and
/// nothing else; its text is a spelling of a register.
struct FormSections {
  /// What a section row says of the rows below it.
  struct Section {
    /// `field`, `ward` or `owner`; nothing for a row that only has the form of a section.
    var column: Column?
    /// The spelling in the register, or what stands there.
    var text: String
    /// Its sub-total.
    var declared: Int?
    /// Whether a register has it.
    var isKnown: Bool
    /// Whether it has a number of its own, and which.
    var isNumbered = true
    var isRomanOrLetter = false
  }

  private let lookup: RegisterLookup?
  private let header: SubmissionHeader
  private let quantityPosition: Int?
  /// Where the text of a section cannot stand.
  private let valuePositions: Set<Int>
  private let timePositions: Set<Int>

  /// Most cells of a section row: number, text, sub-total.
  private static let mostCells = 3

  init(lookup: RegisterLookup?, header: SubmissionHeader) {
    self.lookup = lookup
    self.header = header
    quantityPosition = header.positions[.quantity]
    timePositions = Set([Column.year, .quarter].compactMap { header.positions[$0] })
    valuePositions = timePositions.union(
      [Column.quantity, .field].compactMap { header.positions[$0] })
  }

  /// The columns of `wanted` that section rows give in a text.
  func givenColumns(of wanted: [Column], in records: some Sequence<TextRecord>) -> Set<Column> {
    var given: Set<Column> = []
    if wanted.isEmpty { return given }
    for record in records where record.number > header.lastRecord {
      let filled = record.cells.indices.filter { !record.cells[$0].isEmpty }
      guard let section = section(filled.map { ($0, record.cells[$0]) }) else { continue }
      if let column = section.column, wanted.contains(column) { given.insert(column) }
      if given.count == wanted.count { break }
    }
    return given
  }

  /// What a record says if it is a section row.
  func section(_ cells: RecordCells, _ filled: FilledCells) -> Section? {
    guard (1...FormSections.mostCells).contains(filled.count) else { return nil }
    var parts: [(position: Int, text: String)] = []
    for position in 0..<cells.count {
      let cell = trimmedBytes(cells[position])
      if !cell.isEmpty { parts.append((position, String(decoding: cell, as: UTF8.self).composed)) }
    }
    return section(parts)
  }

  private func section(_ filled: [(position: Int, text: String)]) -> Section? {
    var rest = filled[...]
    guard rest.count <= FormSections.mostCells, let first = rest.first else { return nil }
    var numbering: FormNumbering?
    if rest.count > 1, let number = FormNumbering(first.text) {
      numbering = number
      rest.removeFirst()
    }
    // A row with a year is a model, whatever its name.
    if filled.contains(where: { timePositions.contains($0.position) }) { return nil }
    var declared: Int?
    if rest.count > 1, let last = rest.last,
      quantityPosition == nil || quantityPosition == last.position,
      let number = writtenNumber(last.text, digitLimit: 15)
    {
      declared = number
      rest.removeLast()
    }
    guard rest.count == 1, let label = rest.first, !valuePositions.contains(label.position) else {
      return nil
    }
    var text = Substring(label.text)
    if let leading = FormNumbering.leading(label.text) {
      numbering = leading.numbering
      text = text.dropFirst(leading.length)
    }
    if MisleadingScalar.all(in: label.text).isEmpty,
      let (column, text) = section(labelled: text, numbering)
    {
      let isRomanOrLetter = numbering == .top(isRomanOrLetter: true)
      return Section(
        column: column, text: text, declared: declared, isKnown: true,
        isNumbered: isRomanOrLetter || numbering == .top(isRomanOrLetter: false),
        isRomanOrLetter: isRomanOrLetter)
    }
    return unknownSection(String(text).trimmed, numbering, declared)
  }

  /// A section row of something that no register has; it must not pass for the section before it.
  ///
  /// `I. Môi trường`, where the file has no field column; what is numbered like a section, where
  /// sections give wards or owners, is told apart by `FormReader`.
  private func unknownSection(
    _ text: String, _ numbering: FormNumbering?, _ declared: Int?
  ) -> Section? {
    let key = MatchKey.of(text)
    if key.isEmpty { return nil }
    guard case .top(let isRomanOrLetter)? = numbering else {
      return isAboutField(key) && lacksField
        ? Section(
          column: .field, text: text, declared: declared, isKnown: false, isNumbered: false) : nil
    }
    let isOfField = lacksField && (isAboutField(key) || (isRomanOrLetter && declared == nil))
    return Section(
      column: isOfField ? .field : nil, text: text, declared: declared, isKnown: false,
      isRomanOrLetter: isRomanOrLetter)
  }

  private var lacksField: Bool { header.positions[.field] == nil }

  private func section(
    labelled label: Substring, _ numbering: FormNumbering?
  ) -> (Column, String)? {
    let key = MatchKey.of(String(label.prefix { $0 != "(" && $0 != ":" }))
    let spellings = shortened(key)
    let text = String(label).trimmed
    if spellings.contains(where: { lookup?.fields.row(matching: $0) != nil }) {
      return (.field, text)
    }
    guard case .top? = numbering else { return nil }
    if lookup?.wards.row(matching: key) != nil { return (.ward, text) }
    return lookup?.organizations.row(matching: key) != nil ? (.owner, text) : nil
  }

  /// A key, and what is left of it without one leading word after another.
  private func shortened(_ key: String) -> [String] {
    var keys = [key]
    var rest = Substring(key)
    while let lead = FormSections.leads.first(where: { rest.hasPrefix($0) }) {
      rest = rest.dropFirst(lead.count)
      keys.append(String(rest))
    }
    return keys
  }

  private func isAboutField(_ key: String) -> Bool { key.hasPrefix("lĩnh vực ") }

  private static let leads = [
    "các ", "những ", "mô hình ", "điển hình ", "thuộc ", "trong ", "trên ", "về ", "lĩnh vực ",
    "nhóm ", "khối ",
  ]

  /// The row of the register that a section's text means.
  func row(of section: Section) -> Int? {
    guard section.isKnown else { return nil }
    let key = MatchKey.of(String(section.text.prefix { $0 != "(" && $0 != ":" }))
    switch section.column {
    case .field: return shortened(key).lazy.compactMap { lookup?.fields.row(matching: $0) }.first
    case .ward: return lookup?.wards.row(matching: key)
    default: return lookup?.organizations.row(matching: key)
    }
  }
}
