"""The shipped records: where they lie, how they are written, and what their cells mean."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import DATA, Run

FILES = sorted((DATA / "activities").rglob("*.*"))
HEADER = (
    "编号,状态,开始日期,结束日期,两群区县,主城协同区,任务领域,任务举措,牵头单位,牵头类别,活动名称,"
    "活动形式,地点,参与人次,专家人次,资金投入,实物折价,成果,推荐典型,来源,备注"
)
TABLE: dict[str, Any] = yaml.load(
    (DATA / "pairings.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
PINYIN: dict[str, str] = {unit["name"]: unit["pinyin"] for unit in TABLE["units"]}
WIN_LONG_MAX = 2**31 - 1  # what a C long holds on Windows, where offices work


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


RECORDS = [(path, row) for path in FILES for row in rows_of(path)]


def quarter_days(folder: str) -> tuple[str, str]:
    """The first and last day of a folder named by a quarter or a year, as texts that compare."""
    year, _, quarter = folder.partition("Q")
    if not quarter:
        return f"{year}-01-01", f"{year}-12-31"
    first = 3 * int(quarter) - 2
    return f"{year}-{first:02}-01", f"{year}-{first + 2:02}-31"


def test_there_are_fourteen_records() -> None:
    assert len(RECORDS) == 14


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_is_one_county_and_quarter_with_bom_and_the_canonical_header(path: Path) -> None:
    folder, data = path.parent.name, path.read_bytes()
    assert path.parent.parent == DATA / "activities"
    assert re.fullmatch(r"\d{4}(Q[1-4])?", folder)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\n")
    assert b"\r" not in data
    assert data.decode("utf-8-sig").splitlines()[0] == HEADER
    assert {PINYIN[row["两群区县"]] for row in rows_of(path)} == {path.stem}
    first, last = quarter_days(folder)
    assert all(first[:n] <= day <= last[:n] for day, n in _days(path))


def _days(path: Path) -> list[tuple[str, int]]:
    return [(row["开始日期"], len(row["开始日期"])) for row in rows_of(path)]


def test_ids_are_folder_county_and_number_counted_from_one() -> None:
    ids = [row["编号"] for _, row in RECORDS]
    expected = [
        f"{path.parent.name}-{path.stem}-{n:02}"
        for path in FILES
        for n, _ in enumerate(rows_of(path), 1)
    ]
    assert ids == expected
    assert len(set(ids)) == 14


def test_every_record_names_its_source_on_the_web() -> None:
    assert all(re.fullmatch(r"https?://[^\s,]+", row["来源"]) for _, row in RECORDS)


def test_no_record_is_made_up() -> None:
    assert not any("演示" in cell for _, row in RECORDS for cell in row.values())


def listed(run: Run, *words: str) -> dict[str, dict[str, Any]]:
    result = run("activities", *words, "--format", "json")
    assert (result.code, result.err) == (0, "")
    return {record["id"]: record for record in json.loads(result.out)}


def test_all_records_are_read_with_their_place_and_dates_as_precise_as_known(
    run: Run, data: Path
) -> None:
    told = listed(run)
    assert len(told) == 14
    for path, row in RECORDS:
        record = told[row["编号"]]
        assert record["path"] == f"data/activities/{path.parent.name}/{path.name}"
        assert record["date"] == row["开始日期"]
        assert (record["end_date"] or "") == row["结束日期"]
        assert "、".join(record["partners"]) == row["主城协同区"]
    assert sorted(r["date"] for r in told.values() if len(r["date"]) < 10) == [
        "2021-02",
        "2021-05",
        "2021-07",
        "2024",
    ]


def test_an_amount_in_wan_is_yuan_and_blanks_are_null(run: Run, data: Path) -> None:
    told = listed(run)
    assert told["2023Q4-pengshui-01"]["funding_yuan"] == "30000.00"
    assert told["2021Q3-wanzhou-01"]["participants"] == 1
    figures = ("participants", "experts", "funding_yuan", "in_kind_yuan")
    reported = {(r["id"], key) for r in told.values() for key in figures if r[key] is not None}
    assert reported == {
        ("2023Q4-pengshui-01", "funding_yuan"),
        ("2021Q3-wanzhou-01", "participants"),
    }
    assert all(r["measure"] is None for r in told.values())
    assert not any(r["approximate"] or r["exemplar"] for r in told.values())


def test_two_partners_in_a_cell_are_two_partners(run: Run, data: Path) -> None:
    told = listed(run, "--pair", "开州区")
    assert [record["partners"] for record in told.values()] == [["江津区", "万盛经开区"]] * 2


def test_the_shipped_records_have_no_error(run: Run, data: Path) -> None:
    result = run("validate", "--format", "json")
    assert result.code == 0
    summary = json.loads(result.out)["summary"]
    assert (summary["errors"], summary["records"]) == (0, 14)
    assert summary["files"] == len(FILES) + 2


def test_reading_a_csv_sets_no_limit_that_windows_cannot_hold(run: Run, data: Path) -> None:
    run("activities")
    assert csv.field_size_limit() <= WIN_LONG_MAX
