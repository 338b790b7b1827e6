"""`cqpair report`: what a period came to, and how it can be asked for."""

import json
from functools import partial
from pathlib import Path

import pytest

from conftest import SUMS, Run, report, write_records
from cqpair.render.document import Table
from report_document import Asked, made, main_text

FIGURES = {
    "activities",
    "led_by_associations",
    "completed",
    "ongoing",
    "planned",
    "pairs",
    *SUMS,
    "unreported",
    "approximate",
}
PROMISED = {
    "period",
    "programme",
    "totals",
    "areas",
    "safeguards",
    "pairs",
    "silent_pairs",
    "blank_cells",
    "untouched",
    "highlights",
    "problems",
    "provenance",
}
ADDED = {
    "compared",
    "year_to_date",
    "subtotals",
    "filters",
    "by",
    "rows",
    "trend",
    "undated",
    "nil_pairs",
    "uncertain_pairs",
    "silences",
    "one_sided",
    "meetings",
    "planned",
    "planned_next",
    "imprecise",
    "doubles",
    "undecided",
    "remarks",
    "left_out",
    "left_out_beside",
    "changes",
    "made_up",
    "trace",
}
BESIDE = {"previous", "year_to_date"}
OF_AREA = {"no", "code", "title", "share_percent", "measures"} | BESIDE
HEADER = (
    "编号,状态,开始日期,两群区县,主城协同区,任务领域,牵头类别,活动名称,参与人次,资金投入,推荐典型"
)
write = partial(write_records, HEADER)


def test_the_json_has_the_promised_keys_everywhere(run: Run, data: Path) -> None:
    told = report(run, "--quarter 2021Q2 --by partner")
    assert set(told) == PROMISED | ADDED
    assert set(told["period"]) == {"label", "start", "end"}
    assert set(told["programme"]) == {"title", "number"}
    assert set(told["problems"]) == {"errors", "warnings"}
    assert set(told["provenance"]) == {
        "cqpair",
        "data_sha256",
        "records",
        "generated_at",
        "remarks",
    }
    assert set(told["totals"]) == FIGURES
    assert set(told["totals"]["unreported"]) == set(told["totals"]["approximate"]) == set(SUMS)
    for row in told["areas"] + told["safeguards"]:
        assert set(row) == FIGURES | OF_AREA
        assert set(row["previous"]) == set(row["year_to_date"]) == FIGURES
    for row in told["pairs"]:
        assert set(row) == FIGURES | BESIDE | {"no", "county", "partners", "areas"}
        assert list(row["areas"]) == list("123456")
    for gap in told["untouched"]:
        assert set(gap) == {"county", "area"}
    for row in told["rows"]:
        assert set(row) == FIGURES | BESIDE | {"label"}


def test_the_second_quarter_of_2021_is_told_as_it_was_published(run: Run, data: Path) -> None:
    told = report(run, "--quarter 2021Q2")
    assert told["period"] == {"label": "2021Q2", "start": "2021-04-01", "end": "2021-06-30"}
    totals = told["totals"]
    assert (totals["activities"], totals["led_by_associations"], totals["pairs"]) == (2, 1, 2)
    assert [row["activities"] for row in told["areas"]] == [0, 0, 1, 1, 0, 0]
    assert [row["activities"] for row in told["safeguards"]] == [0, 0, 0]
    assert [row["previous"]["activities"] for row in told["safeguards"]] == [3, 0, 0]
    assert [row["no"] for row in told["pairs"]] == list(range(1, 18))
    assert all(totals[key] is None and totals["unreported"][key] == 2 for key in SUMS)
    assert told["provenance"]["records"] == 2
    assert told["provenance"]["generated_at"].startswith("2026-09-21T")


@pytest.mark.parametrize("name", ["北培区", "ws"])
def test_a_pair_that_cannot_be_told_is_the_answer_no(run: Run, data: Path, name: str) -> None:
    result = run("report", "--quarter", "2021Q2", "--pair", name)
    assert (result.code, result.out) == (1, "")
    assert name in result.err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("by", "labels", "counts"),
    [
        ("area", [], {}),
        ("pair", 17, {"万州区": 4, "忠县": 2, "巫山县": 1, "开州区": 0}),
        ("partner", 24, {"两江新区": 4, "大足区": 2, "大渡口区": 0, "北碚区": 1, "铜梁区": 0}),
        ("region", ["渝东北", "渝东南"], {"渝东北": 7, "渝东南": 0}),
    ],
)
def test_rows_are_by_what_was_asked(
    run: Run, data: Path, by: str, labels: list[str] | int, counts: dict[str, int]
) -> None:
    told = report(run, f"--year 2021 --by {by}")
    found = {row["label"]: row["activities"] for row in told["rows"]}
    assert told["by"] == by
    assert len(found) == len(told["rows"])
    assert len(found) == labels if isinstance(labels, int) else sorted(found) == sorted(labels)
    assert counts.items() <= found.items()
    assert len(told["areas"]) == 6


