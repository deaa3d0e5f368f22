import ArgumentParser
import Consolidation
import Domain

struct InspectCommand: CommonCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Xem một tệp được đọc thế nào. / How one file is read.",
    discussion: """
      Không dùng bộ hồ sơ nào (cả --inputs): in bảng mã, dấu phân cách, kiểu xuống dòng, tiêu đề nào là cột nào, số bản \
      ghi theo loại, và các phát hiện. Với --json còn có mọi ô như trong tệp.
      Uses no workspace (nor --inputs): shows encoding, delimiter, line ends, which heading is which column, \
      records by kind, and findings; --json also holds every cell as it is in the file.

      Ví dụ / examples:
        kheo inspect an-luu.csv
        kheo inspect an-luu.csv --json
      """)

  @Argument(help: ArgumentHelp("Tệp CSV hoặc .xlsx. / The CSV or .xlsx file.", valueName: "file"))
  var file: String

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let language = options.messageLanguage
    let inspection: Inspection
    do {
      inspection = try Inspection(file, language: language)
    } catch {
      throw options.told(RunError.file(error), language)
    }
    if options.json {
      Console.output.write(try InspectionDocument(inspection).json())
    } else {
      let colors = Colors(isOn: options.usesColor && Console.output.isTerminal)
      Console.output.write(inspectionText(inspection, language, colors))
    }
    let counts = Dictionary(grouping: inspection.findings, by: \.severity).mapValues(\.count)
    if (options.failOn ?? .never).isMet(by: counts) { throw ExitStatus.failed }
  }
}
