import Domain
import Encodings
import TestSupport
import Testing

/// What is chosen by which evidence.
struct EncodingJudgeTests {
  private func verdict(
    _ bytes: [UInt8], stated: StatedEncoding? = nil
  ) -> EncodingJudge.Verdict {
    bytes.withUnsafeBufferPointer {
      EncodingJudge.judge(
        $0, unicode: .utf8, isWellFormed: String(validating: bytes, as: UTF8.self) != nil,
        stated: stated)
    }
  }

  @Test func `what a spreadsheet saved of Vietnamese as windows-1252 is not clear`() {
    let text = """
      no,name,field,hamlet,quantity,year
      1,Nhà văn hóa – sân chơi,KT,,1,2024
      2,Nhà sách – phòng trà,KT,,1,2024
      3,Hòm thư góp ý – lòng dân,KT,,1,2024
      4,Chăm sóc nghĩa trang liệt sĩ,QPAN,,1,2024
      5,Mô hình giúp gia đình chính sách,KT,,1,2024
      6,Phòng chống tội phạm,QPAN,,1,2024
      7,Hòa bình – đoàn kết,QPAN,,1,2024
      8,Nhà bà Tình – con cháu hòa thuận,QPAN,,1,2024
      """
    let saved = text.unicodeScalars.map { scalar -> UInt8 in
      scalar == "–" ? 0x96 : UInt8(exactly: scalar.value) ?? UInt8(ascii: "?")
    }
    #expect(verdict(saved).encoding == .unclear)
    let old = text.split(separator: "–").joined(separator: "-")
    #expect(verdict(OldEncoding.viscii.encoded(old)).encoding == .viscii)
  }

  static let sentences = [
    "Tên mô hình,Lĩnh vực,Năm\nTrồng bưởi da xanh,Kinh tế,2023\n",
    "Tổ liên gia an toàn phòng cháy, chữa cháy",
    "Câu lạc bộ văn nghệ quần chúng; khu dân cư số 3",
    "Bảo vệ môi trường, trồng cây xanh hai bên đường",
    "Vận động nhân dân hiến đất mở rộng đường giao thông nông thôn",
    "Hội Phụ nữ giúp nhau phát triển kinh tế",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
  ]

  /// The ways in which a text may come, with what they are to be recognised as.
  static let ways: [(encoding: TextEncoding, write: @Sendable (String) -> [UInt8])] = [
    (.tcvn3, { OldEncoding.tcvn3.encoded($0) }),
    (.vniWindows, { OldEncoding.vniWindows.encoded($0) }),
    (.viscii, { OldEncoding.viscii.encoded($0) }),
    (.windows1258, { OldEncoding.windows1258.encoded($0) }),
    (.misreadUTF8, { misread(Array($0.utf8)) }),
    (.misreadUTF8Twice, { misread(misread(Array($0.utf8))) }),
    (.misreadTCVN3, { misread(OldEncoding.tcvn3.encoded($0)) }),
    (.misreadVNIWindows, { misread(OldEncoding.vniWindows.encoded($0)) }),
    (.misreadVISCII, { misread(OldEncoding.viscii.encoded($0)) }),
    (.misreadWindows1258, { misread(OldEncoding.windows1258.encoded($0)) }),
  ]

  @Test(arguments: ways.indices) func `a sentence is recognised`(_ index: Int) {
    let way = Self.ways[index]
    for sentence in Self.sentences {
      #expect(verdict(way.write(sentence)).encoding == way.encoding, "\(sentence)")
    }
  }

  @Test(arguments: ways.indices) func `a long text is recognised, wherever its words are`(
    _ index: Int
  ) {
    let way = Self.ways[index]
    let plain = String(repeating: "1,2,3,abc,def,2023\n", count: 60_000)
    for text in [
      Self.sentences.joined(separator: "\n") + plain,
      plain + Self.sentences.joined(separator: "\n"),
      String(repeating: Self.sentences.joined(separator: "\n"), count: 1000),
    ] {
      #expect(verdict(way.write(text)).encoding == way.encoding)
    }
  }

