import Domain
import Vietnamese

/// The paragraph with which such reports open, made from the figures.
extension SummaryPage {
  var prose: [String] {
    let title = language("Lời văn", "In words")
    let sentences = [overview, growth, quarterSentence, maintainedSentence, incompleteSentence]
    return [title] + paragraph(sentences.compactMap { $0 }.joined(separator: " "), indent: 3)
  }

  /// A field's name inside a sentence.
  private func inSentence(_ name: String) -> String {
    let second = name.dropFirst().first
    return second?.isUppercase == true ? name : name.prefix(1).lowercased() + name.dropFirst()
  }

  private var span: String {
    let years = report.settings.years
    let name =
      years.count == 1
      ? language("Năm \(years.lowerBound)", "In \(years.lowerBound)")
      : language(
        "Giai đoạn \(years.lowerBound)–\(years.upperBound)",
        "In \(years.lowerBound)–\(years.upperBound)")
    return name
      + language(
        " (đến hết \(report.cutoff.name(in: language)))",
        " (up to the end of \(report.cutoff.name(in: language)))")
  }

  private var overview: String {
    let total = figures.registered()
    guard total > 0 else {
      return language(
        "\(span), chưa có mô hình, điển hình nào được tính.", "\(span), no models were counted.")
    }
    let ranked = builder.fields.indices.map { ($0, figures.registered(field: $0)) }
      .filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    let parts = ranked.map { index, number in
      let share = index < report.fieldShares.count ? report.fieldShares[index] : nil
      return
        "\(inSentence(builder.fields[index].name(in: language))) \(language("với", "with")) \(numbers.count(number))"
        + (share.map { " (\(numbers.tenths($0.value))%)" } ?? "")
    }
    let covered = "\(figures.coverage())/\(figures.reportingWardCount)"
    let rest = joined(Array(parts.dropFirst()))
    let following = rest.isEmpty ? "" : language(", tiếp đến là \(rest)", ", followed by \(rest)")
    return language(
      "\(span), các địa phương, đơn vị đã đăng ký \(numbers.count(total)) mô hình, điển hình “Dân vận khéo”; nhiều nhất là lĩnh vực \(parts[0])\(following). \(covered) xã, phường có mô hình.",
      "\(span), wards and organizations registered \(numbers.count(total)) models; most of them in \(parts[0])\(following). \(covered) wards have models."
    )
  }

  /// “a, b và c”.
  private func joined(_ parts: [String]) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + language(" và ", " and ") + last
  }

  private var growth: String? {
    guard let growth = report.trends.rows.first(where: { $0.field == nil })?.growth,
      let first = report.trends.states.firstIndex(of: .complete),
      let last = report.trends.states.lastIndex(of: .complete), first < last
    else { return nil }
    let (from, to) = (report.trends.years[first], report.trends.years[last])
    let percent = numbers.tenths(abs(growth.value)) + "%"
    if growth.value == 0 {
      return language(
        "Số đăng ký mới từ \(from) đến \(to) bình quân không đổi.",
        "From \(from) to \(to), new registrations stayed the same on average.")
    }
    return language(
      "Từ \(from) đến \(to), số đăng ký mới bình quân mỗi năm \(growth.value > 0 ? "tăng" : "giảm") \(percent).",
      "From \(from) to \(to), new registrations \(growth.value > 0 ? "rose" : "fell") by \(percent) a year on average."
    )
  }

  private var quarterSentence: String? {
    guard let row = report.quarterly.rows.first(where: { $0.field == nil }),
      let current = row.current
    else { return nil }
    let quarter = report.quarterly.quarter
    let comparisons = [
      compared(
        row.changeOnPrevious,
        language("so với quý trước", "than in the quarter before"),
        language("bằng quý trước", "as many as in the quarter before")),
      compared(
        row.changeOnYearBefore,
        language("so với cùng kỳ năm trước", "than in the same quarter of the year before"),
        language("bằng cùng kỳ năm trước", "as many as in the same quarter of the year before")),
    ].compactMap { $0 }
    let tail = comparisons.isEmpty ? "" : ", " + comparisons.joined(separator: ", ")
    return language(
      "Riêng \(quarter.name(in: language)) có \(numbers.count(current)) mô hình mới\(tail).",
      "In \(quarter.name(in: language)) there were \(numbers.count(current)) new ones\(tail).")
  }

  private func compared(_ change: Int?, _ base: String, _ same: String) -> String? {
    guard let change else { return nil }
    if change == 0 { return same }
    let number = numbers.count(abs(change))
    return change > 0
      ? language("tăng \(number) \(base)", "\(number) more \(base)")
      : language("giảm \(number) \(base)", "\(number) fewer \(base)")
  }

  private var maintainedSentence: String? {
    guard let total = report.trends.rows.first(where: { $0.field == nil }),
      let last = report.trends.states.lastIndex(where: { $0 != .notYet }),
      last < total.maintained.count, let number = total.maintained[last], number > 0
    else { return nil }
    let year = report.trends.years[last]
    return language(
      "Trong năm \(year), \(numbers.count(number)) mô hình đăng ký từ những năm trước tiếp tục được duy trì.",
      "In \(year), \(numbers.count(number)) models of earlier years were kept up.")
  }

  private var incompleteSentence: String? {
    let count = report.missingSubmissions.count
    guard count > 0 else { return nil }
    return language(
      "Số liệu còn thiếu \(numbers.count(count)) lượt báo cáo của xã, phường.",
      "\(numbers.count(count, "expected submission of a ward is", "expected submissions of wards are")) missing."
    )
  }
}
