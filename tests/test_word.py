"""The Word report: what GB/T 9704-2012 asks for, as it stands in the XML."""

from datetime import datetime
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from cqpair.render.document import Annex, Document, Heading, Paragraph, Signature
from cqpair.render.word import write_document
from sample_document import HOSTILE, SAMPLE

pytestmark = pytest.mark.documents

FONTS = {"仿宋", "楷体", "黑体", "宋体", "方正小标宋简体"}


def opened(document: Document = SAMPLE, base: bytes | None = None) -> WordDocument:
    return docx.Document(BytesIO(write_document(document, base)))


def parts(data: bytes) -> dict[str, ElementTree.Element]:
    """Every part as an XML reader that is not ours sees it."""
    with ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: ElementTree.fromstring(archive.read(name)) for name in names}


def plain(document: Document, *texts: str) -> Document:
    """`document` with nothing but paragraphs."""
    blocks = tuple(map(Paragraph, texts))
    return document._replace(blocks=blocks, annexes=(), signature=(), banner=None)


def style_of(paragraph: WordParagraph) -> str:
    assert paragraph.style
    return str(paragraph.style.name)


def texts(word: WordDocument, style: str) -> list[str]:
    return [p.text for p in word.paragraphs if style_of(p) == style]


@pytest.fixture(scope="module")
def word() -> WordDocument:
    return opened()


def test_the_page_is_a4_with_a_text_of_156_by_225_mm(word: WordDocument) -> None:
    page = word.sections[0]
    assert page.page_width
    assert page.page_height
    assert [round(page.page_width.mm), round(page.page_height.mm)] == [210, 297]
    margins = (page.top_margin, page.right_margin, page.bottom_margin, page.left_margin)
    assert [round(side.mm, 1) for side in margins if side] == [37, 26, 35, 28]


def test_22_lines_of_28_characters_fit(word: WordDocument) -> None:
    body = word.styles["Body Text"].element
    spacing = body.find(qn("w:pPr")).find(qn("w:spacing"))
    assert spacing.get(qn("w:lineRule")) == "exact"
    line, closer = (int(spacing.get(qn("w:line"))) / 20, -0.25)
    assert 22 * line <= 225 / 25.4 * 72 < 22 * line + 5
    assert 28 * (16 + closer) <= 156 / 25.4 * 72
    assert body.find(qn("w:rPr")).find(qn("w:spacing")).get(qn("w:val")) == "-5"
    assert body.find(qn("w:pPr")).find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Title", "方正小标宋简体", 22),
        ("公文附件标题", "方正小标宋简体", 22),
        ("Body Text", "仿宋", 16),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体", 16),
        ("Heading 3", "仿宋", 16),
        ("公文提示", "黑体", 16),
        ("公文附件", "黑体", 16),
        ("公文注记", "楷体", 12),
        ("Footer", "宋体", 14),
        ("公文表文", "仿宋", 10.5),
    ],
)
def test_a_style_has_its_font_and_size(
    word: WordDocument, style: str, font: str, size: float
) -> None:
    fonts = word.styles[style].element.find(qn("w:rPr")).find(qn("w:rFonts"))
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "eastAsia", "hAnsi")} == {font}
    assert word.styles[style].font.size.pt == size


def test_every_style_and_run_names_its_font_for_chinese() -> None:
    found = parts(write_document(SAMPLE))
    for name in ("word/document.xml", "word/footer1.xml", "word/header1.xml"):
        runs = [run for run in found[name].iter(qn("w:r")) if run.find(qn("w:t")) is not None]
        assert runs
        for run in runs:
            fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            assert fonts is not None
            assert fonts.get(qn("w:eastAsia")) in FONTS
    listed = found["word/fontTable.xml"]
    assert {font.get(qn("w:name")) for font in listed} == FONTS
    assert all(font.find(qn("w:altName")) is not None for font in listed)


def test_headings_show_in_the_navigation(word: WordDocument) -> None:
    found = [(style_of(p), p.text) for p in word.paragraphs if "Heading" in style_of(p)]
    assert found == [
        (f"Heading {block.level}", block.text)
        for block in SAMPLE.blocks
        if isinstance(block, Heading)
    ]
    for level in (1, 2, 3):
        layout = word.styles[f"Heading {level}"].element.find(qn("w:pPr"))
        assert layout.find(qn("w:outlineLvl")).get(qn("w:val")) == str(level - 1)
        assert layout.find(qn("w:keepNext")) is not None


