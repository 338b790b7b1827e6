"""`cqpair report`: what errors keep out of it, and who is told."""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from conftest import TODAY, Run, write_records
from report_document import Asked, made, main_text, paragraphs_under, texts_of
from workbooks import workbook

HEADER = "编号,开始日期,两群区县,主城协同区,任务领域,活动名称,参与人次,资金投入"
QUARTER = ("report", "--quarter", "2021Q2")
FORMATS = ("text", "markdown", "html", "json")
OPENED = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from cqpair.cli import main
code = main(sys.argv[1:])
print(code, *[path for path in opened if path.endswith(".csv")])
"""
write = partial(write_records, HEADER)


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_a_record_with_an_error_is_not_counted_and_everyone_is_told(
    run: Run, data: Path, form: str
) -> None:
    write(
        data,
        "2021Q2/yanshi.csv",
        "a,2021-05-01,巫山县,北碚区,4,演示数据一,1,1",
        "b,2021-05-02,巫山县,江津区,4,演示数据二,1,1",
        "c,2021-05-03,巫山县,北碚区,4,演示数据三,三百来人,1",
        "d,2021-05-04,巫山县,北碚区,4",
    )
    result = run(*QUARTER, "--format", form)
    assert result.code == 1
    for line in (3, 4, 5):
        assert f"data/activities/2021Q2/yanshi.csv:{line}" in result.err
    assert "yanshi.csv:2" not in result.err
    if form == "json":
        told = json.loads(result.out)
        assert told["totals"]["activities"] == 3
        assert told["totals"]["funding_yuan"] == "1.00"
        spots = [(spot["path"], spot["line"]) for spot in told["left_out"]]
        assert spots == [("data/activities/2021Q2/yanshi.csv", line) for line in (3, 4, 5)]
        assert told["problems"]["errors"] == 3
    else:
        assert "开展活动3项" in result.out
        assert "填报有误，3条记录未计入本报告" in result.out
        notes = made(data, Asked("2021Q2")).document.notes
        for line in (3, 4, 5):
            assert f"activities/2021Q2/yanshi.csv:{line}" in notes[0]


def test_a_report_with_records_left_out_says_so_beside_its_first_figure_and_in_an_alert(
    data: Path,
) -> None:
    write(data, "2021Q2/yanshi.csv", "b,2021-05-02,巫山县,江津区,4,演示数据,1,1")
    document = made(data, Asked("2021Q2")).document
    headline = texts_of(document)[2]
    first = "17对结对单位中2对开展活动2项"
    assert headline.index(first) < headline.index("（填写有误的未计入，见“存在的问题”）。")
    assert "。" not in headline[: headline.index("（填写有误的未计入")]
    *others, alert = paragraphs_under(document, "存在的问题")
    assert alert.text == "四是填报有误，1条记录未计入本报告（见附件4）。"
    assert (alert.alert, [one.alert for one in others]) == (True, [False])
    assert alert._replace(text="四是填报有误，1条记录未计入本报告。") in document.digest


def test_where_nothing_is_left_to_count_nobody_is_said_to_have_done_nothing(tables: Path) -> None:
    write(tables, "2021Q2/x.csv", "b,2021-05-02,巫山县,江津区,4,演示数据,1,1")
    text = main_text(made(tables, Asked("2021Q2")).document)
    assert "本季度没有可以计入的活动记录（填写有误的未计入，见“存在的问题”）。" in text
    assert "填报有误，1条记录未计入本报告（见附件），巫山县是否开展活动尚不能认定。" in text
    assert "没有活动记录" not in text


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_a_record_left_out_of_a_workbook_is_told_with_its_sheet(
    run: Run, tables: Path, form: str
) -> None:
    book = openpyxl.Workbook()
    assert isinstance(book.active, Worksheet)
    book.active.title = "二季度"
    book.active.append(HEADER.split(","))
    book.active.append(["a", "2021-05-01", "巫山县", "江津区", "4", "演示数据"])
    (tables / "activities/2021Q2").mkdir()
    book.save(tables / "activities/2021Q2/wushan.xlsx")
    result = run(*QUARTER, "--format", form)
    assert result.code == 1
    assert "二季度" in result.err
    if form == "json":
        assert json.loads(result.out)["left_out"][0]["sheet"] == "二季度"
    document = made(tables, Asked("2021Q2")).document
    assert "二季度" in document.notes[0]
    assert "二季度" not in main_text(document).replace("第二季度", "")


def test_an_error_in_the_period_compared_with_is_told_and_fails_nothing(
    run: Run, data: Path
) -> None:
    write(data, "2021Q1/yanshi.csv", "b,2021-02-02,巫山县,江津区,4,演示数据,1,1")
    result = run(*QUARTER)
    assert result.code == 0
    assert "data/activities/2021Q1/yanshi.csv:2" in result.err
    document = made(data, Asked("2021Q2")).document
    place = "1条记录有错误，未计入本报告（activities/2021Q1/yanshi.csv:2）"
    assert any(note.startswith("对比、累计") and place in note for note in document.notes)
    alert = paragraphs_under(document, "存在的问题")[-1]
    assert alert.alert
    assert alert.text == "四是其他时段的1条记录有误未计入（见附件4），对比数和累计数可能不全。"


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "markdown", "html", "csv"])
def test_what_is_left_out_stands_in_every_format_that_is_text(
    run: Run, data: Path, form: str
) -> None:
    write(data, "2021Q2/yanshi.csv", "b,2021-05-02,巫山县,江津区,4,演示数据,1,1")
    result = run(*QUARTER, "--format", form)
    assert result.code == 1
    assert "未计入" in result.out
    assert "activities/2021Q2/yanshi.csv:2" in result.err
    place = "activities/2021Q2/yanshi.csv:2"
    if form == "csv":
        assert place in result.out
    document = made(data, Asked("2021Q2")).document
    assert place in document.notes[0]
    assert ".csv" not in main_text(document)


def test_errors_in_any_quarter_that_is_told_of_are_told_and_no_silence_asserted_over_them(
    run: Run, tables: Path
) -> None:
    write(tables, "2021Q2/x.csv", "a,2021-05-01,忠县,大足区,4,演示数据,1,1")
    write(tables, "2021Q3/x.csv", "b,2021-08-01,巫山县,江津区,4,演示数据,1,1")
    write(tables, "2021Q4/x.csv", "c,2021-11-01,忠县,大足区,4,演示数据,1,1")
    write(tables, "2022Q1/x.csv", "d,2022-02-01,忠县,江津区,4,演示数据,1,1")
    result = run("report", "--quarter", "2021Q4", "--compare", "none", "--format", "json")
    told = json.loads(result.out)
    assert result.code == 0
    assert told["left_out"] == []
    spots = [spot["path"] for spot in told["left_out_beside"]]
    assert spots == ["data/activities/2021Q3/x.csv", "data/activities/2022Q1/x.csv"]
    assert all(path in result.err for path in spots)
    assert {row["quarters"] for row in told["silences"]} == {1}


def test_very_many_that_are_left_out_are_counted_and_the_first_named(
    run: Run, tables: Path
) -> None:
    rows = [f"{n},2021-05-02,巫山县,江津区,4,演示数据{n},1,1" for n in range(99)]
    write(tables, "2021Q2/x.csv", *rows)
    result = run(*QUARTER)
    assert "填报有误，99条记录未计入本报告" in result.out
    note = made(tables, Asked("2021Q2")).document.notes[0]
    assert note.startswith("99条记录有错误，未计入本报告（")
    assert "x.csv:11等）" in note
    assert len(result.err.splitlines()) < 25
    assert "另有79处" in result.err


def test_a_county_without_its_pairing_is_wrong_use_and_never_half_a_report(
    run: Run, data: Path
) -> None:
    path = data / "pairings.yaml"
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "county: 巫山县" in line)
    path.write_text(text.replace(f"{line}\n", ""), encoding="utf-8")
    result = run(*QUARTER)
    assert (result.code, result.out) == (2, "")
    assert "pairings.yaml" in result.err


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("digits", [30, 5000])
def test_an_absurd_figure_is_an_error_of_the_record_and_no_bug(
    run: Run, tables: Path, digits: int, form: str
) -> None:
    for cells in (f"{'9' * digits},", f",{'9' * digits}"):
        write(tables, "2021Q2/wushan.csv", f"a,2021-05-01,巫山县,北碚区,4,演示数据,{cells}")
        assert run(*QUARTER, "--format", form).code == 1


@pytest.mark.tools
def test_a_broken_file_in_another_quarters_folder_is_not_even_opened(data: Path) -> None:
    (data / "activities/2022Q3/broken.csv").write_bytes(os.urandom(64) + b"\xff\x00")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": TODAY, "PYTHONUTF8": "1"}
    words = ["--data", str(data), *QUARTER, "--output", "out.md"]
    done = subprocess.run(
        [sys.executable, "-c", OPENED, *words],
        env=environment,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    code, *paths = done.stdout.split()
    assert (code, done.stderr) == ("0", "")
    read = {Path(path).parent.name for path in paths}
    assert read == {"2021Q1", "2021Q2", "2021Q3", "2024"}  # before, itself, plans, any date


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["xls", "et", "docx", "txt", "tsv", "xlsm", "pdf", ""])
def test_a_file_that_was_not_read_is_told_and_nobody_is_called_silent(
    run: Run, tables: Path, suffix: str
) -> None:
    write(tables, "2021Q2/a.csv", "a,2021-05-01,巫山县,北碚区,4,演示数据一,1,1")
    (tables / f"activities/2021Q2/b.{suffix}").write_bytes(b"x")
    for command in ("report", "activities", "validate"):
        result = run(command, *(() if command == "validate" else QUARTER[1:]))
        assert result.code == 1
        assert f"b.{suffix}" in (result.out if command == "validate" else result.err)
    document = made(tables, Asked("2021Q2")).document
    assert f"b.{suffix}" in document.notes[0]
    alert = paragraphs_under(document, "存在的问题")[-1]
    assert "填报有误，1个文件未计入本报告（见附件4），16对是否开展活动尚不能认定。" in alert.text
    assert "没有活动记录" not in main_text(document)
    told = json.loads(run(*QUARTER, "--format", "json").out)
    assert (told["silent_pairs"], told["silences"], told["one_sided"]) == ([], [], [])
    assert (told["untouched"], len(told["uncertain_pairs"])) == ([], 17)
    assert told["left_out"] == [
        {"kind": "file", "path": f"data/activities/2021Q2/b.{suffix}", "sheet": None, "line": None}
    ]


def test_a_record_with_an_error_makes_only_its_county_uncertain(run: Run, tables: Path) -> None:
    write(tables, "2021Q2/a.csv", "a,2021-05-01,巫山县,北碚区,4,演示数据一,三百来人,1")
    told = json.loads(run(*QUARTER, "--format", "json").out)
    assert told["uncertain_pairs"] == ["巫山县"]
    assert len(told["silent_pairs"]) == 16
    assert len(told["untouched"]) == 16 * 6
    (alert,) = paragraphs_under(made(tables, Asked("2021Q2")).document, "存在的问题")
    assert alert.text == "填报有误，1条记录未计入本报告（见附件），巫山县是否开展活动尚不能认定。"


def test_a_sheet_that_was_not_read_is_told_with_its_name(run: Run, tables: Path) -> None:
    rows = [HEADER.split(","), ["a", "2021-05-01", "巫山县", "北碚区", "4", "演示数据一", "1", "1"]]
    book = workbook({"台账": rows, "别的": [("甲", "乙")]})
    (tables / "activities/2021Q2").mkdir()
    (tables / "activities/2021Q2/a.xlsx").write_bytes(book)
    result = run(*QUARTER)
    assert result.code == 1
    assert "a.xlsx › 别的" in result.err
    document = made(tables, Asked("2021Q2")).document
    assert "a.xlsx › 别的" in document.notes[0]
    assert "1个文件未计入本报告" in main_text(document)


READ = ("2020Q4", "2021Q1", "2021Q2", "2021Q3", "2021Q4", "2022Q1", "其他")


@pytest.mark.slow
@pytest.mark.parametrize("folder", READ)
def test_the_hash_covers_every_file_that_a_figure_or_sentence_stands_on(
    run: Run, tables: Path, folder: str
) -> None:
    def sha256() -> str:
        told = json.loads(run("report", "2021Q4", "--format", "json").out)
        return str(told["provenance"]["data_sha256"])

    for name in (*READ, "2019Q4", "2022Q2"):
        write(tables, f"{name}/a.csv")
    before = sha256()
    for far in ("2019Q4", "2022Q2"):
        write(tables, f"{far}/a.csv", "a,2021-05-01,巫山县,北碚区,4,演示数据,1,1")
    assert sha256() == before
    write(tables, f"{folder}/a.csv", "")
    after = sha256()
    assert (after != before) is True
    (tables / "tasks.yaml").write_bytes((tables / "tasks.yaml").read_bytes() + b"\n")
    assert sha256() not in (before, after)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_an_annex_names_what_was_left_out_by_its_place(run: Run, tables: Path, form: str) -> None:
    file = tables / "activities" / "2021Q2" / "wushan.xls"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    result = run("report", "--quarter", "2021Q2", "--format", form)
    assert result.code == 1
    assert "未计入情况" in result.out
    assert "wushan.xls" in result.out
    assert "wushan.xls" in result.err
