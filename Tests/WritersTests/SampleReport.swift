import Domain
import TestSupport

/// A report as a run over 23 wards might come to it: plausible, whole, and the same every time.
struct SampleReport {
  var language = Language.vietnamese
  /// Models to list; 0 for the 458 of the sample area.
  var modelCount = 0
  var findingCount = 41
  /// Wards that sent nothing, as period and index.
  var missing: [(Period, Int)] = [(Period(year: 2021), 12)]
  var cutoff = Quarter(year: 2024, number: 3)

  static let wardNames: [(String, String, String)] = [
    ("10675", "An Lưu", "Phường"), ("10678", "Bạch Đằng", "Xã"), ("10681", "Thất Hùng", "Phường"),
    ("10684", "Lê Ninh", "Xã"), ("10687", "Hoành Sơn", "Xã"), ("10693", "Phạm Thái", "Phường"),
    ("10696", "Duy Tân", "Phường"), ("10699", "Tân Dân", "Phường"),
    ("10702", "Minh Tân", "Phường"), ("10705", "Quang Thành", "Xã"), ("10708", "Hiệp Hòa", "Xã"),
    ("10714", "Phú Thứ", "Phường"), ("10717", "Thăng Long", "Xã"), ("10720", "Lạc Long", "Xã"),
    ("10723", "An Sinh", "Phường"), ("10726", "Hiệp Sơn", "Phường"),
    ("10729", "Thượng Quận", "Xã"), ("10732", "An Phụ", "Phường"), ("10735", "Hiệp An", "Phường"),
    ("10738", "Long Xuyên", "Phường"), ("10741", "Thái Thịnh", "Phường"),
    ("10744", "Hiến Thành", "Phường"), ("10747", "Minh Hòa", "Xã"),
  ]

  static let registers = Registers(
    wards: wardNames.map { code, name, kind in
      Ward(
        code: code, name: name, kindText: kind, kind: WardKind(rawValue: kind.lowercased()),
        validFrom: CalendarDay(year: 2019, month: 11, day: 1))
    },
    fields: [
      Field(code: "KT", vietnameseName: "Kinh tế", englishName: "Economy", aliases: []),
      Field(
        code: "VHXH", vietnameseName: "Văn hóa - xã hội", englishName: "Culture and society",
        aliases: []),
      Field(
        code: "QPAN", vietnameseName: "Quốc phòng - an ninh", englishName: "Defence and security",
        aliases: []),
      Field(
        code: "HTCT", vietnameseName: "Xây dựng hệ thống chính trị",
        englishName: "Political system", aliases: []),
    ],
    organizations: [
      Organization(code: "PN", name: "Hội Liên hiệp Phụ nữ thị xã", aliases: []),
      Organization(code: "DTN", name: "Đoàn Thanh niên Cộng sản Hồ Chí Minh", aliases: []),
    ])

  static let years = 2020...2024

  private var periods: [Period] {
    let all =
      [Period(year: 2020), Period(year: 2021), Period(year: 2022)]
      + (1...4).map { Period(year: 2023, quarter: $0) }
      + (1...3).map { Period(year: 2024, quarter: $0) }
    return all.filter { $0.lastQuarter <= cutoff }
  }

  private var models: [ListedModel] {
    let names: [[String]] = [
      ["Bánh lòng Huề Trì", "Nuôi rươi, cáy", "Trồng ổi, cam đường Canh, cam Vinh, thanh long"],
      ["Khu dân cư tự quản bảo vệ môi trường", "Gia đình hiếu học", "Cánh đồng không rác thải"],
      ["Tổ tham gia bảo vệ ANTT ở cơ sở", "Tổ liên gia an toàn PCCC", "Điểm chữa cháy công cộng"],
      ["Chính quyền thân thiện vì nhân dân phục vụ", "Chi bộ bốn tốt"],
    ]
    let perField = modelCount == 0 ? [60, 88, 276, 34] : [modelCount, 0, 0, 0]
    var list: [ListedModel] = []
    for (field, count) in perField.enumerated() {
      var left = count
      var index = 0
      while left > 0 {
        let quantity = modelCount == 0 && index % 97 == 50 && left >= 2 ? 2 : 1
        let period = periods[(index * 7 + field) % periods.count]
        let ward = (index * 5 + field * 3) % Self.wardNames.count
        list.append(
          ListedModel(
            name: names[field][index % names[field].count], field: field, ward: ward,
            hamlet: index % 3 == 0 ? "KDC \(index % 9 + 1)" : "",
            owner: index % 4 == 1 ? "Hội Liên hiệp Phụ nữ thị xã" : "", year: period.year,
            quarter: period.quarter, quantity: quantity,
            place: Place(
              path: "submissions/\(period)/w\(Self.wardNames[ward].0).csv", line: index + 5,
              record: index + 5)))
        left -= quantity
        index += 1
      }
    }
    return list
  }

