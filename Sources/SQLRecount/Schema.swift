import Domain

/// The tables of the database, in SQL that explains itself: SQLite keeps the comments.
///
/// The same tables serve the second opinion, which fills `narrowTables` instead of the wide ones.
enum Schema {
  /// Raised whenever a table or view changes its meaning; `PRAGMA user_version`.
  static let version = 1

  /// The tables of the registers, whole in an export, one shard's wards in a second opinion.
  static let registers = [
    """
    CREATE TABLE ward (
      -- Đơn vị cấp xã và cơ quan khác / Wards, and other bodies whose records count under their code
      code TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,        -- as the register writes it
      is_ward INTEGER NOT NULL,  -- 0: another body; not in coverage, never missing
      valid_from TEXT,           -- YYYY-MM-DD, NULL without limit
      valid_to TEXT
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE field (
      -- Lĩnh vực / Fields
      code TEXT PRIMARY KEY,
      name_vi TEXT NOT NULL,
      name_en TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE organization (
      -- Tổ chức / Organizations that submit or own models
      code TEXT PRIMARY KEY,
      name TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE year (
      -- Các năm của kỳ báo cáo / The years of the period
      year INTEGER PRIMARY KEY
    )
    """,
    """
    CREATE TABLE role (
      -- Vai trò của bản ghi / What became of a record, and what it is worth in the figures
      number INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      disposition TEXT NOT NULL,
      name_vi TEXT NOT NULL
    )
    """,
  ]

  /// Submissions in the order in which they were handed over.
  static let submission = """
    CREATE TABLE submission (
      -- Tệp đã gửi / One file sent by one submitter for one submission period
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL,
      period TEXT,               -- 2023 or 2024-Q3; NULL for a file without a period
      period_year INTEGER,
      period_quarter INTEGER,    -- NULL for a whole year
      submitter TEXT NOT NULL,   -- code of the ward or organization; '' when unknown
      submitter_ward TEXT REFERENCES ward(code),
      state TEXT NOT NULL,       -- 'read' or 'not due'
      bytes INTEGER,
      sha256 TEXT,
      encoding TEXT,
      delimiter TEXT NOT NULL,
      -- Records of the file by kind; they add up to all of its records
      header INTEGER NOT NULL,
      blank INTEGER NOT NULL,
      title INTEGER NOT NULL,
      numbering INTEGER NOT NULL,
      total INTEGER NOT NULL,
      footer INTEGER NOT NULL,
      data INTEGER NOT NULL,
      -- Data records by disposition, as kheo stated them
      counted INTEGER NOT NULL,
      carried_over INTEGER NOT NULL,
      duplicate INTEGER NOT NULL,
      rejected INTEGER NOT NULL,
      out_of_period INTEGER NOT NULL
    )
    """

