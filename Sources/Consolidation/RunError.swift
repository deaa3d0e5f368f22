package import Domain
package import Files
package import Loaders
package import SQLRecount
import Spreadsheet
package import Writers

/// Why a run could not be done (exit status 2, or 75 when the output folder is held).
package enum RunError: Error, Sendable {
  case load(LoadError)
  case file(FileError)
  /// A release that was to be in this folder.
  case write(WriteError, release: String)
  /// Another release of this cut-off was issued; it is replaced only when that is asked for.
  case alreadyIssued(String)
  /// Files of an issued release were changed since; they are replaced only when that is asked for.
  case edited(String, [String])
  /// There are files in a release's folder that are not of it, and would be lost with it.
  case foreignFiles(String, [String])
  /// The database could not be written.
  case database(path: String, SQLRecountError)
  /// A check of kheo's own failed: SQL counts otherwise than kheo.
  case databaseDiffers(item: String, stated: String, recounted: String)
  /// A check of kheo's own failed: a sum of records that does not hold.
  case imbalance(path: String?, read: Int, explained: Int)

  /// Where, what, and what to do.
  package func message(in language: Language) -> String {
    switch self {
    case .load(let error): error.message(in: language)
    case .file(let error): error.message(in: language)
    case .write(let error, let release): RunError.text(error, release, language)
    case .database(let path, let error) where error.isDiskFull:
      FileError.diskFull(path).message(in: language)
    case .database(let path, let error):
      language(
        "\(path): không ghi được cơ sở dữ liệu (SQLite: \(error.message)); hãy kiểm tra quyền ghi và "
          + "dung lượng đĩa rồi chạy lại",
        "\(path): the database could not be written (SQLite: \(error.message)); check permissions and "
          + "the space on the disk and run again")
    case .databaseDiffers(let item, let stated, let recounted):
      language(
        "kiểm tra nội bộ thất bại: \(item) là \(stated), SQL tính lại là \(recounted); không ghi gì. "
          + "Đây là lỗi của kheo, hãy báo lại kèm đầu vào",
        "a check of kheo's own failed: \(item) is \(stated), SQL counts \(recounted); nothing was "
          + "written. This is a defect of kheo, please report it with the inputs")
    case .alreadyIssued(let folder):
      language(
        "\(folder): ở đây đã có báo cáo, và báo cáo lập lúc này sẽ khác (đầu vào, tham số hoặc phiên bản kheo "
          + "đã đổi); không ghi gì. Hãy lập vào thư mục khác (--output) rồi so bằng kheo diff, hoặc thay bằng "
          + "--force",
        "\(folder): there is a release here, and the one made now would be another (inputs, arguments or the "
          + "version of kheo have changed); nothing was written. Issue it into another folder (--output) and "
          + "compare with kheo diff, or replace it with --force")
    case .edited(let folder, let names):
      language(
        "\(folder): sau khi phát hành, có tệp đã bị sửa: \(names.joined(separator: ", ")); không ghi gì. "
          + "Hãy cất bản đã sửa nếu còn cần, xem kheo audit, rồi thay bằng --force",
        "\(folder): files were changed since it was issued: \(names.joined(separator: ", ")); nothing was "
          + "written. Put the changed files aside if they are needed, see kheo audit, then replace it with "
          + "--force")
    case .foreignFiles(let folder, let names):
      language(
        "\(folder): trong thư mục báo cáo có tệp không phải của báo cáo: \(names.joined(separator: ", ")); "
          + "không ghi gì, để khỏi làm mất. Hãy chuyển chúng đi chỗ khác (đóng sổ tính nếu đang mở) rồi chạy lại",
        "\(folder): the release's folder holds files that are not of it: \(names.joined(separator: ", ")); "
          + "nothing was written, lest they be lost. Move them away (close the workbook if it is open) and run "
          + "again")
    case .imbalance(let path, let read, let explained):
      language(
        "\(path.map { "\($0): " } ?? "")kiểm tra nội bộ thất bại: đọc \(read) bản ghi nhưng chỉ giải "
          + "thích được \(explained); không phát hành báo cáo. Đây là lỗi của kheo, hãy báo lại kèm tệp",
        "\(path.map { "\($0): " } ?? "")a check of kheo's own failed: \(read) records read, \(explained) "
          + "accounted for; no report is issued. This is a defect of kheo, please report it with the file"
      )
    }
  }

  private static func text(
    _ error: WriteError, _ release: String, _ language: Language
  ) -> String {
    let workbook = "\(release)/\(ReleaseWriter.workbookName)"
    return switch error {
    case .output(_, let error as FileError): error.message(in: language)
    case .output(let file, let error): "\(file): \(error)"
    case .spreadsheet(.library(call: _, code: _, errno: let code)) where code != 0:
      FileError(path: workbook, reason: .system(code: code))
        .message(in: language)
    case .readBack(let fault):
      language(
        "\(workbook): đọc lại thấy tờ “\(fault.sheet)”\(fault.cell.map { ", ô \($0)" } ?? "") là "
          + "“\(fault.found)” thay vì “\(fault.meant)”; báo cáo không được phát hành. Hãy kiểm tra dung "
          + "lượng đĩa rồi chạy lại",
        "\(workbook): read back, sheet “\(fault.sheet)”\(fault.cell.map { ", cell \($0)" } ?? "") holds "
          + "“\(fault.found)” instead of “\(fault.meant)”; the report is not issued. Check the space on "
          + "the disk and run again")
    case .spreadsheet(.library(let call, let code, _)):
      unwritten(workbook, "\(call): \(code)", language)
    case .spreadsheet(.unreadable(let part, let fault)):
      unwritten(workbook, "\(part): \(fault.text(in: language))", language)
    default:
      language(
        "\(workbook): sổ tính không chứa được báo cáo này (\(error)); báo cáo không được phát hành. "
          + "Đây là giới hạn của kheo, hãy báo lại kèm thông báo này",
        "\(workbook): the workbook cannot hold this report (\(error)); it is not issued. This is a "
          + "limit of kheo, please report it with this message")
    }
  }

  /// A workbook that is not what was written: as a rule the disk of its temporary files is full.
  private static func unwritten(
    _ workbook: String, _ what: String, _ language: Language
  ) -> String {
    language(
      "\(workbook): sổ tính không ghi được trọn vẹn (\(what)); báo cáo không được phát hành. Hãy kiểm tra dung "
        + "lượng đĩa rồi chạy lại",
      "\(workbook): the workbook could not be written whole (\(what)); the report is not issued. Check the "
        + "space on the disk and run again")
  }

  /// Whether another run holds the output folder.
  package var isHeld: Bool {
    if case .file(let error) = self { error.isHeld } else { false }
  }
}

/// What `body` does, its error as one of a run.
func filing<Value: ~Copyable>(
  _ body: () throws(FileError) -> Value
) throws(RunError) -> Value {
  do {
    return try body()
  } catch {
    throw .file(error)
  }
}