def test_the_title_stands_below_two_lines_and_breaks_into_like_halves(word: WordDocument) -> None:
    first = [p.text for p in word.paragraphs[:4]]
    assert first == ["", "", "2021年第二季度“一区两群”\n区县科协对口协同发展工作情况", ""]


def test_the_banner_is_in_every_header(word: WordDocument) -> None:
    for section in word.sections:
        for header in (section.header, section.even_page_header):
            assert [p.text for p in header.paragraphs] == [SAMPLE.banner]
    bare = parts(write_document(SAMPLE._replace(banner=None)))
    assert not [name for name in bare if "header" in name]


def test_page_numbers_stand_outside(word: WordDocument) -> None:
    assert word.settings.odd_and_even_pages_header_footer
    for footer, side in (
        (word.sections[0].footer, "right"),
        (word.sections[0].even_page_footer, "left"),
    ):
        [number] = footer.paragraphs
        assert number.text == "— 1 —"
        assert "PAGE" in "".join(node.text for node in number._p.iter(qn("w:instrText")))
        layout = number._p.pPr
        assert layout is not None
        assert layout.find(qn("w:jc")).get(qn("w:val")) == side
        assert layout.find(qn("w:ind")).get(qn(f"w:{side}Chars")) == "100"


def test_annexes_with_wide_tables_lie_and_number_goes_on(word: WordDocument) -> None:
    upright, lying, last = word.sections
    assert [s.orientation for s in (upright, lying, last)] == [
        WD_ORIENTATION.PORTRAIT,
        WD_ORIENTATION.LANDSCAPE,
        WD_ORIENTATION.PORTRAIT,
    ]
    margins = (lying.top_margin, lying.right_margin, lying.bottom_margin, lying.left_margin)
    assert [round(side.mm) for side in margins if side] == [28, 37, 26, 35]
    assert lying.header.is_linked_to_previous
    [[number]] = [t.rows[0].cells for t in lying.footer.tables]
    assert number.text == "— 1 —"
    assert number._tc.tcPr.find(qn("w:textDirection")).get(qn("w:val")) == "tbRl"
    assert last.footer.part is upright.footer.part


def test_annexes_are_listed_and_stand_on_pages_of_their_own(word: WordDocument) -> None:
    titles = [annex.title for annex in SAMPLE.annexes]
    assert texts(word, "公文附件说明") == [
        f"附件：1. {titles[0]}",
        *(f"{n}. {title}" for n, title in enumerate(titles[1:], 2)),
    ]
    assert texts(word, "公文附件") == ["附件1", "附件2", "附件3", "附件4"]
    assert texts(word, "公文附件标题") == titles
    assert (
        word.styles["公文附件"].element.find(qn("w:pPr")).find(qn("w:pageBreakBefore")) is not None
    )


def test_an_only_annex_has_no_number() -> None:
    word = opened(SAMPLE._replace(annexes=SAMPLE.annexes[:1]))
    assert texts(word, "公文附件说明") == ["附件：各任务领域工作情况表"]
    assert texts(word, "公文附件") == ["附件"]


def test_there_is_room_to_sign(word: WordDocument) -> None:
    unit, person, day = [p for p in word.paragraphs if style_of(p) == "Signature"]
    for line in (unit, person):
        assert line.runs[0].text.endswith("：")
        assert line.runs[1].underline
        assert len(line.runs[1].text) == 16
    assert day.text == "2026年9月21日"
    assert [p.paragraph_format.keep_with_next for p in (unit, person, day)] == [None, None, False]


def place(paragraph: WordParagraph) -> tuple[str | None, ...]:
    """Where a line stands that differs from its style: its side and its indent in twips."""
    layout = paragraph._p.pPr
    assert layout is not None
    [indent] = layout.xpath("w:ind")
    assert {indent.get(qn(f"w:{side}Chars")) for side in ("left", "right")} == {"0"}
    return layout.xpath("w:jc")[0].get(qn("w:val")), indent.get(qn("w:left"))


CHARACTER, DIGIT, ROOM = 315, 155, 8845