  @Test(arguments: [
    "", "name,field,year\nabc,KT,2023\n", "Tên mô hình,Lĩnh vực,Năm\n", "Hòa Bình, Tân Dân",
    "Le développement économique à la campagne, où l'été a été très long; forêt, élève, français",
    "Über die Größe der Gärten für Müßiggänger und Bäcker", "São João não é às três maçãs",
    "El niño pequeño comió aún más piñas, señor", "Crème brûlée, Hôtel, Noël, naïve, façade",
    "Привет, как дела у вас сегодня", "中文的文件也不能改变", "ພາສາລາວ ກໍ່ບໍ່ປ່ຽນ", "30°C, 100m², 5µm, ½, 1ª",
    "Buôn Đrông, Krông Păc, Cư M'gar, Ê Đê, Xơ Đăng, Gia Rai", "“Dân vận khéo” – 2023…",
    "Mô hình « khéo »; Công tác · dân vận", "Tro\u{302}\u{300}ng la\u{301} chuo\u{302}\u{301}i",
  ])
  func `Unicode stays as it is`(_ text: String) {
    #expect(verdict(Array(text.utf8)).encoding == .utf8)
    #expect(
      verdict(Array(String(repeating: text + "\n", count: 2000).utf8)).encoding == .utf8)
  }

  @Test func `what is plainly Unicode has no evidence, and no settings against it`() {
    for stated in StatedEncoding.allCases {
      let found = verdict(Array(Self.sentences[3].utf8), stated: stated)
      #expect(found.encoding == .utf8)
      #expect(found.evidence.isEmpty)
    }
  }

  @Test(arguments: [
    "Le d\u{E9}veloppement \u{E9}conomique \u{E0} la campagne, o\u{F9} l'\u{E9}t\u{E9} \u{E9}tait long",
    "\u{DC}ber die Gr\u{F6}\u{DF}e der G\u{E4}rten f\u{FC}r M\u{FC}\u{DF}ige",
    "it\u{92}s a \u{93}model\u{94} \u{96} the caf\u{E9}\u{92}s own \u{93}way\u{94}, isn\u{92}t it",
    "El ni\u{F1}o peque\u{F1}o comi\u{F3} a\u{FA}n m\u{E1}s pi\u{F1}as, se\u{F1}or",
  ])
  func `other languages in one byte a letter are not converted`(_ text: String) {
    #expect(verdict(text.unicodeScalars.map { UInt8($0.value) }).encoding == .utf8)
  }

  @Test func `fewer than three words choose nothing`() {
    #expect(verdict(OldEncoding.tcvn3.encoded("Trồng ổi")).encoding == .utf8)
    #expect(verdict(OldEncoding.vniWindows.encoded("Nuôi dế, 2023")).encoding == .utf8)
    #expect(verdict(misread(Array("Trồng ổi".utf8))).encoding == .utf8)
  }

  @Test(arguments: ways.indices) func `three to ten words are recognised, or left unclear`(
    _ index: Int
  ) {
    let way = Self.ways[index]
    let words = Self.sentences.joined(separator: " ").split { !$0.isLetter }.map(String.init)
      .filter { !$0.utf8.allSatisfy { $0 < 0x80 } }
    var found = 0
    var count = 0
    for start in words.indices.dropLast(10) {
      for length in 3...10 {
        let text = words[start..<(start + length)].joined(separator: " ")
        let encoding = verdict(way.write(text)).encoding
        let allowed = length == 10 ? [way.encoding] : [way.encoding, .unclear, .utf8]
        #expect(allowed.contains(encoding), "\(text): \(encoding)")
        count += 1
        if encoding == way.encoding { found += 1 }
      }
    }
    #expect(found * 4 >= count * 3, "\(way.encoding): \(found) of \(count)")
  }

  @Test func `two encodings in one file are unclear`() {
    let half = Self.sentences[0] + Self.sentences[1]
    let other = Self.sentences[2] + Self.sentences[3] + Self.sentences[4]
    let both = OldEncoding.tcvn3.encoded(half) + OldEncoding.vniWindows.encoded(other)
    #expect(verdict(both).encoding == .unclear)
    let misreadBoth =
      misread(OldEncoding.tcvn3.encoded(half)) + misread(OldEncoding.vniWindows.encoded(other))
    #expect(verdict(misreadBoth).encoding == .unclear)
  }

  @Test func `a file that is mostly UTF-8 stays UTF-8`() {
    let most = Array(Self.sentences.joined(separator: "\n").utf8)
    #expect(verdict(most + OldEncoding.tcvn3.encoded(Self.sentences[1])).encoding == .utf8)
    #expect(verdict(most + [0xFF, 0xFE, 0x80]).encoding == .utf8)
  }

  @Test func `the settings settle what is unclear`() {
    let both =
      OldEncoding.tcvn3.encoded(Self.sentences[0] + Self.sentences[1] + Self.sentences[5])
      + OldEncoding.vniWindows.encoded(Self.sentences[2] + Self.sentences[3])
    #expect(verdict(both).encoding == .unclear)
    #expect(verdict(both, stated: .tcvn3).encoding == .tcvn3)
    #expect(verdict(both, stated: .utf8).encoding == .utf8)
    let short = OldEncoding.tcvn3.encoded("Trồng ổi")
    #expect(verdict(short, stated: .tcvn3).encoding == .tcvn3)
    #expect(verdict(misread(short), stated: .tcvn3).encoding == .misreadTCVN3)
  }

  @Test func `the evidence is told, best first`() {
    let found = verdict(OldEncoding.tcvn3.encoded(Self.sentences[0]))
    #expect(found.evidence.map(\.encoding).first == .tcvn3)
    #expect(found.evidence.first?.legalWords == found.evidence.first?.words)
    #expect(
      Set(found.evidence.map(\.encoding)) == [.utf8, .tcvn3, .vniWindows, .viscii, .windows1258])
    #expect(
      zip(found.evidence, found.evidence.dropFirst()).allSatisfy { $0.legalWords >= $1.legalWords })
  }

  @Test func `random bytes never trap, and are never taken for Vietnamese`() {
    var dice = Dice(seed: 41)
    for length in [0, 1, 2, 3, 100, 5000, 200_000] {
      for _ in 0..<(length > 1000 ? 3 : 50) {
        let bytes = (0..<length).map { _ in UInt8(dice.roll(255)) }
        #expect(verdict(bytes).encoding == .utf8)
        for stated in StatedEncoding.allCases { _ = verdict(bytes, stated: stated) }
      }
    }
    #expect(verdict(Array(repeating: 0x3F, count: 10_000)).encoding == .utf8)
    #expect(verdict(Array(repeating: 0xE1, count: 100_000)).encoding == .utf8)
  }
}
