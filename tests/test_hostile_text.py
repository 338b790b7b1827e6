"""Hostile text end to end: whatever stands in a cell, nothing in any output acts."""

import csv
import json
import re
import shutil
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import Run
from test_markdown import RENDERER

TABLES = ("tasks", "pairings")
BASE = Path(__file__).parent / "rules" / "base"
# Controls (C0 but the line feed, C1), line and paragraph separators, direction marks, a BOM.
ACTING = re.compile(
    "[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
TEXTS = {
    "formula": '=HYPERLINK("http://example.org","演示")',
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3",
    "at": "@SUM(1)",
    "tab formula": "\t=1+1",
    "full-width formula": "＝1+1",
    "colour": "\x1b[31m演示\x1b[0m",
    "link": "\x1b]8;;http://example.org\x07演示\x1b]8;;\x07",
    "c1": "\x9b31m演示",
    "back": "演示\b\b\r覆盖",
    "markup": "[red]演示[/red] [link=http://example.org]x[/link]",
    "broken markup": "[/]演示[/red]",
    "html": "<script>alert(1)</script><img src=x onerror=y>",
    "entity": "&lt;b&gt;",
    "pipe": "甲|乙 | 丙",
    "line feed": "甲\n| 乙 |\n# 丙",
    "crlf": "甲\r\n乙",
    "bidi": "甲\u202e乙\u2066丙\u2069",
    "marks": "\u200e甲\u200f\u061c",
    "separators": "甲\u2028乙\u2029丙\x85丁",
    "bom": "\ufeff甲",
    "image": "![演示](http://example.org/x.png)[演示](javascript:alert(1))",
    "emphasis": "*甲* _乙_ **丙** ~~丁~~ `戊` $己$",
    "heading": "# 演示",
    "item": "- 演示",
    "number": "1. 演示",
    "quote": "> 演示",
    "backslash": "\\|\\\\|\\<b>",
    "table rule": "---|---",
    "braces": "{0} {name} %s %(x)s {",
    "emoji code": ":warning: 演示",
}
STRUCTURE = re.compile(  # the comment parts what would be a link
    "h[123]|p|br|sub|blockquote|strong|[uo]l|li|table|thead|tbody|t[rhd]|!-- -->"
)
QUARTER = ("--quarter", "2021Q2")
HEADER = "编号,开始日期,两群区县,主城协同区,任务领域,活动名称,牵头单位,成果,来源,备注,推荐典型"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small data folder without records, as `data` in the current folder."""
    folder = Path(shutil.copytree(BASE, tmp_path / "data"))
    (folder / "activities/2021Q2/shizhu.csv").unlink()
    return folder


def _records(data: Path, *wrong: str) -> None:
    """A record for each text, in every free cell and in the columns `wrong`."""
    sound = {
        "开始日期": "2021-05-13",
        "两群区县": "石柱县",
        "主城协同区": "綦江区",
        "任务领域": "5",
    }
    sound = {**sound, "推荐典型": "是"}
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER.split(","))
    for text in TEXTS.values():
        row = dict.fromkeys(HEADER.split(","), text) | sound | dict.fromkeys(wrong, text)
        writer.writerow(row.values())
    (data / "activities/2021Q2/x.csv").write_bytes(out.getvalue().encode())


def _quiet(run: Run, *words: str, code: int = 0) -> str:
    """The answer of a command that ends with `code`, and in which nothing acts."""
    result = run(*words)
    assert result.code == code, result.err
    for stream in (result.out, result.err):
        assert not (found := ACTING.search(stream)), (words, found)
    return result.out


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_cell_never_acts_in_a_list_of_records(form: str, data: Path, run: Run) -> None:
    _records(data)
    assert _quiet(run, "activities", "--format", form)


def test_json_gives_every_text_back_unchanged(data: Path, run: Run) -> None:
    _records(data)
    rows = json.loads(run("activities", "--format", "json").out)
    assert [row["title"] for row in rows] == [text.strip() for text in TEXTS.values()]


def test_in_csv_a_record_is_a_row_and_no_cell_is_a_formula(data: Path, run: Run) -> None:
    _records(data)
    told = run("activities", "--format", "csv").out
    header, *rows = csv.reader(StringIO(told))
    assert len(told.splitlines()) == 1 + len(TEXTS), "and a row is a line"
    assert {len(row) for row in rows} == {len(header)}
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"[=+@\t\r＝＋＠－]|-\D|-\d+\D", cell)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_a_cell_never_acts_in_a_report(form: str, data: Path, run: Run) -> None:
    _records(data)
    told = _quiet(run, "report", *QUARTER, "--format", form)
    assert form == "json" or "推荐典型" in told, "where the titles stand"
    if form == "markdown":
        _assert_structure(told)


def _assert_structure(markdown: str) -> None:
    """Shown, there is nothing but the structure of the document itself, and tables are whole."""
    page = RENDERER.render(markdown)
    for tag in set(re.findall("<([a-z0-9]+|!.*?>)", page)):
        assert STRUCTURE.fullmatch(tag)
    assert "丙" not in re.findall("<strong>(.*?)</strong>", page)
    for table in re.findall("<table>.*?</table>", page, re.DOTALL):
        rows = re.findall("<tr>.*?</tr>", table, re.DOTALL)
        assert len({len(re.findall("<t[dh]", row)) for row in rows}) == 1, table


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_value_in_a_problem_never_acts(form: str, lang: str, data: Path, run: Run) -> None:
    columns = ("开始日期", "两群区县", "主城协同区", "任务领域", "推荐典型")
    _records(data, *columns)
    file = data / "activities/2021Q2/x.csv"
    out = StringIO()
    csv.writer(out).writerows([[*HEADER.split(","), *TEXTS.values()]])
    file.write_bytes(out.getvalue().encode() + file.read_bytes().partition(b"\n")[2])
    told = _quiet(run, "--lang", lang, "validate", "--format", form, code=1)
    assert told.count("F107") == len(TEXTS)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["colour", "c1", "back", "bidi", "line feed", "markup", "braces"])
def test_a_word_of_the_command_line_never_acts(name: str, data: Path, run: Run) -> None:
    text = TEXTS[name]
    assert data.is_dir()
    _quiet(run, "partners", "--", text, code=1)
    _quiet(run, "tasks", "--", text, code=1)
    _quiet(run, "explain", "--", text, code=1)
    _quiet(run, "activities", "--match", text)
    for words in (
        ["report", f"--quarter={text}"],
        ["report", *QUARTER, f"--area={text}"],
        ["report", *QUARTER, f"--by={text}"],
        ["report", *QUARTER, f"--output={text}"],
        ["partners", "石柱", f"--on={text}"],
        ["validate", f"--select={text}"],
        ["validate", "--", text],
        ["pairs", f"--format={text}"],
        [f"--data={text}", "pairs"],
        [f"--lang={text}", "pairs"],
        [f"x{text}"],
        ["pairs", "--", text],
        ["pairs", f"--{text}"],
    ):
        _quiet(run, *words, code=2)


@pytest.fixture
def hostile_tables(data: Path) -> Path:
    """Tables in which every text is a title, a measure, a name and a note; JSON is YAML too."""
    tasks, pairings = (_as_written(data / f"{name}.yaml") for name in TABLES)
    template = tasks["areas"][1]
    for no, text in enumerate(TEXTS.values(), 10):
        tasks["areas"].append({**template, "no": no, "code": f"c{no}", "title": text})
        change = {"kind": "boundary", "announced": "2021-03-01", "text": text, "source": text}
        county = {"kind": "县", "region": "渝东北", "pinyin": f"x{no}", "initials": f"x{no}"}
        partner = {**county, "kind": "区", "region": "主城都市区", "pinyin": f"y{no}"}
        pairings["units"].append({**county, "name": f"{text}县", "office": text})
        pairings["units"].append({**partner, "name": f"{text}区", "changes": [change]})
        pairings["pairings"].append({"no": no, "county": f"{text}县", "partners": [f"{text}区"]})
    tasks["areas"][0]["measures"] = list(TEXTS.values())
    pairings["notice"]["title"] = "".join(TEXTS.values())
    for name, content in zip(TABLES, (tasks, pairings), strict=True):
        (data / f"{name}.yaml").write_text(json.dumps(content), encoding="utf-8")
    return data


def _as_written(path: Path) -> Any:
    """YAML with every scalar a text, as cqpair reads it."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.slow
def test_a_text_of_a_table_never_acts(hostile_tables: Path, run: Run) -> None:
    names = [f"x{no}" for no in range(10, 10 + len(TEXTS))]
    assert run("validate", "--select", "F").code == 0, hostile_tables
    for form in ("table", "json", "csv", "markdown"):
        told = _quiet(run, "pairs", "--format", form)
        if form == "markdown":
            _assert_structure(told)
            assert len(told.splitlines()) == 2 + 3 + len(TEXTS)
    for form in ("table", "json", "markdown"):
        told = _quiet(run, "tasks", "--format", form)
    _assert_structure(told)
    for form in ("text", "json", "markdown"):
        told = _quiet(run, "report", *QUARTER, "--format", form)
    _assert_structure(told)
    for form in ("table", "json", "plain"):
        told = _quiet(run, "partners", *names, "--format", form)
    assert len(told.splitlines()) == len(names), "one name, one line"
    _quiet(run, "validate", code=1)


@pytest.mark.slow
def test_nothing_acts_on_a_terminal_and_markup_is_shown_as_it_is(
    hostile_tables: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _records(hostile_tables)
    monkeypatch.setattr("cqpair.cli.console.is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "1000")
    for words in (["activities"], ["report", *QUARTER], ["pairs"], ["tasks"]):
        told = _quiet(run, *words)
        assert words[0] == "pairs" or TEXTS["markup"] in told
        assert words[0] == "pairs" or TEXTS["emoji code"] in told
