import Domain

/// Each family of figures of SPEC §7 in SQL, as `(id, value)`, zeros included.
///
/// They read `tally`, `finding_tally`, `submission` and the registers, and nothing else.
enum FigureViews {
  static let all = [registered, maintained, records, coverage, submissions, findings, recount]

  /// The families that add up over shards of whole wards.
  static let ofWards = [registered, maintained, records, coverage]

  static let registered = """
    CREATE VIEW recount_registered AS
    -- Đăng ký / Σ quantity of counted records
    WITH cell AS MATERIALIZED (
      SELECT ward, field, year, sum(quantity) AS quantity,
        sum(CASE quarter WHEN 1 THEN quantity ELSE 0 END) AS q1,
        sum(CASE quarter WHEN 2 THEN quantity ELSE 0 END) AS q2,
        sum(CASE quarter WHEN 3 THEN quantity ELSE 0 END) AS q3,
        sum(CASE quarter WHEN 4 THEN quantity ELSE 0 END) AS q4
      FROM tally WHERE role = \(RecordRole.counted.rawValue) GROUP BY ward, field, year),
    by_year AS MATERIALIZED (
      SELECT year, sum(quantity) AS quantity, sum(q1) AS q1, sum(q2) AS q2, sum(q3) AS q3,
        sum(q4) AS q4
      FROM cell GROUP BY year)
    SELECT 'registered' AS id, coalesce(sum(quantity), 0) AS value FROM cell
    UNION ALL
    SELECT 'registered.field=' || f.code, coalesce(c.quantity, 0)
    FROM field f LEFT JOIN (
      SELECT field, sum(quantity) AS quantity FROM cell GROUP BY field) c ON c.field = f.code
    UNION ALL
    SELECT 'registered.year=' || printf('%04d', y.year), coalesce(c.quantity, 0)
    FROM year y LEFT JOIN by_year c ON c.year = y.year
    UNION ALL
    SELECT 'registered.ward=' || w.code, coalesce(c.quantity, 0)
    FROM ward w LEFT JOIN (
      SELECT ward, sum(quantity) AS quantity FROM cell GROUP BY ward) c ON c.ward = w.code
    UNION ALL
    SELECT 'registered.field=' || f.code || '.year=' || printf('%04d', y.year),
      coalesce(c.quantity, 0)
    FROM field f CROSS JOIN year y LEFT JOIN (
      SELECT field, year, sum(quantity) AS quantity FROM cell GROUP BY field, year) c
      ON c.field = f.code AND c.year = y.year
    UNION ALL
    SELECT 'registered.ward=' || w.code || '.field=' || f.code, coalesce(c.quantity, 0)
    FROM ward w CROSS JOIN field f LEFT JOIN (
      SELECT ward, field, sum(quantity) AS quantity FROM cell GROUP BY ward, field) c
      ON c.ward = w.code AND c.field = f.code
    UNION ALL
    SELECT 'registered.ward=' || w.code || '.year=' || printf('%04d', y.year),
      coalesce(c.quantity, 0)
    FROM ward w CROSS JOIN year y LEFT JOIN (
      SELECT ward, year, sum(quantity) AS quantity FROM cell GROUP BY ward, year) c
      ON c.ward = w.code AND c.year = y.year
    UNION ALL
    SELECT 'registered.year=' || printf('%04d', y.year) || '.quarter=' || q.name,
      coalesce(CASE q.name WHEN '1' THEN c.q1 WHEN '2' THEN c.q2 WHEN '3' THEN c.q3
        WHEN '4' THEN c.q4 ELSE c.quantity - c.q1 - c.q2 - c.q3 - c.q4 END, 0)
    FROM year y CROSS JOIN (
      SELECT '1' AS name UNION ALL VALUES ('2'), ('3'), ('4'), ('unknown')) q
      LEFT JOIN by_year c ON c.year = y.year
    """

  static let maintained = """
    CREATE VIEW recount_maintained AS
    -- Duy trì / Σ quantity of carried-over records, one a model and reporting year
    WITH kept AS MATERIALIZED (
      SELECT field, maintained_year AS year, sum(quantity) AS quantity FROM tally
      WHERE role = \(RecordRole.maintained.rawValue) GROUP BY field, maintained_year)
    SELECT 'maintained.year=' || printf('%04d', y.year) AS id, coalesce(sum(k.quantity), 0) AS value
    FROM year y LEFT JOIN kept k ON k.year = y.year
    GROUP BY y.year
    UNION ALL
    SELECT 'maintained.field=' || f.code || '.year=' || printf('%04d', y.year),
      coalesce(k.quantity, 0)
    FROM field f CROSS JOIN year y LEFT JOIN kept k ON k.field = f.code AND k.year = y.year
    """

