import ArgumentParser
import Domain
import Validation
import Vietnamese

struct RulesCommand: CommonCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Danh mục quy tắc kiểm tra. / The catalogue of rules.",
    discussion: """
      In mã, mức, cấp, ý nghĩa, ví dụ và việc cần làm của mỗi quy tắc.
      Prints id, severity, level, meaning, example and what to do, of each rule.

      Ví dụ / examples:
        kheo rules
        kheo rules missing-value
        kheo rules --language en --json
      """)

  @Argument(help: "Chỉ in quy tắc này. / Only this rule.")
  var id: String?

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let language = options.messageLanguage
    let chosen = RuleCatalogue.descriptions.filter { id == nil || $0.id.rawValue == id }
    if let id, chosen.isEmpty {
      let nearest = RuleID.allCases.map(\.rawValue).min {
        editDistance(id, $0) < editDistance(id, $1)
      }
      throw ValidationError(
        language(
          "không có quy tắc “\(displayed(id))”; có phải “\(nearest ?? "")”?",
          "there is no rule “\(displayed(id))”; did you mean “\(nearest ?? "")”?"))
    }
    if options.json {
      Console.output.write(try RulesDocument(chosen, language).json())
    } else {
      for rule in chosen { Console.output.write(text(of: rule, language)) }
    }
  }

  private func text(of rule: RuleDescription, _ language: Language) -> String {
    let lines = [
      (language("Nghĩa:", "Meaning:"), rule.meaning),
      (language("Ví dụ:", "Example:"), rule.example),
      (language("Cần làm:", "What to do:"), rule.advice),
    ]
    let width = lines.map { textWidth($0.0) }.max() ?? 0
    let severity = rule.severity.name(in: language)
    var text = "\(rule.id.rawValue) (\(severity), \(rule.level.name(in: language)))\n"
    for (label, content) in lines {
      let wrappedLines = wrapped(content.text(in: language), to: 96 - width)
      for (index, line) in wrappedLines.enumerated() {
        text += "  \(padded(index == 0 ? label : "", to: width)) \(line)\n"
      }
    }
    return text + "\n"
  }
}
