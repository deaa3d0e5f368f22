package import Domain
import Glibc

/// What the operating system refused, and where.
package struct FileError: Error, Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    case system(code: Int32)
    /// A folder, FIFO, socket, device or link where a file is wanted.
    case notRegular
    case changedWhileRead
    /// The folder in which the file is to be made is not there.
    case noFolder
    /// A file of a release that is missing, or one that is not of it.
    case unexpected
    case tooLarge(limit: Int)
    /// Another run holds the output folder; its process id when it says one.
    case held(processID: Int?)
  }

  package var path: String
  package var reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  init(path: String, code: Int32 = errno) {
    self.init(path: path, reason: .system(code: code))
  }

  /// There is nothing at `path`.
  package static func notFound(_ path: String) -> FileError {
    FileError(path: path, code: ENOENT)
  }

  /// There is no room left for what is to be at `path`.
  package static func diskFull(_ path: String) -> FileError {
    FileError(path: path, code: ENOSPC)
  }

  /// There is something else than a folder at `path`.
  package static func notFolder(_ path: String) -> FileError {
    FileError(path: path, code: ENOTDIR)
  }

  /// Where, what, and what to do.
  package func message(in language: Language) -> String {
    switch reason {
    case .system(let code): "\(path): \(FileError.text(code, language))"
    case .notRegular:
      language(
        "\(path): không phải tệp thường (có thể là thư mục, liên kết hoặc thiết bị); "
          + "hãy đặt tệp thật vào đó",
        "\(path): not a regular file (a folder, link or device, perhaps); put the file itself there"
      )
    case .noFolder:
      language(
        "\(path): không có thư mục để đặt tệp này; hãy kiểm tra đường dẫn",
        "\(path): there is no folder for this file; check the path")
    case .changedWhileRead:
      language(
        "\(path): tệp thay đổi khi đang đọc; hãy chạy lại khi không ai đang ghi vào tệp",
        "\(path): the file changed while it was read; run again when nobody is writing to it")
    case .unexpected:
      language(
        "\(path): tệp của báo cáo bị thiếu hoặc thừa; báo cáo không được phát hành, hãy chạy lại",
        "\(path): a file of the release is missing or too many; it is not issued, run again")
    case .tooLarge(let limit):
      language(
        "\(path): tệp lớn hơn \(limit) byte, quá giới hạn; hãy bớt nội dung hoặc tách tệp",
        "\(path): the file is larger than the limit of \(limit) bytes; shorten or split it")
    case .held(let processID):
      language(
        "\(path): một lượt chạy khác đang dùng thư mục này"
          + (processID.map { " (tiến trình \($0))" } ?? "") + "; hãy chờ nó xong rồi chạy lại",
        "\(path): another run holds this folder"
          + (processID.map { " (process \($0))" } ?? "") + "; run again when it has ended")
    }
  }

  private static func text(_ code: Int32, _ language: Language) -> String {
    switch code {
    case ENOSPC, EDQUOT:
      language(
        "hết dung lượng đĩa; hãy giải phóng chỗ rồi chạy lại",
        "no space left on the disk; make room and run again")
    case ENOENT:
      language(
        "không tìm thấy; hãy kiểm tra đường dẫn hoặc --inputs",
        "not found; check the path or --inputs")
    case EACCES, EPERM:
      language(
        "không có quyền truy cập; hãy xin quyền đọc, ghi ở đó",
        "permission denied; ask for the right to read and write there")
    case EROFS:
      language(
        "ổ đĩa chỉ cho đọc; hãy chọn thư mục khác bằng --output",
        "the disk is read-only; choose another folder with --output")
    case ENOTDIR: language("không phải thư mục", "not a folder")
    case EMFILE, ENFILE:
      language(
        "mở quá nhiều tệp cùng lúc; hãy giảm --threads",
        "too many files are open; lower --threads")
    case EFBIG: language("tệp vượt giới hạn kích thước", "the file exceeds the size limit")
    default: "\(String(cString: strerror(code))) (errno \(code))"
    }
  }
}
