import Audit
import Consolidation
import Domain
import Testing

/// What makes up a figure adds up to it, and what was left out is told.
struct ExplanationTests {
  /// Explains every figure of a workspace; the complaints.
  private func complaints(_ inputs: String, through: Period? = nil) async throws -> [String] {
    let run = try await tracedRun(on: inputs, through: through)
    let explainer = Explainer(run, language: .english)
    var complaints: [String] = []
    for (id, value) in run.report.figures.published() {
      guard let figure = explainer.figure(id.text) else {
        complaints.append("\(id): not known")
        continue
      }
      var (sum, parts, leftOut) = (0, 0, 0)
      try await explainer.forEachRow(of: figure, .all) { row in
        sum += row.adds ?? 0
        if row.adds == nil { leftOut += 1 } else { parts += 1 }
        if row.adds == nil, row.reason.isEmpty { complaints.append("\(id): no reason") }
      }
      if sum != value { complaints.append("\(id): \(value) ≠ \(sum)") }
      if case .records(_, .all) = figure.meaning,
        parts + leftOut != run.report.figures.recordTotals.total
      {
        complaints.append("\(id): \(parts) + \(leftOut) records")
      }
    }
    return complaints
  }

  @Test func `every figure of the sample adds up`() async throws {
    #expect(try await complaints(besideTests("../../inputs")) == [])
  }

  @Test(arguments: 1...25)
  func `every figure of a generated workspace adds up`(_ seed: UInt64) async throws {
    var generator = WorldGenerator(seed: seed)
    let world = generator.world()
    let folder = try TemporaryFolder()
    try world.write(to: folder)
    let through = world.through.map { Period(year: $0.year, quarter: $0.quarter) }
    #expect(try await complaints(folder.path, through: through) == [])
  }

  /// Two wards; a model that is carried over, one that is written twice, one without a year.
  private func smallWorkspace() throws -> TemporaryFolder {
    try twoWards(submissions: [
      "2022/an-luu.csv":
        "STT,Tên mô hình,Lĩnh vực,Năm,Số lượng\n1,Nuôi dê,KT,2022,2\n2,Trồng ổi,KT,2022,1\n"
        + "3,Nuôi dê,KT,2022,2\n4,Nuôi cá,KT,,1\n5,Lợn nhựa,VHXH,2022,1\n",
      "2023/an-luu.csv":
        "STT,Tên mô hình,Lĩnh vực,Năm,Số lượng\n1,Nuôi dê,KT,2022,3\n2,Trồng na,KT,2019,1\n",
    ])
  }

  private func rows(
    _ id: String, _ choice: RowChoice, in folder: TemporaryFolder, _ language: Language
  ) async throws -> [String] {
    let explainer = Explainer(try await tracedRun(on: folder.path), language: language)
    var lines: [String] = []
    try await explainer.forEachRow(of: try #require(explainer.figure(id)), choice) { row in
      lines.append(
        "\(row.adds.map(String.init) ?? "–") \(row.quantity.map(String.init) ?? "?") "
          + "\(row.place?.reference ?? "") \(row.name): \(row.reason)")
    }
    return lines
  }

