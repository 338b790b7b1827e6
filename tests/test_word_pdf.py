"""The Word report on paper: set by LibreOffice, measured in the PDF. Lengths are millimetres."""

import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pdfplumber
import pytest

from cqpair.render.document import Paragraph
from cqpair.render.word import write_document
from sample_document import SAMPLE

SOFFICE = shutil.which("soffice")
MM = 25.4 / 72
TOP, RIGHT, BOTTOM, LEFT = 37, 26, 35, 28

pytestmark = [
    pytest.mark.documents,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here to set the page"),
]


class Line(NamedTuple):
    """Characters that stand on one line, and where."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


class Page(NamedTuple):
    """The lines of a page, and those that are written from top to bottom."""

    width: float
    height: float
    lines: list[Line]
    turned: list[Line]


def lines(chars: list[dict[str, float | str | bool]], upright: bool) -> Iterator[Line]:
    """The lines of a page from top to bottom; turned ones from left to right."""
    found = defaultdict(list)
    for char in chars:
        if char["upright"] == upright:
            found[round(float(char["top" if upright else "x0"]))].append(char)
    for _, line in sorted(found.items()):
        yield Line(
            "".join(str(char["text"]) for char in line),
            *(min(float(char["x0"]) for char in line) * MM,),
            *(max(float(char["x1"]) for char in line) * MM,),
            *(min(float(char["top"]) for char in line) * MM,),
            *(max(float(char["bottom"]) for char in line) * MM,),
        )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """A report with a paragraph of some pages and two annexes, one of them lengthwise."""
    folder = tmp_path_factory.mktemp("word")
    document = SAMPLE._replace(
        blocks=(Paragraph("渝" * 2000),), annexes=SAMPLE.annexes[1::2], banner=None
    )
    (folder / "report.docx").write_bytes(write_document(document))
    _convert(folder)
    with pdfplumber.open(folder / "report.pdf") as pdf:
        return [
            Page(
                float(page.width) * MM,
                float(page.height) * MM,
                list(lines(page.chars, upright=True)),
                list(lines(page.chars, upright=False)),
            )
            for page in pdf.pages
        ]


def _convert(folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "report.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)


def test_a_page_has_22_lines_of_28_characters(pages: list[Page]) -> None:
    *text, number = pages[1].lines
    assert [line.text for line in text] == ["渝" * 28] * 22
    assert number.text == "— 2 —"


def test_the_text_stands_within_its_margins(pages: list[Page]) -> None:
    page = pages[1]
    text = page.lines[:22]
    pitch = (text[-1].top - text[0].top) / 21
    above = (pitch - (text[0].bottom - text[0].top)) / 2
    assert (page.width, page.height) == pytest.approx((210, 297), abs=0.1)
    assert text[0].top - above == pytest.approx(TOP, abs=1)
    assert text[-1].bottom + above == pytest.approx(297 - BOTTOM, abs=1)
    assert {round(line.left, 1) for line in text} == {LEFT}
    assert text[0].right == pytest.approx(210 - RIGHT, abs=1)


def test_paragraphs_begin_two_characters_in(pages: list[Page]) -> None:
    first = next(line for line in pages[0].lines if line.text.startswith("渝"))
    assert first.text == "渝" * 26
    assert first.left == pytest.approx(LEFT + 2 * 15.75 * MM, abs=0.5)


def test_the_title_begins_on_the_third_line(pages: list[Page]) -> None:
    first, second = pages[0].lines[:2]
    assert first.text == "2021年第二季度“一区两群”"
    assert first.top == pytest.approx(TOP + 2 * 28.95 * MM, abs=3)
    for line in (first, second):
        assert (line.left + line.right) / 2 == pytest.approx(LEFT + 78, abs=2)


@pytest.mark.parametrize("page", [0, 1])
def test_page_numbers_stand_7_mm_below_at_the_outer_edge(pages: list[Page], page: int) -> None:
    number = pages[page].lines[-1]
    assert number.text == f"— {page + 1} —"
    assert (number.top + number.bottom) / 2 == pytest.approx(297 - BOTTOM + 7, abs=1)
    character = 14 * MM
    if page % 2:
        assert number.left == pytest.approx(LEFT + character, abs=1)
    else:
        assert number.right == pytest.approx(210 - RIGHT - character, abs=1)


def test_a_lengthwise_annex_is_numbered_where_the_others_are(pages: list[Page]) -> None:
    no, page = next((n, page) for n, page in enumerate(pages, 1) if page.width > page.height)
    [number] = page.turned
    assert sorted(number.text) == sorted(f"— {no} —")
    assert (number.left + number.right) / 2 == pytest.approx(BOTTOM - 7, abs=1.5)
    if no % 2:
        assert number.bottom == pytest.approx(210 - RIGHT - 14 * MM, abs=1)
    else:
        assert number.top == pytest.approx(LEFT + 14 * MM, abs=1)
    assert page.lines[0].text == "附件1"
    assert page.lines[0].left == pytest.approx(BOTTOM, abs=1)


def test_the_last_annex_stands_upright_again(pages: list[Page]) -> None:
    page = pages[-1]
    assert page.width < page.height
    assert page.lines[0].text == "附件2"
    assert page.lines[-1].text == f"— {len(pages)} —"
    assert page.lines[1].text == "数字溯源"
    assert page.lines[1].top - page.lines[0].top == pytest.approx(2 * 28.95 * MM, abs=3)
