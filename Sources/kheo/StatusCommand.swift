import ArgumentParser
import Domain

struct StatusCommand: CommonCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Ai đã nộp, kỳ nào. / Who has sent what, and when.",
    discussion: """
      In bảng xã, phường × kỳ, với tỷ lệ nộp. Không đọc nội dung các tệp.
      Prints a ward × period grid with reporting rates. The files themselves are not read.

      Ví dụ / examples:
        kheo status
        kheo status --json
      """)

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let workspace = try options.openWorkspace(listsModels: false)
    let grid = StatusGrid(workspace)
    if options.json {
      Console.output.write(try grid.document.json())
    } else {
      Console.output.write(grid.text)
    }
    if options.failOn == .warning || options.failOn == .error, grid.isIncomplete {
      throw ExitStatus.failed
    }
  }
}
