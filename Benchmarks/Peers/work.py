"""What every peer does in the same way: finding the files, writing the answer.

A peer does the work of `kheo report` as far as its tool can: it loads every submission, makes one
spelling of each name (NFC, lower case, single spaces), flags what is missing, unknown or there twice,
counts each model once over all periods, and writes the findings as CSV and the totals as XLSX. It
computes no hashes, looks for no near names, reads nothing back, and trusts delimiters and headers.

    python PEER.py WORKSPACE OUTPUT_FOLDER

prints the totals as JSON, to be compared with the workspace's truth.json.
"""

import glob
import json
import os
import sys

import xlsxwriter

COLUMNS = ["no", "name", "field", "ward", "hamlet", "owner", "year", "quarter", "quantity", "kind", "status", "id", "note"]
FIELDS = {
    "kt": "KT", "kinh tế": "KT", "vhxh": "VHXH", "văn hóa - xã hội": "VHXH", "qpan": "QPAN",
    "quốc phòng - an ninh": "QPAN", "htct": "HTCT", "hệ thống chính trị": "HTCT",
}
YEARS = [2020, 2021, 2022, 2023, 2024]


def arguments():
    """The inputs folder and the output folder, which is made."""
    workspace, output = sys.argv[1:3]
    os.makedirs(output, exist_ok=True)
    return os.path.join(workspace, "inputs"), output


def submissions(inputs):
    """Every file as (period, path), in the order of counting."""
    paths = glob.glob(os.path.join(inputs, "submissions", "*", "*.csv"))
    return sorted((int(path.split(os.sep)[-2]), path) for path in paths)


def delimiter(path):
    """The delimiter of a file: the one that its header has."""
    with open(path, "rb") as file:
        return ";" if b";" in file.readline() else ","


def by_delimiter(files):
    """The same files in one list for each delimiter."""
    groups = {}
    for period, path in files:
        groups.setdefault(delimiter(path), []).append((period, path))
    return groups


def finish(output, totals, registered, maintained):
    """Writes the workbook of totals, and prints the answer.

    `totals` are the numbers of records by disposition; `registered` and `maintained` are quantities by
    (field code, year).
    """
    workbook = xlsxwriter.Workbook(os.path.join(output, "report.xlsx"))
    for title, table in [("Đăng ký", registered), ("Duy trì", maintained)]:
        sheet = workbook.add_worksheet(title)
        sheet.write_row(0, 0, ["Lĩnh vực", *YEARS, "Cộng"])
        for row, field in enumerate(["KT", "VHXH", "QPAN", "HTCT"], 1):
            numbers = [int(table.get((field, year), 0)) for year in YEARS]
            sheet.write_row(row, 0, [field, *numbers, sum(numbers)])
    workbook.close()
    answer = {key: int(value) for key, value in totals.items()}
    answer["registered"] = {f"{field}.{year}": int(n) for (field, year), n in registered.items() if n}
    answer["maintained"] = {f"{field}.{year}": int(n) for (field, year), n in maintained.items() if n}
    json.dump(answer, sys.stdout)
