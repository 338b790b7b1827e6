"""The shipped data as a Data Package: data/datapackage.json, written by `--update-golden`."""

import csv
import json
import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml
from frictionless import Package
from frictionless.resources import TableResource

from conftest import DATA, ROOT, Run
from cqpair import __version__

pytestmark = pytest.mark.tools

PACKAGE = DATA / "datapackage.json"
NOTICE = yaml.load((DATA / "pairings.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)["notice"]
RECORDS = sorted(path.relative_to(DATA) for path in (DATA / "activities").rglob("*.csv"))
TABLE_SCHEMA = json.loads((ROOT / "schemas" / "activities.schema.json").read_text("utf-8"))
TABLES = {
    "pairings": ("结对关系表", "通知、41个单位、17对结对关系。写法见 docs/data.md。"),
    "tasks": ("任务举措表", "六项重点任务、三项保障措施及其举措，以及台账选用的清单。"),
}
CC0 = {
    "name": "CC0-1.0",
    "title": "CC0 1.0 Universal",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def notice() -> dict[str, str]:
    return {
        "title": f"{NOTICE['issuer']}：{NOTICE['title']}（{NOTICE['number']}，{NOTICE['date']}）"
    }


def table(name: str) -> dict[str, Any]:
    title, description = TABLES[name]
    return {
        "name": name,
        "title": title,
        "description": description,
        "path": f"{name}.yaml",
        "format": "yaml",
        "mediatype": "application/yaml",
        "encoding": "utf-8",
        "sources": [notice()],
    }


def head(path: Path) -> list[str]:
    with (DATA / path).open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file))


def records() -> Iterator[dict[str, Any]]:
    """A table for each list of columns, since the files of one have to have the same."""
    for n, (columns, paths) in enumerate(groupby(sorted(RECORDS, key=head), head), start=1):
        fields = [field for field in TABLE_SCHEMA["fields"] if field["name"] in columns]
        yield {
            "name": "activities" if n == 1 else f"activities-{n}",
            "title": TABLE_SCHEMA["title"],
            "type": "table",
            "path": [path.as_posix() for path in sorted(paths)],
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "sources": [{"title": "每条记录的“来源”列写明的公开报道"}],
            "schema": {**TABLE_SCHEMA, "fields": fields},
        }


def described() -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "cqpair",
        "title": "重庆“一区两群”区县科协对口协同发展：结对关系、任务举措、公开报道的活动",
        "description": "结对关系和任务举措照通知整理；活动只收有公开出处的，不完整。",
        "version": __version__,
        "keywords": ["重庆", "科协", "一区两群", "对口协同"],
        "licenses": [CC0],
        "sources": [notice()],
        "resources": [*map(table, TABLES), *records()],
    }


def test_it_describes_the_data_that_is_there() -> None:
    whole = json.dumps(described(), ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("CQPAIR_UPDATE_GOLDEN") == "1":
        PACKAGE.write_bytes(whole.encode())
    assert PACKAGE.read_text(encoding="utf-8") == whole


def test_every_file_of_the_data_is_in_it() -> None:
    of_its_own = {Path("LICENSE"), Path("datapackage.json")}
    there = {path.relative_to(DATA) for path in DATA.rglob("*") if path.is_file()} - of_its_own
    assert there == {Path(f"{name}.yaml") for name in TABLES} | set(RECORDS)


def test_it_is_valid_and_every_record_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DATA)  # frictionless trusts relative paths only
    package = Package("datapackage.json")
    report = package.validate()
    assert report.valid, report.to_summary()
    tables = [r for r in package.resources if isinstance(r, TableResource)]
    read = [row["编号"] for table in tables for row in table.read_rows()]
    rows = [line for path in RECORDS for line in (DATA / path).read_text("utf-8-sig").split("\n")]
    assert sorted(read) == sorted(row.partition(",")[0] for row in rows if row[:2] == "20")


def test_every_column_of_it_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """As tools do that make a data frame of it, which ask each row for each field."""
    monkeypatch.chdir(DATA)
    for table in Package("datapackage.json").resources:
        if isinstance(table, TableResource):
            for row in table.read_rows():
                cells = {name: row[name] for name in table.schema.field_names}
                assert cells["编号"]


def test_a_cell_that_does_not_fit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = RECORDS[0]
    (tmp_path / path).parent.mkdir(parents=True)
    text = (DATA / path).read_text(encoding="utf-8-sig")
    (tmp_path / path).write_text(text.replace("2021-01-11", "1月11日"), encoding="utf-8-sig")
    monkeypatch.chdir(tmp_path)
    only = {**next(records()), "path": path.as_posix()}
    report = Package.from_descriptor({"name": "cqpair", "resources": [only]}).validate()
    assert report.flatten(["fieldName", "type"]) == [["开始日期", "constraint-error"]]


def test_what_describes_the_folder_is_not_taken_for_records(run: Run) -> None:
    assert run("--data", str(DATA), "validate", "--strict").code == 0


def test_its_licence_is_named_where_people_look() -> None:
    assert "CC0 1.0 Universal" in (DATA / "LICENSE").read_text(encoding="utf-8")
    for page in ("README.md", "README.zh-CN.md"):
        assert "(data/LICENSE)" in (ROOT / page).read_text(encoding="utf-8")
