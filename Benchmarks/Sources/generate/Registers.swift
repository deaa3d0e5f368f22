import Foundation

/// The settings and registers of a workspace.
enum Registers {
  static func code(ofWard ward: Int) -> String { String(format: "%05d", ward + 1) }

  /// Two syllables, no two wards the same.
  static func name(ofWard ward: Int) -> Word {
    let count = Words.syllables.count
    let (first, second) = (Words.syllables[ward % count], Words.syllables[ward / count])
    return Word(String(decoding: first.plain + [0x20] + second.plain, as: UTF8.self))
  }

  static func write(to inputs: String, wards: Int) throws {
    try FileManager.default.createDirectory(
      atPath: "\(inputs)/registers", withIntermediateDirectories: true)
    try text(
      "title: \"Mô hình “Dân vận khéo”\"\nperiod:\n  from: 2020\n  to: 2024\n",
      to: "\(inputs)/kheo.yml")
    var lines = ["code,name,kind,valid_from,valid_to,aliases"]
    for ward in 0..<wards {
      let name = String(decoding: name(ofWard: ward).plain, as: UTF8.self)
      lines.append("\(code(ofWard: ward)),\(name),\(ward % 3 == 0 ? "Phường" : "Xã"),,,")
    }
    try text(lines.joined(separator: "\n") + "\n", to: "\(inputs)/registers/wards.csv")
    lines = ["code,name_vi,name_en,aliases"]
    for (code, name) in zip(Fields.codes, Fields.names) {
      lines.append("\(code),\(String(decoding: name.plain, as: UTF8.self)),\(code),")
    }
    try text(lines.joined(separator: "\n") + "\n", to: "\(inputs)/registers/fields.csv")
    lines = [
      "code,name,aliases", "HPN,Hội Phụ nữ,", "HND,Hội Nông dân,", "DTN,Đoàn Thanh niên,",
      "HCCB,Hội Cựu chiến binh,",
      "MTTQ,Mặt trận Tổ quốc,",
    ]
    try text(lines.joined(separator: "\n") + "\n", to: "\(inputs)/registers/organizations.csv")
  }

  private static func text(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
