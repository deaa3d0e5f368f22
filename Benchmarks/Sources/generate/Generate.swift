import ArgumentParser
import Foundation

@main
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Writes a workspace of any size to FOLDER/inputs, and what it comes to to FOLDER/truth.json.",
    discussion: "The same options give the same bytes.")

  @Argument(help: "An empty or new folder.")
  var folder: String

  @Option(help: "Data records in all.")
  var records = 100_000

  @Option(help: "Wards, up to 3,321.")
  var wards = 500

  @Option(help: "Another number gives another workspace of the same kind.")
  var seed: UInt64 = 1

  @Flag(help: "One file of one organization, and no record carried over.")
  var oneFile = false

  @Flag(help: "An error on each record, two on every other.")
  var allBad = false

  func validate() throws {
    guard (1...3321).contains(wards), records >= wards * 5 else {
      throw ValidationError("1 to 3,321 wards, and at least 5 records for each")
    }
  }

  private static let years = 2020...2024

  func run() throws {
    var shares = Shares()
    if oneFile { shares.carriedOver = 0 }
    let inputs = "\(folder)/inputs"
    try Registers.write(to: inputs, wards: wards)
    var truth = Truth(seed: seed, wards: wards, shares: shares)
    let file = oneFile ? try SubmissionFile("\(inputs)/submissions/2024/hpn.csv") : nil
    for ward in 0..<wards {
      var writer = WardWriter(
        ward: ward, name: Registers.name(ofWard: ward), seed: seed, shares: shares,
        quality: allBad ? .faulty : .usual)
      for (index, year) in Generate.years.enumerated() {
        let bytes = writer.submission(
          year: year, count: count(ward: ward, year: index),
          isBare: oneFile && (ward > 0 || index > 0))
        if let file {
          try file.write(bytes)
        } else {
          try SubmissionFile("\(inputs)/submissions/\(year)/\(Registers.code(ofWard: ward)).csv")
            .write(bytes)
        }
      }
      truth.add(writer.truth)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(truth).write(to: URL(fileURLWithPath: "\(folder)/truth.json"))
  }

  /// The records of a ward and year: all together as many as were asked for.
  private func count(ward: Int, year: Int) -> Int {
    let file = ward * 5 + year
    return records * (file + 1) / (wards * 5) - records * file / (wards * 5)
  }
}

/// A file that is written piece by piece.
struct SubmissionFile {
  private let handle: FileHandle

  init(_ path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: url)
    handle = try FileHandle(forWritingTo: url)
  }

  func write(_ bytes: [UInt8]) throws { try handle.write(contentsOf: Data(bytes)) }
}
