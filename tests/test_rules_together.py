"""Records against each other, and doubts: what is told of them, and what is left in peace."""

import json
from pathlib import Path

import pytest

from conftest import Run

HEAD = "开始日期,结束日期,两群区县,主城协同区,任务领域,牵头单位,活动名称,地点,资金投入,来源,备注"


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
