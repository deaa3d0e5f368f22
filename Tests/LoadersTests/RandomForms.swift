import Domain
import TestSupport
import Vietnamese

/// Forms as offices send them, and as nobody should, made by chance and alike in every run.
///
/// Most rows are plain; what is not stands among them.
struct RandomForms {
  struct Form {
    var text: String
    var submitter: Submitter
    var period: Period?

    var bytes: [UInt8] { Array(text.utf8) }
  }

  /// The columns of forms, in order.
  static let layouts: [[Column]] = [
    [.no, .name, .field, .year, .quantity],
    [.no, .ward, .name, .field, .year, .quantity, .owner],
    [.name, .field, .ward, .hamlet, .owner, .quantity, .year, .quarter, .status, .note],
    [.no, .name, .field, .kind, .hamlet, .owner, .quantity, .year, .note],
    [.no, .name, .year, .quantity],
    [.name, .field, .year],
    [.year, .quarter, .field, .status, .ward, .name],
  ]

  static let submitters: [Submitter] = [
    .ward(0), .ward(0), .ward(0), .ward(1), .organization(0), .unknown,
  ]
  static let periods = [nil, Period(year: 2023), Period(year: 2023, quarter: 2)]

  private var dice: Dice

  init(seed: UInt64) { dice = Dice(seed: seed) }

  // MARK: Forms

  /// A form of some rows, about one in `rarity` of them something else than a plain record.
  mutating func form(rows: Int, rarity: Int) -> Form {
    let layout = dice.pick(RandomForms.layouts)
    let submitter = dice.pick(RandomForms.submitters)
    let delimiter: Unicode.Scalar =
      dice.roll(3) == 0 ? dice.pick([";", "\t", "|"] as [Unicode.Scalar]) : ","
    let tails = dice.pick(RandomForms.tails).map { cells in
      cells.map { "\(delimiter)\($0)" }.joined()
    }
    var lines: [String] = []
    if dice.roll(1) == 0 { lines.append("sep=\(delimiter)") }
    if dice.roll(3) == 0 { lines.append(dice.pick(RandomForms.titles)) }
    lines.append(line(layout.map(\.displayName), delimiter) + tails[0])
    // A second line of the header.
    if tails.count > 2 {
      lines.append(String(repeating: "\(delimiter)", count: layout.count - 1) + tails[2])
    }
    if dice.roll(4) == 0 { lines.append(line(layout.indices.map { "(\($0 + 1))" }, delimiter)) }
    for number in 1...rows {
      if dice.roll(rarity - 1) == 0 {
        lines += otherRows(layout, number, submitter, delimiter).map { $0 + tails[1] }
      } else {
        lines.append(line(plainRow(layout, number, submitter), delimiter) + tails[1])
      }
    }
    let lineEnds = dice.pick(RandomForms.lineEnds)
    var text = dice.roll(7) == 0 ? "\u{FEFF}" : ""
    for (index, line) in lines.enumerated() {
      text += line
      if index < lines.count - 1 || dice.roll(3) > 0 { text += dice.pick(lineEnds) }
    }
    return Form(text: text, submitter: submitter, period: dice.pick(RandomForms.periods))
  }

  /// A record without fault, but for a cell in some hundred.
  private mutating func plainRow(
    _ layout: [Column], _ number: Int, _ submitter: Submitter
  ) -> [String] {
    var cells: [String] = []
    for column in layout {
      cells.append(
        dice.roll(99) == 0
          ? dice.pick(RandomForms.oddCells) : plainCell(column, number, submitter))
    }
    return cells
  }

