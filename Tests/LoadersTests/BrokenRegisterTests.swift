import Domain
import Loaders
import TestSupport
import Testing

/// Every way in which a register is broken stops the run, with file, line, and what to do (§2).
struct BrokenRegisterTests {
  private static let row = "01,An Lưu,Phường,,,\n"

  private static func ward(
    _ name: String, _ text: String, line: Int, _ vietnamese: String, _ english: String
  ) -> Breakage {
    Breakage(
      name: name, text: text, vietnamese: "registers/wards.csv:\(line): lỗi: \(vietnamese)",
      english: "registers/wards.csv:\(line): error: \(english)")
  }

  static let wards =
    ["code", "name", "kind"].map { column in
      ward(
        "the column \(column) is missing",
        "\n" + ["code", "name", "kind"].filter { $0 != column }.joined(separator: ",")
          + ",aliases\n",
        line: 2, "thiếu cột “\(column)”; hãy thêm cột này vào dòng tiêu đề",
        "the column “\(column)” is missing; add it to the header")
    } + [
      ward(
        "a heading twice", "code,name,kind,Name\n", line: 1,
        "cột “name” có hai lần; hãy bỏ một cột",
        "the column “name” is there twice; remove one of them"),
      ward(
        "a blank code", RegisterFolder.wards + ",An Lưu,Phường,,,\n", line: 2,
        "mã “” trống hoặc có ký tự lạ; chỉ dùng A–Z a–z 0–9 _ -",
        "the code “” is blank or holds other characters; use A–Z a–z 0–9 _ - only"),
      ward(
        "a code with other letters", RegisterFolder.wards + "Đ1,An Lưu,Phường,,,\n", line: 2,
        "mã “Đ1” trống hoặc có ký tự lạ; chỉ dùng A–Z a–z 0–9 _ -",
        "the code “Đ1” is blank or holds other characters; use A–Z a–z 0–9 _ - only"),
      ward(
        "a code with a space", RegisterFolder.wards + "1 2,An Lưu,Phường,,,\n", line: 2,
        "mã “1 2” trống hoặc có ký tự lạ; chỉ dùng A–Z a–z 0–9 _ -",
        "the code “1 2” is blank or holds other characters; use A–Z a–z 0–9 _ - only"),
      ward(
        "a code twice", RegisterFolder.wards + row + "\n01,Hòa Bình,Xã,,,\n", line: 4,
        "mã “01” đã có ở dòng 2; mỗi mã chỉ dùng một lần",
        "the code “01” is on line 2 already; use each code once"),
      ward(
        "a blank name", RegisterFolder.wards + row + "02, ,Xã,,,\n", line: 3,
        "cột “name” để trống; hãy ghi tên", "the column “name” is blank; write the name"),
      ward(
        "too few cells", RegisterFolder.wards + "01,An Lưu,Phường\n", line: 2,
        "dòng có 3 ô nhưng tiêu đề có 6; hãy kiểm tra dấu phân cách và dấu ngoặc kép",
        "the record has 3 cells but the header has 6; check delimiters and quotes"),
      ward(
        "too many cells", RegisterFolder.wards + "01,An Lưu,Phường,,,,x\n", line: 2,
        "dòng có 7 ô nhưng tiêu đề có 6; hãy kiểm tra dấu phân cách và dấu ngoặc kép",
        "the record has 7 cells but the header has 6; check delimiters and quotes"),
      ward(
        "a stray quote", RegisterFolder.wards + "01,An \"Lưu\",Phường,,,\n", line: 2,
        "dấu ngoặc kép sai chỗ hoặc không đóng; hãy sửa lại ô này",
        "a quotation mark is misplaced or never closed; mend the cell"),
      ward(
        "an unclosed quote", RegisterFolder.wards + "01,\"An Lưu,Phường,,,\n", line: 2,
        "dấu ngoặc kép sai chỗ hoặc không đóng; hãy sửa lại ô này",
        "a quotation mark is misplaced or never closed; mend the cell"),
      ward(
        "one match key twice", RegisterFolder.wards + row + "02,AN  LƯU,Xã,,,\n", line: 3,
        "“AN  LƯU” trùng với tên, mã hoặc tên khác ở dòng 2; hãy sửa một trong hai",
        "“AN  LƯU” is also a name, code or alias of line 2; change one of the two"),
      ward(
        "an alias that is another's kind and name",
        RegisterFolder.wards + row + "02,Hòa Bình,Xã,,,Phường An Lưu\n", line: 3,
        "“Phường An Lưu” trùng với tên, mã hoặc tên khác ở dòng 2; hãy sửa một trong hai",
        "“Phường An Lưu” is also a name, code or alias of line 2; change one of the two"),
      ward(
        "one folded form for two", RegisterFolder.wards + row + "02,Ấn Lửu,Xã,,,\n", line: 3,
        "“Ấn Lửu” thành tên tệp “an-luu”, mà một đơn vị hoặc tổ chức khác cũng dùng; hãy sửa tên khác (aliases)",
        "“Ấn Lửu” becomes the file name “an-luu”, which another ward or organization has, too; "
          + "change the alias"),
    ]
    + ["2019-11-31", "01/11/2019", "2019-1-1", "2019-13-01", "19-01-01", "２０１９-11-01", "x"].map {
      ward(
        "the day \($0)", RegisterFolder.wards + "01,An Lưu,Phường,\($0),,\n", line: 2,
        "“valid_from” ghi “\($0)”, không phải ngày; hãy ghi dạng 2019-11-01 hoặc để trống",
        "“valid_from” says “\($0)”, which is no day; write it as 2019-11-01 or leave it blank")
    } + [
      ward(
        "a last day", RegisterFolder.wards + "01,An Lưu,Phường,,2023-02-29,\n", line: 2,
        "“valid_to” ghi “2023-02-29”, không phải ngày; hãy ghi dạng 2019-11-01 hoặc để trống",
        "“valid_to” says “2023-02-29”, which is no day; write it as 2019-11-01 or leave it blank")
    ]

