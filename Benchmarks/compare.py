"""Times kheo, its peers and the limits of the machine on generated workspaces, one after the other.

Each round runs every contestant once, so that a ratio compares neighbours in time; what is printed is the
median over the rounds, and of ratios also the lowest and the highest. Every answer is compared with the
truth that was written when the workspace was made: a wrong one ends the comparison.

    python compare.py --kheo KHEO --generate GENERATE [--records 458,100000,…] [--rounds 3] [--peers …]
"""

import argparse
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "Data")
PYTHON = sys.executable
# What spreads 458, 100,000, 1 million and 10 million records over wards as offices do.
WARDS = {458: 23, 100_000: 500}
PEERS = {
    "Polars, scan_csv": ["with_polars.py"],
    "Polars, joined first": ["with_polars.py", "joined"],
    "DuckDB": ["with_duckdb.py"],
    "pandas + XlsxWriter": ["with_pandas.py"],
    "Python csv + XlsxWriter": ["plain.py"],
}
LIMITS = {
    "wc -l": "find {inputs}/submissions -name '*.csv' -print0 | xargs -0 wc -l",
    "reading": "find {inputs}/submissions -name '*.csv' -print0 | xargs -0 cat",
    "SHA-256 (OpenSSL), 1 core": "find {inputs}/submissions -name '*.csv' -print0 | xargs -0 cat | openssl dgst -sha256",
}


class Run:
    """One process from start to end: seconds, processor seconds, MiB at its peak."""

    def __init__(self, command, output=None):
        started = time.monotonic()
        with open(output or os.devnull, "wb") as file:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file)
            _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.monotonic() - started
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{' '.join(command)}: status {process.returncode}")


class Workspace:
    """A generated workspace, made once and kept in Data."""

    def __init__(self, generate, records, *options):
        wards = WARDS.get(records, 3321)
        self.records = records
        self.folder = os.path.join(DATA, "-".join([str(records), *(option.strip("-") for option in options)]))
        self.inputs = os.path.join(self.folder, "inputs")
        if not os.path.exists(os.path.join(self.folder, "truth.json")):
            shutil.rmtree(self.folder, ignore_errors=True)
            Run([generate, self.folder, "--records", str(records), "--wards", str(wards), *options])
        with open(os.path.join(self.folder, "truth.json")) as file:
            self.truth = json.load(file)
        self.out = os.path.join(self.folder, "out")

    def warm(self):
        Run(["sh", "-c", LIMITS["reading"].format(inputs=self.inputs)])

    def run_limit(self, name):
        return Run(["sh", "-c", LIMITS[name].format(inputs=self.inputs)])

    def run_peer(self, name):
        script, *arguments = PEERS[name]
        shutil.rmtree(self.out, ignore_errors=True)
        os.makedirs(self.out)
        answer = os.path.join(self.out, "answer.json")
        run = Run([PYTHON, os.path.join(HERE, "Peers", script), self.folder, self.out, *arguments], answer)
        with open(answer) as file:
            self.compare(name, json.load(file))
        return run

    def run_kheo(self, kheo, *options):
        shutil.rmtree(self.out, ignore_errors=True)
        run = Run([kheo, "report", "--quiet", "--inputs", self.inputs, "--output", self.out, *options])
        release = next(entry.path for entry in os.scandir(self.out) if entry.is_dir())
        self.compare("kheo", kheo_answer(release))
        return run

    def compare(self, name, answer):
        """Ends everything if an answer is not the truth, in what it speaks of."""
        for key, value in answer.items():
            truth = self.truth[key]
            if key == "findings":
                value = {rule: value[rule] for rule in truth}
            if value != truth:
                sys.exit(f"{name}, {self.folder}: {key} is {value}, but should be {truth}")


def kheo_answer(release):
    """What a release says, in the words of truth.json."""
    with open(os.path.join(release, "figures.csv")) as file:
        figures = {row["figure"]: int(row["value"]) for row in csv.DictReader(file)}
    with open(os.path.join(release, "findings.csv"), encoding="utf-8-sig", newline="") as file:
        findings = Counter(row["rule"] for row in csv.DictReader(file))

    def table(family):
        values = {}
        for figure, value in figures.items():
            parts = figure.split(".")
            if parts[0] == family and len(parts) == 3 and parts[1].startswith("field=") and value:
                values[parts[1][6:] + "." + parts[2][5:]] = value
        return values

    return {
        "records": figures["records.read"], "counted": figures["records.counted"],
        "carriedOver": figures["records.carried-over"], "duplicate": figures["records.duplicate"],
        "rejected": figures["records.rejected"], "registered": table("registered"),
        "maintained": table("maintained"), "findings": findings,
    }


