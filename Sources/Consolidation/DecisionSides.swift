import Domain
import Files
import Loaders
import Vietnamese

/// The models that the sides of decisions speak of, found among the records of a run.
struct DecisionSides {
  /// An identity that a side means, with what is needed to tell which goes with which.
  struct Model {
    var identity: ModelIdentity
    var ward: UInt16
    var owner: Owner
    /// Of its first record.
    var first: RowReference
    var hamlet: UInt64
    var looseKey: UInt64
    var recordCount: Int
  }

  /// A name in a ward; a name by its number.
  struct NameInWard: Hashable {
    var ward: UInt16
    var name: UInt32
  }

  /// By place, as decisions spell it, and the names there.
  private(set) var placed: [String: Model] = [:]
  private(set) var placedNames: [String: String] = [:]
  /// In the order of their first records.
  private(set) var named: [NameInWard: [Model]] = [:]

  /// Finds everything that `decisions` speak of; the files of their places are read once more.
  init(
    _ decisions: [Decision], _ submissions: [ReviewedSubmission], inputs: String
  ) throws(RunError) {
    findNames(submissions)
    try findPlaces(decisions, submissions, inputs: inputs)
    countPlaced(submissions)
  }

  private mutating func findNames(_ submissions: [ReviewedSubmission]) {
    var positions: [ModelIdentity: Int] = [:]
    for (index, submission) in submissions.enumerated() {
      for (row, record) in submission.block.rows.enumerated() where record.decidedName != 0 {
        let model = DecisionSides.model(row, in: submission.block, index)
        let side = NameInWard(ward: model.ward, name: record.decidedName)
        if let position = positions[model.identity] {
          named[side]?[position].recordCount += 1
        } else {
          positions[model.identity] = named[side]?.count ?? 0
          named[side, default: []].append(model)
        }
      }
    }
  }

  private static func model(_ row: Int, in block: RecordBlock, _ index: Int) -> Model {
    Model(
      identity: block[row].identity, ward: block[row].ward,
      owner: block.owners[Int(block[row].owner)], first: RowReference(block: index, row: row),
      hamlet: block[row].hamletKey, looseKey: block[row].looseKey, recordCount: 1)
  }

  private mutating func findPlaces(
    _ decisions: [Decision], _ submissions: [ReviewedSubmission], inputs: String
  ) throws(RunError) {
    var wanted: [String: Set<String>] = [:]
    for decision in decisions {
      for case .place(let text) in [decision.first, decision.second] {
        wanted[DecisionSides.path(of: text), default: []].insert(text)
      }
    }
    if wanted.isEmpty { return }
    for (index, submission) in submissions.enumerated() {
      guard let places = wanted[submission.outcome.file.path] else { continue }
      var found: [Int: [String]] = [:]
      for row in 0..<submission.block.count {
        let place = submissions.place(of: RowReference(block: index, row: row))
        for text in places where DecisionSides.means(text, place) {
          placed[text] = DecisionSides.model(row, in: submission.block, index)
          found[Int(submission.block[row].recordNumber), default: []].append(text)
        }
      }
      try readNames(found, of: submission, inputs: inputs)
    }
  }

  /// The part of a place that names the file.
  static func path(of place: String) -> String { Place(reference: place).path }

  /// Whether a place as a decision spells it is that of a record: the same line, in a workbook whatever
  /// the column, and the sheet if it is named.
  private static func means(_ text: String, _ place: Place) -> Bool {
    let written = Place(reference: text)
    return written.path == place.path && written.line == place.line
      && (written.sheet == nil || written.sheet == place.sheet)
  }

  private mutating func readNames(
    _ places: [Int: [String]], of submission: ReviewedSubmission, inputs: String
  ) throws(RunError) {
    guard !places.isEmpty, let position = submission.header?.positions[.name] else { return }
    let cells = try filing { () throws(FileError) in
      try RecordRecall.cells(of: Set(places.keys), in: submission.outcome, inputs: inputs)
    }
    for (number, places) in places {
      guard let cells = cells[number], position < cells.count else { continue }
      for place in places { placedNames[place] = cells[position].trimmed }
    }
  }

  /// Counts the records of the models that places mean, and finds the first of each.
  private mutating func countPlaced(_ submissions: [ReviewedSubmission]) {
    if placed.isEmpty { return }
    let wards = Set(placed.values.map(\.ward))
    var uses = Dictionary(
      placed.values.map { ($0.identity, (first: RowReference?.none, count: 0)) },
      uniquingKeysWith: { first, _ in first })
    for (index, submission) in submissions.enumerated() {
      let block = submission.block
      for row in 0..<block.count where wards.contains(block[row].ward) {
        guard let use = uses[block[row].identity] else { continue }
        uses[block[row].identity] = (
          use.first ?? RowReference(block: index, row: row), use.count + 1
        )
      }
    }
    for (place, model) in placed {
      guard let use = uses[model.identity] else { continue }
      placed[place]?.first = use.first ?? model.first
      placed[place]?.recordCount = use.count
    }
  }
}