  @Test(arguments: wards)
  func `a broken register of wards is told whole`(_ breakage: Breakage) throws {
    var folder = RegisterFolder()
    folder.wards = breakage.text
    try breakage.expectMessages { _ = try folder.load() }
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}", "sep=;\n"])
  func `a register without a header is told without a line`(_ text: String) throws {
    var folder = RegisterFolder()
    folder.fields = text
    try Breakage(
      name: "", text: text,
      vietnamese:
        "registers/fields.csv: lỗi: không có dòng tiêu đề; dòng đầu phải có các cột code, name_vi",
      english:
        "registers/fields.csv: error: there is no header; the first line must hold the columns "
        + "code, name_vi"
    ).expectMessages { _ = try folder.load() }
  }

  @Test func `bytes that are no UTF-8 are told on their line`() throws {
    let folder = RegisterFolder()
    _ = try folder.load()
    let written = try folder.folder.get()
    try written.write(
      Array("code,name_vi\nKT,Kinh t".utf8) + [0xEA, 0x0A], to: "registers/fields.csv")
    try Breakage(
      name: "", text: "",
      vietnamese:
        "registers/fields.csv:2: lỗi: có byte không phải UTF-8; hãy lưu lại tệp dạng “CSV UTF-8”",
      english:
        "registers/fields.csv:2: error: there are bytes that are not UTF-8; save the file as “CSV UTF-8”"
    ).expectMessages { _ = try RegisterLoader.load(inputs: written.path) }
  }

