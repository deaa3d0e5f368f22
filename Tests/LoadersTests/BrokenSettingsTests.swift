import Domain
import Loaders
import TestSupport
import Testing

/// Every error in `kheo.yml` names its line, and the nearest word that is known (SPEC §2, §10).
struct BrokenSettingsTests {
  private static func at(
    _ line: Int?, _ text: String, _ vietnamese: String, _ english: String
  ) -> Breakage {
    let place = line.map { "kheo.yml:\($0)" } ?? "kheo.yml"
    return Breakage(
      name: text, text: text, vietnamese: "\(place): lỗi: \(vietnamese)",
      english: "\(place): error: \(english)")
  }

  private static let period = RegisterFolder.settings

  static let cases = [
    at(
      2, period + "titel: x\n", "không có khóa nào là “titel”; có phải “title”?",
      "there is no key “titel”; did you mean “title”?"),
    at(
      2, period + "control_total: {total: 1}\n",
      "không có khóa nào là “control_total”; có phải “control_totals”?",
      "there is no key “control_total”; did you mean “control_totals”?"),
    at(
      3, period + "columns:\n  nam: x\n", "không có cột nào là “nam”; có phải “name”?",
      "there is no column “nam”; did you mean “name”?"),
    at(
      4, period + "require:\n  - kind\n  - yeer\n", "không có cột nào là “yeer”; có phải “year”?",
      "there is no column “yeer”; did you mean “year”?"),
    at(
      2, period + "require: quaterr\n", "không có cột nào là “quaterr”; có phải “quarter”?",
      "there is no column “quaterr”; did you mean “quarter”?"),
    at(
      3, period + "control_totals:\n  VHX: 3\n",
      "không có lĩnh vực nào là “VHX”; có phải “VHXH”?",
      "there is no field “VHX”; did you mean “VHXH”?"),
    at(
      4, period + "control_totals:\n  KT: 3\n  totl: 3\n",
      "không có lĩnh vực nào là “totl”; có phải “total”?",
      "there is no field “totl”; did you mean “total”?"),
    at(
      3, period + "encoding:\n  An Lưu: tcvn\n",
      "không có bảng mã nào là “tcvn”; có phải “tcvn3”?",
      "there is no encoding “tcvn”; did you mean “tcvn3”?"),
    at(
      3, period + "encoding:\n  An Ly: vni-windows\n",
      "không có đơn vị hoặc tổ chức nào là “An Ly”; có phải “An Lưu”?",
      "there is no ward or organization “An Ly”; did you mean “An Lưu”?"),
    at(
      4, period + "encoding:\n  an-luu: vni-windows\n  \"01\": viscii\n",
      "“01” đã có bảng mã ở dòng trên; hãy bỏ một trong hai dòng",
      "“01” has an encoding on a line above already; remove one of the two lines"),
    at(
      2, period + "encoding: tcvn3\n", "“encoding” phải gồm các dòng “khóa: giá trị”",
      "“encoding” must consist of “key: value” pairs"),
    at(
      2, period + "language: eng\n", "không có ngôn ngữ nào là “eng”; hãy ghi vi hoặc en",
      "there is no language “eng”; write vi or en"),
    at(
      1, "period: {from: 2020, till: 2024}\n", "không có khóa nào là “till”; có phải “to”?",
      "there is no key “till”; did you mean “to”?"),
    at(
      nil, "title: x\n", "thiếu “period”; hãy thêm period: {from: 2020, to: 2024}",
      "“period” is missing; add period: {from: 2020, to: 2024}"),
    at(
      1, "", "tệp trống; ít nhất phải có period: {from: 2020, to: 2024}",
      "the file is empty; it must hold at least period: {from: 2020, to: 2024}"),
    at(
      1, "# nothing\n", "tệp trống; ít nhất phải có period: {from: 2020, to: 2024}",
      "the file is empty; it must hold at least period: {from: 2020, to: 2024}"),
    at(
      2, "title: x\nperiod: {from: 2020}\n",
      "“period” cần cả from và to, như {from: 2020, to: 2024}",
      "“period” needs both from and to, as in {from: 2020, to: 2024}"),
    at(
      3, "period:\n  from: 2020\n  to: 20x4\n", "“to” phải là năm bốn chữ số, như 2020",
      "“to” must be a year of four digits, such as 2020"),
    at(
      2, "period:\n  from: 2020-Q1\n  to: 2024\n", "“from” phải là năm bốn chữ số, như 2020",
      "“from” must be a year of four digits, such as 2020"),
    at(
      1, "period: {from: 2024, to: 2020}\n",
      "“from” phải không sau “to”, và giai đoạn không quá 100 năm",
      "“from” must not be after “to”, and the period at most 100 years"),
    at(
      1, "period: {from: 1900, to: 2000}\n",
      "“from” phải không sau “to”, và giai đoạn không quá 100 năm",
      "“from” must not be after “to”, and the period at most 100 years"),
    at(
      1, "period: 2024\n", "“period” phải gồm các dòng “khóa: giá trị”",
      "“period” must consist of “key: value” pairs"),
    at(
      1, "- period\n", "“kheo.yml” phải gồm các dòng “khóa: giá trị”",
      "“kheo.yml” must consist of “key: value” pairs"),
    at(
      2, period + "title: [a, b]\n",
      "“title” phải là một giá trị chữ hoặc số, không phải danh sách",
      "“title” must be one text or number, not a list"),
    at(
      2, period + "require: {a: b}\n",
      "“require” phải là một giá trị chữ hoặc số, không phải danh sách",
      "“require” must be one text or number, not a list"),
    at(
      3, period + "columns:\n  name: [[a]]\n", "“name” phải là danh sách các chữ",
      "“name” must be a list of texts"),
    at(
      3, period + "control_totals:\n  through: 2024Q3\n",
      "“through” phải là một kỳ, như 2024-Q3 hoặc 2024",
      "“through” must be a period, such as 2024-Q3 or 2024"),
    at(
      3, period + "control_totals:\n  total: -1\n", "“total” phải là số nguyên không âm",
      "“total” must be a whole number, not negative"),
    at(
      3, period + "control_totals:\n  KT: 1,5\n", "“KT” phải là số nguyên không âm",
      "“KT” must be a whole number, not negative"),
    at(
      4, period + "columns:\n  name: Nội dung\n  note: [x, NỘI  DUNG]\n",
      "“NỘI  DUNG” được gán cho cả hai cột name và note; hãy bỏ một",
      "“NỘI  DUNG” is given to both columns, name and note; remove one"),
    at(
      3, period + "columns:\n  name: …\n",
      "tên cột trống; hãy ghi tên như trong tệp của đơn vị",
      "a heading is blank; write it as the wards do"),
    // Of a key given twice both lines are named.
    at(
      4, period + "title: a\noffice: x\ntitle: b\n",
      "khóa “title” đã có ở dòng 2; hãy bỏ một trong hai dòng",
      "the key “title” is on line 2 already; remove one of the two lines"),
    at(
      3, "period:\n  from: 2020\n  from: 2021\n  to: 2024\n",
      "khóa “from” đã có ở dòng 2; hãy bỏ một trong hai dòng",
      "the key “from” is on line 2 already; remove one of the two lines"),
    at(
      4, period + "control_totals:\n  KT: 3\n  \"KT\": 4\n",
      "khóa “KT” đã có ở dòng 3; hãy bỏ một trong hai dòng",
      "the key “KT” is on line 3 already; remove one of the two lines"),
    // All scalars are text: bare `no` and quoted `no` are one key, though YAML 1.1 sees a truth value.
    at(
      4, period + "columns:\n  no: Số\n  \"no\": Số thứ tự\n",
      "khóa “no” đã có ở dòng 3; hãy bỏ một trong hai dòng",
      "the key “no” is on line 3 already; remove one of the two lines"),
    // Another key that begins with it is none.
    at(
      5, period + "columns:\n  no: Số\n  note: Ghi chú\n  \"no\" : TT\n",
      "khóa “no” đã có ở dòng 3; hãy bỏ một trong hai dòng",
      "the key “no” is on line 3 already; remove one of the two lines"),
  ]

