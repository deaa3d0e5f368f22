import Domain
import Encodings
import TestSupport
import Testing
import Vietnamese

/// Every letter of every old encoding, against tables that were made the other way round.
struct LetterTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var legacy: LegacyEncoding
    var writing: OldEncoding
    var letterCount: Int

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "tcvn3", legacy: .tcvn3, writing: .tcvn3, letterCount: 74),
    Case(name: "vni-windows", legacy: .vniWindows, writing: .vniWindows, letterCount: 134),
    Case(name: "viscii", legacy: .viscii, writing: .viscii, letterCount: 134),
    Case(name: "windows-1258", legacy: .windows1258, writing: .windows1258, letterCount: 134),
  ]

  private func decoded(_ bytes: [UInt8], _ legacy: LegacyEncoding) -> [UInt8] {
    bytes.withUnsafeBufferPointer { legacy.decoded($0) }
  }

  private func text(_ bytes: [UInt8], _ legacy: LegacyEncoding) -> String {
    String(decoding: decoded(bytes, legacy), as: UTF8.self)
  }

  @Test(arguments: cases) func `each letter comes out composed`(_ example: Case) {
    #expect(example.writing.letters.count == example.letterCount)
    for letter in example.writing.letters {
      let bytes = Array("a".utf8) + example.writing.bytes(of: letter) + Array("1".utf8)
      #expect(Array(text(bytes, example.legacy).unicodeScalars) == ["a", letter, "1"])
    }
  }

  @Test(arguments: cases) func `ASCII stays as it is`(_ example: Case) {
    let isControl: Set<UInt8> =
      example.name == "viscii" ? [0x02, 0x05, 0x06, 0x14, 0x19, 0x1E] : []
    let ascii = (UInt8(0)..<0x80).filter { !isControl.contains($0) }
    #expect(decoded(ascii, example.legacy) == ascii)
  }

  @Test(arguments: cases) func `every byte gives a character or the byte FF`(_ example: Case) {
    for byte in UInt8.min...UInt8.max {
      let found = decoded([byte], example.legacy)
      #expect(
        found == [0xFF] || String(validating: found, as: UTF8.self)?.unicodeScalars.count == 1)
    }
  }

  @Test func `bytes without a meaning are told, and nothing after them is lost`() {
    #expect(decoded([0x61, 0x81, 0x62], .tcvn3) == [0x61, 0xFF, 0x62])
    #expect(decoded([0x61, 0xD0, 0x62], .vniWindows) == [0x61, 0xFF, 0x62])
    #expect(decoded([0x61, 0x8A, 0x62], .windows1258) == [0x61, 0xFF, 0x62])
  }

  @Test func `the second half of a VNI letter means nothing alone`() {
    #expect(decoded([0xD9, 0x61, 0xF9, 0xF9], .vniWindows) == [0xFF] + Array("á".utf8) + [0xFF])
    #expect(decoded([0x62, 0xF9], .vniWindows) == [0x62, 0xFF])
  }

  @Test func `a capital of VNI takes either byte for its mark`() {
    #expect(text([0x41, 0xE1, 0x61, 0xC1], .vniWindows) == "Ấấ")
  }

  @Test func `punctuation of Windows is read in its encodings`() {
    for legacy in [LegacyEncoding.tcvn3, .vniWindows, .windows1258] {
      #expect(text([0x93, 0x94, 0x91, 0x92, 0x96, 0x97, 0x85], legacy) == "“”‘’–—…")
    }
  }

  @Test func `tones of TCVN that stand alone join the letter before them`() {
    #expect(text([0x61, 0xB3, 0xA9, 0xB0, 0x78, 0xB4], .tcvn3) == "áầx\u{323}")
  }

  @Test(arguments: cases) func `a sentence comes back`(_ example: Case) {
    let sentence = "Tổ liên gia an toàn phòng cháy, chữa cháy thôn Đại Uyên; quý III/2023"
    let found = text(example.writing.encoded(sentence), example.legacy)
    #expect(found == sentence)
    #expect(found.composed.unicodeScalars.elementsEqual(found.unicodeScalars))
  }

  @Test func `capitals with tones are small letters in TCVN3`() {
    #expect(text(OldEncoding.tcvn3.encoded("XÃ ĐẠI ƯỚC"), .tcvn3) == "Xã ĐạI ƯớC")
  }

  @Test func `each byte comes back from windows-1252, the five undefined ones, too`() {
    let all = Array(UInt8(0x80)...0xFF)
    let characters = misread(all)
    let found = characters.withUnsafeBufferPointer {
      TextReading.decoded($0, as: .misreadUTF8)
    }
    #expect(found == all)
    let twice = misread(characters)
    #expect(twice.withUnsafeBufferPointer { TextReading.decoded($0, as: .misreadUTF8Twice) } == all)
  }

  @Test func `a character that no misreading gives is told in its place`() {
    let text = misread(Array("mô ".utf8)) + Array("ạ x".utf8)
    let found = text.withUnsafeBufferPointer { TextReading.decoded($0, as: .misreadUTF8) }
    #expect(found == Array("mô ".utf8) + [0xFF] + Array(" x".utf8))
    let broken: [UInt8] = [0x61, 0xC3, 0x62]
    let mended = broken.withUnsafeBufferPointer { TextReading.decoded($0, as: .misreadTCVN3) }
    #expect(mended == [0x61, 0xFF, 0x62])
  }
}