def median(runs, key):
    return statistics.median(getattr(run, key) for run in runs)


def seconds(value):
    return f"{value:.3f} s" if value < 1 else f"{value:.2f} s" if value < 10 else f"{value:.0f} s"


def ratio(over, under):
    """The ratios of wall times round by round: the median, and between what they lie."""
    ratios = sorted(a.wall / b.wall for a, b in zip(over, under))
    return f"{statistics.median(ratios):.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f})"


def compare(workspace, options):
    """All contestants in turn on one workspace; returns kheo's runs."""
    contestants = {"kheo": lambda: workspace.run_kheo(options.kheo)}
    contestants |= {name: lambda name=name: workspace.run_limit(name) for name in LIMITS}
    contestants |= {name: lambda name=name: workspace.run_peer(name) for name in options.peers}
    workspace.warm()
    runs = {name: [] for name in contestants}
    for _ in range(options.rounds):
        for name, contestant in contestants.items():
            runs[name].append(contestant())
    megabytes = workspace.truth["bytes"] / 1e6
    print(f"\n{workspace.records:,} records, {workspace.truth['files']:,} files, {megabytes:,.1f} MB, {options.rounds} rounds\n")
    print("| | wall | CPU | peak | wall ÷ kheo |")
    print("|---|---:|---:|---:|---:|")
    for name, of_one in runs.items():
        print(
            f"| {name} | {seconds(median(of_one, 'wall'))} | {seconds(median(of_one, 'cpu'))} | "
            f"{median(of_one, 'peak'):,.0f} MiB | {ratio(of_one, runs['kheo'])} |", flush=True)
    return runs["kheo"]


def growth(sizes, runs):
    """How time and memory grow from one size to the next."""
    print("\n| from | to | records × | wall × | peak × |")
    print("|---:|---:|---:|---:|---:|")
    for (small, first), (large, second) in zip(zip(sizes, runs), zip(sizes[1:], runs[1:])):
        print(
            f"| {small:,} | {large:,} | {large / small:.1f} | {median(second, 'wall') / median(first, 'wall'):.1f} | "
            f"{median(second, 'peak') / median(first, 'peak'):.1f} |")


def targets(options):
    """kheo against itself: one thread, one file, nothing but errors, and how soon it starts."""
    records = options.records[-1]
    usual = Workspace(options.generate, records)
    kheo = options.kheo
    sample = os.path.join(HERE, "..", "inputs")
    reports = os.path.join(DATA, "sample-out")
    cases = {
        "usual": lambda: usual.run_kheo(kheo),
        "one thread": lambda: usual.run_kheo(kheo, "--threads", "1"),
        "wc -l": lambda: usual.run_limit("wc -l"),
    }
    for option in ["one-file", "all-bad"]:
        other = Workspace(options.generate, records, f"--{option}")
        other.warm()
        cases[option] = lambda other=other: other.run_kheo(kheo)
    usual.warm()

    def run_sample():
        shutil.rmtree(reports, ignore_errors=True)
        return Run([kheo, "report", "--quiet", "--inputs", sample, "--output", reports])

    cases["sample"] = run_sample
    cases["version"] = lambda: Run([kheo, "--version"])
    runs = {name: [] for name in cases}
    for _ in range(options.rounds):
        for name, case in cases.items():
            runs[name].append(case())
    print(f"\n{records:,} records, {options.rounds} rounds\n")
    print("| | wall | CPU | peak |")
    print("|---|---:|---:|---:|")
    for name, of_one in runs.items():
        print(
            f"| {name} | {seconds(median(of_one, 'wall'))} | {seconds(median(of_one, 'cpu'))} | "
            f"{median(of_one, 'peak'):,.0f} MiB |")
    print("\n| ratio of wall times | |\n|---|---:|")
    for over, under in [
        ("usual", "wc -l"), ("one thread", "usual"), ("one-file", "usual"), ("all-bad", "usual"),
    ]:
        print(f"| {over} ÷ {under} | {ratio(runs[over], runs[under])} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kheo", required=True, help="the program")
    parser.add_argument("--generate", required=True, help="the generator of workspaces")
    parser.add_argument(
        "--records", default="458,100000,1000000,10000000", help="sizes, parted by commas",
        type=lambda text: [int(size) for size in text.split(",")])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--peers", default=list(PEERS), type=lambda text: [name for name in PEERS if name in text.split(";")],
        help="some of the peers, parted by semicolons")
    parser.add_argument("--targets", action="store_true", help="kheo against itself instead, at the last size")
    options = parser.parse_args()
    if options.targets:
        targets(options)
        return
    runs = [compare(Workspace(options.generate, size), options) for size in options.records]
    growth(options.records, runs)


main()
