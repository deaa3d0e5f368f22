import Domain
package import Spreadsheet

/// A line of the list of counted models, as a workbook shows it.
package struct ListedModelRow: Sendable, Hashable {
  package var name: String
  package var field: String
  package var ward: String
  package var hamlet: String
  package var owner: String
  package var year: String
  package var quarter: String
  package var quantity: Int
  /// `path:line`.
  package var source: String
}

/// Reads the list of counted models back from a workbook; the columns are those of `modelsTable`.
package enum ListedModelRows {
  /// The rows of the sheet “Danh sách”, in the language in which it is written; nothing if there is
  /// no such list.
  package static func read(_ workbook: ReadWorkbook) -> [ListedModelRow]? {
    for language in Language.allCases {
      guard let sheet = workbook.sheet(named: SheetID.models.name(in: language)) else { continue }
      return rows(of: sheet, under: LayoutBuilder.modelHeadings(in: language))
    }
    return nil
  }

  private static func rows(of sheet: ReadSheet, under headings: [String]) -> [ListedModelRow]? {
    let records = Dictionary(grouping: sheet.cells, by: \.row).sorted { $0.key < $1.key }
      .map { cells in
        var texts = [String](repeating: "", count: headings.count)
        for cell in cells.value where texts.indices.contains(Int(cell.column)) {
          texts[Int(cell.column)] = cell.text
        }
        return texts
      }
    guard let header = records.firstIndex(of: headings) else { return nil }
    // A note below the list is no row of it: it has no quantity (SPEC §3).
    return records[(header + 1)...].compactMap { cells in
      guard let quantity = Int(cells[8]), (1...1_000_000).contains(quantity) else { return nil }
      return ListedModelRow(
        name: cells[1], field: cells[2], ward: cells[3], hamlet: cells[4], owner: cells[5],
        year: cells[6], quarter: cells[7], quantity: quantity, source: cells[9])
    }
  }

  /// What a workbook may hold that is read for its list: ours has fewer cells beside it.
  package static let limits: ArchiveLimits = {
    var limits = ArchiveLimits.ofOurOwn
    limits.cellCount = 100 * Listing.limit
    limits.textSize = 1 << 29
    return limits
  }()
}

extension ReadCell {
  /// What it holds, as text.
  fileprivate var text: String {
    switch value {
    case .number(let text), .text(let text), .error(let text): text
    case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
    case .none: ""
    }
  }
}
