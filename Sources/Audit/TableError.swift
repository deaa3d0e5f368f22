package import Domain

/// Why a file of a release cannot be read back.
package struct TableError: Error, Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    case noByteOrderMark
    case missingColumn(String)
    case repeatedColumn(String)
    case cellCount(Int, expected: Int)
    case quotes
    case lineEnd
    case notUTF8
    /// A cell or a field that says nothing its column can say.
    case value(String, text: String)
    case tooLarge(limit: Int)
    /// No JSON, or JSON that lacks something.
    case notProvenance
    case schema(Int)
  }

  package var fileName: String
  /// 1-based; nothing when the whole file is meant.
  package var lineNumber: Int?
  package var reason: Reason

  /// Where, what, and what to do.
  package func message(in language: Language) -> String {
    let place = lineNumber.map { "\(fileName):\($0)" } ?? fileName
    return "\(place): \(text(language)); "
      + {
        if case .schema = reason {
          return language(
            "hãy dùng phiên bản kheo mới hơn", "use a later version of kheo")
        }
        return language("hãy lấy lại bản gốc của báo cáo", "fetch the original release")
      }()
  }

  private func text(_ language: Language) -> String {
    switch reason {
    case .noByteOrderMark:
      language("thiếu dấu BOM ở đầu tệp", "the byte-order mark is missing")
    case .missingColumn(let column):
      language("thiếu cột “\(column)”", "the column “\(column)” is missing")
    case .repeatedColumn(let column):
      language("cột “\(column)” có hai lần", "the column “\(column)” stands there twice")
    case .cellCount(let count, let expected):
      language(
        "dòng có \(count) ô, phải là \(expected) như dòng tiêu đề",
        "a record of \(count) \(count == 1 ? "cell" : "cells"), not of \(expected) as the header")
    case .quotes: language("dấu ngoặc kép đặt sai", "a quote is out of place")
    case .lineEnd:
      language("dòng không kết thúc bằng CR LF", "the record does not end with CR LF")
    case .notUTF8: language("có byte không phải UTF-8", "there are bytes that are not UTF-8")
    case .value(let column, let text):
      language(
        "“\(column)” không thể là “\(text)”", "“\(column)” cannot be “\(text)”")
    case .tooLarge(let limit):
      language("tệp lớn hơn \(limit) byte", "the file is larger than \(limit) bytes")
    case .notProvenance:
      language(
        "không đọc được xuất xứ của báo cáo (JSON hỏng hoặc thiếu mục)",
        "no record of a release's origin (broken JSON, or something is missing)")
    case .schema(let schema):
      language(
        "dạng ghi số \(schema), phiên bản này chỉ đọc được dạng số 1",
        "schema \(schema), and this version reads schema 1 only")
    }
  }
}
