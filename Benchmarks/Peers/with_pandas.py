"""The work in pandas, with XlsxWriter for the workbook."""

import os

import pandas

import work

inputs, output = work.arguments()
frames = []
for period, path in work.submissions(inputs):
    frame = pandas.read_csv(
        path, sep=work.delimiter(path), dtype=str, keep_default_na=False, encoding="utf-8-sig", header=0,
        names=work.COLUMNS)
    frame["path"], frame["period"] = path, period
    frame["record"] = range(2, len(frame) + 2)
    frames.append(frame)
records = pandas.concat(frames, ignore_index=True)
del frames


def one_spelling(texts):
    return texts.str.normalize("NFC").str.lower().str.replace(r"\s+", " ", regex=True).str.strip()


records["key"] = one_spelling(records["name"])
fields = one_spelling(records["field"])
records["code"] = fields.map(work.FIELDS)
faults = {
    "missing-value": (records["key"] == "") | (fields == ""),
    "unknown-field": records["code"].isna() & (fields != ""),
    "invalid-year": ~records["year"].str.fullmatch("[0-9]{4}"),
}
rejected = faults["missing-value"] | faults["unknown-field"] | faults["invalid-year"]
identity = ["ward", "hamlet", "owner", "key"]
good = records[~rejected].copy()
good["year"] = good["year"].astype("int64")
good["quantity"] = good["quantity"].replace("", "1").astype("int64")
is_duplicate = good.duplicated(identity + ["period"])
is_counted = ~good.duplicated(identity)
counted, carried = good[is_counted], good[~is_counted & ~is_duplicate]
first_years = counted[identity + ["year"]].rename(columns={"year": "first_year"})
kept = carried.merge(first_years, on=identity)
kept = kept[kept["period"] > kept["first_year"]]

places = ["path", "record", "name", "field", "year"]
findings = [records.loc[mask, places].assign(rule=rule) for rule, mask in faults.items()]
findings.append(good.loc[is_duplicate, places].assign(rule="duplicate-record"))
pandas.concat(findings).sort_values(["path", "record"]).to_csv(os.path.join(output, "findings.csv"), index=False)

work.finish(
    output,
    {
        "records": len(records), "counted": len(counted), "carriedOver": len(carried),
        "duplicate": is_duplicate.sum(), "rejected": rejected.sum(),
    },
    counted.groupby(["code", "year"])["quantity"].sum().to_dict(),
    kept.groupby(["code", "period"])["quantity"].sum().to_dict())