  /// What an export holds beside registers and submissions.
  static let wideTables = [
    """
    CREATE TABLE meta (
      -- Thông tin về bản xuất / What this database was made from
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE record (
      -- Bản ghi dữ liệu / Data records, each with its place and with what kheo made of it
      id INTEGER PRIMARY KEY,    -- submission × 10000000000 + number
      submission INTEGER NOT NULL REFERENCES submission(id),
      number INTEGER NOT NULL,   -- among all records of the file, from 1
      line INTEGER NOT NULL,     -- where the record starts, from 1
      disposition TEXT NOT NULL, -- as kheo stated it
      role INTEGER NOT NULL REFERENCES role(number),
      ward TEXT REFERENCES ward(code),
      field TEXT REFERENCES field(code),
      year INTEGER,              -- of registration
      quarter INTEGER,           -- of registration; NULL when unknown
      quantity INTEGER,
      is_ended INTEGER NOT NULL, -- 1: its status says that the model is kept up no longer
      -- Two halves of a 128-bit hash of (ward, hamlet_key, owner_key, name_key);
      -- NULL for records that were rejected or are out of period
      identity_high INTEGER,
      identity_low INTEGER,
      -- Of a carried-over record the counted one; of a duplicate the first of its period
      origin INTEGER REFERENCES record(id),
      rules TEXT NOT NULL,       -- ids of the rules that rejected it, parted by commas
      name TEXT NOT NULL,        -- as written
      hamlet TEXT NOT NULL,
      owner TEXT NOT NULL,
      status TEXT NOT NULL,
      name_key TEXT NOT NULL,    -- as compared
      hamlet_key TEXT NOT NULL,
      owner_key TEXT NOT NULL,   -- code of a known organization
      cells TEXT NOT NULL        -- every cell of the record, a JSON array
    )
    """,
    """
    CREATE TABLE same_model (
      -- Quyết định “là một” / What decisions.csv joins: records of this identity count as the model's
      identity_high INTEGER NOT NULL,
      identity_low INTEGER NOT NULL,
      model_high INTEGER NOT NULL,
      model_low INTEGER NOT NULL,
      PRIMARY KEY (identity_low, identity_high)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE decision (
      -- Quyết định của người / What people decided of models that may be one, as in decisions.csv
      line INTEGER NOT NULL,
      first TEXT NOT NULL,
      second TEXT NOT NULL,
      ward TEXT NOT NULL,        -- as written; blank where a place tells it
      decision TEXT NOT NULL,    -- same, different
      reason TEXT NOT NULL,
      who TEXT NOT NULL,
      date TEXT NOT NULL,
      state TEXT NOT NULL,       -- applied, not due, lapsed
      records INTEGER            -- settled by one that was applied
    )
    """,
    """
    CREATE TABLE finding (
      -- Phát hiện cần xem / What a person should look at, as in findings.csv
      severity TEXT NOT NULL,    -- error, warning, info
      rule TEXT NOT NULL,
      path TEXT NOT NULL,
      line INTEGER,
      record INTEGER,
      "column" TEXT NOT NULL,
      value TEXT NOT NULL,
      message TEXT NOT NULL,
      see TEXT NOT NULL          -- the other place, path:line
    )
    """,
    """
    CREATE TABLE figure (
      -- Số liệu đã công bố / The published figures, as in figures.csv
      id TEXT PRIMARY KEY,
      value INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
  ]

  /// What one shard of a second opinion holds: numbers for codes, no text, nothing rejected.
  ///
  /// `placed` and `tally` are views in an export and tables here, by the same names and columns,
  /// so that the views above them are the same. `placed` lies in the order of its window and is
  /// not sorted again. `cube` is the tally by one number for all that it is parted by.
  static let narrowTables = [
    """
    CREATE TABLE placed (
      identity_low INTEGER, identity_high INTEGER, place INTEGER, moment INTEGER, stated INTEGER,
      ward INTEGER, field INTEGER, year INTEGER, quarter INTEGER, quantity INTEGER,
      is_ended INTEGER,
      PRIMARY KEY (identity_low, identity_high, place)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE cube (
      cell INTEGER PRIMARY KEY, records INTEGER, quantity INTEGER, disputed INTEGER
    )
    """,
    """
    CREATE TABLE tally (
      role INTEGER, ward TEXT, field TEXT, year INTEGER, quarter INTEGER, maintained_year INTEGER,
      records INTEGER, quantity INTEGER,
      PRIMARY KEY (role, ward, field, year, quarter, maintained_year)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE ward_number (number INTEGER PRIMARY KEY, code TEXT)",
    "CREATE TABLE field_number (number INTEGER PRIMARY KEY, code TEXT)",
  ]
}

extension RecordRole {
  /// As `role.name` spells it.
  var name: String {
    switch self {
    case .counted: "counted"
    case .maintained: "maintained"
    case .carriedOverAgain: "carried-over-again"
    case .carriedOverEnded: "carried-over-ended"
    case .carriedOverEarly: "carried-over-early"
    case .carriedOverOutside: "carried-over-outside"
    case .duplicate: "duplicate"
    case .rejected: "rejected"
    case .outOfPeriod: "out-of-period"
    }
  }

  var vietnameseName: String {
    switch self {
    case .counted: "được tính"
    case .maintained: "duy trì, được tính là duy trì"
    case .carriedOverAgain: "duy trì, đã tính trong năm"
    case .carriedOverEnded: "duy trì, đã kết thúc"
    case .carriedOverEarly: "duy trì, chưa sang năm sau năm đăng ký"
    case .carriedOverOutside: "duy trì, ngoài các năm báo cáo"
    case .duplicate: "trùng"
    case .rejected: "bị loại"
    case .outOfPeriod: "ngoài kỳ"
    }
  }
}
