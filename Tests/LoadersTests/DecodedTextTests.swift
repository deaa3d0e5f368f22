import Domain
import TestSupport
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

  private let csv = "Tên mô hình,Lĩnh vực,Năm\r\n“Trồng” bưởi;👍🏽,Kinh tế,2023\r\n"

  @Test func `UTF-16 without a mark is told by its zeros`() {
    let little = Array(units(csv, isLittle: true).dropFirst(2))
    let big = Array(units(csv, isLittle: false).dropFirst(2))
    for stated in [nil, StatedEncoding.utf8, .tcvn3] {
      #expect(DecodedText(little, stated: stated).encoding == .unmarkedUTF16LittleEndian)
      #expect(DecodedText(big, stated: stated).encoding == .unmarkedUTF16BigEndian)
    }
    #expect(DecodedText(little).bytes == Array(csv.utf8))
    #expect(DecodedText(big).bytes == Array(csv.utf8))
    #expect(DecodedText(little + [0x61]).bytes == Array(csv.utf8) + [0xFF])
  }

  @Test func `UTF-16 without zeros is read when the settings state it`() {
    let text = "中文檔案"
    let little = Array(units(text, isLittle: true).dropFirst(2))
    let big = Array(units(text, isLittle: false).dropFirst(2))
    #expect(DecodedText(little).encoding == .utf8)
    #expect(DecodedText(little, stated: .utf16LittleEndian).bytes == Array(text.utf8))
    #expect(DecodedText(big, stated: .utf16BigEndian).bytes == Array(text.utf8))
  }

  @Test func `zeros here and there are no UTF-16`() {
    for raw in [
      Array("a\u{0}b\u{0}c\u{0}".utf8), Array(repeating: 0, count: 100),
      Array(csv.utf8) + Array(repeating: 0, count: 10),
    ] {
      #expect(DecodedText(raw).encoding == .utf8)
      #expect(DecodedText(raw).bytes == raw)
    }
  }

  @Test func `what a mark says is not doubted`() {
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF]
    for stated in StatedEncoding.allCases {
      #expect(DecodedText(marked + Array(csv.utf8), stated: stated).encoding == .utf8WithMark)
      #expect(
        DecodedText(units(csv, isLittle: true), stated: stated).encoding == .utf16LittleEndian)
    }
    let illFormed = marked + OldEncoding.tcvn3.encoded(csv)
    #expect(DecodedText(illFormed).encoding == .utf8WithMark)
    #expect(!DecodedText(illFormed).isWellFormed)
  }

  @Test func `an old encoding is found behind every encoding of Unicode`() {
    let plain = csv.filter { $0 != "👍🏽" && $0 != "“" && $0 != "”" }
    let characters = String(decoding: misread(OldEncoding.tcvn3.encoded(plain)), as: UTF8.self)
    for raw in [
      Array(characters.utf8), [0xEF, 0xBB, 0xBF] + Array(characters.utf8),
      units(characters, isLittle: true), Array(units(characters, isLittle: false).dropFirst(2)),
    ] {
      let found = DecodedText(raw)
      #expect(found.encoding == .misreadTCVN3)
      #expect(found.bytes == Array(plain.utf8))
      #expect(DecodedText(raw, as: .misreadTCVN3).bytes == found.bytes)
    }
  }

  @Test func `a file is read again as it was read before`() {
    for raw in [
      Array(csv.utf8), units(csv, isLittle: true), Array(units(csv, isLittle: true).dropFirst(2)),
      [0xEF, 0xBB, 0xBF] + Array(csv.utf8), OldEncoding.viscii.encoded(csv),
      OldEncoding.vniWindows.encoded(csv), misread(misread(Array(csv.utf8))), [0x61, 0xFF],
    ] {
      let first = DecodedText(raw)
      let again = DecodedText(raw, as: first.encoding)
      #expect(again.bytes == first.bytes)
      #expect(again.encoding == first.encoding)
      #expect(again.isWellFormed == first.isWellFormed)
    }
  }

  @Test func `what is unclear is not shown, and keeps its records`() {
    let raw: [UInt8] = [0x61, 0xE1, 0xBB, 0x2C, 0xFF, 0x0A, 0x80, 0xC3, 0xA1, 0x62]
    let found = DecodedText(raw, as: .unclear)
    #expect(String(decoding: found.bytes, as: UTF8.self) == "a\u{FFFD},\u{FFFD}\n\u{FFFD}\u{FFFD}b")
    #expect(found.isWellFormed)
  }

  @Test func `bytes without a meaning in an old encoding are told on their record only`() {
    let rows = "1,Trồng bưởi da xanh,KT,2023,\n2,Tổ tự quản đường,KT,2023,\n"
    let reading = Sample.read(
      OldEncoding.viscii.encoded(Sample.header + rows)
        + OldEncoding.vniWindows.encoded("3,x") + [0x0A])
    #expect(reading.encoding == .viscii)
    let vni = Sample.read(
      OldEncoding.vniWindows.encoded(Sample.header + rows)
        + [0x33, 0x2C, 0x78, 0xD0] + Array(",KT,2023,\n".utf8))
    #expect(vni.encoding == .vniWindows)
    #expect(vni.flaggedRecords == [4])
    #expect(vni.flagged.first?.anomalies.isIllFormed == true)
    #expect(vni.plainRecords == [2, 3])
  }

  @Test func `the encoding of a submitter is that of the settings`() {
    var context = Sample.context()
    let raw = OldEncoding.tcvn3.encoded("no,name,field,year\n1,Trồng ổi,KT,2023\n")
    #expect(Sample.read(raw, in: context).encoding == .utf8)
    context.settings.encodings = [.ward(0): .tcvn3]
    #expect(Sample.read(raw, in: context).encoding == .tcvn3)
    #expect(Sample.read(raw, from: .ward(1), in: context).encoding == .utf8)
    context.settings.defaultEncoding = .tcvn3
    #expect(Sample.read(raw, from: .ward(1), in: context).encoding == .tcvn3)
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
