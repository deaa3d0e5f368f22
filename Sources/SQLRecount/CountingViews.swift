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
    -- quarters), path without its 4-byte extension byte by byte, whole path
    SELECT id AS submission,
      row_number() OVER (ORDER BY moment, substr(bytes, 1, max(0, length(bytes) - 4)), bytes)
        AS position,
      moment
    FROM (
      SELECT id, CAST(path AS BLOB) AS bytes,
        CASE WHEN period IS NULL THEN 0
          ELSE period_year * 10 + coalesce(period_quarter, 5) END AS moment
      FROM submission)
    """

  /// Every admitted record with the role that SQL finds for it; `stated` is kheo's.
  ///
  /// All four functions share one window and one frame, so that SQLite sorts the records once.
  static let recounted = """
    CREATE VIEW recounted AS
    -- Đếm lại từng bản ghi / Every record that was not rejected nor is out of period, with its
    -- role found anew. The records of a model (an identity) are looked at in the order of counting:
    -- nth: which of them it is; moment_before: the submission period of the one before it;
    -- first_moment, first_year: submission period and registration year of the first, the counted
    SELECT submission, number, stated, ward, field, year, quarter, quantity,
      moment / 10 AS reporting_year,
      CASE
        WHEN nth = 1 THEN \(RecordRole.counted.rawValue)
        WHEN moment = moment_before THEN \(RecordRole.duplicate.rawValue)
        WHEN moment / 10 <= first_year THEN \(RecordRole.carriedOverEarly.rawValue)
        WHEN moment / 10 NOT BETWEEN (SELECT min(year) FROM year) AND (SELECT max(year) FROM year)
          THEN \(RecordRole.carriedOverOutside.rawValue)
        -- The one before was carried over in the same reporting year
        WHEN moment_before / 10 = moment / 10 AND moment_before <> first_moment
          THEN \(RecordRole.carriedOverAgain.rawValue)
        WHEN is_ended THEN \(RecordRole.carriedOverEnded.rawValue)
        ELSE \(RecordRole.maintained.rawValue)
      END AS role
    FROM (
      SELECT r.submission, r.number, r.role AS stated, r.ward, r.field, r.year, r.quarter,
        r.quantity, r.is_ended, o.moment,
        row_number() OVER history AS nth,
        lag(o.moment) OVER history AS moment_before,
        first_value(o.moment) OVER history AS first_moment,
        first_value(r.year) OVER history AS first_year
      FROM record r CROSS JOIN counting_order o
      WHERE o.submission = r.submission AND r.identity_low IS NOT NULL
      WINDOW history AS (
        PARTITION BY r.identity_low, r.identity_high
        ORDER BY o.position * \(recordNumberLimit) + r.number
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))
    """

  /// Records and quantities of `recounted` by everything that a figure may ask for.
  ///
  /// `key` names a combination of the columns before `maintained_year`, together with
  /// `reporting_year`.
  static func tallySelection(groupedBy key: String) -> String {
    """
    SELECT ward, field, year, coalesce(quarter, 0) AS quarter, role,
      CASE role WHEN \(RecordRole.maintained.rawValue) THEN reporting_year END AS maintained_year,
      count(*) AS records, sum(quantity) AS quantity, sum(role <> stated) AS disputed
    FROM recounted
    GROUP BY \(key)
    """
  }

  /// Of the records that never came to be counted there is nothing to find anew: they are as stated.
  static let tally = """
    CREATE VIEW tally AS
    -- Bảng cộng dồn / Records and quantities by ward, field, registration year and quarter
    -- (0: unknown), role, and reporting year of what is maintained
    SELECT ward, field, year, quarter, role, maintained_year, records, quantity
    FROM (\(tallySelection(groupedBy: "1, 2, 3, 4, 5, 6")))
    UNION ALL
    SELECT ward, NULL, NULL, NULL, role, NULL, count(*), 0
    FROM record WHERE identity_low IS NULL
    GROUP BY ward, role
    """

  static let findingTally = """
    CREATE VIEW finding_tally AS
    -- Số phát hiện theo mức / Findings by severity
    SELECT severity, count(*) AS findings FROM finding GROUP BY severity
    """
}
