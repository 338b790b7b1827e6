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
        assert "3条记录有错误，未计入" in result.out


def test_the_face_of_a_report_with_records_left_out_says_so_before_its_figures(
    run: Run, data: Path
) -> None:
    write(data, "2021Q2/yanshi.csv", "b,2021-05-02,巫山县,江津区,4,演示数据,1,1")
    text = run(*QUARTER).out
    assert text.index("未计入") < text.index("一、")


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
    assert "二季度" in result.out.replace("第二季度", "")


def test_an_error_in_the_period_compared_with_is_told_and_fails_nothing(
    run: Run, data: Path
) -> None:
    write(data, "2021Q1/yanshi.csv", "b,2021-02-02,巫山县,江津区,4,演示数据,1,1")
    result = run(*QUARTER)
    assert result.code == 0
    assert "data/activities/2021Q1/yanshi.csv:2" in result.err
    face = result.out.split("一、")[0]
    assert "其他时段，1条记录有错误，未计入本报告（activities/2021Q1/yanshi.csv:2）" in face


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "markdown", "html", "csv"])
def test_what_is_left_out_stands_in_every_format_that_is_text(
    run: Run, data: Path, form: str
) -> None:
    write(data, "2021Q2/yanshi.csv", "b,2021-05-02,巫山县,江津区,4,演示数据,1,1")
    result = run(*QUARTER, "--format", form)
    assert result.code == 1
    assert "未计入" in result.out
    assert "activities/2021Q2/yanshi.csv:2" in result.out.replace("\\", "")


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
    assert "99条记录有错误，未计入本报告（" in result.out
    assert "x.csv:11等）" in result.out
    assert len(result.err.splitlines()) < 25
    assert "另有 79 处" in result.err


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
    result = run(*QUARTER)
    assert f"b.{suffix}" in result.out
    assert "不能认定没有开展活动：万州区、" in result.out
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
    out = run(*QUARTER).out
    assert "1对没有读到活动记录，但有文件或记录未能读取，不能认定没有开展活动：巫山县。" in out
    assert "另有6个因有内容未能读取，不能认定没有活动。" in out


def test_a_sheet_that_was_not_read_is_told_with_its_name(run: Run, tables: Path) -> None:
    rows = [HEADER.split(","), ["a", "2021-05-01", "巫山县", "北碚区", "4", "演示数据一", "1", "1"]]
    book = workbook({"台账": rows, "别的": [("甲", "乙")]})
    (tables / "activities/2021Q2").mkdir()
    (tables / "activities/2021Q2/a.xlsx").write_bytes(book)
    result = run(*QUARTER)
    assert result.code == 1
    assert "a.xlsx › 别的" in result.out
    assert "a.xlsx › 别的" in result.err


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
