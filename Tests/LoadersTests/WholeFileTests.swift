import Domain
import Testing

/// Files that are rejected as a whole, and what is still said of them (SPEC §3, §10).
struct WholeFileTests {
  @Test func `required are name, field and year`() {
    #expect(Sample.read("name,year,no\n").missingColumns == [.field])
    #expect(Sample.read("name,note,no\n").missingColumns == [.field, .year])
    #expect(Sample.read("name,field,year\n").missingColumns.isEmpty)
  }

  @Test func `what the settings require is missing, too, in the contract's order`() {
    let context = Sample.context(required: [.kind, .ward, .quantity])
    #expect(
      Sample.read("name,note,no\n", in: context).missingColumns == [
        .field, .ward, .year, .quantity, .kind,
      ])
  }

  @Test(arguments: [
    "name,no,field\n1,2,3\n\"a\"b,1,KT\n,,\n",
    "name,field,year,Năm\na,KT,2023,2023\n\"a\"b,KT,2023,2023\n,,,\n",
    "a,b,c\n\"a\"b,1,KT\n,,\n",
  ])
  func `a rejected file has no rows, and only bytes and quotes are looked at`(_ text: String) {
    let reading = Sample.read(text)
    #expect(reading.isRejectedAsWhole)
    #expect(reading.block.count == 0)
    #expect(reading.flaggedRecords.count == 1)
    #expect(reading.flagged.allSatisfy { !$0.isJudged && $0.anomalies.hasStrayQuote })
    #expect(reading.records[.data] >= 1)
    #expect(reading.records.total == reading.recordCount)
  }

  @Test func `a second number column rejects nothing`() {
    let reading = Sample.read("STT,name,field,year,TT\n1,a,KT,2023,1\n")
    #expect(!reading.isRejectedAsWhole)
    #expect(reading.plainRecords == [2])
  }

  @Test func `the bytes of a file are counted and hashed as they were`() {
    #expect(Sample.read([0xFF, 0xFE, 0x61, 0x00]).byteCount == 4)
    #expect(
      Sample.read("").sha256
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Sample.read("abc").sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `rows and readings are in the order of their records`() {
    let body = (1...200).map { index in
      switch index % 5 {
      case 0: ",Trồng,,,\n"
      case 1: "1,a,lạ,2023,1\n"
      case 2: "\n"
      case 3: ",,KT,,\n"
      default: "1,a\(index),KT,2023,1\n"
      }
    }.joined()
    let reading = Sample.read(Sample.header + body)
    #expect(reading.plainRecords == reading.plainRecords.sorted())
    #expect(reading.flaggedRecords == reading.flaggedRecords.sorted())
    #expect(reading.block.count == 40)
    #expect(reading.block.count + reading.flagged.count == reading.records[.data])
  }
}
