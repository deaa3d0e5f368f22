import Domain

/// Everything in which an export does not agree with itself; each view is empty when all is well.
///
/// They share four columns: `kind`, `item`, and what is `stated` and `recounted` of it.
enum DifferenceViews {
  static let all = [figures, records, admissions, origins, submissions, identities, difference]

  static let figures = """
    CREATE VIEW figure_difference AS
    -- Số liệu không khớp / Figures that were published otherwise than SQL finds them, or only once
    SELECT 'figure' AS kind, id AS item, max(stated) AS stated, max(recounted) AS recounted
    FROM (
      SELECT id, value AS stated, NULL AS recounted FROM figure
      UNION ALL
      SELECT id, NULL, value FROM recount)
    GROUP BY id
    HAVING max(stated) IS NOT max(recounted)
    """

  static let records = """
    CREATE VIEW record_difference AS
    -- Bản ghi không khớp / Records whose role SQL finds to be another, or whose disposition is not
    -- that of their role
    SELECT 'record' AS kind, s.path || ':' || r.line AS item, a.name AS stated, b.name AS recounted
    FROM (SELECT place, stated, role FROM recounted WHERE role <> stated) c
      JOIN counting_order o ON o.position = c.place / \(CountingViews.recordNumberLimit)
      JOIN submission s ON s.id = o.submission
      JOIN record r ON r.id = o.submission * \(CountingViews.recordNumberLimit)
        + c.place % \(CountingViews.recordNumberLimit)
      LEFT JOIN role a ON a.number = c.stated
      JOIN role b ON b.number = c.role
    UNION ALL
    SELECT 'record', s.path || ':' || r.line, r.disposition, a.disposition
    FROM record r JOIN submission s ON s.id = r.submission LEFT JOIN role a ON a.number = r.role
    WHERE a.disposition IS NOT r.disposition
    """

  static let admissions = """
    CREATE VIEW period_difference AS
    -- Trong hay ngoài kỳ / Records that are out of the period and were admitted, or the other way
    -- round: the registration year is none of the period, or after the cut-off, or the cut-off's
    -- with a known later quarter
    WITH cutoff AS MATERIALIZED (
      SELECT CAST(substr(value, 1, 4) AS INTEGER) AS year, CAST(substr(value, 7) AS INTEGER) AS quarter
      FROM meta WHERE key = 'cutoff')
    SELECT 'period' AS kind, s.path || ':' || r.line AS item, r.disposition AS stated,
      CASE WHEN r.is_outside THEN '\(Disposition.outOfPeriod.rawValue)' ELSE 'admitted' END
        AS recounted
    FROM (
      SELECT r.submission, r.line, r.disposition,
        r.identity_low IS NULL AS was_left_out,
        r.year NOT IN (SELECT year FROM year) OR r.year > c.year
          OR (r.year = c.year AND coalesce(r.quarter, 0) > c.quarter) AS is_outside
      FROM record r CROSS JOIN cutoff c
      WHERE r.disposition <> '\(Disposition.rejected.rawValue)') r
      JOIN submission s ON s.id = r.submission
    WHERE r.is_outside IS NOT r.was_left_out
    """

  static let origins = """
    CREATE VIEW origin_difference AS
    -- Bản ghi gốc không đúng / Records that point to no, or to the wrong earlier record: one
    -- carried over points to the counted one of its model, a duplicate to the first of its period
    SELECT 'origin' AS kind, s.path || ':' || r.line AS item, r.origin AS stated, NULL AS recounted
    FROM record r JOIN submission s ON s.id = r.submission
      LEFT JOIN same_model m
        ON m.identity_low = r.identity_low AND m.identity_high = r.identity_high
      LEFT JOIN record o ON o.id = r.origin
      LEFT JOIN same_model n
        ON n.identity_low = o.identity_low AND n.identity_high = o.identity_high
      LEFT JOIN submission p ON p.id = o.submission
    WHERE CASE r.disposition
      WHEN '\(Disposition.carriedOver.rawValue)' THEN
        o.disposition IS '\(Disposition.counted.rawValue)'
          AND coalesce(n.model_low, o.identity_low) = coalesce(m.model_low, r.identity_low)
          AND coalesce(n.model_high, o.identity_high) = coalesce(m.model_high, r.identity_high)
      WHEN '\(Disposition.duplicate.rawValue)' THEN
        o.disposition IN ('\(Disposition.counted.rawValue)', '\(Disposition.carriedOver.rawValue)')
          AND coalesce(n.model_low, o.identity_low) = coalesce(m.model_low, r.identity_low)
          AND coalesce(n.model_high, o.identity_high) = coalesce(m.model_high, r.identity_high)
          AND p.period IS s.period
      ELSE r.origin IS NULL END IS NOT 1
    """

