import Consolidation
import Domain
import Testing
import Writers

/// What `decisions.csv` makes of a run.
struct DecisionTests {
  private static let header = "first,second,decision,reason,who,date,ward\n"

  /// Three near names in three years, and a fourth record that is no model of its own.
  private func workspace(
    _ decisions: String, submissions: [String: String] = DecisionTests.three
  ) throws -> TemporaryFolder {
    let folder = try twoWards(submissions: submissions)
    if !decisions.isEmpty { try folder.write(Self.header + decisions, to: "decisions.csv") }
    return folder
  }

  private func reported(
    _ decisions: String, submissions: [String: String] = DecisionTests.three
  ) async throws -> Report {
    let folder = try workspace(decisions, submissions: submissions)
    return try await report(on: folder.path)
  }

  private static let three = [
    "2021/an-luu.csv": "Tên mô hình,Lĩnh vực,Năm\nThắp sáng đường quê,KT,2021\n",
    "2022/an-luu.csv": "Tên mô hình,Lĩnh vực,Năm\nThắp sángg đường quê,KT,2021\n",
    "2023/an-luu.csv": "Tên mô hình,Lĩnh vực,Năm\nThắp sáng đườngg quê,KT,2021\n",
  ]
  private static let places = (2021...2023).map { "submissions/\($0)/an-luu.csv:2" }

  private func rules(_ report: Report) -> [String] {
    report.findings.filter { $0.rule != .missingSubmission }
      .map { "\($0.rule.rawValue) \($0.place.reference)>\($0.see)" }
  }