  @Test func `a field without a Vietnamese name, and one without its column, are told`() throws {
    var folder = RegisterFolder()
    folder.fields = "code,name_vi,name_en\nKT,,Economy\n"
    try Breakage(
      name: "", text: "",
      vietnamese: "registers/fields.csv:2: lỗi: cột “name_vi” để trống; hãy ghi tên",
      english: "registers/fields.csv:2: error: the column “name_vi” is blank; write the name"
    ).expectMessages { _ = try folder.load() }
    folder.fields = "code,name\nKT,Kinh tế\n"
    try Breakage(
      name: "", text: "",
      vietnamese:
        "registers/fields.csv:1: lỗi: thiếu cột “name_vi”; hãy thêm cột này vào dòng tiêu đề",
      english:
        "registers/fields.csv:1: error: the column “name_vi” is missing; add it to the header"
    ).expectMessages { _ = try folder.load() }
  }

  @Test func `an organization with the folded form of a ward is told in its own register`() throws {
    var folder = RegisterFolder()
    folder.organizations = RegisterFolder.organizations + "AL,Hội,an-luu\n"
    try Breakage(
      name: "", text: "",
      vietnamese:
        "registers/organizations.csv:2: lỗi: “an-luu” thành tên tệp “an-luu”, mà một đơn vị hoặc tổ chức khác cũng dùng; hãy sửa tên khác (aliases)",
      english:
        "registers/organizations.csv:2: error: “an-luu” becomes the file name “an-luu”, which "
        + "another ward or organization has, too; change the alias"
    ).expectMessages { _ = try folder.load() }
  }

  @Test func `a register in an old encoding is told with its name, and not guessed`() throws {
    let rows = "code,name,kind\n01,Quang Thành,Xã\n02,Bạch Đằng,Phường\n03,Thượng Quận,Phường\n"
    let folder = try TemporaryFolder()
    for (bytes, vietnamese, english) in [
      (
        OldEncoding.vniWindows.encoded(rows), "VNI-Windows (phông VNI-Times)",
        "VNI-Windows (VNI-Times fonts)"
      ),
      (
        misread(Array(rows.utf8)), "UTF-8 từng bị đọc nhầm là windows-1252",
        "UTF-8 once misread as windows-1252"
      ),
    ] {
      try folder.write(bytes, to: "registers/wards.csv")
      let error = try #require(throws: LoadError.self) {
        try RegisterLoader.load(inputs: folder.path)
      }
      #expect(
        error.message(in: .vietnamese)
          == "registers/wards.csv: lỗi: không phải UTF-8, có lẽ là \(vietnamese); hãy chuyển sang phông "
          + "Unicode rồi lưu lại tệp dạng “CSV UTF-8”")
      #expect(
        error.message(in: .english)
          == "registers/wards.csv: error: not UTF-8, but probably \(english); change the file to a "
          + "Unicode font and save it as “CSV UTF-8”")
    }
  }

  @Test func `a register that is not there is told with its path`() throws {
    let folder = try TemporaryFolder()
    let error = try #require(throws: LoadError.self) {
      try RegisterLoader.load(inputs: folder.path)
    }
    #expect(
      error.message(in: .vietnamese)
        == "\(folder.path)/registers/wards.csv: không tìm thấy; hãy kiểm tra đường dẫn hoặc --inputs"
    )
    #expect(
      error.message(in: .english)
        == "\(folder.path)/registers/wards.csv: not found; check the path or --inputs"
    )
  }

  @Test func `random registers are read or told, and never trap`() throws {
    let pieces = [
      "code", "name", "kind", "name_vi", "valid_from", "aliases", ",", ",", ";", "\n", "\n", "\r\n",
      "\"", "01", "An Lưu", "Xã", "|", "2019-11-01", "2019-11-31", " ", "sep=;\n", "\u{FEFF}",
    ]
    var dice = Dice(seed: 11)
    var folder = RegisterFolder()
    for _ in 0..<300 {
      folder.wards =
        (dice.roll(1) == 0 ? RegisterFolder.wards : "")
        + (0...dice.roll(30)).map { _ in dice.pick(pieces) }.joined()
      do {
        let loaded = try folder.load()
        #expect(loaded.registers.wards.allSatisfy { !$0.code.isEmpty && !$0.name.isEmpty })
      } catch let error as LoadError {
        #expect(error.message(in: .english).hasPrefix("registers/wards.csv"))
      }
    }
  }
}
