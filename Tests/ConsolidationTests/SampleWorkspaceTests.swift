import Consolidation
import Domain
import Loaders
import Testing
import Vietnamese

/// The sample workspace of the repository holds the facts of the article.
struct SampleWorkspaceTests {
  static let inputs = besideTests("../../inputs")

  private func sample() async throws -> Report { try await report(on: Self.inputs) }

  @Test func `60 and 88 and 276 and 34 are 458, and the control totals are met`() async throws {
    let report = try await sample()
    let figures = report.published
    #expect(report.cutoff == Quarter(year: 2024, number: 3))
    #expect(figures["registered"] == 458)
    #expect(
      ["KT", "VHXH", "QPAN", "HTCT"].map { figures["registered.field=\($0)"] } == [60, 88, 276, 34])
    #expect(report.fieldShares == [131, 192, 603, 74].map { Tenths($0) })
    #expect(report.controlTotals.map(\.entry.expected) == [458, 60, 88, 276, 34])
    #expect(report.controlTotals.allSatisfy { $0.isMet })
  }

  @Test func `all 23 wards are covered`() async throws {
    let report = try await sample()
    #expect(report.figures.reportingWardCount == 23)
    #expect(report.published["coverage"] == 23)
  }

  @Test func `the kinds of defence and security come to the numbers of the article`() async throws {
    let report = try await sample()
    let field = try #require(report.registers.fields.firstIndex { $0.code == "QPAN" })
    let table = try SampleKinds(report)
    var kinds: [String: Int] = [:]
    for model in report.listing.models where model.field == field {
      kinds[table.kind(at: model.place), default: 0] += model.quantity
    }
    let named = [
      "tổ tham gia bảo vệ antt ở cơ sở", "mô hình tự quản về antt",
      "mô hình tái hoà nhập cộng đồng", "tổ liên gia an toàn pccc", "điểm chữa cháy công cộng",
    ]
    #expect(named.map { kinds[$0] } == [112, 10, 6, 100, 12])
    #expect(kinds.values.reduce(0, +) == 276)
    #expect(kinds["tổ hoà giải"] != nil)
  }

  @Test func `security teams are in all 23 wards`() async throws {
    let report = try await sample()
    let table = try SampleKinds(report)
    let teams = report.listing.models.filter {
      table.kind(at: $0.place) == "tổ tham gia bảo vệ antt ở cơ sở"
    }
    #expect(Set(teams.map(\.ward)).count == 23)
  }

  @Test func `the study fund is in all 23 wards`() async throws {
    let funds = try await sample().listing.models.filter {
      MatchKey.of($0.name).hasSuffix("quỹ khuyến học khuyến tài")
    }
    #expect(Set(funds.map(\.ward)).count == 23)
  }

  @Test(arguments: NamedModel.all)
  func `a model that the article names is counted`(_ model: NamedModel) async throws {
    let report = try await sample()
    let found = report.listing.models.filter {
      MatchKey.of($0.name).hasSuffix(MatchKey.of(model.name))
        && report.registers.fields[$0.field].code == model.field
        && (model.owner == nil || $0.owner == model.owner)
    }
    #expect(!found.isEmpty)
    let wards = Set(found.map { report.registers.wards[$0.ward].name })
    #expect(wards.isSuperset(of: model.wards))
    if let hamlet = model.hamlet {
      #expect(found.contains { MatchKey.of($0.hamlet).hasSuffix(hamlet) })
    }
  }

  @Test func `the rules that speak are those whose planted problems the sample's page tells`()
    async throws
  {
    let rules = Set(try await sample().findings.map(\.rule))
    let page = String(decoding: try bytes(of: besideTests("../../inputs/README.md")), as: UTF8.self)
    let told = RuleID.allCases.filter { page.contains("| `\($0.rawValue)` |") }
    #expect(rules == Set(told))
    #expect(rules.count == 29)
  }

  @Test func `a person named like a place is no ward`() async throws {
    let report = try await sample()
    #expect(!report.findings.contains { $0.value.contains("Trần Thị xã") })
    #expect(!report.listing.models.contains { $0.owner.contains("Trần Thị xã") })
  }
}

