import ArgumentParser
import Audit
import Consolidation
import Domain
import Vietnamese

struct ExplainCommand: CommonCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Một con số gồm những dòng nào. / The records behind a figure.",
    discussion: """
      In mọi bản ghi làm nên con số (tệp, dòng, tên, số lượng), cộng lại cho thấy đúng bằng con số; rồi mọi bản ghi \
      nói về nó mà không được tính, và vì sao. Con số gọi bằng mã trong figures.csv, hoặc bằng ô trong sổ tính. Có \
      RELEASE thì tính với tham số của báo cáo đó và so với con số nó ghi (lệch: mã thoát 1).
      Prints the records that make up a figure, that they add up to it, and the records left out with the reason. \
      The figure is named by its id, or by a cell of the workbook. With RELEASE, its arguments are used and its \
      figure is compared (status 1 if it differs).

      Ví dụ / examples:
        kheo explain registered.field=QPAN.year=2023
        kheo explain 'report.xlsx:Theo lĩnh vực!C7' reports/2024-Q3
        kheo explain records.rejected --csv > bi-loai.csv
      """)

  @Argument(
    help: ArgumentHelp(
      "Mã con số, hoặc report.xlsx:Tờ!Ô. / Its id, or report.xlsx:Sheet!Cell.",
      valueName: "figure"))
  var figure: String

  @Argument(
    help: ArgumentHelp("Thư mục báo cáo. / The release's folder.", valueName: "release"))
  var release: String?

  @Flag(help: "In CSV, mọi dòng theo thứ tự đếm. / Print CSV, all rows in the order of counting.")
  var csv = false

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if csv, options.json {
      throw ValidationError("--csv, --json: chỉ chọn một / choose one of them")
    }
    if releaseFolder != nil { try options.refuseCutoff() }
  }

  /// The release that is named, by itself or by the path of its workbook.
  private var releaseFolder: String? { release ?? CellReference(figure)?.folder }

  func run() async throws {
    let issued = try releaseFolder.map { try options.openRelease($0) }
    let workspace = try options.openWorkspace(
      listsModels: false, tracesRecords: true, of: issued)
    let language = options.language ?? workspace.language
    let run = try await options.consolidate(workspace, options.progressDisplay(workspace))
    let explainer = Explainer(run, language: language)
    let found = try chosen(explainer, language)
    do {
      let recorded = try issued.map { try $0.value(of: found.id) }
      let addsUp = try await print(found, explainer, recorded, language)
      guard addsUp, recorded.map({ $0 == found.value }) ?? true else { throw ExitStatus.failed }
    } catch let error as RunError {
      throw options.told(error, language)
    } catch let error as ReleaseError {
      throw options.told(error, language)
    }
  }

  private func chosen(_ explainer: Explainer, _ language: Language) throws -> ExplainedFigure {
    if let cell = CellReference(figure) {
      do {
        return try explainer.figure(at: cell)
      } catch {
        throw ValidationError(error.message(in: language))
      }
    }
    if let found = explainer.figure(figure) { return found }
    let near = nearestFigures(to: figure, among: explainer.knownFigures, limit: 3)
      .map { "“\($0)”" }.joined(separator: ", ")
    throw ValidationError(
      language(
        "không có con số “\(excerpted(figure))”"
          + (near.isEmpty ? "; xem các mã trong figures.csv" : "; có phải \(near)?"),
        "there is no figure “\(excerpted(figure))”"
          + (near.isEmpty ? "; see the ids in figures.csv" : "; did you mean \(near)?")))
  }

  private func excerpted(_ text: String) -> String {
    displayed(text.count > 100 ? text.prefix(100) + "…" : text)
  }

  /// Prints in the form that was asked for; whether the parts add up to the figure.
  private func print(
    _ figure: ExplainedFigure, _ explainer: Explainer, _ recorded: Int??, _ language: Language
  ) async throws -> Bool {
    if options.json || csv {
      var table = ExplanationTable(figure)
      if csv {
        Console.output.write(ExplanationTable.csvHeader)
        try await explainer.forEachRow(of: figure, .all) { Console.output.write(table.csv($0)) }
      } else {
        Console.output.write(table.jsonHead(recorded: recorded ?? nil))
        try await explainer.forEachRow(of: figure, .parts) { Console.output.write(table.json($0)) }
        Console.output.write(table.jsonTotal())
        try await explainer.forEachRow(of: figure, .leftOut) {
          Console.output.write(table.json($0))
        }
        Console.output.write(ExplanationTable.jsonEnd)
      }
      return table.addsUp
    }
    let colors = Colors(isOn: options.usesColor && Console.output.isTerminal)
    var text = ExplanationText(figure, language, colors)
    Console.output.write(text.head)
    try await explainer.forEachRow(of: figure, .parts) { Console.output.write(text.part($0)) }
    Console.output.write(text.total)
    try await explainer.forEachRow(of: figure, .leftOut) { Console.output.write(text.leftOut($0)) }
    Console.output.write(text.end)
    if let recorded, let release = releaseFolder {
      Console.output.write(comparison(recorded, figure, release, language, colors))
    }
    return text.addsUp
  }

  /// What the release says of the figure.
  private func comparison(
    _ recorded: Int?, _ figure: ExplainedFigure, _ release: String, _ language: Language,
    _ colors: Colors
  ) -> String {
    let path = displayed(release)
    let said = recorded.map(String.init) ?? "–"
    let text =
      recorded == figure.value
      ? colors.good(
        language("\(path) ghi \(said): khớp.", "\(path) says \(said): the same."))
      : colors.severity(
        .error,
        language(
          "\(path) ghi \(said), đầu vào hiện nay cho \(figure.value): LỆCH; xem kheo audit.",
          "\(path) says \(said), the inputs as they are now give \(figure.value): DIFFERENT; see "
            + "kheo audit."))
    return "\n" + text + "\n"
  }
}

extension UnknownCell {
  func message(in language: Language) -> String {
    switch self {
    case .sheet(let name, let known):
      let list = known.map { "“\($0)”" }.joined(separator: ", ")
      return language(
        "sổ tính không có tờ “\(displayed(name))”; các tờ: \(list)",
        "the workbook has no sheet “\(displayed(name))”; its sheets: \(list)")
    case .address(let cell):
      return language(
        "“\(displayed(cell))” không phải địa chỉ ô như C7",
        "“\(displayed(cell))” is no cell such as C7")
    case .noFigure(let cell, let near):
      let list = near.joined(separator: ", ")
      return language(
        "ô \(cell) không mang con số nào có trong figures.csv"
          + (near.isEmpty ? "" : "; các ô gần nhất có: \(list)"),
        "cell \(cell) shows no figure of figures.csv"
          + (near.isEmpty ? "" : "; the nearest that do: \(list)"))
    }
  }
}
