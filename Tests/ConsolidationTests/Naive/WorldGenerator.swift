import TestSupport

/// Makes workspaces in which the same few models meet again and again.
struct WorldGenerator {
  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  private static let periods: [TypedPeriod?] = [
    nil, TypedPeriod(year: 2020), TypedPeriod(year: 2021, quarter: 1),
    TypedPeriod(year: 2021, quarter: 3), TypedPeriod(year: 2021),
    TypedPeriod(year: 2022, quarter: 1), TypedPeriod(year: 2022, quarter: 2),
    TypedPeriod(year: 2022), TypedPeriod(year: 2023),
  ]

  mutating func world() -> World {
    var world = World(
      wards: Vocabulary.wards, years: 2020...2022,
      through: numbers.oneIn(2) ? numbers.element(of: Self.periods) : nil, submissions: [],
      unreadPaths: [])
    for _ in 0..<6 + numbers.below(14) { add(submission(), to: &world) }
    if numbers.oneIn(3) { repeatAFile(in: &world) }
    if numbers.oneIn(4), let period = world.submissions.first?.period {
      world.unreadPaths = ["submissions/\(period.text)/cong-van.txt"]
    }
    return world
  }

  /// Adds a submission unless its path is taken.
  private mutating func add(_ submission: TypedSubmission, to world: inout World) {
    if world.submissions.contains(where: { $0.path == submission.path }) { return }
    var submission = submission
    submission.text = CSVText(of: submission, &numbers).text
    world.submissions.append(submission)
  }

  /// Sends the bytes of one submission once more, for another period.
  private mutating func repeatAFile(in world: inout World) {
    var copy = numbers.element(of: world.submissions)
    copy.period = numbers.element(of: Self.periods)
    if world.submissions.contains(where: { $0.path == copy.path }) { return }
    world.submissions.append(copy)
  }

  private mutating func submission() -> TypedSubmission {
    let sender: Sender =
      switch numbers.below(8) {
      case 0: .nobody
      case 1, 2: .organization(numbers.below(2))
      default: .ward(numbers.below(Vocabulary.wards.count))
      }
    let stem =
      switch sender {
      case .ward(let index): numbers.element(of: Vocabulary.wards[index].stems)
      case .organization(let index): numbers.element(of: Vocabulary.organizationStems[index])
      case .nobody: numbers.element(of: ["thpt-kinh-mon", "an-luuu"])
      }
    let supplement = numbers.oneIn(4) ? numbers.element(of: ["-bo-sung", "_2", " (gửi lại)"]) : ""
    return TypedSubmission(
      stem: stem + supplement, period: numbers.element(of: Self.periods), sender: sender,
      hasWardColumn: !numbers.oneIn(sender.ward == nil ? 12 : 3),
      hasUnknownColumn: numbers.oneIn(5), titleCount: numbers.oneIn(3) ? 1 + numbers.below(2) : 0,
      rows: (0..<numbers.below(10)).map { _ in row(from: sender) })
  }

  private mutating func row(from sender: Sender) -> TypedRow {
    // Half of the records are of two models, so that these pass through many periods.
    let isCommon = numbers.oneIn(2)
    let name = isCommon ? Vocabulary.names[numbers.below(2)] : numbers.element(of: Vocabulary.names)
    let written: Spelt<NameKeys> =
      switch numbers.below(30) {
      case 0: Spelt(text: numbers.element(of: ["", "…", "-"]), meaning: .blank)
      case 1: Spelt(text: "x\u{AD}" + Vocabulary.spelling(of: name.name, &numbers), meaning: .bad)
      default: Spelt(text: Vocabulary.spelling(of: name.name, &numbers), meaning: .value(name))
      }
    return TypedRow(
      name: written,
      field: cell(
        Vocabulary.fieldSpellings.enumerated().map { ($0, $1) }, blank: ["", "?"],
        bad: ["Môi trường", "KTT"]),
      ward: ward(from: sender), year: year(), quarter: quarter(), quantity: quantity(),
      hamlet: hamlet(), owner: owner(), status: status(), isRagged: numbers.oneIn(40))
  }

  /// A cell that mostly holds a value, seldom nothing, seldom nonsense.
  private mutating func cell<Value>(
    _ values: [(Value, [String])], blank: [String], bad: [String]
  ) -> Spelt<Value> {
    if numbers.oneIn(30) { return Spelt(text: numbers.element(of: blank), meaning: .blank) }
    if numbers.oneIn(30) { return Spelt(text: numbers.element(of: bad), meaning: .bad) }
    let (value, spellings) = numbers.element(of: values)
    return Spelt(text: numbers.element(of: spellings), meaning: .value(value))
  }

  private mutating func ward(from sender: Sender) -> Spelt<Int> {
    if numbers.oneIn(25) { return Spelt(text: "Hải Dương", meaning: .bad) }
    if numbers.oneIn(sender.ward == nil ? 25 : 4) { return Spelt(text: " ", meaning: .blank) }
    let isOwn = !numbers.oneIn(15)
    let index = (isOwn ? sender.ward : nil) ?? numbers.below(Vocabulary.wards.count)
    return Spelt(
      text: numbers.element(of: Vocabulary.wards[index].spellings), meaning: .value(index))
  }

  private mutating func year() -> Spelt<YearMeaning> {
    let year = numbers.oneIn(20) ? numbers.element(of: [2019, 2023]) : 2020 + numbers.below(3)
    var values = [(YearMeaning(year: year), ["\(year)", "Năm \(year)", "\(year)"])]
    if numbers.oneIn(4) {
      values = [
        (YearMeaning(year: year, quarter: 2), ["Quý II/\(year)", "\(year)-Q2", "5/\(year)"]),
        (YearMeaning(year: year, quarter: 3), ["15/08/\(year)", "Q3/\(year)", "\(year)-9-30"]),
      ]
    }
    return cell(values, blank: ["", "-"], bad: ["2O21", "31/02/\(year)", "2020-2022"])
  }

  private mutating func quarter() -> Spelt<Int> {
    if !numbers.oneIn(4) { return Spelt(text: "", meaning: .blank) }
    return cell(
      (1...4).map { ($0, ["\($0)", "Q\($0)", "quý \($0)"]) }, blank: [""], bad: ["V", "-"])
  }

  private mutating func quantity() -> Spelt<Int> {
    if numbers.oneIn(2) { return Spelt(text: "", meaning: .blank) }
    return cell(
      [(1, ["1", "01"]), (2, ["2"]), (1200, ["1200", "1.200", "1 200"])], blank: [""],
      bad: ["0", "2 tổ", "1,200"])
  }

  private mutating func hamlet() -> Spelt<String> {
    let key = numbers.element(of: ["", "", "", "", "3", "an lăng"])
    return Spelt(
      text: numbers.element(of: Vocabulary.hamlets[key, default: [""]]), meaning: .value(key))
  }

  private mutating func owner() -> Spelt<OwnerMeaning> {
    let index = numbers.oneIn(4) ? numbers.below(Vocabulary.owners.count) : 0
    let (meaning, spellings) = Vocabulary.owners[index]
    return Spelt(
      text: numbers.element(of: spellings), meaning: meaning.map { .value($0) } ?? .blank)
  }

  private mutating func status() -> Spelt<Bool> {
    let status = numbers.element(of: Vocabulary.statuses)
    return Spelt(text: status.text, meaning: .value(status.isEnded))
  }
}
