import Testing
import Vietnamese

/// The folded form of file names (SPEC §2).
struct FoldedNameTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var folded: String

    var testDescription: String { "“\(name)”" }
  }

  static let cases = [
    Case(name: "An Lưu", folded: "an-luu"),
    Case(name: "Phường An Lưu", folded: "phuong-an-luu"),
    Case(name: "ĐẠI ĐỒNG", folded: "dai-dong"),
    Case(name: "đặc khu", folded: "dac-khu"),
    Case(name: "Hoa\u{300} Bi\u{300}nh", folded: "hoa-binh"),
    Case(name: "an_luu (1)", folded: "an-luu-1"),
    Case(name: "--an--luu--", folded: "an-luu"),
    Case(name: "  P. An Lưu… ", folded: "p-an-luu"),
    Case(name: "10675", folded: "10675"),
    Case(name: "Văn hóa – xã hội", folded: "van-hoa-xa-hoi"),
    Case(name: "ăâêôơư", folded: "aaeoou"),
    Case(name: "ỵỹỷỳý", folded: "yyyyy"),
    Case(name: "１２", folded: ""),
    Case(name: "…", folded: ""),
    Case(name: "", folded: ""),
    Case(name: "a中b", folded: "a-b"),
  ]

  @Test(arguments: cases)
  func `a name folds to small letters, digits and single hyphens`(_ example: Case) {
    #expect(foldedName(example.name) == example.folded)
  }

  @Test func `folding twice is folding once, and leaves nothing else, for every scalar`() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = foldedName("a\(scalar)b")
      let isClean =
        folded.utf8.allSatisfy { byte in
          byte == 0x2D || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
        } && folded.hasPrefix("a") && folded.hasSuffix("b") && foldedName(folded) == folded
      if !isClean { Issue.record("U+\(String(value, radix: 16)) gives “\(folded)”") }
    }
  }
}
