import Domain
import Testing

@testable import Loaders

/// Encodings (SPEC §3, “Bytes”).
struct DecodedTextTests {
  private func units(_ text: String, isLittle: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit in
      isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
  }

  private let text = "Tên,Hòa Bình\r\n“khéo”;👍🏽\n\u{FEFF}\u{0}"

  @Test func `UTF-8 without a mark is taken as it is`() {
    let decoded = DecodedText(Array(text.utf8))
    #expect(decoded.encoding == .utf8)
    #expect(decoded.bytes == Array(text.utf8))
    #expect(decoded.isWellFormed)
  }

  @Test func `a byte-order mark of UTF-8 is taken off, one only`() {
    let decoded = DecodedText([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(decoded.encoding == .utf8WithMark)
    #expect(decoded.bytes == [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(decoded.isWellFormed)
  }

  @Test func `UTF-16 of both ends gives the same text`() {
    let little = DecodedText(units(text, isLittle: true))
    let big = DecodedText(units(text, isLittle: false))
    #expect(little.encoding == .utf16LittleEndian)
    #expect(big.encoding == .utf16BigEndian)
    #expect(little.bytes == Array(text.utf8))
    #expect(big.bytes == Array(text.utf8))
    #expect(little.isWellFormed && big.isWellFormed)
  }

  @Test func `every scalar survives UTF-16`() {
    var all = ""
    for value in UInt32(0)...0x10FFFF {
      if let scalar = Unicode.Scalar(value) { all.unicodeScalars.append(scalar) }
    }
    #expect(DecodedText(units(all, isLittle: true)).bytes == Array(all.utf8))
  }

  @Test func `a mark alone is an empty text`() {
    for raw in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], []] as [[UInt8]] {
      #expect(DecodedText(raw).bytes.isEmpty)
      #expect(DecodedText(raw).isWellFormed)
    }
  }

  @Test func `half a mark is no mark`() {
    #expect(DecodedText([0xEF, 0xBB]).encoding == .utf8)
    #expect(DecodedText([0xEF, 0xBB, 0x41]).encoding == .utf8)
    #expect(DecodedText([0xFF]).encoding == .utf8)
    #expect(DecodedText([0xFE]).isWellFormed == false)
  }

  struct Case: CustomTestStringConvertible {
    var name: String
    var units: [UInt8]
    var expected: String

    var testDescription: String { name }
  }

  static let illFormed = [
    Case(
      name: "a lead surrogate before a letter", units: [0, 0xD8, 0x61, 0], expected: "\u{FFFD}a"),
    Case(
      name: "a trail surrogate alone", units: [0x61, 0, 0, 0xDC, 0x62, 0], expected: "a\u{FFFD}b"),
    Case(name: "a lead surrogate at the end", units: [0x61, 0, 0, 0xD8], expected: "a\u{FFFD}"),
    Case(
      name: "two lead surrogates before a trail", units: [0x3D, 0xD8, 0x3D, 0xD8, 0x4D, 0xDC],
      expected: "\u{FFFD}👍"),
    Case(
      name: "surrogates the wrong way round", units: [0x4D, 0xDC, 0x3D, 0xD8],
      expected: "\u{FFFD}\u{FFFD}"),
    Case(name: "an odd last byte", units: [0x61, 0, 0x62], expected: "a\u{FFFD}"),
    Case(
      name: "an odd byte after a lead surrogate", units: [0, 0xD8, 0x62],
      expected: "\u{FFFD}\u{FFFD}"),
  ]

  @Test(arguments: illFormed)
  func `what is no UTF-16 is ill-formed in its place`(_ example: Case) {
    let decoded = DecodedText([0xFF, 0xFE] + example.units)
    #expect(!decoded.isWellFormed)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == example.expected)
    let swapped = stride(from: 0, to: example.units.count - 1, by: 2)
      .flatMap { [example.units[$0 + 1], example.units[$0]] }
    let odd = example.units.count % 2 == 1 ? example.units.suffix(1) : []
    #expect(DecodedText([0xFE, 0xFF] + swapped + odd).bytes == decoded.bytes)
  }

  @Test func `ill-formed bytes are told on their record only`() {
    let header = Array(Sample.header.utf8)
    let good = Array("1,Trồng hoa,KT,2023,\n".utf8)
    for bad in [
      [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
      [0xE1, 0xBB],
    ] as [[UInt8]] {
      let broken = Array("2,Nuôi".utf8) + bad + Array(" ong,KT,2023,\n".utf8)
      let reading = Sample.read(header + good + broken + good)
      #expect(reading.flaggedRecords == [3])
      #expect(reading.flagged.first?.anomalies.isIllFormed == true)
      #expect(reading.flagged.first?.cells[1].contains("\u{FFFD}") == true)
      #expect(reading.plainRecords == [2, 4])
    }
  }

  @Test func `a sequence that a line end cuts is ill-formed on its own record`() {
    let reading = Sample.read(
      Array(Sample.header.utf8) + Array("1,a,KT,2023,".utf8) + [0xE1, 0x0A, 0xBB]
        + Array("2,b,KT,2023,\n3,c,KT,2023,\n".utf8))
    #expect(reading.flaggedRecords == [2, 3])
    #expect(reading.plainRecords == [4])
  }

  @Test func `ill-formed bytes are told of titles, totals and footers, too`() {
    let bytes: [UInt8] =
      [0xFF, 0x0A] + Array(Sample.header.utf8) + Array("1,a,KT,2023,\nCộng,".utf8) + [0xFF]
      + Array(",,,1\nKý tên,".utf8) + [0xFF, 0x0A]
    let reading = Sample.read(bytes)
    #expect(reading.kinds == "header 1, title 1, total 1, footer 1, data 1")
    #expect(reading.flagged.map(\.kind) == [.title, .total, .footer])
    #expect(reading.flagged.map(\.anomalies.isIllFormed) == [true, true, true])
  }
}
