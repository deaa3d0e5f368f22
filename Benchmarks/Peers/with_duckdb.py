"""The work in DuckDB, with XlsxWriter for the workbook."""

import os

import duckdb

import work

inputs, output = work.arguments()
database = duckdb.connect()
columns = ", ".join(f"'{name}': 'VARCHAR'" for name in work.COLUMNS)
sources = " UNION ALL BY NAME ".join(
    f"""SELECT *, regexp_extract(filename, 'submissions/(\\d+)/', 1)::INT AS period
    FROM read_csv({[path for _, path in group]}, delim = '{delimiter}', quote = '"', escape = '"', header = true,
      auto_detect = false, columns = {{{columns}}}, filename = true, null_padding = false)"""
    for delimiter, group in work.by_delimiter(work.submissions(inputs)).items())
database.execute("CREATE TABLE field_names (spelling VARCHAR, code VARCHAR)")
database.executemany("INSERT INTO field_names VALUES (?, ?)", list(work.FIELDS.items()))
database.execute(
    f"""CREATE TABLE records AS
    SELECT filename, number, period, ward, coalesce(hamlet, '') AS hamlet, coalesce(owner, '') AS owner, name, field, year,
      key, code, try_cast(year AS INT) AS registration_year, coalesce(try_cast(quantity AS BIGINT), 1) AS amount,
      coalesce(key, '') = '' OR coalesce(field, '') = '' AS missing,
      code IS NULL AND coalesce(field, '') != '' AS unknown,
      NOT regexp_full_match(coalesce(year, ''), '[0-9]{{4}}') AS undated,
      missing OR unknown OR undated AS rejected
    FROM (SELECT *, row_number() OVER () AS number,
        trim(regexp_replace(lower(nfc_normalize(name)), '\\s+', ' ', 'g')) AS key FROM ({sources})) AS texts
    LEFT JOIN field_names ON field_names.spelling = lower(trim(texts.field))""")
database.execute(
    """CREATE TABLE judged AS
    SELECT *, CASE
        WHEN row_number() OVER sent > 1 THEN 'duplicate'
        WHEN row_number() OVER model = 1 THEN 'counted'
        ELSE 'carriedOver' END AS disposition,
      first_value(registration_year) OVER model AS first_year
    FROM records WHERE NOT rejected
    WINDOW model AS (PARTITION BY ward, hamlet, owner, key ORDER BY period, filename, number),
      sent AS (PARTITION BY ward, hamlet, owner, key, period ORDER BY filename, number)""")
database.execute(
    f"""COPY (
      SELECT 'missing-value' AS rule, filename, number, name, field, year FROM records WHERE missing
      UNION ALL SELECT 'unknown-field', filename, number, name, field, year FROM records WHERE unknown
      UNION ALL SELECT 'invalid-year', filename, number, name, field, year FROM records WHERE undated
      UNION ALL SELECT 'duplicate-record', filename, number, name, field, year FROM judged
        WHERE disposition = 'duplicate'
      ORDER BY filename, number) TO '{os.path.join(output, "findings.csv")}'""")


def table(query):
    return {(code, year): amount for code, year, amount in database.execute(query).fetchall()}


totals = dict(database.execute("SELECT disposition, count(*) FROM judged GROUP BY ALL").fetchall())
totals["records"], totals["rejected"] = database.execute(
    "SELECT count(*), count(*) FILTER (rejected) FROM records").fetchone()
work.finish(
    output, {"counted": 0, "carriedOver": 0, "duplicate": 0, **totals},
    table("SELECT code, registration_year, sum(amount) FROM judged WHERE disposition = 'counted' GROUP BY ALL"),
    table(
        "SELECT code, period, sum(amount) FROM judged WHERE disposition = 'carriedOver' AND period > first_year "
        "GROUP BY ALL"))
