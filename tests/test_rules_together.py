"""Records against each other, and doubts: what is told of them, and what is left in peace."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Run
from cqpair.fields import Activity, RecordSheet
from cqpair.lint.duplicates import retellings
from cqpair.model.tasks import Area, Status
from cqpair.model.units import Region, Unit, UnitKind
from cqpair.source import Grid, Row
from cqpair.values import PartialDate

HEAD = "开始日期,结束日期,两群区县,主城协同区,任务领域,牵头单位,活动名称,地点,资金投入,来源,备注"
LEDGER = RecordSheet(Grid("演示数据.csv", Row(1, []), [], lambda row, i: (1, i)), {})
COUNTY = Unit("石柱县", UnitKind.COUNTY, Region.SOUTHEAST, "shizhu", "sz")
PARTNERS = [Unit(n, UnitKind.DISTRICT, Region.METRO, "x", "x") for n in ("南岸区", "綦江区")]
AREAS = [Area(no, "x", "二（一）", "演示数据", ()) for no in (1, 2)]
TITLES = [
    "甲乙丙丁戊",
    "甲乙丙丁戊1",
    "甲乙丙丁戊己",
    "甲乙丙丁戊12",
    "子甲乙丙丁戊1",
    "子甲乙丙丁戊己丑",
]


def record(title: str, start: int, days: int, who: int, area: int = 0) -> Activity:
    first = date(2021, 5, 1) + timedelta(start)
    empty: dict[str, None] = dict.fromkeys(Activity._fields)
    told = {
        "status": Status.COMPLETED,
        "date": PartialDate(first, first),
        "end_date": PartialDate(first + timedelta(days), first + timedelta(days)),
        "county": COUNTY,
        "partners": (PARTNERS[who % 2],),
        "area": AREAS[area],
        "lead": None if who < 2 else "演示数据",
        "title": title,
        "record_sheet": LEDGER,
        "row": Row(start, []),
    }
    return Activity(**{**empty, **told})  # type: ignore[arg-type]


RECORDS = st.builds(
    record,
    st.sampled_from(TITLES),
    st.integers(0, 9),
    st.integers(0, 3),
    st.integers(0, 3),
    st.integers(0, 1),
)


def within(part: str, title: str) -> bool:
    """True where `part` stands in `title` without parting two digits."""
    at = title.find(part)
    last = title[at + len(part) - 1 : at + len(part) + 1]
    return at >= 0 and not (len(last) == 2 and last.isdecimal())


def alike(one: Activity, other: Activity) -> bool:
    """The rule word for word, for two records."""
    assert one.end_date is not None
    assert other.end_date is not None
    return (
        min(len(one.title), len(other.title)) >= 6
        and one.area == other.area
        and (one.partners, one.lead) != (other.partners, other.lead)
        and one.date.first <= other.end_date.last
        and other.date.first <= one.end_date.last
        and (within(one.title, other.title) or within(other.title, one.title))
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(RECORDS, max_size=12))
def test_looking_up_titles_finds_what_comparing_each_with_each_finds(
    records: list[Activity],
) -> None:
    pairs = list(retellings(records))
    place = {id(activity): i for i, activity in enumerate(records)}
    assert all(alike(*pair) and place[id(pair[0])] > place[id(pair[1])] for pair in pairs)
    found = {frozenset(map(id, pair)) for pair in pairs}
    for i, one in enumerate(records):
        began = [
            other
            for k, other in enumerate(records)
            if (other.date.first, k) < (one.date.first, i) and alike(one, other)
        ]
        assert any(frozenset((id(one), id(o))) in found for o in began) or not began


def _codes(run: Run, data: Path, *rows: str, path: str = "activities/2021/a.csv") -> list[str]:
    file = data / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    found = json.loads(run("validate", "--ignore", "T207", "--format", "json").out)["problems"]
    return [problem["code"] for problem in found]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        # an exact copy is told once, as a copy
        ("2021-05-13,,巫山县,北碚区,4,甲,演示数据一,竹贤乡,3万元,,", None, ["D402"]),
        (
            "2021-05-13,,巫山县,北碚区,4,甲,演示数据联合活动,竹贤乡,3万元,,",
            "2021-05-13,,巫山县,铜梁区,4,乙,演示数据联合活动,竹贤乡,3万元,,",
            ["D403"],
        ),
        (
            "2021-05,,巫山县,北碚区,4,甲,演示数据联合活动,竹贤乡,3万元,,",
            "2021-05-31,,巫山县,北碚区,4,甲,演示数据联合活动,竹贤乡,3万元,,",
            [],
        ),
        (
            "2021-05,,巫山县,北碚区,4,甲,演示数据联合活动,竹贤乡,3万元,,",
            "2021-06-01,,巫山县,北碚区,4,乙,演示数据联合活动,竹贤乡,30000元,,",
            ["D404"],
        ),
    ],
)
def test_two_records_are_told_once_and_as_what_they_are(
    one: str, other: str | None, told: list[str], tables: Path, run: Run
) -> None:
    assert _codes(run, tables, one, other or one) == told


def test_a_warning_leaves_both_records_in_the_figures_and_a_copy_is_left_out(
    tables: Path, run: Run
) -> None:
    rows = [
        "2021-05-13,,巫山县,北碚区,4,甲,演示数据联合活动,竹贤乡,,,",
        "2021-05-13,,巫山县,铜梁区,4,乙,演示数据联合活动,竹贤乡,,,",
    ]
    for copies, counted in ((1, 2), (2, 2)):
        _codes(run, tables, *rows * copies)
        report = json.loads(run("report", "--year", "2021", "--format", "json").out)
        assert report["totals"]["activities"] == counted


def test_the_shipped_records_raise_no_doubt(data: Path, run: Run) -> None:
    codes = "A32,D4,T22"
    result = run("validate", "--select", codes, "--strict", "--format", "json")
    assert (result.code, json.loads(result.out)["problems"]) == (0, [])
    assert json.loads(result.out)["summary"]["records"] > 0
