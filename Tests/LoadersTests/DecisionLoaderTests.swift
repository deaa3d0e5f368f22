import Domain
import Loaders
import Testing

struct DecisionLoaderTests {
  private static let header = "first,second,decision,reason,who,date,ward\n"

  private func load(_ text: String?) throws -> LoadedDecisions {
    let registers = RegisterFolder()
    let lookup = try registers.load().lookup
    let folder = try registers.folder.get()
    if let text { try folder.write(text.utf8, to: "decisions.csv") }
    return try DecisionLoader.load(inputs: folder.path, lookup: lookup)
  }

  @Test func `without the file there are no decisions`() throws {
    #expect(try load(nil).decisions.isEmpty)
    #expect(try load(nil).sources.isEmpty)
  }

  @Test(arguments: [
    header, "Thứ nhất;Thứ hai;Quyết định;Lý do;Người quyết định;Ngày;Đơn vị\n",
    "\u{FEFF}First\tSECOND\tDecision\tReason\tWho\tDate\tWard\n",
  ])
  func `headings may be Vietnamese, delimiters any`(_ header: String) throws {
    let delimiter = header.first { ",;\t".contains($0) } ?? ","
    let cells = [
      "submissions/2023/an-luu.csv:2", "Nuôi dê", "Giống", "=1+1", "“Ban”", "2024-02-29",
      "an lưu",
    ]
    let loaded = try load(header + cells.joined(separator: String(delimiter)) + "\n\n")
    #expect(
      loaded.decisions == [
        Decision(
          first: .place("submissions/2023/an-luu.csv:2"), second: .name("Nuôi dê"), verdict: .same,
          ward: 0, writtenWard: "an lưu", reason: "=1+1", who: "“Ban”", date: "2024-02-29", line: 2)
      ])
    #expect(loaded.sources.map(\.path) == ["decisions.csv"])
  }

  @Test(arguments: [
    ("same", Decision.Verdict.same), ("TRÙNG", .same), ("giống", .same), ("Khác", .different),
    ("different", .different), ("là một", .same), ("là hai", .different),
  ])
  func `a decision has seven spellings`(_ text: String, _ verdict: Decision.Verdict) throws {
    #expect(
      try load(Self.header + "A,B,\(text),a,b,2024-01-01,01\n").decisions.map(\.verdict)
        == [verdict])
  }

  private static let filled = "first, second, decision, reason, who, date"

  static let broken = [
    Breakage(
      name: "a missing column", text: "first,second,decision,reason,who\n",
      vietnamese: "decisions.csv:1: lỗi: thiếu cột “date”; hãy thêm cột này vào dòng tiêu đề",
      english: "decisions.csv:1: error: the column “date” is missing; add it to the header"),
    Breakage(
      name: "no reason", text: header + "A,B,same,-,b,2024-01-01,01\n",
      vietnamese:
        "decisions.csv:2: lỗi: cột “reason” để trống; mỗi quyết định phải ghi đủ \(filled)",
      english: "decisions.csv:2: error: the column “reason” is blank; a decision needs \(filled)"),
    Breakage(
      name: "no such day", text: header + "\nA,B,same,a,b,2023-02-29,01\n",
      vietnamese:
        "decisions.csv:3: lỗi: “date” ghi “2023-02-29”, không phải ngày; hãy ghi dạng 2024-11-01",
      english:
        "decisions.csv:3: error: “date” says “2023-02-29”, which is no day; write it as 2024-11-01"),
    Breakage(
      name: "no such decision", text: header + "A,B,maybe,a,b,2024-01-01,01\n",
      vietnamese: "decisions.csv:2: lỗi: “decision” ghi “maybe”; hãy ghi same (giống, trùng) hoặc "
        + "different (khác)",
      english: "decisions.csv:2: error: “decision” says “maybe”; write same or different"),
    Breakage(
      name: "names without a ward", text: header + "A,B,same,a,b,2024-01-01,\n",
      vietnamese:
        "decisions.csv:2: lỗi: hai tên mô hình mà cột “ward” để trống; hãy ghi xã, phường của "
        + "chúng",
      english:
        "decisions.csv:2: error: two names of models, and the column “ward” is blank; write their "
        + "ward"),
    Breakage(
      name: "a name beside another name",
      text:
        "first,first_name,second,decision,reason,who,date,ward\nA,C,B,same,a,b,2024-01-01,An Lưu\n",
      vietnamese:
        "decisions.csv:2: lỗi: “first_name” ghi “C” bên cạnh tên “A”; cột này chỉ ghi tên mô hình ở một "
        + "vị trí",
      english:
        "decisions.csv:2: error: “first_name” says “C” beside the name “A”; it holds the name of the model "
        + "at a place"),
    Breakage(
      name: "an unknown ward", text: header + "A,B,same,a,b,2024-01-01,Hải Dương\n",
      vietnamese:
        "decisions.csv:2: lỗi: không có xã, phường nào tên “Hải Dương”; hãy ghi như trong "
        + "registers/wards.csv",
      english:
        "decisions.csv:2: error: there is no ward “Hải Dương”; write it as in registers/wards.csv"
    ),
    Breakage(
      name: "a stray quote", text: header + "A,B\"c\",same,a,b,2024-01-01,01\n",
      vietnamese: "decisions.csv:2: lỗi: dấu ngoặc kép sai chỗ hoặc không đóng; hãy sửa lại ô này",
      english:
        "decisions.csv:2: error: a quotation mark is misplaced or never closed; mend the cell"),
    Breakage(
      name: "too many lines",
      text: header + String(repeating: "A,B,same,a,b,2024-01-01,01\n", count: 100_001),
      vietnamese:
        "decisions.csv:100002: lỗi: quá 100000 dòng, nhiều hơn kheo nhận; hãy bỏ các quyết định "
        + "đã hết hiệu lực",
      english:
        "decisions.csv:100002: error: more than 100000 rows, which is more than kheo takes; remove "
        + "decisions that have lapsed"),
  ]

  @Test(arguments: broken) func `what is broken stops the run`(_ breakage: Breakage) throws {
    try breakage.expectMessages { _ = try load(breakage.text) }
  }

  @Test func `decisions in a workbook are not overlooked`() throws {
    let registers = RegisterFolder()
    let folder = try registers.folder.get()
    try folder.write("x".utf8, to: "decisions.xlsx")
    let error = #expect(throws: LoadError.self) {
      try DecisionLoader.load(inputs: folder.path, lookup: RegisterLookup())
    }
    #expect(
      error?.message(in: .vietnamese)
        == "decisions.xlsx: lỗi: quyết định chỉ được đọc từ decisions.csv; hãy lưu thành “CSV UTF-8”"
    )
    #expect(
      error?.message(in: .english)
        == "decisions.xlsx: error: decisions are read from decisions.csv only; save the file as “CSV UTF-8”"
    )
  }

  @Test(arguments: [
    ("submissions/2023/an-luu.csv dong 2", "first"), ("submission/2023/an-luu.csv:3", "first"),
  ])
  func `a mistyped place is no name`(_ text: String, _ column: String) throws {
    let error = #expect(throws: LoadError.self) {
      try load(Self.header + "\(text),B,same,a,b,2024-01-01,01\n")
    }
    #expect(
      error?.message(in: .english)
        == "decisions.csv:2: error: “\(column)” says “\(text)”, which is no place; copy it from the column see "
        + "of findings.csv, such as submissions/2024-Q1/an-luu.csv:12")
  }

  @Test func `a name with a hidden character is refused`() throws {
    let error = #expect(throws: LoadError.self) {
      try load(Self.header + "A\u{200B}b,B,same,a,b,2024-01-01,01\n")
    }
    #expect(
      error?.message(in: .vietnamese)
        == "decisions.csv:2: lỗi: có ký tự ẩn hoặc ký tự điều khiển U+200B; hãy gõ lại ô đó")
  }

  @Test(arguments: [
    ("2024-02-29", "2024-02-29"), ("29/02/2024", "2024-02-29"), ("1/2/2024", "2024-02-01"),
  ])
  func `a day may be written as in the country`(_ written: String, _ day: String) throws {
    let loaded = try load(Self.header + "A,B,same,a,b,\(written),01\n")
    #expect(loaded.decisions.map(\.date) == [day])
  }
}