  static let submissions = """
    CREATE VIEW submission_difference AS
    -- Tệp không khớp / Submissions whose data records are not as many as stated, in all or by
    -- disposition
    SELECT 'submission' AS kind, s.path AS item,
      s.data || ' = ' || s.counted || ' + ' || s.carried_over || ' + ' || s.duplicate || ' + '
        || s.rejected || ' + ' || s.out_of_period AS stated,
      coalesce(r.data, 0) || ' = ' || coalesce(r.counted, 0) || ' + '
        || coalesce(r.carried_over, 0) || ' + ' || coalesce(r.duplicate, 0) || ' + '
        || coalesce(r.rejected, 0) || ' + ' || coalesce(r.out_of_period, 0) AS recounted
    FROM submission s LEFT JOIN (
      SELECT submission, count(*) AS data,
        sum(disposition = '\(Disposition.counted.rawValue)') AS counted,
        sum(disposition = '\(Disposition.carriedOver.rawValue)') AS carried_over,
        sum(disposition = '\(Disposition.duplicate.rawValue)') AS duplicate,
        sum(disposition = '\(Disposition.rejected.rawValue)') AS rejected,
        sum(disposition = '\(Disposition.outOfPeriod.rawValue)') AS out_of_period
      FROM record GROUP BY submission) r ON r.submission = s.id
    WHERE (s.data, s.counted, s.carried_over, s.duplicate, s.rejected, s.out_of_period) IS NOT
      (coalesce(r.data, 0), coalesce(r.counted, 0), coalesce(r.carried_over, 0),
        coalesce(r.duplicate, 0), coalesce(r.rejected, 0), coalesce(r.out_of_period, 0))
    """

  static let identities = """
    CREATE VIEW identity_difference AS
    -- Mã băm và khóa đọc được / Models that the hashed identity keeps together while the readable
    -- keys keep them apart, or the other way round: both must part the records alike
    SELECT 'identity' AS kind, min(id) AS item, 'one identity' AS stated, 'several keys' AS recounted
    FROM record WHERE identity_low IS NOT NULL
    GROUP BY identity_low, identity_high
    HAVING min(ward) <> max(ward) OR min(hamlet_key) <> max(hamlet_key)
      OR min(owner_key) <> max(owner_key) OR min(name_key) <> max(name_key)
    UNION ALL
    SELECT 'identity', min(id), 'several identities', 'the same keys'
    FROM record WHERE identity_low IS NOT NULL
    GROUP BY ward, hamlet_key, owner_key, name_key
    HAVING min(identity_low) <> max(identity_low) OR min(identity_high) <> max(identity_high)
    """

  static let difference = """
    CREATE VIEW difference AS
    -- Mọi điểm không khớp; rỗng là tốt / Everything that does not agree; empty when all is well
    SELECT kind, item, stated, recounted FROM figure_difference
    UNION ALL SELECT kind, item, stated, recounted FROM record_difference
    UNION ALL SELECT kind, item, stated, recounted FROM period_difference
    UNION ALL SELECT kind, item, stated, recounted FROM origin_difference
    UNION ALL SELECT kind, item, stated, recounted FROM submission_difference
    UNION ALL SELECT kind, item, stated, recounted FROM identity_difference
    """
}