def test_an_event_with_two_partners_is_one_activity_and_stands_in_both_rows(
    run: Run, data: Path
) -> None:
    told = report(run, "--quarter 2023Q3 --by partner")
    rows = {row["label"]: row["activities"] for row in told["rows"] if row["activities"]}
    assert rows == {"江津区": 1, "万盛经开区": 1}
    assert told["totals"]["activities"] == 1


def test_a_pair_is_the_same_from_either_side(run: Run, data: Path) -> None:
    told = [report(run, "--year 2021", "--pair", name) for name in ("巫山", "铜梁区", "beibei")]
    assert told[0] == told[1] == told[2]
    assert [row["county"] for row in told[0]["pairs"]] == ["巫山县"]
    assert told[0]["filters"] == {"pair": "巫山县", "area": None, "lead": None}
    assert told[0]["totals"]["activities"] == 1


@pytest.mark.slow
def test_an_area_is_the_same_by_number_title_code_or_clause(run: Run, data: Path) -> None:
    names = ("4", "携手助力脱贫攻坚与乡村振兴有机衔接", "revitalisation", "二（四）")
    told = [report(run, "--year 2021", "--area", name) for name in names]
    assert all(other == told[0] for other in told)
    assert [row["no"] for row in told[0]["areas"]] == [4]
    assert told[0]["safeguards"] == []
    assert told[0]["totals"]["activities"] == 1


def test_lead_keeps_what_that_kind_of_body_led(run: Run, data: Path) -> None:
    told = report(run, "--year 2021", "--lead", "党委政府")
    assert told["totals"]["activities"] == 5
    assert told["totals"]["led_by_associations"] == 0


def test_figures_do_not_depend_on_what_they_are_compared_with(run: Run, tables: Path) -> None:
    write(tables, "2021Q1/wushan.csv", "x-1,,2021-02-01,巫山县,北碚区,4,,演示数据,,,")
    write(tables, "2021Q2/wushan.csv", "x-1,,2021-05-01,巫山县,北碚区,4,,演示数据,,,")
    totals = []
    for compare in ("none", "previous", "last-year"):
        result = run("report", "--quarter", "2021Q2", "--compare", compare, "--format", "json")
        totals.append((result.code, json.loads(result.out)["totals"]))
    assert totals[0] == totals[1] == totals[2]


def test_silent_pairs_and_blank_cells_are_what_the_figures_leave(run: Run, data: Path) -> None:
    told = report(run, "--year 2021")
    silent = [row["county"] for row in told["pairs"] if not row["activities"]]
    blank = [
        {"county": row["county"], "area": int(no)}
        for row in told["pairs"]
        for no, count in row["areas"].items()
        if not count
    ]
    assert told["silent_pairs"] == silent
    assert len(silent) == 14
    assert told["untouched"] == blank
    assert told["blank_cells"] == len(blank) == 17 * 6 - 3


def test_planned_records_are_counted_as_planned_and_nowhere_else(run: Run, tables: Path) -> None:
    write(
        tables,
        "2021Q2/wushan.csv",
        "p-1,计划,2021-05-01,巫山县,北碚区,4,科协,演示数据一,300,3万元,是",
    )
    told = report(run, "--quarter 2021Q2")
    totals = told["totals"]
    assert totals["planned"] == 1
    assert {totals[key] for key in ("activities", "led_by_associations", "pairs")} == {0}
    assert {totals[key] for key in SUMS} == {None}
    assert set(totals["unreported"].values()) == {0}
    assert told["highlights"] == []
    assert len(told["silent_pairs"]) == 17


def test_recommended_examples_are_the_highlights(run: Run, tables: Path) -> None:
    write(
        tables,
        "2021Q2/wushan.csv",
        "h-1,,2021-05-01,巫山县,北碚区,4,科协,演示数据一,0,,是",
        "h-2,,2021-05-02,巫山县,北碚区,4,科协,演示数据二,,0,",
        "h-3,进行中,2021-05-03,巫山县,北碚区,4,科协,演示数据三,,,是",
    )
    told = report(run, "--quarter 2021Q2")
    assert told["highlights"] == ["h-1", "h-3"]
    document = made(tables, Asked("2021Q2")).document
    (annex,) = (annex for annex in document.annexes if annex.title == "推荐典型")
    (table,) = (block for block in annex.blocks if isinstance(block, Table))
    assert [(row[3], row[-1]) for row in table.rows] == [
        ("演示数据一", "h-1"),
        ("演示数据三", "h-3"),
    ]
    assert "开展3项，如演示数据一（巫山县、北碚区）。" in main_text(document)
    assert (told["totals"]["participants"], told["totals"]["funding_yuan"]) == (0, "0.00")