  /// The report.
  func make() -> Report {
    let registers = Self.registers
    let models = models
    var figures = Figures(wards: registers.wards, fields: registers.fields, years: Self.years)
    for model in models {
      figures.addRegistered(
        model.quantity, ward: model.ward, field: model.field, year: model.year,
        quarter: model.quarter ?? 0)
      figures.addRecords(1, .counted, ward: model.ward)
    }
    for year in 2021...cutoff.year {
      for field in registers.fields.indices {
        figures.addMaintained((year - 2020) * (field + 11), field: field, year: year)
      }
    }
    let silent = Set(missing.map { MissingSubmission(period: $0.0, ward: $0.1) })
    let submissions = submissions(of: models, silent: silent, into: &figures)
    for period in periods {
      let absent = silent.count { $0.period == period }
      figures.reporting.append(
        Figures.Reporting(
          period: period, expected: registers.wards.count,
          received: registers.wards.count - absent))
    }
    let findings = findings
    for finding in findings { figures.findingCounts[finding.severity, default: 0] += 1 }
    let settings = Settings(
      title: "TỔNG HỢP MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO”", office: "BAN DÂN VẬN THỊ ỦY KINH MÔN",
      area: "Thị xã Kinh Môn, tỉnh Hải Dương", years: Self.years,
      notice:
        "Số liệu minh họa: các tổng lấy từ bài báo ngày 15/08/2024; cách chia theo xã, phường, theo năm và phần lớn tên mô hình là giả định.",
      controlTotals: nil)
    let entries =
      [("total", nil as Int?, 458)] + zip(0..., [60, 88, 276, 34]).map { ("f", $0, $1) }
    return Report(
      settings: settings, language: language, registers: registers, cutoff: cutoff,
      cutoffArgument: nil, figures: figures, fieldShares: shares(figures),
      trends: trends(figures), quarterly: quarterly(figures), owners: owners(models),
      listing: Listing(
        models: Array(models.prefix(Listing.limit)), countedRecords: models.count,
        countedQuantity: models.reduce(0) { $0 + $1.quantity }),
      submissions: submissions, findings: FindingList(findings),
      missingSubmissions: missing.map { MissingSubmission(period: $0.0, ward: $0.1) },
      controlTotals: modelCount == 0
        ? entries.map { key, field, expected in
          ControlTotalOutcome(
            entry: ControlTotals.Entry(key: key, field: field, expected: expected, line: 9),
            actual: figures.registered(field: field))
        } : [],
      sources: [
        SourceFile(
          path: "kheo.yml", byteCount: 812, sha256: String(repeating: "0a", count: 32)),
        SourceFile(
          path: "registers/wards.csv", byteCount: 990, sha256: String(repeating: "1b", count: 32)),
      ])
  }

  // MARK: Parts

  private func submissions(
    of models: [ListedModel], silent: Set<MissingSubmission>, into figures: inout Figures
  ) -> [SubmissionOutcome] {
    var counted: [String: Int] = [:]
    for model in models { counted[model.place.path, default: 0] += 1 }
    var list: [SubmissionOutcome] = []
    for period in periods {
      for (ward, register) in Self.wardNames.enumerated() {
        let path = "submissions/\(period)/w\(register.0).csv"
        if silent.contains(MissingSubmission(period: period, ward: ward)), counted[path] == nil {
          continue
        }
        var outcome = SubmissionOutcome(
          file: SubmissionFile(path: path, period: period, submitter: .ward(ward), isDue: true),
          byteCount: 2048 + ward, sha256: String(repeating: "c3", count: 32), encoding: .utf8,
          delimiter: ward % 3 == 0 ? ";" : ",")
        let extra: [Disposition: Int] = [
          .carriedOver: ward % 5, .duplicate: ward == 17 ? 1 : 0, .rejected: ward == 13 ? 1 : 0,
        ]
        outcome.dispositions[.counted] = counted[path, default: 0]
        for (disposition, count) in extra {
          outcome.dispositions[disposition] = count
          figures.addRecords(count, disposition, ward: ward)
        }
        outcome.records[.header] = 1
        outcome.records[.title] = ward % 2
        outcome.records[.data] = outcome.dispositions.total
        list.append(outcome)
      }
    }
    list.append(
      SubmissionOutcome(
        file: SubmissionFile(
          path: "submissions/2024-Q4/an-luu.csv", period: Period(year: 2024, quarter: 4),
          submitter: .ward(0), isDue: false)))
    return list.sorted { bytesPrecede($0.file.path, $1.file.path) }
  }

