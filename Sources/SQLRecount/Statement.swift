import GRDB
import GRDBSQLite

/// One prepared statement of SQLite, the only place where its pointers are held.
///
/// GRDB's arguments are values in an array, a row at a time; that costs more than the insertion
/// itself. Parameters are numbered from 1 and keep their values until they are bound again;
/// columns are numbered from 0. It is a class because several of them stand side by side in a
/// structure whose initializer may throw, which Swift does not allow for owners without copies.
@safe final class Statement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer?

  /// Compiles `sql`; the statement must not outlive the access to `database`.
  init(_ sql: String, in database: Database) throws(SQLRecountError) {
    unsafe connection = database.sqliteConnection
    var compiled: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil)
    guard code == SQLITE_OK, let compiled = unsafe compiled else {
      throw unsafe Statement.error(code, connection)
    }
    unsafe handle = compiled
  }

  deinit { unsafe sqlite3_finalize(handle) }

  // MARK: Parameters

  /// Binds a whole number.
  ///
  /// Parameters are those of the statements of this module: binding a number cannot fail.
  func bind(_ value: Int64, at parameter: Int32) {
    unsafe sqlite3_bind_int64(handle, parameter, value)
  }

  /// Binds a whole number, or NULL.
  func bind(_ value: Int?, at parameter: Int32) {
    if let value { bind(Int64(value), at: parameter) } else { bindNull(at: parameter) }
  }

  /// Binds a text with all its bytes, also behind a NUL; NULL for nothing.
  func bind(_ text: String?, at parameter: Int32) throws(SQLRecountError) {
    guard var text else { return bindNull(at: parameter) }
    let code = text.withUTF8 { bytes in
      // An empty buffer may have no address, and SQLite takes that for NULL.
      guard let address = bytes.baseAddress else {
        return unsafe sqlite3_bind_text(handle, parameter, "", 0, Statement.copied)
      }
      return unsafe address.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        unsafe sqlite3_bind_text64(
          handle, parameter, $0, UInt64(bytes.count), Statement.copied, UInt8(SQLITE_UTF8))
      }
    }
    guard code == SQLITE_OK else { throw unsafe Statement.error(code, connection) }
  }

  private func bindNull(at parameter: Int32) { unsafe sqlite3_bind_null(handle, parameter) }

  /// `SQLITE_TRANSIENT`: SQLite copies the text before the call returns.
  private static var copied: sqlite3_destructor_type? {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type?.self)
  }

  // MARK: Running

  /// Runs the statement for its effect, and makes it ready for the next run.
  func run() throws(SQLRecountError) {
    let code = unsafe sqlite3_step(handle)
    unsafe sqlite3_reset(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else {
      throw unsafe Statement.error(code, connection)
    }
  }

  /// Hands over each row of the result in turn.
  func forEachRow(
    _ body: (Statement) throws(SQLRecountError) -> Void
  ) throws(SQLRecountError) {
    defer { unsafe sqlite3_reset(handle) }
    while true {
      let code = unsafe sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw unsafe Statement.error(code, connection) }
      try body(self)
    }
  }

  var columnCount: Int32 { unsafe sqlite3_column_count(handle) }

  /// A whole number of the row at hand; 0 for NULL.
  func integer(_ column: Int32) -> Int {
    Int(unsafe sqlite3_column_int64(handle, column))
  }

  /// A text of the row at hand, with all its bytes; blank for NULL.
  func text(_ column: Int32) -> String {
    guard let address = unsafe sqlite3_column_text(handle, column) else { return "" }
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    return unsafe String(
      decoding: UnsafeBufferPointer(start: address, count: count), as: UTF8.self)
  }

  private static func error(_ code: Int32, _ connection: OpaquePointer?) -> SQLRecountError {
    let message = unsafe sqlite3_errmsg(connection).map { unsafe String(cString: $0) }
    return SQLRecountError(
      code: unsafe sqlite3_extended_errcode(connection), message: message ?? "SQLite error \(code)")
  }
}
