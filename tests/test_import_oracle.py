"""An SQL engine counts what `import` left in `submissions/` and `activities/`: nothing is lost.

It shares no code with the program; what the offices sent is known by the figures that were written.
"""

import json
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from conftest import DATA, Run
from returns_made import Cell, Rows, workbook_of

pytestmark = pytest.mark.tools

TABLE: dict[str, Any] = yaml.load(
    (DATA / "pairings.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
PAIRS: dict[str, list[str]] = {row["county"]: row["partners"] for row in TABLE["pairings"]}
OFFICES = [*PAIRS, *(partner for partners in PAIRS.values() for partner in partners)]
SENT = """
    select "单位" as unit, "方式" as kind, "记录数"::int as records, "编号" as ids
    from read_csv('{}/submissions/2021Q2/received.csv', header = true, all_varchar = true)
"""
STANDING = """
    select r."编号" as id, r."两群区县" as county, r."参与人次"::decimal(18, 2) as participants,
        r."资金投入"::decimal(18, 2) as funding, o."单位" as unit, o."文件" as file
    from read_csv('{0}/activities/**/*.csv', header = true, all_varchar = true,
        union_by_name = true) r
    join read_csv('{0}/submissions/2021Q2/origins.csv', header = true, all_varchar = true) o
        on o."编号" = r."编号"
"""


def returns(dice: random.Random) -> Iterator[tuple[str, str, Rows, int, Decimal]]:
    """A return of each office: its file, the office, its rows, their sums of people and of 元."""
    for office in OFFICES:
        county = next(c for c, partners in PAIRS.items() if office == c or office in partners)
        partner = office if office != county else dice.choice(PAIRS[county])
        unit, factor = dice.choice([("（万元）", 10_000), ("（元）", 1), ("", 1)])
        head = ("日期", "活动主题", "领域", "主城协同区", "参加人数", f"资金投入{unit}")
        rows: list[list[Cell]] = [[f"{office}科协2021年第二季度"], list(head)]
        people, money = 0, Decimal(0)
        for n in range(dice.randint(0, 20)):
            count, amount = dice.randint(0, 900), Decimal(dice.randint(0, 500)) / 4
            cells = [f"{dice.randint(4, 6)}月{n + 1}日", f"演示{office}{n}", dice.choice("123456")]
            rows.append([*cells, partner, count, float(amount)])
            people, money = people + count, money + amount * factor
        if len(rows) == 2:
            rows.append(["零报告"])
        yield f"{office}.xlsx", office, rows, people, money


@pytest.mark.parametrize("seed", range(3))
def test_every_figure_that_was_sent_is_counted_once(run: Run, tables: Path, seed: int) -> None:
    sent = list(returns(random.Random(seed)))
    for name, _, rows, _, _ in sent:
        (tables.parent / name).write_bytes(workbook_of(rows))
    names = [name for name, *_ in sent]
    for _ in range(2):  # the second time nothing changes
        result = run("import", *names, "--format", "json")
        assert result.code == 0, result.out
    sql = duckdb.connect()
    folder = tables.as_posix()
    received = sql.sql(f"select unit, kind, records from ({SENT.format(folder)})").fetchall()
    events = {office: len(rows) - 2 for _, office, rows, _, _ in sent}
    nil = {office for _, office, rows, _, _ in sent if rows[2][0] == "零报告"}
    assert {unit for unit, kind, _ in received if kind == "零报告"} == nil
    assert {unit: n for unit, kind, n in received if kind == "台账"} == {
        office: n for office, n in events.items() if office not in nil
    }
    standing = STANDING.format(folder)
    by_unit = f"select unit, sum(participants), sum(funding) from ({standing}) group by unit"
    told = {unit: (int(people), money) for unit, people, money in sql.sql(by_unit).fetchall()}
    assert told == {o: (people, money) for _, o, _, people, money in sent if o not in nil}
    totals = json.loads(run("report", "2021Q2", "--format", "json").out)["totals"]
    count = (
        f"select count(*), count(distinct id), sum(participants), sum(funding) from ({standing})"
    )
    (row,) = sql.sql(count).fetchall()
    assert row[0] == row[1] == totals["activities"]
    assert (int(row[2]), f"{row[3]:.2f}") == (totals["participants"], totals["funding_yuan"])
    ids = f"select unnest(string_split(ids, '、')) from ({SENT.format(folder)})"
    assert sql.sql(f"select count(*) from ({ids})").fetchall() == [(row[0],)]


OWN = """
    select "单位" as unit, any_value("方式") as kind, min("收到日期"::date) > date '{1}' as late
    from read_csv('{0}/submissions/2021Q2/received.csv', header = true, all_varchar = true)
    group by "单位"
"""


@pytest.mark.parametrize("seed", range(3))
def test_who_has_reported_is_what_sql_finds_among_the_received(
    run: Run, tables: Path, seed: int
) -> None:
    dice = random.Random(seed)
    sent = [one for one in returns(dice) if dice.random() < 0.5]
    for name, _, rows, _, _ in sent:
        (tables.parent / name).write_bytes(workbook_of(rows))
        day = dice.choice(["2021-07-02", "2021-07-20"])
        assert run("import", name, "--received", day).code == 0
    told = json.loads(run("status", "2021Q2", "--format", "json").out)
    query = OWN.format(tables.as_posix(), told["due"])
    found = duckdb.connect().execute(query).fetchall()
    own = {
        unit: "late" if late else "nil" if kind == "零报告" else "received"
        for unit, kind, late in found
    }
    assert {o["name"]: o["state"] for o in told["offices"] if o["own"] and o["sources"]} == own
    members = {name: {c, *partners} for c, partners in PAIRS.items() for name in (c, *partners)}
    silent = [office for office in OFFICES if not members[office] & own.keys()]
    assert sorted(told["missing"]) == sorted(silent)
    counts = (told["received"], told["nil"], told["late"], len(told["missing"]))
    assert sum(counts) == told["expected"] == len(OFFICES)
