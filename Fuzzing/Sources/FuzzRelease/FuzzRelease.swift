import Audit
import Domain
import FuzzSupport

/// Any bytes are a text of a release: read, or refused with a reason.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRelease(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzedBytes(bytes, count)
  switch input.choice(of: 5) {
  case 0: checkLedger(input.content)
  case 1: checkFigures(input.content)
  case 2: checkFindings(input.content)
  case 3: _ = try? ReleaseTables.submissions(input.content)
  default: checkProvenance(input.content)
  }
  return 0
}

/// A ledger keeps what stands there, and takes one line more.
private func checkLedger(_ bytes: [UInt8]) {
  let ledger = Ledger.parse(bytes)
  for fault in ledger.faults {
    require(!fault.message(in: .vietnamese).isEmpty, "a fault has a message")
  }
  let cutoff = Quarter(year: 2024, number: 3)
  let manifest = String(repeating: "a", count: 64)
  let longer = Ledger.appending(
    cutoff: cutoff, manifest: manifest, version: "1.0.0", to: bytes)
  require(longer.starts(with: bytes), "nothing is lost of a ledger")
  let read = Ledger.parse(longer)
  require(read.lines.dropLast() == ledger.lines[...], "earlier lines are left as they are")
  require(read.latest(of: cutoff)?.manifest == manifest, "the new line is there")
}

/// Every figure is its own, and none is another's.
private func checkFigures(_ bytes: [UInt8]) {
  let table = FigureTable(bytes)
  require(table.faults.count <= min(table.faultCount, FigureTable.faultLimit), "faults add up")
  require(table.compare(expected: table.entries).isEmpty, "a table does not differ from itself")
  let differences = table.compare(expected: [FigureValue(id: "registered", value: 1)])
  for difference in differences {
    require(difference.expected != difference.found, "what differs is not the same")
    _ = difference.message(in: .english)
  }
  if let first = table.entries.first {
    _ = nearestFigures(to: first.id, among: table.entries.prefix(50).map(\.id))
    _ = FigureMeaning(first.id, registers: registers)
  }
}

private func checkFindings(_ bytes: [UInt8]) {
  var findings: [FindingKey] = []
  do throws(TableError) {
    try ReleaseTables.eachFinding(in: bytes) { findings.append(FindingKey($0)) }
  } catch {
    require(!error.message(in: .english).isEmpty, "an error has a message")
    return
  }
  let contents = ReleaseContents(figures: [], findings: findings, submissions: [])
  let reversed = ReleaseContents(figures: [], findings: findings.reversed(), submissions: [])
  require(
    ReleaseDifference(old: contents, new: reversed).isEmpty, "the order of findings does not matter"
  )
}

private func checkProvenance(_ bytes: [UInt8]) {
  guard let provenance = try? ReleaseTables.provenance(bytes) else { return }
  require(Period(provenance.cutoff)?.quarter != nil, "a cut-off is a quarter")
  require(provenance.period.from <= provenance.period.to, "years are in order")
}

private let registers = Registers(
  wards: [Ward(code: "01", name: "An Lưu", kindText: "Phường", kind: .urbanWard)],
  fields: [Field(code: "KT", vietnameseName: "Kinh tế", englishName: "", aliases: [])],
  organizations: [])