  @Test func `the records of a figure stand with place, name and quantity`() async throws {
    let folder = try smallWorkspace()
    #expect(
      try await rows("registered.field=KT.year=2022", .parts, in: folder, .vietnamese) == [
        "2 2 submissions/2022/an-luu.csv:2 Nuôi dê: ",
        "1 1 submissions/2022/an-luu.csv:3 Trồng ổi: ",
      ])
  }

  @Test func `what was left out stands with the reason`() async throws {
    let folder = try smallWorkspace()
    #expect(
      try await rows("registered.field=KT", .leftOut, in: folder, .vietnamese) == [
        "– 2 submissions/2022/an-luu.csv:4 Nuôi dê: trùng với submissions/2022/an-luu.csv:2",
        "– 1 submissions/2022/an-luu.csv:5 Nuôi cá: bị loại: missing-value",
        "– 3 submissions/2023/an-luu.csv:2 Nuôi dê: duy trì, đã tính ở submissions/2022/an-luu.csv:2",
        "– 1 submissions/2023/an-luu.csv:3 Trồng na: ngoài kỳ: out-of-period",
      ])
    #expect(
      try await rows("registered.field=KT", .leftOut, in: folder, .english) == [
        "– 2 submissions/2022/an-luu.csv:4 Nuôi dê: duplicate of submissions/2022/an-luu.csv:2",
        "– 1 submissions/2022/an-luu.csv:5 Nuôi cá: rejected: missing-value",
        "– 3 submissions/2023/an-luu.csv:2 Nuôi dê: carried over, counted at submissions/2022/an-luu.csv:2",
        "– 1 submissions/2023/an-luu.csv:3 Trồng na: out of period: out-of-period",
      ])
  }

  @Test func `what is kept up stands in its reporting year, with its own quantity`() async throws {
    let folder = try smallWorkspace()
    #expect(
      try await rows("maintained.year=2023", .all, in: folder, .english) == [
        "3 3 submissions/2023/an-luu.csv:2 Nuôi dê: ",
        "– 1 submissions/2023/an-luu.csv:3 Trồng na: out of period: out-of-period",
      ])
    #expect(
      try await rows("maintained.year=2022", .leftOut, in: folder, .english).first
        == "– 2 submissions/2022/an-luu.csv:2 Nuôi dê: counted as newly registered")
  }

  @Test func `wards and submissions are told, with those that are missing`() async throws {
    let folder = try smallWorkspace()
    #expect(
      try await rows("coverage.field=KT", .all, in: folder, .english) == [
        "1 ? submissions/2022/an-luu.csv:2 Phường An Lưu: its first counted record",
        "– ?  Phường An Phụ: no counted record",
      ])
    #expect(
      try await rows("submissions.received.period=2023", .all, in: folder, .vietnamese) == [
        "1 ? submissions/2023/an-luu.csv Phường An Lưu: ", "– ?  Phường An Phụ: không nộp",
      ])
    #expect(
      try await rows("submissions.expected.period=2023", .parts, in: folder, .english).count == 2)
    #expect(try await rows("findings.warning", .parts, in: folder, .english).count == 4)
  }

  @Test func `a file that is rejected as a whole is left out record by record`() async throws {
    let folder = try smallWorkspace()
    try folder.write(
      "Tên mô hình,Tên mô hình,Lĩnh vực,Năm\nNuôi bò,x,KT,2022\nNuôi trâu,y,KT,2022\n",
      to: "submissions/2022/an-phu.csv")
    #expect(
      try await rows("records.counted.ward=02", .leftOut, in: folder, .english) == [
        "– ? submissions/2022/an-phu.csv:2 Nuôi bò: rejected: duplicate-column",
        "– ? submissions/2022/an-phu.csv:3 Nuôi trâu: rejected: duplicate-column",
      ])
  }

  // MARK: Cells

  @Test func `a cell of the workbook names its figure, and a figure its cells`() async throws {
    let run = try await tracedRun(on: besideTests("../../inputs"))
    let explainer = Explainer(run, language: .vietnamese)
    let reference = try #require(CellReference("report.xlsx:Theo lĩnh vực!C8"))
    let figure = try explainer.figure(at: reference)
    #expect(figure.id == "registered.field=QPAN")
    #expect(figure.value == 276)
    #expect(figure.cells.contains("Theo lĩnh vực!C8"))
    for (id, _) in run.report.figures.published() {
      for cell in try #require(explainer.figure(id.text)).cells {
        let found = try explainer.figure(at: try #require(CellReference(cell)))
        #expect(found.id == id.text)
      }
    }
  }

  @Test func `a cell without a figure names the nearest that have one`() async throws {
    let run = try await tracedRun(on: besideTests("../../inputs"))
    let explainer = Explainer(run, language: .vietnamese)
    func fault(_ text: String) throws -> UnknownCell? {
      let reference = try #require(CellReference(text))
      do throws(UnknownCell) {
        _ = try explainer.figure(at: reference)
        return nil
      } catch {
        return error
      }
    }
    #expect(try fault("Theo lĩnh vực!B6") == .noFigure("B6", near: ["C6", "C7", "C8"]))
    #expect(try fault("Theo lĩnh vực!C0") == .address("C0"))
    guard case .sheet("Theo linh vuc", let known) = try fault("Theo linh vuc!C6") else {
      Issue.record("another fault")
      return
    }
    #expect(known.contains("Theo lĩnh vực"))
  }
}
