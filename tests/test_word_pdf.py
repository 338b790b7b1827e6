"""The Word report on paper: set by LibreOffice, measured in the PDF. Lengths are millimetres."""

from pathlib import Path

import pytest

from cqpair.render.document import Annex, CellKind, Column, Paragraph, Signature, Table
from cqpair.render.word import write_document
from sample_document import AREAS, GRID, SAMPLE
from word_on_paper import (
    BOTTOM,
    LEFT,
    MM,
    PITCH,
    RIGHT,
    SOFFICE,
    TOP,
    Extent,
    Page,
    extent,
    pages_of,
)

pytestmark = [
    pytest.mark.documents,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here to set the page"),
]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """A report with a paragraph of some pages and two annexes, one of them lengthwise."""
    annexes = (SAMPLE.annexes[0], SAMPLE.annexes[3])
    document = SAMPLE._replace(blocks=(Paragraph("渝" * 2000),), annexes=annexes, banner=None)
    return pages_of(write_document(document), tmp_path_factory.mktemp("word"))


def test_a_page_has_22_lines_of_28_characters(pages: list[Page]) -> None:
    *text, number = pages[1].lines
    assert [line.text for line in text] == ["渝" * 28] * 22
    assert number.text == "—2—"


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
    assert first.top == pytest.approx(TOP + 2 * PITCH, abs=3)
    for line in (first, second):
        assert (line.left + line.right) / 2 == pytest.approx(LEFT + 78, abs=2)


@pytest.mark.parametrize("page", [0, 1])
def test_page_numbers_stand_7_mm_below_at_the_outer_edge(pages: list[Page], page: int) -> None:
    number = pages[page].lines[-1]
    assert number.text == f"—{page + 1}—"
    assert (number.top + number.bottom) / 2 == pytest.approx(297 - BOTTOM + 7, abs=1)
    character = 14 * MM
    if page % 2:
        assert number.left == pytest.approx(LEFT + character, abs=1)
    else:
        assert number.right == pytest.approx(210 - RIGHT - character, abs=1)


def test_a_lengthwise_annex_is_numbered_where_the_others_are(pages: list[Page]) -> None:
    no, page = next((n, page) for n, page in enumerate(pages, 1) if page.width > page.height)
    [number] = page.turned
    assert sorted(number.text) == sorted(f"—{no}—")
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
    assert page.lines[-1].text == f"—{len(pages)}—"
    assert page.lines[1].text == "数字溯源"
    assert page.lines[1].top - page.lines[0].top == pytest.approx(2 * PITCH, abs=3)


SHORT = SAMPLE._replace(
    blocks=(Paragraph("渝" * 75),), annexes=(), origin="由 cqpair 生成，数据校验码 abc"
)


@pytest.mark.parametrize(
    ("signer", "day"),
    [
        ("重庆市科学技术协会", "2022年7月8日"),
        ("巫山县科协会", "2022年7月8日"),
        ("县科协", "2022年12月31日"),
    ],
)
def test_the_day_begins_two_characters_after_who_signs(
    signer: str, day: str, tmp_path: Path
) -> None:
    document = SHORT._replace(signature=(Signature(signer), Signature(day)))
    [page] = pages_of(write_document(document), tmp_path)
    office = next(line for line in page.lines if line.text == signer)
    dated = next(line for line in page.lines if line.text == day)
    character = 15.75 * MM
    assert dated.left - office.left == pytest.approx(2 * character, abs=0.3)
    assert dated.top - office.top == pytest.approx(PITCH, abs=0.5)
    text = [line for line in page.lines if line.text.startswith("渝")][-1]
    assert office.top - text.top == pytest.approx(2 * PITCH, abs=0.5)
    digits = sum(map(str.isdigit, day))
    wide, day_wide = len(signer), len(day) - digits / 2
    right = 2 if wide >= day_wide else day_wide + 4 - wide
    assert 210 - RIGHT - office.right == pytest.approx(right * character, abs=1)


