"""From a figure to its records: every number names them, and they come to that number."""

import json
import random
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from conftest import SUMS, Run
from report_document import Asked, made, main_text
from test_oracle import write_ledger

Rows = dict[str, dict[str, Any]]
COUNTED = {
    "activities": lambda r: r["status"] != "计划",
    "completed": lambda r: r["status"] == "已完成",
    "ongoing": lambda r: r["status"] == "进行中",
    "planned": lambda r: r["status"] == "计划",
    "led_by_associations": lambda r: r["status"] != "计划" and r["lead_kind"] == "科协",
}


def told(run: Run, folder: Path, *words: str) -> Any:
    result = run("--data", folder, *words, "--format", "json")
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)


def reference(row: dict[str, Any], folder: Path) -> str:
    """How a report points at a record: by id, or by its place in the data folder."""
    return row["id"] or f"{row['path'].split('data/')[-1]}:{row['line']}"


@pytest.fixture
def record_sheet(tables: Path) -> Path:
    write_ledger(tables, 11, 2023)
    return tables


@pytest.mark.slow
@pytest.mark.parametrize("words", ["--quarter 2023Q2", "--year 2023", "--half 2023H1 --area 3"])
def test_every_figure_is_what_its_records_come_to(run: Run, record_sheet: Path, words: str) -> None:
    asked = words.split()
    report = told(run, record_sheet, "report", *asked, "--trace")
    rows = {reference(r, record_sheet): r for r in told(run, record_sheet, "activities", *asked)}
    figures = {"": report["totals"]}
    figures |= {str(row["no"]): row for row in report["areas"]}
    figures |= {f"保障{row['no']}": row for row in report["safeguards"]}
    figures |= {row["county"]: row for row in report["pairs"]}
    seen: set[tuple[str, str]] = set()
    for trace in report["trace"]:
        behind = [rows[name] for name in trace["records"]]
        assert behind
        if trace["part"] or trace["row"]:
            continue
        scope = trace["county"] or trace["area"] or ""
        for key, value in trace["figures"].items():
            assert value == _come_to(key, behind), (trace["area"], trace["county"], key)
            if not (trace["county"] and trace["area"]):
                assert value == figures[scope][key]
                seen.add((scope, key))
    for scope, row in figures.items():
        for key in (*COUNTED, *SUMS):
            if row[key] not in (0, None, "0.00"):
                assert (scope, key) in seen, "a figure without its records"


def _come_to(key: str, rows: list[dict[str, Any]]) -> Any:
    if key in SUMS:
        assert all(row[key] is not None for row in rows)
        values = [Decimal(str(row[key])) for row in rows]
        return f"{sum(values):.2f}" if key.endswith("yuan") else int(sum(values))
    if key == "pairs":
        return len({row["county"] for row in rows})
    assert all(COUNTED[key](row) for row in rows)
    return len(rows)


@pytest.mark.slow
def test_subtotals_and_rows_name_their_records_too(run: Run, record_sheet: Path) -> None:
    for by in ("partner", "region"):
        report = told(run, record_sheet, "report", "--year", "2023", "--by", by, "--trace")
        figures = {("row", row["label"]): row for row in report["rows"]}
        figures |= {("part", part): row for part, row in report["subtotals"].items()}
        seen = {}
        for trace in report["trace"]:
            for kind in ("row", "part"):
                if trace[kind] and not trace["county"] and "activities" in trace["figures"]:
                    assert len(trace["records"]) == trace["figures"]["activities"]
                    seen[kind, trace[kind]] = trace["figures"]["activities"]
        told_of = {key: row["activities"] for key, row in figures.items() if row["activities"]}
        assert seen == told_of


@pytest.mark.slow
def test_cells_of_the_grid_name_the_records_of_that_pair_and_area(
    run: Run, record_sheet: Path
) -> None:
    report = told(run, record_sheet, "report", "--year", "2023", "--trace")
    cells = {
        (t["county"], t["area"]): t["figures"]["activities"]
        for t in report["trace"]
        if t["county"] and t["area"] and "activities" in t["figures"]
    }
    for pair in report["pairs"]:
        for area, count in pair["areas"].items():
            assert cells.get((pair["county"], area), 0) == count
    (county, area), count = random.Random(1).choice(sorted(cells.items()))
    words = ("activities", "--year", "2023", "--pair", county, "--area", area)
    listed = [r for r in told(run, record_sheet, *words) if r["status"] != "计划"]
    assert len(listed) == count


def test_the_annex_writes_figures_as_the_tables_do(run: Run, tables: Path) -> None:
    path = tables / "activities/2021Q2/x.csv"
    path.parent.mkdir()
    head = "编号,开始日期,两群区县,主城协同区,任务领域,活动名称,参与人次,资金投入"
    rows = (
        "2021Q2-x-01,2021-05-01,巫山县,北碚区,4,演示数据一,300,3万元",
        "2021Q2-x-02,2021-05-02,巫山县,北碚区,4,演示数据二,约20,",
    )
    path.write_text("\n".join((head, *rows, "")), encoding="utf-8")
    out = run("report", "--quarter", "2021Q2", "--trace").out
    assert re.search(r"资金投入30,000\.00元 +2021Q2-x-01\n", out)
    assert re.search(r"活动2项、.*参与人次约320人次 +2021Q2-x-01、02\n", out)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "markdown", "html", "csv"])
def test_the_annex_names_every_record(run: Run, record_sheet: Path, form: str) -> None:
    out = run("report", "--quarter", "2023Q2", "--trace", "--format", form).out
    plain = re.sub(r"<[^>]*>|\\", "", out)
    annex = plain if form == "csv" else plain.rpartition("数字来源对照表")[2]
    assert annex
    for row in told(run, record_sheet, "activities", "--quarter", "2023Q2"):
        head, _, tail = reference(row, record_sheet).rpartition("-")
        assert re.search(rf"{re.escape(head)}-?(?:\w+、)*{re.escape(tail)}", annex)


@pytest.mark.slow
def test_text_leaves_the_annex_out_until_it_is_asked_for(run: Run, record_sheet: Path) -> None:
    assert "数字来源" not in run("report", "--quarter", "2023Q2").out
    assert "数字来源" in run("report", "--quarter", "2023Q2", "--trace").out
    assert told(run, record_sheet, "report", "--quarter", "2023Q2")["trace"] is None


def test_the_notes_name_the_command_that_lists_the_records(run: Run, record_sheet: Path) -> None:
    document = made(record_sheet, Asked("2023Q2", area="3", lead="科协")).document
    (note,) = (note for note in document.notes if "cqpair activities" in note)
    assert "本期，cqpair activities --quarter 2023Q2 --area 3 --lead 科协；" in note
    assert "上季度，cqpair activities --quarter 2023Q1 --area 3 --lead 科协；" in note
    assert "1至6月，cqpair activities --half 2023H1 --area 3 --lead 科协。" in note
    assert "cqpair" not in main_text(document)
