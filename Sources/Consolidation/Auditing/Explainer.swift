package import Audit
package import Domain
import Files
import Loaders
import Spreadsheet
import Workers
import Writers

/// Tells what makes up a figure, and what was left out of it and why.
package struct Explainer: Sendable {
  private let run: ConsolidatedWorkspace
  private let language: Language
  private let placement: Placement
  private let values: [String: Int]

  /// Explains the figures of a run whose records are traced; cells are those of the workbook in the
  /// language of the run.
  package init(_ run: ConsolidatedWorkspace, language: Language) {
    self.run = run
    self.language = language
    placement = Placement(LayoutBuilder.layout(of: run.report))
    values = Dictionary(
      run.report.figures.published().map { ($0.id.text, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The ids of all figures.
  package var knownFigures: [String] { values.keys.sorted(by: bytesPrecede) }

  /// The figure of an id; nothing if it is not published.
  package func figure(_ id: String) -> ExplainedFigure? {
    guard let value = values[id],
      let meaning = FigureMeaning(id, registers: run.workspace.registers)
    else { return nil }
    let cells = placement.figureCells().first { $0.key.text == id }?.value ?? []
    return ExplainedFigure(
      id: id, value: value, meaning: meaning,
      text: meaning.text(in: language, run.workspace.registers),
      cells: cells.map { "\($0.sheet)!\($0.address)" })
  }

  /// The figure that a cell of the workbook shows.
  package func figure(at reference: CellReference) throws(UnknownCell) -> ExplainedFigure {
    let names = placement.sheets.map(\.name)
    guard let sheet = placement.sheets.first(where: { $0.name == reference.sheet }) else {
      throw .sheet(reference.sheet, known: names)
    }
    guard let address = CellAddress(reference.cell) else { throw .address(reference.cell) }
    if let id = placement.figure(sheet: sheet.name, cell: address), let found = figure(id.text) {
      return found
    }
    var near: [(distance: Int, cell: String)] = []
    placement.forEachCell(of: sheet) { cell in
      guard cell.figure != nil else { return }
      let distance =
        abs(cell.address.row - address.row) + abs(cell.address.column - address.column)
      near.append((distance, cell.address.description))
    }
    throw .noFigure(
      reference.cell, near: near.sorted { $0 < $1 }.prefix(3).map(\.cell))
  }

  /// Hands every row of a figure's explanation to `body`, in the order of counting.
  ///
  /// The submissions that hold such records are read once more for the names, some at a time; no
  /// more rows are kept than these have.
  package func forEachRow(
    of figure: ExplainedFigure, _ wanted: RowChoice, _ body: (ExplainedRow) -> Void
  ) async throws(RunError) {
    guard figure.meaning.addsRecords else {
      for row in OtherExplanations(run, language).rows(of: figure.meaning)
      where wanted.holds(isPart: row.adds != nil) {
        body(row)
      }
      return
    }
    for batch in batches {
      if batch.count == 1 {
        try forEachRecord(of: batch.lowerBound, figure.meaning, wanted, body)
        continue
      }
      let rows = try await concurrentMap(batch.count, threads: run.workspace.options.threads) {
        (offset) throws(RunError) in
        var rows: [ExplainedRow] = []
        try forEachRecord(of: batch.lowerBound + offset, figure.meaning, wanted) {
          rows.append($0)
        }
        return rows
      }
      for row in rows.joined() { body(row) }
    }
  }

  /// Records of the submissions that are read at a time; a larger one is read by itself.
  private static let batchSize = 50_000

  private var batches: [Range<Int>] {
    var batches: [Range<Int>] = []
    var start = 0
    var count = 0
    for (index, submission) in run.submissions.enumerated() {
      let records = submission.outcome.records[.data]
      if index > start, count + records > Explainer.batchSize {
        batches.append(start..<index)
        (start, count) = (index, 0)
      }
      count += records
    }
    return batches + [start..<run.submissions.count].filter { !$0.isEmpty }
  }

  private func forEachRecord(
    of index: Int, _ meaning: FigureMeaning, _ wanted: RowChoice, _ body: (ExplainedRow) -> Void
  ) throws(RunError) {
    let submission = run.submissions[index]
    var chosen: [(record: TracedRecord, adds: Int?)] = []
    run.forEachRecord(of: index) { record in
      switch meaning.membership(of: record, period: submission.outcome.file.period) {
      case .part(let quantity): if wanted.holds(isPart: true) { chosen.append((record, quantity)) }
      case .leftOut: if wanted.holds(isPart: false) { chosen.append((record, nil)) }
      case .outside: break
      }
    }
    if chosen.isEmpty { return }
    try filing { () throws(FileError) in
      try RecordRecall.forEachText(
        at: submission.header?.positions[.name], ofRecords: chosen.map(\.record.number),
        in: submission.outcome, inputs: run.workspace.options.inputs
      ) { position, name in
        body(row(chosen[position].record, adds: chosen[position].adds, name, in: submission))
      }
    }
  }

  private func row(
    _ record: TracedRecord, adds: Int?, _ name: String, in submission: ReviewedSubmission
  ) -> ExplainedRow {
    let origin = record.origin.map { run.submissions.place(of: $0) }
    return ExplainedRow(
      adds: adds,
      place: Place(
        path: submission.outcome.file.path, sheet: submission.outcome.sheet?.name,
        line: record.line, record: record.number),
      name: name, quantity: record.quantity, disposition: record.role.disposition,
      rules: record.rules, see: origin?.reference ?? "",
      reason: adds != nil
        ? "" : record.role.reason(record.rules, origin: origin, in: language))
  }
}

/// A published figure, with where the workbook shows it.
package struct ExplainedFigure: Sendable, Equatable {
  package var id: String
  package var value: Int
  package var meaning: FigureMeaning
  /// What it counts, in words.
  package var text: String
  /// “Theo lĩnh vực!C7”, the number itself before formulas that show it again.
  package var cells: [String]
}

/// Which rows of an explanation are wanted.
package enum RowChoice: Sendable {
  case parts, leftOut, all

  func holds(isPart: Bool) -> Bool {
    switch self {
    case .parts: isPart
    case .leftOut: !isPart
    case .all: true
    }
  }
}

/// Why a cell of the workbook names no figure.
package enum UnknownCell: Error, Sendable, Equatable {
  case sheet(String, known: [String])
  case address(String)
  /// The nearest cells of the sheet that show figures.
  case noFigure(String, near: [String])
}