@pytest.mark.parametrize(
    ("office", "day", "office_right", "day_right"),
    [
        # the day is shorter, as long, longer: a digit takes half a character
        ("重庆市科学技术协会", "2022年7月8日", 2, 3),
        ("巫山县科协会", "2022年7月8日", 2, 0),
        ("县科协", "2022年7月8日", 7, 2),
        ("县科协", "2022年12月31日", 8, 2),
    ],
)
def test_the_day_begins_two_characters_after_who_signs(
    office: str, day: str, office_right: int, day_right: int
) -> None:
    signed = SAMPLE._replace(signature=(Signature(office), Signature(day)))
    first, second = [p for p in opened(signed).paragraphs if style_of(p) == "Signature"]
    digits = sum(map(str.isdigit, day))
    wide = len(office) * CHARACTER
    day_wide = (len(day) - digits) * CHARACTER + digits * DIGIT
    for line, text, right in ((first, wide, office_right), (second, day_wide, day_right)):
        side, left = place(line)
        assert side == "left"
        assert int(left or 0) + text + right * CHARACTER == pytest.approx(ROOM, abs=digits * 5)
    assert int(place(second)[1] or 0) - int(place(first)[1] or 0) == 2 * CHARACTER


def test_who_signs_in_more_than_a_line_stands_right() -> None:
    signed = SAMPLE._replace(signature=(Signature("县" * 30), Signature("2022年7月8日")))
    lines = [p for p in opened(signed).paragraphs if style_of(p) == "Signature"]
    assert [line._p.pPr is not None and line._p.pPr.xpath("w:ind") for line in lines] == [[], []]


def test_a_heading_runs_into_its_text() -> None:
    block = Paragraph("13对开展15项。", lead="（一）携手高质量服务科技工作者。")
    word = opened(plain(SAMPLE)._replace(blocks=(block,)))
    found = next(p for p in word.paragraphs if p.text.startswith("（一）"))
    fonts = [run._r.xpath("w:rPr/w:rFonts/@w:eastAsia") for run in found.runs]
    assert [run.text for run in found.runs] == [block.lead, block.text]
    assert fonts == [["楷体"], ["仿宋"]]
    assert style_of(found) == "Body Text"


ORIGIN = "由 cqpair 0.4.0 于2022年7月8日9:30生成，数据校验码 0f3a"


@pytest.mark.parametrize("annexes", [SAMPLE.annexes, SAMPLE.annexes[:2], ()])
def test_one_small_line_at_the_end_says_what_made_it(annexes: tuple[Annex, ...]) -> None:
    word = opened(SAMPLE._replace(annexes=annexes, origin=ORIGIN))
    assert texts(word, "公文生成说明") == [ORIGIN]
    assert word.paragraphs[-1].text == ORIGIN
    assert word.core_properties.comments == ORIGIN
    assert not texts(opened(SAMPLE._replace(annexes=annexes)), "公文生成说明")


def test_items_are_paragraphs_of_the_text(word: WordDocument) -> None:
    items = texts(word, "List Paragraph")
    assert items == [
        "• 2021Q2-wushan-01 巫山县：演示数据：签约",
        "• <script>alert(1)</script>",
        "1. 第一条",
        "2. 第二条",
    ]


def test_hostile_text_stays_text() -> None:
    for text in HOSTILE:
        document = plain(SAMPLE, text)._replace(
            title=text, banner=text, signature=(Signature(text),)
        )
        data = write_document(document)
        parts(data)
        shown = docx.Document(BytesIO(data)).paragraphs[-1].text
        assert "\x00" not in shown
        assert "\u202e" not in shown
        assert shown.startswith(text[0]) or shown[0] == "\\"
    [shown] = {
        p.text for p in opened(plain(SAMPLE, "空\x00\x0b\ufffe\uffff\ud800")).paragraphs[-1:]
    }
    assert shown == "空\\x00\\x0b\\ufffe\\uffff\\ud800"


def test_the_file_tells_who_made_it_and_when(word: WordDocument) -> None:
    about = word.core_properties
    assert about.title == SAMPLE.title
    assert (about.author, about.last_modified_by, about.language) == ("cqpair", "cqpair", "zh-CN")
    assert about.created
    assert about.created.replace(tzinfo=None) == datetime(2026, 9, 21, 14, 13)
    assert about.comments == ""
    names = {style.name for style in word.styles if style.type is WD_STYLE_TYPE.PARAGRAPH}
    assert len(names) == len(set(word.styles.element.xpath("w:style[@w:type='paragraph']")))


def test_equal_documents_are_equal_bytes() -> None:
    data = write_document(SAMPLE)
    assert data == write_document(SAMPLE)
    with ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"python-docx" not in b"".join(map(archive.read, archive.namelist()))