  @Test func `without decisions each near name points to the earliest`() async throws {
    let report = try await reported("")
    #expect(
      rules(report) == [
        "near-duplicate \(Self.places[1])>\(Self.places[0])",
        "near-duplicate \(Self.places[2])>\(Self.places[0])",
      ])
    #expect(report.figures.recordTotals[.counted] == 3)
    #expect(report.decisions.isEmpty)
  }

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func `chains join in any order of lines`(_ order: [Int]) async throws {
    let lines = [
      "\(Self.places[1]),\(Self.places[0]),same,a,b,2024-01-01,\n",
      "Thắp sángg đường quê,Thắp sáng đườngg quê,trùng,a,b,2024-01-01,01\n",
      "\(Self.places[0]),\(Self.places[2]),giống,a,b,2024-01-01,\n",
    ]
    let report = try await reported(order.map { lines[$0] }.joined())
    #expect(rules(report) == [])
    #expect(report.figures.recordTotals[.counted] == 1)
    #expect(report.figures.recordTotals[.carriedOver] == 2)
    #expect(report.decisions.map(\.state) == Array(repeating: .applied(records: 1), count: 3))
  }

  @Test func `two that are different are suspected no more, of others all the same`() async throws {
    let report = try await reported("\(Self.places[2]),\(Self.places[0]),khác,a,b,2024-01-01,\n")
    #expect(
      rules(report) == [
        "near-duplicate \(Self.places[1])>\(Self.places[0])",
        "near-duplicate \(Self.places[2])>\(Self.places[1])",
      ])
    #expect(report.decisions.map(\.state) == [.applied(records: 1)])
  }

  @Test func `of like names the next that fits is pointed to`() async throws {
    let names = ["Trồng tỏi", "Trồng tói", "Trồng tòi"]
    let text = "Tên mô hình,Lĩnh vực,Năm\n" + names.map { "\($0),KT,2021\n" }.joined()
    let report = try await reported(
      "Trồng tỏi,Trồng tòi,different,a,b,2024-01-01,An Lưu\n",
      submissions: ["2021/an-luu.csv": text])
    let path = "submissions/2021/an-luu.csv"
    #expect(
      rules(report) == [
        "suspected-duplicate \(path):3>\(path):2", "suspected-duplicate \(path):4>\(path):3",
      ])
  }

  @Test func `what was decided is no duplicate-record, the same sent twice is`() async throws {
    let text =
      "Tên mô hình,Lĩnh vực,Năm,Số lượng\nHũ gạo tiết kiệm,KT,2021,1\n"
      + "Hũ gạo tiết kiệmm,VHXH,2021,2\nHũ gạo tiết kiệmm,KT,2021,1\n"
    let report = try await reported(
      "Hũ gạo tiết kiệm,Hũ gạo tiết kiệmm,same,a,b,2024-01-01,01\n",
      submissions: ["2021/an-luu.csv": text])
    let path = "submissions/2021/an-luu.csv"
    #expect(
      rules(report) == [
        "field-conflict \(path):3>\(path):2", "quantity-changed \(path):3>\(path):2",
        "duplicate-record \(path):4>\(path):3",
      ])
    #expect(report.figures.recordTotals[.duplicate] == 2)
    #expect(report.figures.registered() == 1)
    #expect(report.decisions.map(\.state) == [.applied(records: 2)])
  }

  @Test func `a decision holds in the next quarter, too`() async throws {
    let folder = try workspace("\(Self.places[1]),\(Self.places[0]),same,a,b,2024-01-01,\n")
    try folder.write(
      "Tên mô hình,Lĩnh vực,Năm\nThắp sángg đường quê,KT,2021\n\n",
      to: "submissions/2023-Q1/an-luu.csv")
    let report = try await report(on: folder.path)
    #expect(rules(report) == ["near-duplicate \(Self.places[2])>\(Self.places[0])"])
    #expect(report.figures.recordTotals[.carriedOver] == 2)
    #expect(report.decisions.map(\.state) == [.applied(records: 2)])
  }

  @Test func `decisions that contradict each other all lapse`() async throws {
    let report = try await reported(
      """
      \(Self.places[0]),\(Self.places[1]),same,a,b,2024-01-01,
      \(Self.places[1]),\(Self.places[2]),same,a,b,2024-01-01,
      \(Self.places[2]),\(Self.places[0]),different,a,b,2024-01-01,

      """)
    #expect(
      report.decisions.map(\.state) == [
        .lapsed(.contradiction(line: 4)), .lapsed(.contradiction(line: 4)),
        .lapsed(.contradiction(line: 2)),
      ])
    #expect(report.findings.count { $0.rule == .lapsedDecision } == 3)
    #expect(report.figures.recordTotals[.counted] == 3)
    #expect(report.findings.count { $0.rule == .nearDuplicate } == 2)
  }

  struct Lapsing: Sendable, CustomTestStringConvertible {
    var line: String
    var state: DecisionOutcome.State
    var testDescription: String { line }

    init(_ line: String, _ why: DecisionOutcome.Lapse) {
      self.line = line
      state = .lapsed(why)
    }
  }

  @Test(arguments: [
    Lapsing("\(places[0]),submissions/2020/x.csv:2,same", .noRecord("submissions/2020/x.csv:2")),
    Lapsing(
      "\(places[0]),submissions/2022/an-luu.csv:999999999999999999,same",
      .noRecord("submissions/2022/an-luu.csv:999999999999999999")),
    Lapsing("\(places[0]),\(places[0]),different", .sameModel),
    Lapsing("THẮP SÁNG ĐƯỜNG QUÊ,Mô hình thắp sáng đường quê,same", .sameModel),
    Lapsing("\(places[0]),Nuôi dê,same", .noModel("Nuôi dê")),
    Lapsing("Nuôi dê,Nuôi bò,same", .noModel("Nuôi dê")),
    Lapsing("\(places[0]),submissions/2021/an-phu.csv:2,same", .notSuspected),
    Lapsing("submissions/2021/an-luu.csv:3,\(places[0]),different", .notSuspected),
    Lapsing("Hòa giải,Tổ hòa giải,same", .severalModels("Hòa giải")),
  ])
  func `what no longer fits its rows lapses and has no effect`(_ test: Lapsing) async throws {
    var submissions = Self.three
    submissions["2021/an-luu.csv"]? += "Trồng chè,KT,2021\n"
    submissions["2021/an-phu.csv"] = "Tên mô hình,Lĩnh vực,Năm\nThắp sáng đường quêê,KT,2021\n"
    submissions["2021/an-luu-2.csv"] =
      "Tên mô hình,Lĩnh vực,Năm,Thôn\nHòa giải,KT,2021,1\nHòa giải,KT,2021,2\n"
      + "Tổ hòa giải,KT,2021,3\n"
    let plain = try await reported("", submissions: submissions)
    let decided = try await reported(
      test.line + ",a,b,2024-01-01,An Lưu\n", submissions: submissions)
    #expect(decided.decisions.map(\.state) == [test.state])
    #expect(decided.findings.first?.rule == .lapsedDecision)
    #expect(decided.findings.first?.place == Place(path: "decisions.csv", line: 2))
    #expect(Array(decided.findings.dropFirst()) == Array(plain.findings))
    #expect(decided.figures.registered() == plain.figures.registered())
  }

  private static let named = "first,first_name,second,Tên thứ hai,decision,reason,who,date\n"

  @Test func `a place with the name that stood there holds while it stands there`() async throws {
    let path = "submissions/2021/an-luu.csv"
    let decision = "\(path):3,trồng TÓI,\(path):2,Mô hình trồng tỏi,khác,a,b,2024-01-01\n"
    let names = ["Trồng tỏi", "Trồng tói", "Trồng tòi"]
    func reported(_ names: [String]) async throws -> Report {
      let text = "Tên mô hình,Lĩnh vực,Năm\n" + names.map { "\($0),KT,2021\n" }.joined()
      let folder = try workspace("", submissions: ["2021/an-luu.csv": text])
      try folder.write(Self.named + decision, to: "decisions.csv")
      return try await report(on: folder.path)
    }
    let held = try await reported(names)
    #expect(held.decisions.map(\.state) == [.applied(records: 1)])
    // A row above moves another pair that kheo suspects into the two lines.
    let moved = try await reported(["Nuôi dê"] + names)
    #expect(
      moved.decisions.map(\.state) == [
        .lapsed(.otherModel(at: "\(path):3", found: "Trồng tỏi", meant: "trồng TÓI"))
      ])
    #expect(moved.findings.count { $0.rule == .suspectedDuplicate } == 2)
    #expect(moved.findings.count { $0.rule == .lapsedDecision } == 1)
    let layout = LayoutBuilder.layout(of: held)
    let row = try #require(layout.table(.decisions)?.rows[0])
    #expect(row.cells[1] == .text("\(path):3 (trồng TÓI)"))
  }

  @Test func `names of several models join those of one hamlet and owner`() async throws {
    let text =
      "Tên mô hình,Lĩnh vực,Năm,Thôn\nHòa giải,KT,2021,1\nHòa giải,KT,2021,2\n"
      + "Tổ hòa giải,KT,2021,2\nTổ hòa giải,KT,2021,3\n"
    let report = try await reported(
      "Hòa giải,Tổ hòa giải,same,a,b,2024-01-01,01\n", submissions: ["2021/an-luu.csv": text])
    #expect(report.figures.recordTotals[.counted] == 3)
    #expect(report.figures.recordTotals[.duplicate] == 1)
    #expect(report.decisions.map(\.state) == [.applied(records: 1)])
  }

  @Test func `a place in a submission that is not due waits`() async throws {
    let folder = try workspace("\(Self.places[2]),\(Self.places[0]),same,a,b,2024-01-01,\n")
    let report = try await report(on: folder.path, through: Period(year: 2022))
    #expect(report.decisions.map(\.state) == [.notDue])
    #expect(report.findings.count { $0.rule == .lapsedDecision } == 0)
  }

  @Test func `threads and the order of registers change nothing`() async throws {
    let decisions =
      "\(Self.places[1]),\(Self.places[0]),same,a,b,2024-01-01,\n"
      + "Thắp sáng đườngg quê,Thắp sáng đường quê,different,a,b,2024-01-01,02\n"
    let folder = try workspace(decisions)
    let one = try await report(on: folder.path, threads: 1)
    try folder.write(
      "kind,name,code\nPhường,An Phụ,02\nPhường,An Lưu,01\n", to: "registers/wards.csv")
    let two = try await report(on: folder.path, threads: 8)
    #expect(Array(one.findings) == Array(two.findings))
    #expect(one.published == two.published)
  }

  @Test func `every report lists the decisions with the records each settled`() async throws {
    let report = try await reported(
      "\(Self.places[1]),\(Self.places[0]),same,=HYPERLINK(1),Khối Dân vận,2024-01-02,\n")
    let layout = LayoutBuilder.layout(of: report)
    let row = try #require(layout.table(.decisions)?.rows[0])
    #expect(row.cells[4] == .text("là một"))
    #expect(row.cells[5] == .count(1))
    #expect(row.cells[7] == .text("=HYPERLINK(1)"))
    let summary = SummaryWriter.text(report, layout).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(summary.contains("Quyết định (decisions.csv) 1 được áp dụng "))
    #expect(summary.contains("là một, 1 bản ghi: =HYPERLINK(1) (Khối Dân vận, 2024-01-02)"))
    let provenance = Provenance(report, version: "1")
    #expect(provenance.decisions?.map(\.state) == ["applied"])
    #expect(provenance.decisions?.first?.records == 1)
    #expect(provenance.sources.map(\.path).contains("decisions.csv"))
  }

  @Test func `the same model of a ward and of an organization is told with its senders`()
    async throws
  {
    let folder = try workspace(
      "", submissions: ["2021/an-luu.csv": Self.three["2021/an-luu.csv"] ?? ""])
    try folder.write("code,name,aliases\nHPN,Hội Phụ nữ,\n", to: "registers/organizations.csv")
    try folder.write(
      "Tên mô hình,Lĩnh vực,Năm,Đơn vị\nThắp sang đường quê,KT,2021,An Lưu\n"
        + "Thắp sángg đường quê,KT,2021,01\n", to: "submissions/2022/hoi-phu-nu.csv")
    let report = try await report(on: folder.path)
    let told = report.findings.filter { [.suspectedDuplicate, .nearDuplicate].contains($0.rule) }
    #expect(told.map(\.rule) == [.suspectedDuplicate, .nearDuplicate])
    #expect(
      told.allSatisfy { $0.message.contains("một do xã, phường gửi, một do tổ chức gửi") })
  }
}
