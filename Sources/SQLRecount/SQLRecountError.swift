import GRDB
import GRDBSQLite

/// What SQLite could not do.
///
/// The message is SQLite's own; the caller says it in the language of the run.
package struct SQLRecountError: Error, Sendable, Equatable {
  /// SQLite's extended result code.
  package let code: Int32
  package let message: String

  init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  /// From whatever GRDB throws; what is no error of SQLite is an internal one.
  init(_ error: any Error) {
    if let known = error as? SQLRecountError {
      self = known
    } else if let error = error as? DatabaseError {
      self.init(
        code: error.extendedResultCode.rawValue,
        message: error.message ?? "SQLite error \(error.extendedResultCode.rawValue)")
    } else {
      self.init(code: SQLITE_INTERNAL, message: "\(error)")
    }
  }

  /// Whether there is no room left for the database.
  package var isDiskFull: Bool { code & 0xFF == SQLITE_FULL }
}
