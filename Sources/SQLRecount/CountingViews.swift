import Domain

/// The counting of SPEC §6 in SQL: the order of counting, and from it the role of every record.
enum CountingViews {
  /// What turns a record number into part of a larger number: more than any record number.
  static let recordNumberLimit = 10_000_000_000

  /// Submissions in the order of counting.
  ///
  /// `moment` grows with the submission period: 0 for none, a year after its four quarters.
  static let countingOrder = """
    CREATE VIEW counting_order AS
    -- Thứ tự đếm / The order of counting: submission period (none first, a year after its four
    -- quarters), path without its extension (.csv, .xlsx) byte by byte, whole path
    SELECT id AS submission,
      row_number() OVER (
        ORDER BY moment,
          substr(bytes, 1, max(0, length(bytes) - iif(lower(path) LIKE '%.xlsx', 5, 4))), bytes)
        AS position,
      moment
    FROM (
      SELECT id, path, CAST(path AS BLOB) AS bytes,
        CASE WHEN period IS NULL THEN 0
          ELSE period_year * 10 + coalesce(period_quarter, 5) END AS moment
      FROM submission)
    """

  /// Every admitted record with its place in the order of counting.
  static let placed = """
    CREATE VIEW placed AS
    -- Bản ghi theo thứ tự đếm / Every record that was not rejected nor is out of period: `place`
    -- grows in the order of counting, `moment` with the submission period
    SELECT coalesce(m.model_low, r.identity_low) AS identity_low,
      coalesce(m.model_high, r.identity_high) AS identity_high,
      o.position * \(recordNumberLimit) + r.number AS place, o.moment, r.role AS stated, r.ward,
      r.field, r.year, coalesce(r.quarter, 0) AS quarter, r.quantity, r.is_ended
    FROM record r CROSS JOIN counting_order o
      LEFT JOIN same_model m
        ON m.identity_low = r.identity_low AND m.identity_high = r.identity_high
    WHERE o.submission = r.submission AND r.identity_low IS NOT NULL
    """

  /// Every record of `placed` with the role that SQL finds for it; `stated` is kheo's.
  ///
  /// Both functions share one window and one frame, so that SQLite sorts the records once. The
  /// limit that limits nothing keeps SQLite from working out `role` again wherever it is used.
  static let recounted = """
    CREATE VIEW recounted AS
    -- Đếm lại từng bản ghi / Every record of `placed` with its role found anew. The records of a
    -- model, that is of one identity, are looked at in the order of counting. before: the moment of
    -- the one before it, NULL for the first, which is the counted one; first: the moment of the
    -- counted one × 10000 + its registration year
    SELECT place, stated, ward, field, year, quarter, quantity, moment / 10 AS reporting_year,
      CASE
        WHEN before IS NULL THEN \(RecordRole.counted.rawValue)
        WHEN moment = before THEN \(RecordRole.duplicate.rawValue)
        WHEN moment / 10 <= first % 10000 THEN \(RecordRole.carriedOverEarly.rawValue)
        WHEN moment / 10 NOT BETWEEN (SELECT min(year) FROM year) AND (SELECT max(year) FROM year)
          THEN \(RecordRole.carriedOverOutside.rawValue)
        -- The one before is not the counted one, and was carried over in the same reporting year
        WHEN before / 10 = moment / 10 AND before <> first / 10000
          THEN \(RecordRole.carriedOverAgain.rawValue)
        WHEN is_ended THEN \(RecordRole.carriedOverEnded.rawValue)
        ELSE \(RecordRole.maintained.rawValue)
      END AS role
    FROM (
      SELECT place, moment, stated, ward, field, year, quarter, quantity, is_ended,
        lag(moment) OVER history AS before,
        first_value(moment * 10000 + year) OVER history AS first
      FROM placed
      WINDOW history AS (
        PARTITION BY identity_low, identity_high ORDER BY place
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))
    LIMIT -1
    """

  /// Of the records that never came to be counted there is nothing to find anew: they are as stated.
  static let tally = """
    CREATE VIEW tally AS
    -- Bảng cộng dồn / Records and quantities by role, ward ('': unknown), field, registration year
    -- and quarter (0: unknown), and reporting year of what is maintained (0: of all else)
    SELECT role, ward, field, year, quarter,
      CASE role WHEN \(RecordRole.maintained.rawValue) THEN reporting_year ELSE 0 END
        AS maintained_year,
      count(*) AS records, sum(quantity) AS quantity
    FROM recounted GROUP BY 1, 2, 3, 4, 5, 6
    UNION ALL
    SELECT role, coalesce(ward, ''), '', 0, 0, 0, count(*), 0
    FROM record WHERE identity_low IS NULL
    GROUP BY role, ward
    """

  static let findingTally = """
    CREATE VIEW finding_tally AS
    -- Số phát hiện theo mức / Findings by severity
    SELECT severity, count(*) AS findings FROM finding GROUP BY severity
    """
}
