package import Domain

/// What came of comparing a release with its manifest.
package struct ManifestCheck: Sendable, Equatable {
  /// Of the manifest itself, as 64 lower-case hexadecimal digits; nothing when it is missing.
  package var sha256: String?
  /// Empty when the release is complete and valid.
  package var faults: [ManifestFault]
}

/// A way in which a release is not what its manifest seals.
package enum ManifestFault: Sendable, Equatable {
  /// A file that a release must hold is not there; the manifest is one of them.
  case missing(String)
  /// A folder, link, FIFO or device in the place of a file.
  case notRegular(String)
  case tooLarge(limit: Int)
  case empty
  /// Line numbers are 1-based.
  case malformedLine(Int, text: String)
  case outOfOrder(Int, name: String)
  case repeated(Int, name: String)
  /// An entry that names something outside the release folder; it is not opened.
  case path(Int, name: String)
  /// An entry that names no file of a release; it is not opened.
  case foreign(Int, name: String)
  case noLineEnd
  case notListed(String)
  case differs(String, listed: String, found: String)
  case extra(String, isFolder: Bool)

  /// Where, what, and what to do.
  package func message(in language: Language) -> String {
    switch self {
    case .missing, .notRegular, .notListed, .differs, .extra: fileMessage(language)
    default: "\(place): \(manifestMessage(language))"
    }
  }

  private var place: String {
    switch self {
    case .malformedLine(let line, _), .outOfOrder(let line, _), .repeated(let line, _),
      .path(let line, _), .foreign(let line, _):
      "\(Manifest.fileName):\(line)"
    default: Manifest.fileName
    }
  }

  private func manifestMessage(_ language: Language) -> String {
    switch self {
    case .tooLarge(let limit):
      language(
        "bảng niêm phong lớn hơn \(limit) byte nên không được đọc; hãy lấy lại bản gốc",
        "the manifest is larger than \(limit) bytes and is not read; fetch the original")
    case .empty:
      language(
        "bảng niêm phong trống; hãy lấy lại bản gốc",
        "the manifest is empty; fetch the original")
    case .malformedLine(_, let text):
      language(
        "không phải “mã SHA-256, hai dấu cách, tên tệp”: “\(text)”; bảng niêm phong đã bị sửa",
        "not “SHA-256, two spaces, file name”: “\(text)”; the manifest was changed")
    case .outOfOrder(_, let name):
      language(
        "“\(excerpt(name))” không đứng đúng thứ tự tên; bảng niêm phong đã bị sửa",
        "“\(excerpt(name))” is not in the order of names; the manifest was changed")
    case .repeated(_, let name):
      language(
        "“\(excerpt(name))” được ghi lần thứ hai; bảng niêm phong đã bị sửa",
        "“\(excerpt(name))” is listed a second time; the manifest was changed")
    case .path(_, let name):
      language(
        "“\(excerpt(name))” chỉ ra ngoài thư mục báo cáo nên không được mở; "
          + "bảng niêm phong đã bị sửa",
        "“\(excerpt(name))” leads out of the release folder and is not opened; "
          + "the manifest was changed")
    case .foreign(_, let name):
      language(
        "“\(excerpt(name))” không phải tệp của báo cáo; bảng niêm phong đã bị sửa",
        "“\(excerpt(name))” is not a file of a release; the manifest was changed")
    default:
      language(
        "dòng cuối không có ký tự xuống dòng: bảng niêm phong bị cắt cụt; hãy lấy lại bản gốc",
        "the last line has no line end: the manifest is cut off; fetch the original")
    }
  }

  private func fileMessage(_ language: Language) -> String {
    switch self {
    case .missing(let name) where isSame(name, Manifest.fileName):
      language(
        "\(name): thiếu bảng niêm phong nên không thể đối chiếu các tệp; hãy lấy lại bản gốc",
        "\(name): the manifest is missing, so the files cannot be checked; fetch the original")
    case .missing(let name):
      language(
        "\(name): thiếu tệp; hãy lấy lại bản gốc",
        "\(name): the file is missing; fetch the original")
    case .notRegular(let name):
      language(
        "\(name): không phải tệp thường (có thể là thư mục, liên kết hoặc thiết bị) nên không "
          + "được mở; hãy đặt tệp gốc vào đó",
        "\(name): not a regular file (a folder, link or device, perhaps), so it is not opened; "
          + "put the original file there")
    case .notListed(let name):
      language(
        "\(name): không có trong bảng niêm phong; bảng niêm phong đã bị sửa",
        "\(name): not listed in the manifest; the manifest was changed")
    case .differs(let name, let listed, let found):
      language(
        "\(name): nội dung đã bị thay đổi: niêm phong \(listed), nay là \(found)",
        "\(name): the file was changed: sealed as \(listed), now \(found)")
    case .extra(let name, let isFolder):
      language(
        "\(excerpt(name)): \(isFolder ? "thư mục" : "tệp") thừa, không thuộc báo cáo; "
          + "hãy chuyển đi chỗ khác",
        "\(excerpt(name)): \(isFolder ? "a folder" : "a file") too many, not of the release; "
          + "move it away")
    default: ""
    }
  }
}
