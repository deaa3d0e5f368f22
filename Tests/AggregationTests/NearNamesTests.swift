import Aggregation
import Domain
import Testing
import Vietnamese

/// Which counted models become candidates for near names.
struct NearNamesTests {
  private func row(
    _ name: String, _ number: Int, hamlet: UInt64 = 0, ward: Int = 0
  ) -> RecordRow {
    var model = Model("\(name) \(number)")
    model.ward = ward
    var row = model.row(number, owner: 0)
    var keys = KeyMaker()
    keys.makeMatchKey(of: name)
    var loose: [UInt32] = []
    keys.looseKey(of: keys.nameKey, into: &loose)
    row.nameSignature = NameSignature.of(keys.nameKey, loose: loose)
    row.hamletKey = hamlet
    return row
  }

  private func candidates(
    _ rows: [RecordRow], settled: SettledModels = SettledModels()
  ) -> [NearCandidates] {
    var block = RecordBlock()
    block.owners = [nobody]
    for row in rows { block.append(row) }
    return Counted([Sent(block: block, period: Period(year: 2020))], settled: settled)
      .nearCandidates
  }

  private func told(_ candidates: [NearCandidates]) -> [String] {
    candidates.map { "\($0.row.row)>\($0.others.map { "\($0.row)" }.joined(separator: ","))" }
  }

  @Test func `earlier models of like letters and the same numbers are candidates`() {
    let names = [
      "thắp sáng đường quê", "thắp sángg đường quê", "tổ liên gia số 1", "tổ liên gia số 2",
      "tổ liên giaa số 2", "thắp sáng đường", "sáng thắp đường quê", "dê", "dêê",
    ]
    let rows = names.enumerated().map { row($0.element, $0.offset + 2) }
    #expect(told(candidates(rows)) == ["1>0", "4>3", "6>0,1"])
  }

  @Test func `hamlets, wards and decisions keep models apart`() {
    let names = ["trồng hành tỏi", "trồng hànhh tỏi"]
    func pair(_ first: UInt64, _ second: UInt64, ward: Int = 0) -> [RecordRow] {
      [row(names[0], 2, hamlet: first), row(names[1], 3, hamlet: second, ward: ward)]
    }
    #expect(told(candidates(pair(3, 3))) == ["1>0"])
    #expect(told(candidates(pair(0, 3))) == ["1>0"])
    #expect(told(candidates(pair(5, 3))) == [])
    #expect(told(candidates(pair(0, 0, ward: 1))) == [])
    let rows = pair(0, 0)
    var settled = SettledModels()
    settled.keepApart((0, [rows[1].identity]), (1, [rows[0].identity]))
    #expect(told(candidates(rows, settled: settled)) == [])
  }

  @Test func `a like name is no candidate but may be the other one's`() {
    var rows = ["trồng hành tỏi", "trồng hánh tỏi", "trồng hànhh tỏi"].enumerated().map {
      row($0.element, $0.offset + 2)
    }
    rows[1].looseKey = rows[0].looseKey
    #expect(told(candidates(rows)) == ["2>0,1"])
  }

  @Test func `of many candidates the first are kept, and it is said`() {
    let rows = (0..<12).map { row("trồng hành tỏi", $0 + 2) }
    let found = candidates(rows)
    #expect(found.last?.others.map(\.row) == Array(0..<8))
    #expect(found.map(\.isCut) == Array(repeating: false, count: 8) + [true, true, true])
  }

  @Test(arguments: [2047, 2048, 2049])
  func `of a block the first 2,048 are compared with`(_ count: Int) {
    var rows = (0..<count).map { index in
      var row = row("trồng hành tỏi", index + 2)
      // Of one length and number, and of other letters each time.
      let letters: UInt64 = 0xFFF_FFFF_FFFF
      row.nameSignature = row.nameSignature & ~letters | (index == count - 1 ? 0 : letters)
      row.hamletKey = UInt64(index + 1)
      return row
    }
    rows.append(row("trồng hành tỏi", count + 2))
    rows[count].nameSignature &= ~0xFFF_FFFF_FFFF
    let found = candidates(rows)
    #expect(found.map(\.isCut) == [count > 2048])
    #expect(found.map(\.others.count) == [count > 2048 ? 0 : 1])
  }
}