  /// A cell without fault.
  mutating func plainCell(_ column: Column, _ number: Int, _ submitter: Submitter) -> String {
    switch column {
    case .no: return dice.roll(7) == 0 ? "\(number)\(dice.pick([".", ")", "/"]))" : "\(number)"
    case .name: return changed(dice.pick(RandomForms.names))
    case .field: return changed(dice.pick(["KT", "KT", "Kinh tế", "VH-XH", "Văn hóa - xã hội"]))
    case .ward:
      return submitter == .ward(1) ? "Hòa Bình" : dice.pick(["An Lưu", "01", "Phường An Lưu"])
    case .year:
      return dice.pick(submitter == .ward(1) ? ["2021", "2022", "Năm 2022"] : RandomForms.years)
    case .quarter: return dice.pick(["", "", "1", "II", "Q1", "quý 2"])
    case .quantity: return dice.pick(["", "1", "1", "2", "10", "1.000"])
    case .owner:
      return changed(
        dice.pick(["", "Hội Phụ nữ", "HPN", "Công an phường", "Trường A", "trường a"]))
    case .hamlet: return changed(dice.pick(["", "Thôn Đông", "KDC Lưu Hạ, Lưu Thượng", "xóm 1"]))
    case .status: return dice.pick(["", "duy trì", "Đã kết thúc", "DỪNG", "tạm dừng."])
    default: return dice.pick(["", "x", "Mới ra mắt", "Nhân dân hưởng ứng, tham gia đông đủ"])
    }
  }

  /// A text as it is, or in capitals, or in NFD.
  private mutating func changed(_ text: String) -> String {
    switch dice.roll(23) {
    case 0: text.uppercased()
    case 1: String(String.UnicodeScalarView(text.decomposedScalars))
    default: text
    }
  }

  // MARK: Rows of another kind

  private mutating func otherRows(
    _ layout: [Column], _ number: Int, _ submitter: Submitter, _ delimiter: Unicode.Scalar
  ) -> [String] {
    var row = plainRow(layout, number, submitter)
    switch dice.roll(11) {
    case 0:
      let (place, label) = (dice.pick([Column.no, .name]), dice.pick(RandomForms.totals))
      let declared = "\(dice.roll(30))"
      let cells = RandomForms.sparse(layout, [place: label, .quantity: declared])
      return [line(cells, delimiter)]
    case 1:
      let (number, label) = (dice.pick(RandomForms.numbers), dice.pick(RandomForms.sections))
      let declared = dice.pick(["", "", "2"])
      let cells = RandomForms.sparse(
        layout, [.no: number, .name: label, .quantity: declared])
      return [line(cells, delimiter)]
    case 2:
      let footer = dice.pick(RandomForms.footers)
      return [line(RandomForms.sparse(layout, [.name: footer]), delimiter)]
    case 3:
      let start = dice.pick(["Trong đó:", "TRONG ĐÓ", "Trong đó mới"])
      let head = line(RandomForms.sparse(layout, [.name: start]), delimiter)
      let part = RandomForms.sparse(
        layout, [.no: "-", .name: "Kinh tế", .field: "KT", .quantity: "2"])
      return [head, line(part, delimiter)]
    case 4:
      return [dice.pick(["", " ", String(repeating: "\(delimiter)", count: layout.count - 1)])]
    case 5:
      let further = dice.pick(["", "x"])
      let shorter = line(Array(row.dropLast()), delimiter)
      return [shorter, line(row + [further], delimiter)]
    case 6:
      return [dice.pick(RandomForms.garbage)]
    case 7:
      // One of a group, beneath the row before.
      for (index, column) in layout.enumerated() {
        if column == .no { row[index] = dice.pick(["", "1.1", "a)", "-", "+"]) }
        if column == .ward || column == .owner { row[index] = dice.pick(["", "", row[index]]) }
      }
      return [line(row, delimiter)]
    default:
      let index = dice.roll(layout.count - 1)
      row[index] = dice.pick(RandomForms.oddCells)
      return [line(row, delimiter)]
    }
  }

  private static func sparse(_ layout: [Column], _ cells: [Column: String]) -> [String] {
    layout.map { cells[$0] ?? "" }
  }

  // MARK: Cells as they are written

  /// A record as it is written, now and then without the quotes that it needs.
  private mutating func line(_ cells: [String], _ delimiter: Unicode.Scalar) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { text.unicodeScalars.append(delimiter) }
      let chance = dice.roll(59)
      let isQuoted = chance > 0 && (chance < 4 || RandomForms.needsQuotes(cell, delimiter))
      text += isQuoted ? RandomForms.quoted(cell) : cell
    }
    return text
  }

  static func needsQuotes(_ cell: String, _ delimiter: Unicode.Scalar) -> Bool {
    cell.unicodeScalars.contains { $0 == delimiter || $0 == "\"" || $0 == "\n" || $0 == "\r" }
  }

  static func quoted(_ cell: String) -> String {
    var text = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { text.unicodeScalars.append(scalar) }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }

  // MARK: Changes

  /// The bytes of a text after some slips of the hand.
  mutating func mutated(_ text: String) -> [UInt8] {
    var scalars = Array(text.unicodeScalars)
    for _ in 0...dice.roll(3) {
      let place = dice.roll(scalars.count)
      let end = min(scalars.count, place + 1 + dice.roll(15))
      switch dice.roll(6) {
      case 0 where place < scalars.count: scalars[place] = dice.pick(RandomForms.nastyScalars)
      case 1 where place < scalars.count: scalars.remove(at: place)
      case 2: scalars.insert(dice.pick(RandomForms.nastyScalars), at: place)
      case 3: scalars.insert(contentsOf: dice.pick(RandomForms.oddCells).unicodeScalars, at: place)
      case 4: scalars.insert(contentsOf: Array(scalars[place..<end]), at: place)
      case 5: scalars.removeSubrange(place..<end)
      default: scalars.insert("\"", at: place)
      }
    }
    var bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
    if dice.roll(9) == 0, !bytes.isEmpty {
      bytes[dice.roll(bytes.count - 1)] = UInt8(dice.roll(255))
    }
    return bytes
  }

  // MARK: What they are made of

  /// Cells behind those of the header, of every other row, and of the second line of a header.
  private static let tails: [[[String]]] =
    [[[String]]](repeating: [[], []], count: 9) + [
      [[""], [""]],
      [["Số người hưởng lợi", ""], ["10", "4"]],
      [["Số người hưởng lợi", ""], ["10", "4"], ["Tổng số", "Nữ"]],
    ]

  static let lineEnds = [["\n"], ["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]]

  private static let titles = [
    "UBND PHƯỜNG AN LƯU", "BÁO CÁO \"Dân vận khéo\" năm 2023", "\"Kết quả,\nnăm 2023\"", "",
  ]

  private static let names = [
    "Trồng hoa", "Trồng hoa ven đường, sạch ngõ", "Mô hình “Thắp sáng đường quê”", "Nuôi ong",
    "Tổ tự quản số 1", "Tổ liên gia an toàn PCCC", "Cựu chiến binh gương mẫu", "Chợ văn minh",
    "Các mô hình về điểm chữa cháy công cộng", "Công tác hòa giải", "1. Trồng hoa", "II. Nuôi ong",
    "Thủy lợi nội đồng", "5 không, 3 sạch", "Trong xóm có hoa", "Tổng vệ sinh đường làng",
    "Cộng đồng tự quản", "Đường hoa – nhà sạch", "Camera an ninh",
  ]

  private static let years = [
    "2020", "2022", "2023", "2023", "Năm 2023", "2023-Q1", "Q2/2023", "Quý I/2023", "8/2022",
    "tháng 8 năm 2022", "15/08/2022", "2022-08-15",
  ]

  private static let totals = [
    "Tổng cộng", "TỔNG CỘNG", "Cộng", "Tổng", "Tổng số", "Cộng mục II", "Tổng cộng (I + II)",
    "Cộng lĩnh vực kinh tế",
  ]

  private static let numbers = ["", "I", "II", "A", "1", "2.", "(3)", "1.1"]

  private static let sections = [
    "Lĩnh vực kinh tế", "Kinh tế", "VĂN HÓA - XÃ HỘI", "Lĩnh vực môi trường", "Phường An Lưu",
    "Xã Hòa Bình", "Hội Phụ nữ", "Khối khác", "III. Kinh tế",
  ]

  private static let footers = [
    "Người lập biểu", "Kinh Môn, ngày 15 tháng 8 năm 2023", "TM. KHỐI DÂN VẬN", "Trồng cây",
  ]

  private static let garbage = [
    "\"", "a\"b", "\"chưa đóng", "\"a\"b,c", "\"\"\"", ",\"x\n\"", "Tổng", "\u{FEFF}", "\0", "1",
    ",,,,,,,,,,,,,,,,", "Trong đó", "\"Trong đó\"", "I,Kinh tế", "sep=;", "\u{A0},\u{200B}",
  ]

  static let nastyScalars: [Unicode.Scalar] = [
    "\"", "\"", ",", ",", ";", "\n", "\r", "\t", " ", "\u{A0}", "\u{AD}", "\u{200B}", "\u{2003}",
    "\u{FEFF}", "\u{300}", "\u{301}", "\u{302}", "\u{309}", "\u{323}", "\0", "\u{1F}", "-", "/",
    "+",
    "?", "#", "'", "(", ")", ".", "0", "1", "9", "T", "t", "C", "c", "ổ", "ộ", "o", "n", "g", "N",
    "é", "ä", "Ð", "ı", "\u{FFFD}", "а", "–", "“", "中", "👍",
  ]

  /// Cells that some rule or form has a word on, or nearly.
  static let oddCells: [String] = [
    blanks, numberCells, yearCells, labels, fields, texts, rowNumbers,
  ].flatMap { $0 }

  private static let blanks = [
    "", " ", "\u{A0}", "\u{200B}", "\u{3000}\u{FEFF}", "-", "…", "?", "“”", "\n", "\t", "\0",
    "\u{301}",
  ]

  private static let numberCells = [
    "0", "1.0000", "1,000", "1 000", "1\u{A0}000", "1\u{202F}000", "1.000.000", "1000001", "01",
    "99999999999999999999", "-1", "+1", "1.5", "１２", "V", "IV", "quý 3", "Quý  III", "Q5", "q2",
    "qúy 2", "2 ", "1E+05", "#REF!", "'01",
  ]

  private static let yearCells = [
    "1999", "2025", "2024-Q4", "2O23", "20-24", "Năm  2023", "năm2023", "Quý  III/2023", "2023-Q4",
    "Quý IV năm 2022", "31/02/2023", "1/1/2023", "2023-8-5", "12-Jun", "Jun-23", "2-thg 6",
    "13/2023",
    "2023.", "23",
  ]

  private static let labels = [
    "Tổng cộng", "TỔNG CỘNG", "tổng", "Cộng", "Tổng số mô hình", "Cộng mục 2", "Tổng vệ sinh",
    "Cộng đồng", "Trong đó", "TRONG ĐÓ:", "Trong đó có ta", "Trongđó", "To\u{302}\u{309}ng cộng",
    "T\u{F4}\u{309}ng", "Tổng co\u{323}\u{302}ng", "Co\u{302}\u{323}ng", "C\u{1ECD}\u{302}ng mục I",
    "Tổ\u{AD}ng cộng", "\u{200B}Tổng cộng", "(Tổng cộng)", "1. Tổng cộng", "“Tổng cộng”",
    "\u{A0}Tổng cộng", "Tổng\u{A0}cộng", "Cộng\u{301}", "Tổn", "Cộ", "T", "c", "Ｔổng cộng",
    "Тổng cộng", "ẗổng", "× Tổng cộng", "\"Tổng cộng\"", "T\"ổng", "Tổng\ncộng", "I", "II. Kinh tế",
    "Người lập biểu", "An Lưu",
  ]

  private static let fields = [
    "Kinh tế ", " Kinh tế", "Kinh tế\u{A0}", "\u{3000}Kinh tế", "Kinh tế\u{200B}", "\u{FEFF}KT",
    "KT\u{2003}", "KT\u{85}", "KT\u{1680}", "\u{1680}KT", "KT\u{2028}", "\t KT", "KT\u{0B}",
    "KT\u{0C}", "KT\u{1F}", "KT\u{7F}", "K\0T", "KINH TẾ", "kinh  tế", "Kinh te\u{302}\u{301}",
    "Kinh tê\u{301}", "kinh tể", "KTX", "×KT", "“KT”", "KT\u{301}", "VHXH", "Hòa Bình", "02",
    "Thị trấn Kinh Môn", "hoà bình", "Lạ",
  ]

  private static let texts = [
    "\"KT\"", "a \"b\" c", "\"", "\"\"", "dòng\nhai", "dòng\r\nhai", "a,b;c\td|e", "M?t", "vì sao?",
    "thế nào? hỏi", "Кинь", "ÃÂ", "Trá»“ng hoa", "Müller", "«khéo»", "30°C", "½ héc-ta", "Ð", "ð",
    "ıt", "Ɖ", "ɑ", "ệ\u{323}", "👍🏽", "A\u{FFFD}", "中", "٣", "Ω", "đã kết thúc", "Ket thuc",
    "Hội LHPN", "hội phụ nữ", "chi hội Hòa", "Chi hội hoà", "TDP số 3", "thôn", "HPN\u{A0}",
    "e-mail", "a/b", "covid-19", "24/7", "5-7", "1/2/3", "mục 2/3", "a'b",
  ]

  private static let rowNumbers = [
    "1", "12.", "12)", "12/", "12..", "1.1", "1.1.", "a)", "A", "(3)", "000001", "1234567", "-",
    "+",
    "*", "1 ", " 1", "\u{A0}1", "1a", "II.",
  ]
}