  @Test(arguments: cases)
  func `an error in the settings is told whole`(_ breakage: Breakage) throws {
    var folder = RegisterFolder()
    folder.settings = breakage.text
    try breakage.expectMessages { _ = try folder.loadSettings() }
  }

  @Test func `a YAML error is told with its line`() throws {
    for (text, line) in [("title: \"x\n", 2), ("title: x\n\tarea: y\n", 2), ("a: b: c\n", 1)] {
      var folder = RegisterFolder()
      folder.settings = text
      let error = try #require(throws: LoadError.self) { try folder.loadSettings() }
      let message = error.message(in: .english)
      #expect(
        message.hasPrefix("kheo.yml:\(line): error: the YAML cannot be read; check "), "\(message)")
      #expect(
        message.contains("check indentation (spaces, no tabs), colons and quotes ("), "\(message)")
    }
  }

  @Test func `settings in an old encoding are told with its name`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      OldEncoding.tcvn3.encoded("title: Báo cáo dân vận khéo\noffice: Thị ủy Kinh Môn\n"),
      to: "kheo.yml")
    let error = try #require(throws: LoadError.self) {
      try SettingsLoader.load(inputs: folder.path, fields: [], submitters: SubmitterTable())
    }
    #expect(
      error.message(in: .vietnamese)
        == "kheo.yml: lỗi: có byte không phải UTF-8 (có lẽ là TCVN3 (ABC, phông .VnTime)); hãy lưu "
        + "lại tệp dạng UTF-8")
    #expect(
      error.message(in: .english)
        == "kheo.yml: error: there are bytes that are not UTF-8 (probably TCVN3 (ABC, .VnTime "
        + "fonts)); save the file as UTF-8")
  }

  @Test func `bytes that are no UTF-8 are told`() throws {
    let folder = try TemporaryFolder()
    try folder.write([0x61, 0xFF], to: "kheo.yml")
    let error = try #require(throws: LoadError.self) {
      try SettingsLoader.load(inputs: folder.path, fields: [], submitters: SubmitterTable())
    }
    #expect(
      error.message(in: .english)
        == "kheo.yml: error: there are bytes that are not UTF-8; save the file as UTF-8")
  }

  @Test(arguments: [
    "- ", "-  ", "-\t", "? ", "?  ", "- ? ", "[", "{", "[[ ", "{a: ", "a: [", "&a [", "!!seq [",
  ])
  func `settings nested without end are told, not followed`(_ piece: String) async {
    await #expect(processExitsWith: .success) { [piece = piece as String] in
      var folder = RegisterFolder()
      folder.settings = String(repeating: piece, count: 60_000 / piece.utf8.count) + "x\n"
      let loaded = try? folder.loadSettings()
      #expect(loaded == nil)
    }
  }

  @Test func `random settings are read or told, and never trap`() throws {
    let pieces = [
      "period", "from", "to", "2020", "2024", ": ", ": ", "\n", "\n  ", "{", "}", "[", "]", ", ",
      "columns", "name", "control_totals", "total", "KT", "- ", "&a ", "*a", "!!int ", "\"", "'",
      "|",
      ">-", "#", "---\n", "...\n", "%YAML 1.1\n", "<<", "? ", "\t", "no", "~", "\u{0}", "“",
    ]
    var dice = Dice(seed: 12)
    var folder = RegisterFolder()
    for _ in 0..<500 {
      folder.settings =
        (dice.roll(1) == 0 ? RegisterFolder.settings : "")
        + (0...dice.roll(20)).map { _ in dice.pick(pieces) }.joined()
      do {
        #expect(try !folder.loadSettings().years.isEmpty)
      } catch let error as LoadError {
        #expect(error.message(in: .english).hasPrefix("kheo.yml"))
      }
    }
  }
}