/// The column “Loại” of the counted models, which no figure holds.
private struct SampleKinds {
  /// By path and record: the match key of the cell; blank where a file has no such column.
  private var kinds: [String: [Int: String]] = [:]

  init(_ report: Report) throws {
    let context = LoadingContext(
      registers: report.registers, lookup: nil, settings: report.settings,
      span: ReportedSpan(years: report.settings.years, cutoff: report.cutoff))
    let wanted = Dictionary(grouping: report.listing.models, by: \.place.path)
    for submission in report.submissions {
      let records = Set((wanted[submission.file.path] ?? []).compactMap(\.place.record))
      let raw = try bytes(of: "\(SampleWorkspaceTests.inputs)/\(submission.file.path)")
      let reading = SubmissionReader.read(raw, file: submission.file, context: context)
      guard let position = reading.header?.positions[.kind] else { continue }
      kinds[submission.file.path] = try RecordRecall.cells(
        of: records, in: submission, inputs: SampleWorkspaceTests.inputs
      ).mapValues { MatchKey.of($0[position]) }
    }
  }

  func kind(at place: Place) -> String {
    place.record.flatMap { kinds[place.path]?[$0] } ?? ""
  }
}

/// A model of the article, with what the article says of it.
struct NamedModel: Sendable, CustomTestStringConvertible {
  let name: String
  let field: String
  var owner: String?
  var wards: [String] = []
  var hamlet: String?

  var testDescription: String { name }

  static let all = economy + culture

  private static let economy = [
    NamedModel(
      name: "Trồng ổi, cam đường Canh, cam Vinh, thanh long", field: "KT",
      wards: ["Thất Hùng", "Bạch Đằng"]),
    NamedModel(name: "Nuôi Dê thương phẩm", field: "KT", wards: ["Phạm Thái"]),
    NamedModel(name: "Nuôi rươi, cáy", field: "KT", wards: ["Minh Tân"]),
    NamedModel(name: "Liên kết trồng cây vú sữa", field: "KT", hamlet: "an lăng"),
    NamedModel(name: "Bánh lòng Huề Trì", field: "KT", wards: ["An Phụ"]),
    NamedModel(name: "Trồng tỏi", field: "KT"),
    NamedModel(
      name: "Giải phóng mặt bằng, chuyển đổi mục đích sử dụng đất nông nghiệp", field: "KT",
      wards: [
        "Long Xuyên", "Minh Tân", "Thượng Quận", "Hiệp Sơn", "An Phụ", "Lạc Long", "Quang Thành",
        "Phú Thứ",
      ]),
  ]

  private static let culture = [
    "Ủy ban MTTQ": ["Khu dân cư tự quản bảo vệ môi trường"],
    "Hội Phụ nữ": [
      "Xây dựng gia đình 5 có, 3 sạch", "Lợn nhựa tiết kiệm", "Phụ nữ sống xanh",
    ], "Hội Nông dân": ["Cánh đồng không rác thải"],
    "Hội Cựu chiến binh": ["Cựu chiến binh tự quản bảo vệ môi trường"],
    "Liên đoàn Lao động": ["Bảo đảm an toàn vệ sinh lao động", "Xanh - sạch - đẹp"],
    "Đoàn Thanh niên": ["Thu gom Pin", "Đổi rác lấy quà tặng", "Gia sư áo xanh"],
    "Hội Khuyến học": [
      "Xã, thôn, làng, khu dân cư, tổ dân phố, dòng họ, gia đình văn hóa", "Gia đình hiếu học",
      "Xây dựng xã hội học tập", "Quỹ Khuyến học, khuyến tài",
    ],
  ].sorted { $0.key < $1.key }.flatMap { owner, names in
    names.map { NamedModel(name: $0, field: "VHXH", owner: owner) }
  }
}
