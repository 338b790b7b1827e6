"""The Table Schema of the records, as the frictionless package understands it."""

import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Resource, Schema
from frictionless.resources import TableResource

from conftest import DATA, ROOT
from cqpair.fields import COLUMNS

pytestmark = pytest.mark.tools

DESCRIPTOR = json.loads((ROOT / "schemas" / "activities.schema.json").read_text(encoding="utf-8"))
SHIPPED = sorted((DATA / "activities").rglob("*.csv"))
HEADERS = [column.header for column in COLUMNS]
ROW = {
    "date": "2021-05",
    "county": "巫山县",
    "partners": "北碚区",
    "area": "4",
    "title": "演示数据",
}


def faults(resource: Resource) -> set[tuple[str | None, str]]:
    report = resource.validate()
    return {(field, kind) for field, kind in report.flatten(["fieldName", "type"])}


def resource(**source: Any) -> TableResource:
    """A table by the schema, whose `fieldsMatch` lets it lack columns that may be blank."""
    return TableResource(**source, schema=Schema.from_descriptor(DESCRIPTOR))


def of_rows(*rows: dict[str, str]) -> set[tuple[str | None, str]]:
    cells = [[row.get(column.key, "") for column in COLUMNS] for row in rows]
    return faults(resource(data=[HEADERS, *cells]))


def test_the_descriptor_is_valid() -> None:
    report: Any = Schema.validate_descriptor(DESCRIPTOR)
    assert report.valid, report.flatten(["note"])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_shipped_records_are_valid(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)  # frictionless trusts relative paths only
    assert faults(resource(path=path.name)) == set()


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"date": "2021", "end_date": "2021-12-31"},
        {"participants": "约300", "experts": "0", "funding": "3万元", "in_kind": "1200.50"},
        {"exemplar": "是", "status": "计划", "area": "保障3", "lead_kind": "学会"},
        {"participants": "-", "funding": "无数据"},
        {"partners": "江津区、万盛经开区", "form": "没有列出的形式"},
    ],
    ids=str,
)
def test_a_canonical_record_is_valid(cells: dict[str, str]) -> None:
    assert of_rows({**ROW, **cells}) == set()


@pytest.mark.parametrize("key", ROW)
def test_a_required_cell_cannot_be_blank(key: str) -> None:
    header = next(column.header for column in COLUMNS if column.key == key)
    assert of_rows({**ROW, key: "—"}) == {(header, "constraint-error")}


@pytest.mark.parametrize(
    ("key", "cell"),
    [
        ("date", "2021-13"),
        ("date", "5月13日"),
        ("end_date", "2021-5-3"),
        ("area", "7"),
        ("status", "完成"),
        ("lead_kind", "高校"),
        ("participants", "三百"),
        ("participants", "3.5"),
        ("funding", "3万人"),
    ],
)
def test_what_no_record_can_hold_is_refused(key: str, cell: str) -> None:
    header = next(column.header for column in COLUMNS if column.key == key)
    assert of_rows({**ROW, key: cell}) == {(header, "constraint-error")}


def test_an_id_is_there_once_and_may_be_blank_twice() -> None:
    assert of_rows(ROW, ROW) == set()
    twice = {**ROW, "id": "2021Q2-wushan-01"}
    assert of_rows(twice, twice) == {("编号", "unique-error")}


def test_another_header_is_refused() -> None:
    cells = ["" for _ in COLUMNS]
    assert ("", "extra-label") in faults(resource(data=[["号", *HEADERS[1:]], cells]))
