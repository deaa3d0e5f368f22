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
    /// A file that is no log of ours where one is wanted.
    case notLog
    /// A log where it would be taken for a submission, or for a part of a release.
    case noPlaceForLog
    /// Less memory is left than reading the file needs.
    case outOfMemory
    /// Another run holds the output folder, and may say which one it is.
    case held(by: LockHolder?)
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

  /// Whether another run holds the output folder.
  package var isHeld: Bool { if case .held = reason { true } else { false } }

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
    case .notLog:
      language(
        "\(path): ở đó có tệp không phải nhật ký của kheo, nên không ghi thêm vào; hãy chọn tên khác",
        "\(path): there is a file that is no log of kheo, and nothing is added to it; choose another name"
      )
    case .noPlaceForLog:
      language(
        "\(path): nhật ký không được nằm trong thư mục đầu vào hay trong một báo cáo; hãy ghi chẳng hạn "
          + "reports/kheo.log",
        "\(path): a log may lie neither in the inputs nor in a release; write it to reports/kheo.log, say"
      )
    case .outOfMemory:
      language(
        "\(path): không đủ bộ nhớ để đọc tiếp; hãy tăng giới hạn bộ nhớ (ulimit -v, MemoryMax), giảm --threads "
          + "hoặc chia nhỏ bộ hồ sơ",
        "\(path): there is not enough memory to read on; raise the limit (ulimit -v, MemoryMax), lower --threads "
          + "or split the workspace")
    case .held(let holder):
      language(
        "\(path): một lượt chạy khác đang dùng thư mục này"
          + (holder.map { " (\($0.text(in: .vietnamese)))" } ?? "")
          + "; hãy chờ nó xong rồi chạy lại, hoặc thêm --wait",
        "\(path): another run holds this folder"
          + (holder.map { " (\($0.text(in: .english)))" } ?? "")
          + "; run again when it has ended, or add --wait")
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
    case EIO:
      language(
        "đĩa không đọc hoặc ghi được (lỗi vào/ra); hãy kiểm tra ổ đĩa, sao lưu rồi chạy lại",
        "the disk could not be read or written (input/output error); check it, back it up and run again"
      )
    case EROFS:
      language(
        "ổ đĩa chỉ cho đọc; hãy chọn thư mục khác bằng --output",
        "the disk is read-only; choose another folder with --output")
    case ENOTDIR: language("không phải thư mục", "not a folder")
    case EISDIR: language("là thư mục; hãy ghi tên một tệp", "is a folder; give the name of a file")
    case EMFILE, ENFILE:
      language(
        "mở quá nhiều tệp cùng lúc; hãy giảm --threads",
        "too many files are open; lower --threads")
    case ENOLCK, EOPNOTSUPP:
      language(
        "ổ đĩa này không khóa được tệp; hãy chọn thư mục trên đĩa của máy bằng --output",
        "this disk cannot lock files; choose a folder on a disk of this machine with --output")
    case EFBIG: language("tệp vượt giới hạn kích thước", "the file exceeds the size limit")
    default: "\(String(cString: strerror(code))) (errno \(code))"
    }
  }
}