  static let records = """
    CREATE VIEW recount_records AS
    -- Số bản ghi / Numbers of data records
    WITH became AS MATERIALIZED (
      SELECT t.ward, r.disposition, sum(t.records) AS records
      FROM (SELECT role, ward, sum(records) AS records FROM tally GROUP BY role, ward) t
        JOIN role r ON r.number = t.role
      GROUP BY t.ward, r.disposition),
    kind AS (SELECT DISTINCT disposition FROM role)
    SELECT 'records.read' AS id, coalesce(sum(records), 0) AS value FROM became
    UNION ALL
    SELECT 'records.' || k.disposition, coalesce(sum(b.records), 0)
    FROM kind k LEFT JOIN became b ON b.disposition = k.disposition
    GROUP BY k.disposition
    UNION ALL
    SELECT 'records.read.ward=' || w.code, coalesce(b.records, 0)
    FROM ward w LEFT JOIN (
      SELECT ward, sum(records) AS records FROM became GROUP BY ward) b ON b.ward = w.code
    UNION ALL
    SELECT 'records.' || k.disposition || '.ward=' || w.code, coalesce(b.records, 0)
    FROM ward w CROSS JOIN kind k LEFT JOIN became b
      ON b.ward = w.code AND b.disposition = k.disposition
    UNION ALL
    SELECT 'records.read.ward=unknown', coalesce(sum(records), 0) FROM became WHERE ward = ''
    UNION ALL
    SELECT 'records.rejected.ward=unknown', coalesce(sum(records), 0)
    FROM became WHERE ward = '' AND disposition = '\(Disposition.rejected.rawValue)'
    """

  static let coverage = """
    CREATE VIEW recount_coverage AS
    -- Độ phủ / Wards, not other bodies, with at least one counted record
    WITH covered AS MATERIALIZED (
      SELECT DISTINCT t.ward, t.field FROM tally t CROSS JOIN ward w
      WHERE w.code = t.ward AND w.is_ward AND t.role = \(RecordRole.counted.rawValue))
    SELECT 'coverage' AS id, count(DISTINCT ward) AS value FROM covered
    UNION ALL
    SELECT 'coverage.field=' || f.code, count(c.ward)
    FROM field f LEFT JOIN covered c ON c.field = f.code
    GROUP BY f.code
    """

  static let submissions = """
    CREATE VIEW recount_submissions AS
    -- Đơn vị phải gửi và đã gửi / Wards in force on a day of each period for which anyone
    -- submitted, and those of them with a submission for it
    WITH sent AS MATERIALIZED (
      SELECT DISTINCT period, period_year * 10 + coalesce(period_quarter, 5) AS moment,
        submitter_ward AS ward
      FROM submission WHERE period IS NOT NULL AND state = 'read'),
    days AS MATERIALIZED (
      SELECT DISTINCT period,
        printf('%04d-%s', moment / 10, CASE moment % 10
          WHEN 2 THEN '04-01' WHEN 3 THEN '07-01' WHEN 4 THEN '10-01' ELSE '01-01' END) AS first_day,
        printf('%04d-%s', moment / 10, CASE moment % 10
          WHEN 1 THEN '03-31' WHEN 2 THEN '06-30' WHEN 3 THEN '09-30' ELSE '12-31' END) AS last_day
      FROM sent),
    expected AS MATERIALIZED (
      SELECT d.period, w.code AS ward FROM days d JOIN ward w
        ON max(coalesce(w.valid_from, d.first_day), d.first_day)
          <= min(coalesce(w.valid_to, d.last_day), d.last_day)
      WHERE w.is_ward)
    SELECT 'submissions.expected.period=' || d.period AS id, count(e.ward) AS value
    FROM days d LEFT JOIN expected e ON e.period = d.period
    GROUP BY d.period
    UNION ALL
    SELECT 'submissions.received.period=' || d.period, count(s.ward)
    FROM days d LEFT JOIN expected e ON e.period = d.period
      LEFT JOIN sent s ON s.period = e.period AND s.ward = e.ward
    GROUP BY d.period
    """

  static let findings = """
    CREATE VIEW recount_findings AS
    -- Số phát hiện / Numbers of findings
    SELECT 'findings.' || s.name AS id, coalesce(sum(t.findings), 0) AS value
    FROM (SELECT 'error' AS name UNION ALL VALUES ('warning'), ('info')) s
      LEFT JOIN finding_tally t ON t.severity = s.name
    GROUP BY s.name
    """

  static let recount = """
    CREATE VIEW recount AS
    -- Mọi số liệu tính lại bằng SQL / Every figure, recomputed
    SELECT id, value FROM recount_registered
    UNION ALL SELECT id, value FROM recount_maintained
    UNION ALL SELECT id, value FROM recount_records
    UNION ALL SELECT id, value FROM recount_coverage
    UNION ALL SELECT id, value FROM recount_submissions
    UNION ALL SELECT id, value FROM recount_findings
    """
}
