"""One fault hides no other, and what is left out is called what it is."""

import json
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from conftest import Run

HEAD = "状态,开始日期,结束日期,两群区县,主城协同区,任务领域,活动名称,参与人次,资金投入"


def put(tables: Path, name: str, *lines: str) -> Path:
    path = tables / "activities" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def codes(run: Run) -> list[tuple[str, int, int | None]]:
    found = json.loads(run("validate", "--ignore", "T207", "--format", "json").out)
    return [(p["code"], p["line"], p["column"]) for p in found["problems"]]


def test_every_fault_of_a_row_is_told_in_one_run(tables: Path, run: Run) -> None:
    row = ",2021-07-13,2021-07-01,巫山县,江津区,9,演示数据,几十,-3"
    put(tables, "2021Q2/wushan.csv", HEAD, row)
    starts = {"date": 2, "end": 13, "partner": 28, "area": 32, "people": 39, "money": 42}
    assert sorted(codes(run)) == [
        ("A304", 2, starts["partner"]),
        ("A305", 2, starts["area"]),
        ("A306", 2, starts["date"]),
        ("A308", 2, starts["end"]),
        ("A309", 2, starts["money"]),
        ("F109", 2, starts["people"]),
    ]


def test_a_yaml_record_may_use_either_language_and_a_key_is_told_where_it_stands(
    tables: Path, run: Run
) -> None:
    lines = [
        "- {date: 2021-05-01, 两群区县: 巫山县, partners: 北碚区, area: 4, title: 演示数据,",
        "   资金投入: 3万元}",
        "- {开始日期: 2021-05-02, county: 巫山县, 主城协同区: 北碚区, 任务领域: 4,",
        "   活动名称: 演示数据, funding: 5元}",
    ]
    put(tables, "2021Q2/a.yaml", *lines)
    assert codes(run) == []
    told = json.loads(run("report", "--quarter", "2021Q2", "--format", "json").out)
    assert told["totals"]["funding_yuan"] == "30005.00"
    put(tables, "2021Q2/a.yaml", *lines[:3], "   活动名称: 演示数据, funding: 5元, foo: 1}")
    assert codes(run) == [("F107", 4, 29)]
    put(tables, "2021Q2/a.yaml", *lines[:3], "   活动名称: 演示数据, funding: 5元, 资金投入: 1}")
    assert codes(run) == [("F106", 4, 29)]


@pytest.mark.slow
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_another_delimiter_is_one_problem_that_names_it(
    tables: Path, run: Run, delimiter: str
) -> None:
    put(tables, "2021Q2/wushan.csv", HEAD.replace(",", delimiter), "x")
    assert codes(run) == [("F104", 1, None)]
    result = run("report", "--quarter", "2021Q2")
    assert result.code == 1
    assert "填报有误，1个文件未计入本报告" in result.out


def test_a_column_that_is_not_read_is_told_as_a_column_and_its_records_count(
    tables: Path, run: Run
) -> None:
    put(tables, "2021Q2/wushan.csv", f"{HEAD},联系人", ",2021-05-13,,巫山县,北碚区,4,演示数据,,,甲")
    result = run("report", "--quarter", "2021Q2")
    assert result.code == 1
    assert "填报有误，1列内容未计入本报告" in result.out
    assert "开展活动1项" in result.out


def test_names_without_a_mark_between_them_are_told_before_one_is_lost(
    tables: Path, run: Run
) -> None:
    for cell in ("北碚区 铜梁区", "北碚区和铜梁区"):
        put(tables, "2021Q2/a.csv", HEAD, f",2021-05-13,,巫山县,{cell},4,演示数据,,")
        result = run("validate", "--select", "F109")
        assert result.code == 1
        assert "北碚区、铜梁区" in result.out


def test_a_wrong_partner_is_quoted_as_the_cell_has_it(tables: Path, run: Run) -> None:
    put(tables, "2021Q2/a.csv", HEAD, ",2021-05-13,,巫山县,江北县,4,演示数据,,")
    assert "“江北县”（即渝北区）不是巫山县的结对方" in run("validate").out


def test_a_sheet_of_notes_is_a_reminder_and_a_hidden_one_is_nothing(tables: Path, run: Run) -> None:
    book = openpyxl.Workbook()
    assert isinstance(book.active, Worksheet)
    book.active.append(HEAD.split(","))
    book.active.append(["", "2021-05-13", "", "巫山县", "北碚区", "4", "演示数据", "", "", "备"])
    book.create_sheet("说明").append(["演示数据：填表说明"])
    book.create_sheet("选项").append(["是"])
    book["选项"].sheet_state = "hidden"
    (tables / "activities/2021Q2").mkdir()
    book.save(tables / "activities/2021Q2/wushan.xlsx")
    found = json.loads(run("validate", "--ignore", "T207", "--format", "json").out)["problems"]
    assert [(p["code"], p["sheet"], p["cell"]) for p in found] == [
        ("F110", "Sheet", "J2"),
        ("F112", "说明", None),
    ]
    assert "逗号" not in found[0]["fix"], "a sheet is told in the words of a sheet"


def test_half_a_table_is_not_told_as_a_wrong_one(tables: Path, run: Run) -> None:
    path = tables / "pairings.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    initials: wz", "    initial: wz"), encoding="utf-8")
    found = json.loads(run("validate", "--format", "json").out)["problems"]
    assert sorted({p["code"] for p in found}) == ["F107", "F108"]


@pytest.mark.slow
def test_places_are_found_without_reading_the_rest_of_the_file_again(
    tables: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cqpair.read import csv_file

    scanned = 0
    cells = csv_file._cells

    def counted(record: str, delimiter: str) -> object:
        nonlocal scanned
        scanned += len(record)
        return cells(record, delimiter)

    monkeypatch.setattr(csv_file, "_cells", counted)
    rows = [f",2021-05-13,,巫山县,江津区,4,演示数据{n},," for n in range(2000)]
    path = put(tables, "2021Q2/wushan.csv", HEAD, *rows)
    assert len(codes(run)) == 2000
    assert scanned <= 2 * len(path.read_text(encoding="utf-8"))
