"""An independent oracle: an SQL engine counts the same files, and the report must agree.

It shares no code with the program. Its ledgers hold what SQL can read: ISO dates, plain numbers,
约300 and 3万元.
"""

import csv
import json
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from conftest import DATA, SUMS, Run

pytestmark = pytest.mark.tools

TABLE: dict[str, Any] = yaml.load(
    (DATA / "pairings.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
PAIRS: dict[str, list[str]] = {row["county"]: row["partners"] for row in TABLE["pairings"]}
HEADER = (DATA / "activities/2021Q2/wushan.csv").read_text(encoding="utf-8-sig").splitlines()[0]
AREAS = [*"123456", "保障1", "保障2", "保障3"]
COUNTS = ("activities", "led_by_associations", "completed", "ongoing", "planned", "pairs")

LOAD = """
create table cell as select *
from read_csv(?, header = true, all_varchar = true, delim = ',', quote = '"', nullstr = '',
    union_by_name = true)
"""
LACKING = 'alter table cell add column if not exists "{}" varchar'
RECORDS = f"""
create table record as select
    "两群区县" as county, "任务领域" as area, "牵头类别" as lead_kind,
    coalesce("状态", '已完成') as status,
    cast("开始日期" || substr('0000-01-01', length("开始日期") + 1) as date) as first,
    case length("开始日期")
        when 4 then make_date(cast("开始日期" as int), 12, 31)
        when 7 then last_day(cast("开始日期" || '-01' as date))
        else cast("开始日期" as date)
    end as last,
    {",".join(f'"{column.header}" as {key}' for key, column in SUMS.items())}
from cell
"""
EACH = """
    sum(cast(regexp_extract({0}, '[0-9.]+') as decimal(18, 2)) * if({0} like '%万元', 10000, 1))
        filter (status <> '计划') as {0},
    count(*) filter (status <> '计划' and {0} is null) as unreported_{0},
    count(*) filter (status <> '计划' and {0} like '约%') as approximate_{0}
"""
COUNT = f"""
select area, county,
    count(*) filter (status <> '计划') as activities,
    count(*) filter (status <> '计划' and lead_kind = '科协') as led_by_associations,
    count(*) filter (status = '已完成') as completed,
    count(*) filter (status = '进行中') as ongoing,
    count(*) filter (status = '计划') as planned,
    count(distinct county) filter (status <> '计划') as pairs,
    {",".join(EACH.format(key) for key in SUMS)}
from record where first >= ? and last <= ?
group by grouping sets ((), (area), (county))
"""
SHARES = """
select area, printf('%.1f', round(100.0 * count(*)::decimal(18, 6) / sum(count(*)) over (), 1))
from record where first >= ? and last <= ? and status <> '计划' group by area
"""
NOTHING = {
    **dict.fromkeys(COUNTS, 0),
    **dict.fromkeys(SUMS),
    "unreported": dict.fromkeys(SUMS, 0),
    "approximate": dict.fromkeys(SUMS, 0),
}

Figures = dict[str, Any]
Period = tuple[str, str, str, str]


class Oracle:
    def __init__(self, folder: Path) -> None:
        self._sql = duckdb.connect()
        self._sql.execute(LOAD, [str(folder / "activities/**/*.csv")])
        for column in SUMS.values():
            self._sql.execute(LACKING.format(column.header))
        self._sql.execute(RECORDS)

    def figures(self, start: str, end: str) -> dict[str, Figures]:
        """Of all records under "", of each area and each county by name."""
        told = self._sql.execute(COUNT, [start, end])
        columns = [column[0] for column in told.description or ()]
        rows = [dict(zip(columns, row, strict=True)) for row in told.fetchall()]
        return {row["area"] or row["county"] or "": self._row(row) for row in rows}

    def shares(self, start: str, end: str) -> dict[str, str]:
        """Of each area that has activities, its part of all in per cent."""
        return dict(self._sql.execute(SHARES, [start, end]).fetchall())

    def _row(self, row: Figures) -> Figures:
        return {
            **{key: row[key] for key in COUNTS},
            **{key: self._sum(row[key], money=column.is_money) for key, column in SUMS.items()},
            "unreported": {key: row[f"unreported_{key}"] for key in SUMS},
            "approximate": {key: row[f"approximate_{key}"] for key in SUMS},
        }

    def _sum(self, total: Any, money: bool) -> object:
        if total is None:
            return None
        return f"{total:.2f}" if money else int(total)


def periods(year: int) -> list[Period]:
    """Option, value, first and last day of every quarter, half and the whole of a year."""
    ends = ("03-31", "06-30", "09-30", "12-31")
    quarters = [
        ("--quarter", f"{year}Q{q}", f"{year}-{3 * q - 2:02}-01", f"{year}-{ends[q - 1]}")
        for q in range(1, 5)
    ]
    halves = [
        ("--half", f"{year}H1", f"{year}-01-01", f"{year}-06-30"),
        ("--half", f"{year}H2", f"{year}-07-01", f"{year}-12-31"),
    ]
    return [*quarters, *halves, ("--year", str(year), f"{year}-01-01", f"{year}-12-31")]


def told(run: Run, command: str, *words: str) -> Any:
    result = run(command, *words, "--format", "json")
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)


def kept(row: Figures) -> Figures:
    return {key: row[key] for key in NOTHING}


def agree(run: Run, oracle: Oracle, year: int) -> None:
    """Every period's totals, areas, safeguards and pairs, and those of the period before."""
    for option, value, start, end in periods(year):
        report = told(run, "report", option, value)
        now = oracle.figures(start, end)
        before = oracle.figures(report["compared"]["start"], report["compared"]["end"])
        assert (report["period"]["start"], report["period"]["end"]) == (start, end)
        assert report["totals"] == now.get("", NOTHING)
        assert report["compared"]["totals"] == before.get("", NOTHING)
        rows = {str(row["no"]): row for row in report["areas"]}
        rows |= {f"保障{row['no']}": row for row in report["safeguards"]}
        assert list(rows) == AREAS
        parts = oracle.shares(start, end)
        for key, row in rows.items():
            assert kept(row) == now.get(key, NOTHING), (value, key)
            assert row["share_percent"] == (parts.get(key, "0.0") if parts else None), (value, key)
            assert row["previous"] == before.get(key, NOTHING), (value, key)
        assert [row["county"] for row in report["pairs"]] == list(PAIRS)
        for row in report["pairs"]:
            assert kept(row) == now.get(row["county"], NOTHING), (value, row["county"])


def write_ledger(folder: Path, seed: int, year: int) -> None:
    """Made-up records: each county may have a file in each quarter and in the year's folder."""
    dice = random.Random(seed)
    months = {f"{year}Q{q}": range(3 * q - 2, 3 * q + 1) for q in range(1, 5)}
    months |= {str(year): range(1, 13), f"{year - 1}Q4": range(10, 13)}
    for name, within in months.items():
        for n, county in enumerate(dice.sample(list(PAIRS), 4)):
            rows = [_record(dice, name, within, county) for _ in range(dice.randint(1, 5))]
            path = folder / "activities" / name / f"{n}.csv"
            path.parent.mkdir(exist_ok=True)
            with path.open("w", encoding=dice.choice(["utf-8", "utf-8-sig"]), newline="") as file:
                ends = dice.choice(["\n", "\r\n"])
                writer = csv.DictWriter(file, HEADER.split(","), lineterminator=ends)
                writer.writeheader()
                writer.writerows(rows)


def _record(dice: random.Random, name: str, months: range, county: str) -> dict[str, str]:
    day = f"{name[:4]}-{dice.choice(months):02}-{dice.randint(1, 28):02}"
    lengths = [10, 10, 7] if "Q" in name else [10, 7, 4]
    partners = dice.sample(PAIRS[county], dice.randint(1, len(PAIRS[county])))
    return {
        "状态": dice.choice(["", "计划", "进行中", "已完成"]),
        "开始日期": day[: dice.choice(lengths)],
        "两群区县": county,
        "主城协同区": dice.choice("、，,;/").join(partners),
        "任务领域": dice.choice(AREAS),
        "牵头类别": dice.choice(["", "科协", "部门"]),
        "活动名称": f"演示数据{dice.randint(1, 9)}",
        "参与人次": dice.choice(["", "0", "12", "300", "约300"]),
        "专家人次": dice.choice(["", "", "0", "3"]),
        "资金投入": dice.choice(["", "0", "5000", "3万元", "约2万元", "0.05"]),
        "实物折价": dice.choice(["", "", "", "1200.5", "1.5万元"]),
    }


@pytest.mark.parametrize("year", range(2021, 2026))
def test_the_shipped_records_add_up_as_sql_adds_them(run: Run, data: Path, year: int) -> None:
    agree(run, Oracle(data), year)


@pytest.mark.parametrize("seed", range(4))
def test_made_up_records_add_up_as_sql_adds_them(run: Run, tables: Path, seed: int) -> None:
    write_ledger(tables, seed, 2023)
    agree(run, Oracle(tables), 2023)


def test_areas_and_safeguards_and_pairs_add_up_to_the_totals(run: Run, tables: Path) -> None:
    write_ledger(tables, 7, 2023)
    for option, value, _, _ in periods(2023):
        report = told(run, "report", option, value)
        totals = report["totals"]
        assert totals["activities"] == totals["completed"] + totals["ongoing"]
        for rows in (report["areas"] + report["safeguards"], report["pairs"]):
            for key in COUNTS[:5]:
                assert sum(row[key] for row in rows) == totals[key]
            for key in SUMS:
                parts = [Decimal(row[key]) for row in rows if row[key] is not None]
                whole = None if totals[key] is None else Decimal(totals[key])
                assert (sum(parts) if parts else None) == whole
                for what in ("unreported", "approximate"):
                    assert sum(row[what][key] for row in rows) == totals[what][key]
        for row in report["pairs"]:
            inside = sum(row["areas"].values())
            assert set(row["areas"]) == set("123456")
            assert inside <= row["activities"]


def test_a_filter_gives_the_row_and_lists_exactly_the_records_behind_it(
    run: Run, tables: Path
) -> None:
    write_ledger(tables, 8, 2023)
    full = told(run, "report", "--half", "2023H1")
    asked = [("--area", str(row["no"]), row) for row in full["areas"]]
    asked += [("--area", f"保障{row['no']}", row) for row in full["safeguards"]]
    asked += [("--pair", row["county"], row) for row in full["pairs"]]
    for option, value, row in asked:
        listed = told(run, "activities", "--half", "2023H1", option, value)
        assert len(listed) == row["activities"] + row["planned"]
        alone = told(run, "report", "--half", "2023H1", option, value)
        assert alone["totals"] == kept(row)
        if option == "--area":
            assert alone["compared"]["totals"] == row["previous"]
    led = told(run, "report", "--half", "2023H1", "--lead", "科协")["totals"]
    assert led["activities"] == full["totals"]["led_by_associations"]


@pytest.mark.parametrize(
    ("words", "counted", "imprecise"),
    [
        ("--quarter 2023Q1", 1, 1),
        ("--quarter 2023Q2", 1, 1),
        ("--half 2023H1", 2, 1),
        ("--half 2023H2", 0, 1),
        ("--year 2023", 3, 0),
        ("--from 2023-02-01 --to 2023-02-28", 1, 1),
        ("--from 2023-02-02 --to 2023-12-31", 1, 2),
        ("--from 2022-12-31 --to 2024-01-01", 3, 0),
    ],
)
def test_a_date_known_to_the_month_or_year_counts_where_it_lies_wholly_inside(
    run: Run, tables: Path, words: str, counted: int, imprecise: int
) -> None:
    dates = ("2023", "2023-02", "2023-05-13")
    lines = [f"{date},巫山县,北碚区,4,演示数据\n" for date in dates]
    (tables / "activities/2023").mkdir()
    (tables / "activities/2023/wushan.csv").write_text(
        "开始日期,两群区县,主城协同区,任务领域,活动名称\n" + "".join(lines), encoding="utf-8"
    )
    report = told(run, "report", *words.split())
    assert (report["totals"]["activities"], len(report["imprecise"])) == (counted, imprecise)
