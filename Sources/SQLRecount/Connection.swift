import GRDB

/// A database that one thread uses at a time, in memory or in a file.
struct Connection {
  private let queue: DatabaseQueue

  /// A database in memory that never touches the disk.
  init() throws(SQLRecountError) {
    do { queue = try DatabaseQueue(configuration: Connection.configuration) } catch {
      throw SQLRecountError(error)
    }
    try execute("PRAGMA synchronous = OFF")
    try tune()
  }

  /// A database in a new file, which is complete and on the disk with its one `COMMIT`.
  ///
  /// There is no journal, since a file that is not finished is thrown away as a whole.
  init(creating path: String) throws(SQLRecountError) {
    do {
      queue = try DatabaseQueue(path: path, configuration: Connection.configuration)
    } catch { throw SQLRecountError(error) }
    try execute("PRAGMA synchronous = FULL")
    try tune()
  }

  /// A database in a file that is there, only to be read.
  init(reading path: String) throws(SQLRecountError) {
    var configuration = Connection.configuration
    configuration.readonly = true
    do { queue = try DatabaseQueue(path: path, configuration: configuration) } catch {
      throw SQLRecountError(error)
    }
    try execute("PRAGMA temp_store = MEMORY")
  }

  private func tune() throws(SQLRecountError) {
    try execute("PRAGMA journal_mode = OFF")
    try execute("PRAGMA temp_store = MEMORY")
    try execute("PRAGMA cache_size = -32768")
    try execute("PRAGMA locking_mode = EXCLUSIVE")
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.allowsUnsafeTransactions = true
    return configuration
  }

  /// Runs statements that take no parameters, parted by `;`.
  func execute(_ sql: String) throws(SQLRecountError) {
    do { try queue.inDatabase { try $0.execute(sql: sql) } } catch {
      throw SQLRecountError(error)
    }
  }

  /// Gives `body` the database, alone.
  func access<Value>(
    _ body: (Database) throws(SQLRecountError) -> Value
  ) throws(SQLRecountError) -> Value {
    do { return try queue.inDatabase { try body($0) } } catch { throw SQLRecountError(error) }
  }

  /// Closes the file for good.
  func close() throws(SQLRecountError) {
    do { try queue.close() } catch { throw SQLRecountError(error) }
  }
}
