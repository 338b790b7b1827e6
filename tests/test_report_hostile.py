"""Records that would like to act, and targets that cannot be written, in every format."""

import csv
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import html5lib
import openpyxl
import pytest

from conftest import Run
from cqpair.text import escape_control
from sample_document import HOSTILE

pytestmark = pytest.mark.documents

HEADER = "编号,开始日期,两群区县,主城协同区,任务领域,活动名称,成果,推荐典型,来源,备注"
QUARTER = ("report", "--quarter", "2021Q2")
SUFFIXES = ("txt", "md", "html", "docx", "xlsx", "json", "csv")
TITLES = [text.strip() for text in HOSTILE if "\0" not in text and text.isprintable()]
TITLES += ["<r>x</r>", "{{ 7*7 }}{% x %}", "%s {name}", "&amp;", "左\u202e右", "\x1b[31m红"]


@pytest.fixture
def hostile(tables: Path) -> Path:
    """A quarter in which every text of a record is hostile."""
    path = tables / "activities/2021Q2/x.csv"
    path.parent.mkdir()
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER.split(","))
    for n, text in enumerate(TITLES):
        row = (f"{text[:40]}{n}", "2021-05-01", "巫山县", "北碚区", "4", text, text, "是", "", text)
        writer.writerow(row)
    path.write_bytes(out.getvalue().encode("utf-8"))
    return tables


def written(run: Run, suffix: str) -> Path:
    target = Path(f"报告.{suffix}")
    result = run(*QUARTER, "--output", target)
    assert (result.code, result.out) == (0, ""), result.err
    return target


def test_word_shows_it_as_text(run: Run, hostile: Path) -> None:
    target = written(run, "docx")
    document = docx.Document(str(target))
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert {escape_control(title) for title in TITLES} <= cells
    assert document.part.element.xpath("//w:hyperlink") == []
    _assert_well_formed(target)


def test_a_workbook_holds_it_as_text(run: Run, hostile: Path) -> None:
    target = written(run, "xlsx")
    sheet = openpyxl.load_workbook(target)["活动记录"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {escape_control(title) for title in TITLES} <= {cell.value for cell in cells}
    shown = {escape_control(title) for title in TITLES}
    assert {cell.data_type for cell in cells if str(cell.value) in shown} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    _assert_well_formed(target)


def test_a_page_shows_it_as_text(run: Run, hostile: Path) -> None:
    text = written(run, "html").read_text(encoding="utf-8")
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    cells = {"".join(cell.itertext()) for cell in page.iter("td")}
    assert {escape_control(title) for title in TITLES} <= cells
    assert len(list(page.iter("script"))) == 1, "its own"
    links = [node.get("href", "") for node in page.iter("a")]
    assert all(link.startswith("#") for link in links)


def _assert_well_formed(target: Path) -> None:
    with zipfile.ZipFile(target) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_data_at_the_same_time_is_the_same_file(
    run: Run, hostile: Path, suffix: str
) -> None:
    first = written(run, suffix).read_bytes()
    assert written(run, suffix).read_bytes() == first


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_target_that_cannot_be_written_leaves_what_was_there(
    run: Run, data: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(*QUARTER, "--output", f"missing/x.{suffix}").code == 2
    Path(f"x.{suffix}").write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    result = run(*QUARTER, "--output", f"x.{suffix}")
    assert (result.code, result.out) == (2, "")
    assert Path(f"x.{suffix}").read_text() == "old"
    assert {path.name for path in Path().iterdir()} == {"data", f"x.{suffix}"}


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_file_that_no_terminal_shows_goes_to_a_pipe_as_it_is(data: Path, form: str) -> None:
    words = [sys.executable, "-m", "cqpair", "--data", str(data), *QUARTER, "--format", form]
    done = subprocess.run(words, capture_output=True, check=True)
    assert zipfile.is_zipfile(io.BytesIO(done.stdout))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--format html --base x.docx", "--base"),
        ("--output r.docx --base none.docx", "none.docx"),
        ("--output r.docx --base data", "data"),
        ("--output r.docx --base data/pairings.yaml", "pairings.yaml"),
        ("--format docx --output r.xlsx", "r.xlsx"),
    ],
)
def test_what_cannot_go_together_is_wrong_use(run: Run, data: Path, words: str, told: str) -> None:
    result = run(*QUARTER, *words.split())
    assert (result.code, result.out) == (2, "")
    assert told in result.err
    assert not list(Path().glob("r.*"))


def test_an_office_keeps_its_own_document_and_the_report_follows(run: Run, data: Path) -> None:
    base = docx.Document()
    base.sections[0].header.paragraphs[0].text = "某区科学技术协会"
    base.add_paragraph("本单位说明")
    base.save("base.docx")
    assert run(*QUARTER, "--output", "r.docx", "--base", "base.docx").code == 0
    made = docx.Document("r.docx")
    assert made.paragraphs[0].text == "本单位说明"
    assert made.sections[0].header.paragraphs[0].text == "某区科学技术协会"
    assert any("工作情况" in p.text for p in made.paragraphs)
    assert run(*QUARTER, "--output", "r.docx", "--sign", "某区科协").code == 0
    texts = [p.text for p in docx.Document("r.docx").paragraphs]
    assert "某区科协" in texts
    assert not any("盖章" in text for text in texts)