  private var findings: [Finding] {
    let rules: [(RuleID, Severity)] = [
      (.duplicateRecord, .error), (.missingValue, .error), (.yearChanged, .warning),
      (.suspectedDuplicate, .warning), (.wardInferred, .info),
    ]
    return (0..<findingCount).map { index in
      let (rule, severity) = rules[index % rules.count]
      let path = "submissions/2023-Q2/w\(Self.wardNames[index % 23].0).csv"
      return Finding(
        severity: severity, rule: rule,
        place: Place(path: path, line: index + 4, record: index + 4, column: "Lĩnh vực"),
        value: index % 2 == 0 ? "" : "Bánh lòng Huề Trì",
        message:
          "\(path):\(index + 4): \(severity.name(in: language)): cột “Lĩnh vực” để trống; hãy ghi một trong: Kinh tế, Văn hóa - xã hội, Quốc phòng - an ninh, Xây dựng hệ thống chính trị [\(rule.rawValue)]",
        see: index % 5 == 0 ? "\(path):3" : "")
    }
    .sorted(by: Finding.inOrder)
  }

  private func shares(_ figures: Figures) -> [Tenths?] {
    let total = figures.registered()
    guard total > 0 else { return figures.fields.map { _ in nil } }
    let parts = figures.fields.indices.map { figures.registered(field: $0) * 1000 }
    var shares = parts.map { $0 / total }
    let order = parts.indices.sorted {
      (parts[$1] % total, $0) < (parts[$0] % total, $1)
    }
    for index in order.prefix(1000 - shares.reduce(0, +)) { shares[index] += 1 }
    return shares.map { Tenths($0) }
  }

  private func trends(_ figures: Figures) -> Trends {
    let years = Array(Self.years)
    let states = years.map { year -> YearState in
      year < cutoff.year
        ? .complete : year > cutoff.year ? .notYet : cutoff.number == 4 ? .complete : .incomplete
    }
    let rows = (figures.fields.indices.map { Int?.some($0) } + [nil]).map { field -> TrendRow in
      let registered = years.enumerated().map { offset, year -> Int? in
        states[offset] == .notYet ? nil : figures.registered(field: field, year: year)
      }
      var change: [Int?] = []
      var percent: [Tenths?] = []
      for offset in years.indices {
        guard offset > 0, states[offset] == .complete, let now = registered[offset],
          let before = registered[offset - 1]
        else {
          change.append(nil)
          percent.append(nil)
          continue
        }
        change.append(now - before)
        percent.append(before == 0 ? nil : Tenths((now - before) * 1000 / before))
      }
      return TrendRow(
        field: field, registered: registered,
        maintained: years.enumerated().map { offset, year in
          states[offset] == .notYet || offset == 0
            ? nil : figures.maintained(field: field, year: year)
        }, change: change, changePercent: percent, growth: field == 3 ? nil : Tenths(63))
    }
    return Trends(years: years, states: states, rows: rows)
  }

  private func quarterly(_ figures: Figures) -> QuarterlyView {
    let rows = (figures.fields.indices.map { Int?.some($0) } + [nil]).map { field in
      let now = figures.registered(field: field, year: cutoff.year, quarter: cutoff.number)
      let before = figures.registered(
        field: field, year: cutoff.year, quarter: cutoff.number - 1)
      let year = figures.registered(
        field: field, year: cutoff.year - 1, quarter: cutoff.number)
      return QuarterRow(
        field: field, current: now, previous: before, yearBefore: year,
        yearToDate: figures.registered(field: field, year: cutoff.year),
        changeOnPrevious: now - before,
        changeOnPreviousPercent: before == 0 ? nil : Tenths((now - before) * 1000 / before),
        changeOnYearBefore: now - year,
        changeOnYearBeforePercent: year == 0 ? nil : Tenths((now - year) * 1000 / year))
    }
    return QuarterlyView(quarter: cutoff, rows: rows)
  }

  private func owners(_ models: [ListedModel]) -> [OwnerTotal] {
    var totals: [String: [Int]] = [:]
    for model in models {
      totals[model.owner, default: [0, 0, 0, 0]][model.field] += model.quantity
    }
    return totals.map {
      OwnerTotal(name: $0.key, code: $0.key.isEmpty ? "" : "PN", registered: $0.value)
    }
    .sorted { $0.total > $1.total }
  }
}
