"""`validate --notice`: the tables against the notice, given as text or as a Word document."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from conftest import ROOT, Run

ANNEX = (ROOT / "tests/fixtures/annex.txt").read_text(encoding="utf-8")
HEAD = """\
渝科协发〔2021〕7号
重庆市科学技术协会

关于推动“一区两群”区县科协

对口协同发展的通知

各区县（自治县）科协、重庆高新区科协、万盛经开区科协，两江新区科创局：
根据《关于印发〈工作方案〉的通知》（渝委办发〔2020〕37号）精神，现就有关事宜通知如下。
"""
FOOT = """\
附件：“一区两群”区县科协对口协同发展结对关系表

重庆市科学技术协会\u3000\u3000
2021年2月19日
附件

“一区两群”区县科协对口协同发展结对

关系表
"""
CODES = ("--select", "T231,T232,T233", "--format", "json")


def as_document(text: str) -> Path:
    """The notice as an office has it: paragraphs, then the annex as a table with merged cells."""
    document = docx.Document()
    before, _, annex = text.partition("主城协同区科协\n")
    for line in before.splitlines():
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=3)
    for cell, words in zip(
        table.rows[0].cells, ("序号", "“两群”协同区县科协", "主城协同区科协"), strict=True
    ):
        cell.text = words
    group: list[str] = []
    for line in [*filter(None, map(str.strip, annex.splitlines())), "0"]:
        if line.isdecimal() and group:
            first = len(table.rows)
            for partner in group[2:]:
                table.add_row().cells[2].text = partner
            for column, words in enumerate(group[:2]):
                top = table.rows[first].cells[column]
                top.merge(table.rows[len(table.rows) - 1].cells[column]).text = words
            group = []
        group.append(line)
    path = Path("notice.docx")
    document.save(str(path))
    return path


@pytest.fixture(params=["txt", "docx"])
def notice(request: pytest.FixtureRequest, tables: Path) -> Path:
    if request.param == "docx":
        return as_document(ANNEX)
    path = Path("通知 原文.txt")
    path.write_text(ANNEX, encoding="gb18030")
    return path


def codes(run: Run, notice: Path) -> list[tuple[str, str, int | None]]:
    result = run("validate", "--notice", notice, *CODES)
    return [(p["code"], p["path"], p["line"]) for p in json.loads(result.out)["problems"]]


def test_the_shipped_tables_are_the_annex_row_by_row(run: Run, notice: Path) -> None:
    assert codes(run, notice) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("county: 巫溪县, partners: [渝中区]", "county: 巫溪县, partners: [江北区]", "T231"),
        ("{no: 17, county", "{no: 18, county", "T231"),
        ("  counties: 17", "  counties: 18", "T233"),
        ("  zones: 3", "  zones: 4", "T233"),
    ],
)
def test_what_is_not_the_notices_is_told_at_its_line(
    run: Run, notice: Path, tables: Path, right: str, wrong: str, code: str
) -> None:
    path = tables / "pairings.yaml"
    text = path.read_text(encoding="utf-8")
    line = text[: text.index(right)].count("\n") + 1
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    assert (code, "data/pairings.yaml", line) in codes(run, notice)


def whole_notice() -> str:
    """The notice from its number to its annex, laid out as it was printed."""
    _, counts, annex = ANNEX.split("\n", 2)
    return f"{HEAD}{counts}\n{FOOT}{annex}"


def head_problems(run: Run, text: str, kind: str = "txt") -> list[dict[str, Any]]:
    path = Path("whole.txt")
    path.write_text(text, encoding="utf-8")
    words = ("--select", "T211,T236", "--format", "sarif")
    result = run("validate", "--notice", as_document(text) if kind == "docx" else path, *words)
    found: list[dict[str, Any]] = json.loads(result.out)["runs"][0]["results"]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["txt", "docx"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2021年2月19日", "2021 年 02 月 19 日"),
        ("〔2021〕7号", "〔２０２１〕７号"),
        ("对口协同发展的通知\n", "对口协同发展\n的通知\n"),
        (FOOT.partition("附件\n")[2], ""),
    ],
)
@pytest.mark.usefixtures("tables")
def test_the_shipped_head_stands_in_the_notice_however_it_is_laid_out(
    run: Run, kind: str, old: str, new: str
) -> None:
    text = whole_notice()
    assert head_problems(run, text, kind) == []
    assert old in text
    assert head_problems(run, text.replace(old, new), kind) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["txt", "docx"])
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("渝科协发〔2021〕7号", "渝科协发〔2021〕8号"),
        ("渝科协发〔2021〕7号", "科协发〔2021〕7号"),
        (
            "关于推动“一区两群”区县科协对口协同发展的通知",
            "关于推动“一区两群”区县科协对口协调发展的通知",
        ),
        ("关于推动“一区两群”区县科协对口协同发展的通知", "区县科协对口协同发展的通知"),
        ("重庆市科学技术协会", "重庆市科学技术局"),
        ("2021-02-19", "2021-02-09"),
        ("“一区两群”区县科协对口协同发展结对关系表", "“一区两群”区县科协协同发展结对关系表"),
    ],
)
def test_a_head_that_is_not_the_notices_is_told_with_the_right_one(
    run: Run, tables: Path, kind: str, right: str, wrong: str
) -> None:
    path = tables / "pairings.yaml"
    before, section, after = path.read_text(encoding="utf-8").partition("\nnotice:\n")
    assert f": {right}\n" in after
    path.write_text(before + section + after.replace(f": {right}\n", f": {wrong}\n", 1), "utf-8")
    (problem,) = head_problems(run, whole_notice(), kind)
    place = problem["locations"][0]["physicalLocation"]["region"]
    line = (before + section + after.partition(f": {right}\n")[0]).count("\n") + 1
    assert (problem["ruleId"], place["startLine"]) == ("T236", line)
    (change,) = problem["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"].strip('"') == right


@pytest.mark.slow
def test_a_row_that_is_gone_is_told_with_what_it_says(run: Run, notice: Path, tables: Path) -> None:
    path = tables / "pairings.yaml"
    text = path.read_text(encoding="utf-8")
    row = "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}\n"
    path.write_text(text.replace(row, ""), encoding="utf-8")
    out = run("--lang", "zh", "validate", "--notice", notice, "--select", "T232").out
    assert "附件第12行（巫山县结对北碚区、铜梁区）不在表里" in out


@pytest.mark.parametrize("content", [b"", b"\xff\xff\xff", "没有附件\n".encode()])
@pytest.mark.parametrize("name", ["x.txt", "x.docx"])
def test_a_file_that_is_no_notice_is_wrong_use(
    run: Run, tables: Path, name: str, content: bytes
) -> None:
    Path(name).write_bytes(content)
    for word in (name, "missing.txt"):
        result = run("validate", "--notice", word)
        assert (result.code, result.out) == (2, "")
        assert word in result.err


def test_lines_of_a_notice_are_counted_as_editors_count_them(run: Run, tables: Path) -> None:
    before = "演示\x0b数据\x0c演示\x85数据\u2028演示\r\n数据\r"
    Path("x.txt").write_bytes((before + ANNEX).encode())
    table = tables / "pairings.yaml"
    text = table.read_text(encoding="utf-8")
    table.write_text(
        text.replace("巫溪县, partners: [渝中区]", "巫溪县, partners: [江北区]"), "utf-8"
    )
    (problem,) = json.loads(run("validate", "--notice", "x.txt", *CODES).out)["problems"]
    number = ANNEX[: ANNEX.index("巫溪县")].rstrip().count("\n") + 1
    assert [related["line"] for related in problem["related"]] == [number + 2]
