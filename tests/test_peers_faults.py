"""Faults seen in other tools for the same work: none of them can happen here."""

import csv
import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

from conftest import Run
from cqpair.read.sheet_file import read_records

COLUMNS = "编号,开始日期,两群区县,主城协同区,任务领域,活动名称,参与人次"
SOUND = "a,2021-05-13,巫山县,北碚区,4,演示数据一,3"
QUARTER = ("report", "--quarter", "2021Q2")


def put(data: Path, *rows: str, encoding: str = "utf-8", header: str = COLUMNS) -> Path:
    """A record file of made-up rows."""
    path = data / "activities/2021Q2/yanshi.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("\n".join((header, *rows, "")).encode(encoding))
    return path


def put_sheet(data: Path, *rows: Sequence[str], skip: int = 0) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for n, row in enumerate([COLUMNS.split(","), *rows], 1 + skip):
        for m, value in enumerate(row, 1):
            book.active.cell(n, m, value)
    path = data / "activities/2021Q2/yanshi.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def found(run: Run, *words: str) -> list[tuple[str, int | None, str | None]]:
    told = json.loads(run("validate", *words, "--format", "json").out)["problems"]
    return [(p["code"], p["line"], p["cell"]) for p in told if p["code"] != "T207"]


def test_fault_01_names_that_sound_alike_are_not_one_name(tables: Path, run: Run) -> None:
    put(tables, SOUND.replace("巫山县", "中县").replace("北碚区", "大足区"))
    assert found(run)[0][1] == 2, "忠县 is meant by 忠县 alone"
    rows = [SOUND.replace("a,", f"{i},").replace("一", t) for i, t in enumerate("忠中钟")]
    put(tables, *rows)
    assert found(run) == [], "three rows that sound alike are three rows"
    assert len(json.loads(run("activities", "--format", "json").out)) == 3


def test_fault_01_a_gbk_file_is_read_as_text_without_false_duplicates(
    tables: Path, run: Run
) -> None:
    put(tables, SOUND, SOUND.replace("a,", "b,").replace("一", "二"), encoding="gb18030")
    assert {code for code, *_ in found(run)} <= {"F103"}
    titles = [row["title"] for row in json.loads(run("activities", "--format", "json").out)]
    assert titles == ["演示数据一", "演示数据二"]


def test_fault_02_chinese_column_names_and_names_of_units_are_accepted(
    tables: Path, run: Run
) -> None:
    put(tables, SOUND)
    assert found(run) == []
    assert run("partners", "巫山县科协", "--format", "plain").out.split() == ["北碚区", "铜梁区"]


@pytest.mark.parametrize("form", ["text", "concise", "github"])
def test_fault_03_piped_output_is_never_cut_and_says_the_right_value(
    form: str, tables: Path, run: Run
) -> None:
    long = "演示数据" * 60
    sound = SOUND.replace("a,", "b,").replace("演示数据一", long)
    put(tables, SOUND.replace("北碚区", "渝北区"), sound)
    result = run("validate", "--format", form)
    assert result.code == 1
    assert "…" not in result.out
    assert not any(mark in result.out for mark in ("NamedTuple", "None", "<class", "StrEnum"))
    assert "北碚区" in result.out, "the partners that are right"
    assert long in run("activities").out.replace("\n", "")


@pytest.mark.parametrize(
    "words", [("validate", "none.csv"), ("validate", "none.xlsx"), ("--data", "none", "pairs")]
)
def test_fault_04_a_missing_file_is_one_sentence_and_no_traceback(
    words: tuple[str, ...], tables: Path, run: Run
) -> None:
    result = run(*words)
    assert (result.code, "Traceback" in result.out + result.err) == (2, False)
    assert "none" in result.err


def test_fault_04_a_problem_has_its_line(tables: Path, run: Run) -> None:
    put(tables, SOUND, SOUND.replace("a,", "b,").replace("2021-05-13", "五月"))
    assert [line for _, line, _ in found(run)] == [3]


def test_fault_05_failing_rows_and_names_that_match_nothing_are_exit_1(
    tables: Path, run: Run
) -> None:
    put(tables, SOUND.replace("巫山县", "没有县"))
    assert run("validate").code == 1
    assert run("partners", "没有县").code == 1
    for words in (("activities", "--pair", "没有县"), (*QUARTER, "--pair", "没有县")):
        result = run(*words)
        assert (result.code, result.out) != (0, "")
        assert result.code in (1, 2)
        assert "没有县" in result.err


def test_fault_06_all_problems_of_all_rows_are_told_in_one_run(tables: Path, run: Run) -> None:
    put(tables, *(f"{i},五月,没有县,北碚区,99,演示数据{i},x" for i in range(5)))
    assert {line for _, line, _ in found(run)} == {2, 3, 4, 5, 6}


