"""`activities`: the records themselves, which are exactly the rows behind a report's figures."""

import csv
import json
import re
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from conftest import SUMS, Run
from cqpair.fields import COLUMNS
from report_document import Asked, made

HEADER = "编号,状态,开始日期,两群区县,主城协同区,任务领域,牵头类别,活动名称,参与人次,资金投入"
Q2 = [
    "a,已完成,2021-04-01,巫山县,北碚区,4,科协,演示数据一,约300人,3万元",
    "b,进行中,2021-06-30,巫山县,北碚区、铜梁区,5,科协,演示数据二,０,",
    "c,计划,2021-05,巫山县,铜梁区,5,部门,演示数据三,500,1.5亿元",
    "d,,2021年5月13日,忠县,大足区,保障1,党委政府,演示数据四,—,无",
    'e,已完成,2021-05-02,云阳县,渝北区,1,学会,演示数据五,"1,200",0.5万元',
]
YEAR = [
    "f,已完成,2021,忠县,大足区,5,科协,演示数据六,10,",
    "g,,2021-07-01,忠县,大足区,5,,演示数据七,,1",
]
KEYS = [
    *("id", "status", "date", "end_date", "county", "partners", "area", "measure", "lead"),
    *(
        "lead_kind",
        "title",
        "form",
        "place",
        *SUMS,
        "approximate",
        "outcome",
        "exemplar",
        "source",
        "note",
    ),
    *("path", "sheet", "line"),
]

FILTERS = [
    [],
    ["--pair", "铜梁"],
    ["--area", "保障1"],
    ["--lead", "科协"],
    ["--pair", "巫山", "--area", "popularisation", "--lead", "科协"],
]
PERIODS = [
    ["--quarter", "2021Q2"],
    ["--half", "2021年下半年"],
    ["--year", "2021"],
    ["--from", "2021-05-01", "--to", "2021-05-31"],
    ["2021H1"],
]


@pytest.fixture
def records(tables: Path) -> Path:
    """Made-up records of one quarter, and of a year, in `data`."""
    for folder, rows in (("2021Q2", Q2), ("2021", YEAR)):
        file = tables / "activities" / folder / "x.csv"
        file.parent.mkdir()
        file.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return tables


def _json(run: Run, *words: str) -> Any:
    return json.loads(run(*words, "--format", "json").out)


@pytest.mark.slow
@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("filters", FILTERS, ids=" ".join)
@pytest.mark.parametrize("period", PERIODS, ids=" ".join)
def test_activities_lists_exactly_the_rows_behind_a_report(
    period: list[str], filters: list[str], run: Run
) -> None:
    rows = _json(run, "activities", *period, *filters)
    report = _json(run, "report", *period, *filters)
    counted = [row for row in rows if row["status"] != "计划"]
    totals = report["totals"]
    assert totals["activities"] == len(counted)
    assert totals["planned"] == len(rows) - len(counted)
    assert totals["led_by_associations"] == sum(row["lead_kind"] == "科协" for row in counted)
    assert totals["pairs"] == len({row["county"] for row in counted})
    for key in ("participants", "funding_yuan"):
        told = [Decimal(row[key]) for row in counted if row[key] is not None]
        total = int(sum(told)) if key == "participants" else f"{sum(told):.2f}"
        assert totals[key] == (total if told else None), "a sum over nothing reported is null"
        assert totals["unreported"][key] == len(counted) - len(told)
        assert totals["approximate"][key] == sum(key in row["approximate"] for row in counted)
    assert report["provenance"]["records"] == len(rows)


@pytest.mark.slow
def test_the_command_a_report_names_lists_the_records_behind_it(records: Path, run: Run) -> None:
    narrowed = "--pair 铜梁 --area 5 --lead 科协"
    for words, asked in (
        ([], Asked("2021Q2")),
        (narrowed.split(), Asked("2021Q2", pair="铜梁", area="5", lead="科协")),
    ):
        found = re.search(
            "cqpair activities ([^；。]+)", "\n".join(made(records, asked).document.notes)
        )
        assert found
        named = run("activities", *found[1].split(), "--format", "json")
        assert named == run("activities", "--quarter", "2021Q2", *words, "--format", "json")


@pytest.mark.usefixtures("records")
def test_the_json_of_a_record_keeps_zero_blank_about_and_a_coarse_date_apart(run: Run) -> None:
    rows = {row["id"]: row for row in _json(run, "activities")}
    assert all(list(row) == KEYS for row in rows.values())
    assert [rows[i]["participants"] for i in "abdeg"] == [300, 0, None, 1200, None]
    assert [rows[i]["funding_yuan"] for i in "abdeg"] == [
        "30000.00",
        None,
        "0.00",
        "5000.00",
        "1.00",
    ]
    assert rows["a"]["approximate"] == ["participants"]
    assert [rows[i]["date"] for i in "cdf"] == ["2021-05", "2021-05-13", "2021"]
    assert rows["b"]["partners"] == ["北碚区", "铜梁区"]
    assert rows["d"]["status"] == "已完成", "a blank status is completed"
    assert (rows["e"]["path"], rows["e"]["line"]) == ("data/activities/2021Q2/x.csv", 6)


