import Domain
import Testing
import Vietnamese
import Writers

struct SummaryWriterTests {
  private func summary(_ change: (inout Report) -> Void = { _ in }) -> String {
    var report = SampleReport().make()
    change(&report)
    return SummaryWriter.text(report, LayoutBuilder.layout(of: report))
  }

  @Test func `it is one page`() {
    let lines = summary().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 66)
    for line in lines {
      #expect(textWidth(String(line)) <= 100)
      #expect(!line.hasSuffix(" "))
    }
  }

  @Test func `the table of fields reads as it should`() {
    #expect(
      summary().contains(
        """
        1. Theo lĩnh vực
        Lĩnh vực                      Số mô hình   Tỷ trọng   Xã, phường có mô hình
        Kinh tế                               60      13,1%                   23/23
        Văn hóa - xã hội                      88      19,2%                   23/23
        Quốc phòng - an ninh                 276      60,3%                   23/23
        Xây dựng hệ thống chính trị           34       7,4%                   23/23
        Cộng                                 458     100,0%                   23/23
        """))
  }

  @Test func `columns align with combining marks, wide letters and emoji`() {
    let text = summary {
      $0.registers.fields[0].vietnameseName = "Kinh te\u{302}\u{301}"
      $0.registers.fields[1].vietnameseName = "漢字 😀"
    }
    let lines = text.split(separator: "\n").map(String.init)
    let start = lines.firstIndex { $0.hasPrefix("1. ") } ?? 0
    let widths = Set(lines[start + 1...start + 6].map { textWidth($0) })
    #expect(widths.count == 1)
  }

  @Test func `no control character of the data reaches the page`() {
    let text = summary {
      $0.settings.office = "BAN\u{1B}]0;x\u{7} \u{9B}31m\r\nX"
      $0.settings.notice = "a\u{202E}b"
      $0.registers.wards[0].name = "An\u{8}Lưu\nx"
      $0.registers.fields[2].vietnameseName = "Quốc\tphòng"
    }
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(scalar.value != 0x202E)
    }
    #expect(text.hasPrefix("BAN\\u{1B}]0;x\\u{7} \\u{9B}31m\\u{D}\\u{A}X\n"))
  }

  @Test func `the words are those of such reports`() {
    let prose = summary().replacing("\n   ", with: " ")
    #expect(
      prose.contains(
        "Giai đoạn 2020–2024 (đến hết quý III/2024), các địa phương, đơn vị đã đăng ký 458 mô hình, điển hình “Dân vận khéo”; nhiều nhất là lĩnh vực quốc phòng - an ninh với 276 (60,3%), tiếp đến là văn hóa - xã hội với 88 (19,2%), kinh tế với 60 (13,1%) và xây dựng hệ thống chính trị với 34 (7,4%). 23/23 xã, phường có mô hình."
      ))
    #expect(prose.contains("Không nộp: 2021: Thăng Long"))
    #expect(
      prose.contains(
        "903 bản ghi đã đọc = 453 được tính + 430 duy trì + 10 trùng + 10 bị loại + 0 ngoài kỳ"))
  }

  @Test func `an empty report has a page, too`() {
    let sample = SampleReport(findingCount: 0, missing: []).make()
    let text = summary {
      $0.figures = Figures(
        wards: sample.registers.wards, fields: sample.registers.fields, years: 2020...2024)
      $0.fieldShares = [nil, nil, nil, nil]
      $0.findings = FindingList([])
      $0.missingSubmissions = []
      $0.owners = []
      $0.listing = Listing(models: [], countedRecords: 0, countedQuantity: 0)
      $0.submissions = []
    }
    #expect(text.contains("TỔNG SỐ: 0 mô hình"))
    #expect(text.contains("chưa có mô hình, điển hình nào được tính."))
  }

  @Test func `English reports have English marks`() {
    let report = SampleReport(language: .english).make()
    let text = SummaryWriter.text(report, LayoutBuilder.layout(of: report))
    #expect(text.contains("Defence and security"))
    #expect(text.contains("60.3%"))
    #expect(!text.contains("60,3"))
  }
}
