"""The work in Python's standard library alone, with XlsxWriter for the workbook."""

import csv
import os
import unicodedata

import work

inputs, output = work.arguments()
totals = {"records": 0, "counted": 0, "carriedOver": 0, "duplicate": 0, "rejected": 0}
registered, maintained = {}, {}
models = {}  # identity -> [period of the latest record, registration year, last maintained year]


def one_spelling(text):
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


with open(os.path.join(output, "findings.csv"), "w", encoding="utf-8", newline="") as file:
    findings = csv.writer(file)
    findings.writerow(["rule", "path", "record", "value"])
    for period, path in work.submissions(inputs):
        with open(path, encoding="utf-8-sig", newline="") as submission:
            records = csv.reader(submission, delimiter=work.delimiter(path))
            next(records)
            for number, cells in enumerate(records, 2):
                totals["records"] += 1
                name, field = one_spelling(cells[1]), one_spelling(cells[2])
                faults = []
                if not name:
                    faults.append(("missing-value", ""))
                if not field:
                    faults.append(("missing-value", ""))
                elif field not in work.FIELDS:
                    faults.append(("unknown-field", cells[2]))
                if not (cells[6].isascii() and cells[6].isdigit() and len(cells[6]) == 4):
                    faults.append(("invalid-year", cells[6]))
                if faults:
                    totals["rejected"] += 1
                    findings.writerows([rule, path, number, value] for rule, value in faults)
                    continue
                code, year, quantity = work.FIELDS[field], int(cells[6]), int(cells[8] or 1)
                identity = (cells[3], cells[4], cells[5], name)
                model = models.get(identity)
                if model is None:
                    totals["counted"] += 1
                    models[identity] = [period, year, 0]
                    registered[code, year] = registered.get((code, year), 0) + quantity
                elif model[0] == period:
                    totals["duplicate"] += 1
                    findings.writerow(["duplicate-record", path, number, cells[1]])
                else:
                    totals["carriedOver"] += 1
                    model[0] = period
                    if period > model[1] and model[2] != period:
                        model[2] = period
                        maintained[code, period] = maintained.get((code, period), 0) + quantity

work.finish(output, totals, registered, maintained)