@pytest.mark.slow
@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["--quarter", "2021Q2"], "deacb"),
        (["--year", "2021"], "fdgeacb"),
        (["--status", "计划"], "c"),
        (["--status", "进行中"], "b"),
        (["--match", "数据五"], "e"),
        (["--match", "Ｄａｔａ"], ""),
        (["--match", "演示数据", "--area", "保障1"], "d"),
        (["--pair", "bei bei", "--status", "已完成"], "a"),
        (["--from", "2021-06-30", "--to", "2021-07-01"], "gb"),
        (["--quarter", "1999Q1"], ""),
    ],
)
def test_periods_and_filters_choose_the_same_rows_in_every_format(
    words: list[str], ids: str, run: Run
) -> None:
    assert [row["id"] for row in _json(run, "activities", *words)] == list(ids)
    told = run("activities", *words, "--format", "csv").out
    assert [row["编号"] for row in csv.DictReader(StringIO(told))] == list(ids)
    table = run("activities", *words)
    assert table.code == 0
    assert [line.split()[0] for line in table.out.splitlines()[2:]] == list(ids)
    assert bool(table.err) is not bool(ids), "that nothing matches is said, on stderr"


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_exemplar_lists_only_what_is_recommended(form: str, tables: Path, run: Run) -> None:
    file = tables / "activities/2021Q2/y.csv"
    file.parent.mkdir()
    lines = [f"{HEADER},推荐典型", f"{Q2[0]},是", f"{Q2[1]},"]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = run("activities", "2021", "--exemplar", "--format", form).out
    if form == "json":
        assert [(row["id"], row["exemplar"]) for row in json.loads(told)] == [("a", True)]
    else:
        start = 1 if form == "csv" else 2
        assert [re.split("[, ]", line)[0] for line in told.splitlines()[start:]] == ["a"]
    assert json.loads(run("activities", "--exemplar", "--area", "5", "--format", "json").out) == []


def test_the_csv_has_every_column_in_canonical_form_then_file_and_line(
    records: Path, run: Run
) -> None:
    told = run("activities", "--quarter", "2021Q2", "--format", "csv").out
    header, *rows = csv.reader(StringIO(told))
    assert header == [*(column.header for column in COLUMNS), "文件", "行"]
    first = dict(zip(header, rows[2], strict=True))
    assert (first["参与人次"], first["资金投入"], first["主城协同区"]) == (
        "约300",
        "30000",
        "北碚区",
    )
    for row in rows:
        text = Path(row[-2]).read_text(encoding="utf-8").splitlines()[int(row[-1]) - 1]
        assert text.startswith(f"{row[0]},")
    english = run("--lang", "en", "activities", "--quarter", "2021Q2", "--format", "csv").out
    assert english.splitlines()[0].startswith("id,status,date,end_date,county,partners,area,")
    again = records / "activities/2021Q2/x.csv"
    again.write_text("".join(_without_places(told)), encoding="utf-8")
    read_back = run("activities", "--quarter", "2021Q2", "--format", "csv").out
    assert [*_without_places(read_back)] == [*_without_places(told)]


def test_records_with_errors_are_left_out_named_and_the_exit_code_is_1(
    records: Path, run: Run
) -> None:
    file = records / "activities/2021Q2/x.csv"
    bad = "h,,2021-05-14,云阳县,江津区,1,,演示数据八,,\ni,,,云阳县,渝北区,1,,演示数据九,,\n"
    file.write_text(file.read_text(encoding="utf-8") + bad, encoding="utf-8")
    result = run("activities", "--quarter", "2021Q2", "--format", "json")
    assert result.code == 1
    assert [row["id"] for row in json.loads(result.out)] == list("deacb")
    assert "data/activities/2021Q2/x.csv:7" in result.err
    assert "data/activities/2021Q2/x.csv:8" in result.err
    assert run("activities", "--quarter", "2021Q1").code == 0, "they are of another period"


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("name", ["ws", "北培区"])
def test_a_pair_that_is_not_known_is_no_answer(name: str, run: Run) -> None:
    for command in ("activities", "report"):
        result = run(command, "--quarter", "2021Q2", "--pair", name)
        assert (result.code, result.out) == (1, "")
        assert name in result.err


def _without_places(told: str) -> list[str]:
    return [line.rsplit(",", 2)[0] + "\n" for line in told.splitlines()]