@pytest.mark.parametrize(
    "signature",
    [SAMPLE.signature, (Signature("重庆市科学技术协会"), Signature("2022年7月8日"))],
    ids=["to-fill", "signed"],
)
@pytest.mark.parametrize("banner", [None, SAMPLE.banner])
def test_a_report_without_records_is_one_page(
    signature: tuple[Signature, ...], banner: str | None, tmp_path: Path
) -> None:
    document = SHORT._replace(signature=signature, banner=banner)
    [page] = pages_of(write_document(document), tmp_path)
    *_, origin, number = page.lines
    assert origin.text == "由cqpair生成，数据校验码abc"
    assert origin.bottom - origin.top < 5
    assert number.text == "—1—"


def test_a_heading_runs_into_its_text(tmp_path: Path) -> None:
    text = Paragraph("渝" * 40, lead="（一）携手助力乡村振兴。")
    first, second, *_ = (
        line
        for line in pages_of(write_document(SHORT._replace(blocks=(text,))), tmp_path)[0].lines
        if "渝" in line.text
    )
    assert first.text.startswith("（一）携手助力乡村振兴。渝")
    assert set(second.text) == {"渝"}


def test_a_table_of_a_page_is_not_parted_nor_its_notes(tmp_path: Path) -> None:
    row = ("巫山县（北碚区、铜梁区）", *range(9))
    columns = (Column("结对单位"), *(Column(f"数{n}", CellKind.COUNT) for n in range(9)))
    long = Table(columns, ((row),) * 17 + (("合计", *range(9)),), sums=(17,))
    notes = (Paragraph("注：" + "记" * 150),)
    document = SAMPLE._replace(
        annexes=(Annex("工作统计表", (AREAS, long, *notes)), Annex("任务覆盖表", (GRID,))),
        origin="由 cqpair 生成",
    )
    pages = pages_of(write_document(document), tmp_path)
    [number] = {n for n, page in enumerate(pages) if any("巫山县（" in x.text for x in page.lines)}
    texts = [line.text for line in pages[number].lines]
    assert sum(text.startswith("巫山县（") for text in texts) == 17
    assert any(text.startswith("合计") for text in texts)
    assert any(text.startswith("注：记") for text in texts)
    assert any("由cqpair生成" in line.text for line in pages[-1].lines)


def test_a_long_table_repeats_its_header_and_ends_with_more_than_its_total(tmp_path: Path) -> None:
    columns = (Column("结对单位"), Column("数", CellKind.COUNT))
    tables = [
        Table(columns, (*((f"县{n}", n) for n in range(rows)), ("合计", 1)), sums=(rows,))
        for rows in range(60, 84)
    ]
    annexes = tuple(Annex("表", (table,)) for table in tables)
    document = SAMPLE._replace(annexes=annexes, origin="由 cqpair 生成")
    ends = []
    for page in pages_of(write_document(document), tmp_path):
        texts = [line.text for line in page.lines]
        if "合计1" in texts:
            at = texts.index("合计1")
            ends.append((texts[at - 1], "结对单位数" in texts, texts[at + 1]))
    assert [row for row, _, _ in ends] == [f"县{n}{n}" for n in range(59, 83)]
    assert all(titled for _, titled, _ in ends)
    assert ends[-1][2] == "由cqpair生成"


def test_the_extent_counts_the_lines_of_the_main_text(tmp_path: Path) -> None:
    blocks = (Paragraph("渝" * (26 + 28 * 3)),)
    document = SAMPLE._replace(blocks=blocks, banner=None)
    assert extent(pages_of(write_document(document), tmp_path / "a")) == Extent(6, 1, 9)
    blocks = (Paragraph("渝" * (26 + 28 * 17)),)
    document = SAMPLE._replace(blocks=blocks, banner=None)
    assert extent(pages_of(write_document(document), tmp_path / "b")) == Extent(20, 2, 23)


@pytest.mark.parametrize("lines", [4, 9, 12])
def test_who_signs_never_stands_on_a_page_without_text(lines: int, tmp_path: Path) -> None:
    """GB/T 9704-2012, 7.3.5.5: where the last paragraph ends a page, it goes on with them."""
    texts = (
        Paragraph("渝" * (26 + 28 * (17 - lines - 1))),
        Paragraph("州" * (26 + 28 * (lines - 1))),
    )
    document = SAMPLE._replace(blocks=texts, annexes=SAMPLE.annexes[:1], banner=None)
    pages = pages_of(write_document(document), tmp_path)
    signed = next(page for page in pages if any("盖章" in line.text for line in page.lines))
    assert any("州" in line.text for line in signed.lines)
