import Foundation
import TestSupport

/// The words of generated workspaces, each with its keys of SPEC §5 written down by hand, so that
/// nothing under test is asked for them.
enum Vocabulary {
  static let names = [
    NameKeys(name: "trồng tỏi", loose: "trongtoi"), NameKeys(name: "trồng tói", loose: "trongtoi"),
    NameKeys(name: "trong toi", loose: "trongtoi"), NameKeys(name: "trồngtỏi", loose: "trongtoi"),
    NameKeys(name: "quỹ khuyến học", loose: "quikhuienhoc"),
    NameKeys(name: "quĩ khuyến học", loose: "quikhuienhoc"),
    NameKeys(name: "hoà giải ở cơ sở", loose: "hoagiaiocoso"),
    NameKeys(name: "khoẻ để xây dựng 5 có", loose: "khoedexaidung5co"),
    NameKeys(name: "thuỷ lợi", loose: "thuiloi"), NameKeys(name: "nuôi dê", loose: "nuoide"),
    NameKeys(name: "nuôi đê", loose: "nuoide"),
    NameKeys(name: "quỹ khuyến họcc", loose: "quikhuienhocc"),
    NameKeys(name: "thuỷ lợii", loose: "thuiloii"),
  ]

  /// Loose keys of which a person would say that one is the other with a slip in it.
  static let near = [["quikhuienhoc", "quikhuienhocc"], ["thuiloi", "thuiloii"]]

  /// The same name as another clerk may write it: its key stays.
  static func spelling(of key: String, _ numbers: inout SeededNumbers) -> String {
    var text = key
    if numbers.oneIn(3) { text = text.replacing(toneOnFirstVowel) }
    if numbers.oneIn(4) { text = text.replacingOccurrences(of: " ", with: "\u{A0} ") }
    if numbers.oneIn(8) { text = text.replacingOccurrences(of: " ", with: " - ") }
    let leads = [
      "", "", "Mô hình ", "mô hình: ", "Điển hình ", "Các mô hình Dân vận khéo về ",
      "Mô hình “Dân vận khéo” ", "Những điển hình, mô hình về ",
    ]
    text = numbers.element(of: leads) + text
    switch numbers.below(5) {
    case 0: text = text.uppercased()
    case 1: text = text.capitalized
    default: break
    }
    if numbers.oneIn(5) { text = numbers.element(of: ["1. ", "12) ", "007. "]) + text }
    if numbers.oneIn(5) { text += numbers.element(of: [".", " ”", "!", "  ", "\u{200B}"]) }
    return numbers.oneIn(4) ? text.decomposedStringWithCanonicalMapping : text
  }

  private static let toneOnFirstVowel = [
    "khoẻ": "khỏe", "quỹ": "qũy", "hoà": "hòa", "thuỷ": "thủy",
  ]

  static let hamlets = [
    "3": ["Thôn 3", "xóm 3", "3", "KDC 3", "Tổ dân phố 3", "Khu dân cư  3", "TDP thôn 3"],
    "an lăng": ["An Lăng", "Làng An Lăng", "KDC An Lăng", "khu AN LĂNG"],
    "": ["", "", "", "-"],
  ]

  static let owners: [(OwnerMeaning?, [String])] = [
    (nil, ["", " "]), (.organization(0), ["HPN", "hội phụ nữ", "Hội LHPN"]),
    (.organization(1), ["Đoàn Thanh niên", "dtn", "ĐOÀN TN"]),
    (.other("thpt kinh môn"), ["THPT Kinh Môn", "thpt KINH MÔN", "“THPT Kinh Môn”"]),
    (.other(""), ["-", "…"]),
  ]

  static let statuses: [(isEnded: Bool, text: String)] = [
    (true, "Kết thúc"), (true, "ĐÃ KẾT THÚC"), (true, "dừng"), (true, "Tạm dừng."),
    (true, "không còn"), (false, "đã dừng"), (false, "Duy trì"), (false, ""), (false, ""),
    (false, "không còn vốn"), (false, "-"),
  ]

  static let fieldSpellings = [
    ["KT", "Kinh tế", "kinh TẾ", "Economy"],
    ["VHXH", "Văn hóa - xã hội", "Văn hoá, xã hội", "VH-XH"],
  ]

  static let wards = [
    TypedWard(
      code: "01", name: "An Lưu", kind: "Phường",
      spellings: ["01", "An Lưu", "phường an lưu", "P. An Lưu"],
      stems: ["an-luu", "01", "Phường An Lưu"]),
    TypedWard(
      code: "02", name: "Lạc Long", kind: "Xã", to: 20_210_630,
      spellings: ["02", "Lạc Long", "XÃ LẠC LONG"], stems: ["lac-long", "xa_lac_long", "02"]),
    TypedWard(
      code: "03", name: "Hiệp Hòa", kind: "Xã", from: 20_210_701,
      spellings: ["Hiệp Hòa", "Hiệp Hoà", "xã hiệp hòa"], stems: ["hiep-hoa", "XA-HIEP-HOA"]),
    TypedWard(
      code: "VP", name: "Văn phòng", kind: "", spellings: ["VP", "Văn phòng"],
      stems: ["vp", "van-phong"]),
  ]

  static let organizationStems = [["hoi-phu-nu", "hpn"], ["doan-thanh-nien", "doan-tn"]]
}

extension String {
  fileprivate func replacing(_ table: [String: String]) -> String {
    table.reduce(self) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
  }
}