def test_fault_06_a_write_that_fails_leaves_the_old_file(
    data: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Path("report.md")
    old.write_text("旧", encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", full)
        assert run(*QUARTER, "--output", str(old)).code == 2
    assert old.read_text("utf-8") == "旧"
    assert not [p for p in Path().iterdir() if p.name not in ("report.md", "data")]


def test_fault_07_zero_is_told_from_not_reported(tables: Path, run: Run) -> None:
    sums = []
    for figure in ("0", ""):
        put(tables, SOUND.removesuffix("3") + figure)
        totals = json.loads(run(*QUARTER, "--format", "json").out)["totals"]
        sums.append((totals["participants"], totals["unreported"]["participants"]))
    assert sums == [(0, 0), (None, 1)]


@pytest.mark.slow
@pytest.mark.parametrize("text", ["三十", "很多", "x", "=A1"])
def test_fault_08_text_in_a_number_cell_is_told_and_never_becomes_0(
    text: str, tables: Path, run: Run
) -> None:
    put_sheet(tables, [*SOUND.split(",")[:-1], text])
    problems = found(run)
    told = json.loads(run(*QUARTER, "--format", "json").out)["totals"]
    assert problems or told["participants"] == 30
    assert told["participants"] != 0


def test_fault_09_every_name_of_the_table_is_found_as_the_unit_it_is(data: Path, run: Run) -> None:
    pairs = json.loads(run("pairs", "--format", "json").out)
    names = [u for p in pairs for u in (p["county"], *p["partners"])]
    assert len(set(names)) == 41
    found_units = json.loads(run("partners", *names, "--format", "json").out)
    assert [answer["unit"]["name"] for answer in found_units] == names
    (river,) = (a["unit"] for a in found_units if a["query"] == "江北区")
    assert river["code"] == "500105", "of Chongqing, not of Ningbo"


def test_fault_10_leading_blank_rows_do_not_shift_the_rows_of_a_sheet(
    tables: Path, run: Run
) -> None:
    put_sheet(tables, [*SOUND.split(",")[:4], "99", *SOUND.split(",")[5:]], skip=4)
    assert [(line, cell) for _, line, cell in found(run)] == [(6, "E6")]


def test_fault_10_a_formula_not_worked_out_is_a_bad_value_and_not_a_blank(
    tables: Path, run: Run
) -> None:
    path = put_sheet(tables, [*SOUND.split(",")[:-1], "=1+1"])
    (grid,), _ = read_records(path.name, path.read_bytes())
    assert grid.rows[0].cells[-1] == "=1+1"
    assert [cell for _, _, cell in found(run)] == ["G2"]


def test_fault_10_text_that_begins_like_a_formula_is_disarmed(tables: Path, run: Run) -> None:
    """There is no workbook to write yet: its nearest kin, CSV for a spreadsheet, is tested."""
    put(tables, SOUND.replace("演示数据一", "=1+1 演示数据"))
    rows = list(csv.reader(StringIO(run("activities", "--format", "csv").out)))
    assert "'=1+1 演示数据" in rows[1]


def test_fault_10_a_file_that_was_sent_in_is_never_saved_over(tables: Path, run: Run) -> None:
    """Nothing is annotated yet: checking, reporting and tidying leave a workbook's bytes alone."""
    path = put_sheet(tables, SOUND.split(","))
    before = path.read_bytes()
    for words in (("validate",), QUARTER, ("fmt",)):
        run(*words)
    assert path.read_bytes() == before


@pytest.mark.parametrize("words", ["validate", "pairs", "report --quarter 2021Q2", "partners 巫山"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_fault_11_what_a_chinese_windows_console_is_sent_is_in_gbk(
    lang: str, words: str, data: Path, run: Run
) -> None:
    result = run("--lang", lang, *words.split())
    (result.out + result.err).encode("gbk")
    assert result.out


def test_fault_12_a_line_break_or_percent_sign_cannot_break_an_annotation(
    tables: Path, run: Run
) -> None:
    put(tables, f'{SOUND}\n"b","2021-05-13",巫山县,北碚区,"9%\n::error::x",演示数据二,1')
    result = run("validate", "--format", "github")
    commands = [line for line in result.out.splitlines() if line.startswith("::error")]
    assert commands
    assert all(line.startswith("::error file=") for line in commands)
    assert not any("9%:" in line or "9% " in line for line in commands)
    assert any("9%25" in line for line in commands)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["txt", "md", "json"])
def test_fault_13_two_runs_on_one_clock_write_the_same_bytes(
    suffix: str, data: Path, run: Run
) -> None:
    """Word and Excel files are not written yet: every suffix a report can have now is tested."""
    written = []
    for name in ("a", "b"):
        path = Path(f"{name}.{suffix}")
        assert run("--data", "data", *QUARTER, "--output", path).code == 0
        written.append(path.read_bytes())
    assert written[0] == written[1]
