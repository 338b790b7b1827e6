"""The Word report after an office's own document: that one stays as it was."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart
from docx.shared import Mm

from cqpair.render.document import BaseDocumentError
from cqpair.render.word import write_document
from sample_document import SAMPLE
from test_word import opened, parts, plain, style_of, texts

pytestmark = pytest.mark.documents


def office() -> WordDocument:
    """A letterhead of an office, with a number below."""
    word = docx.Document()
    word.sections[0].left_margin = Mm(30)
    word.sections[0].header.paragraphs[0].text = "某区科学技术协会文件"
    word.add_paragraph("某科协〔2026〕1号")
    return word


def saved(word: WordDocument) -> bytes:
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def swapped(data: bytes, name: str, content: bytes | None) -> bytes:
    """The package with one part changed, or gone."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=1) as new:
        for other in old.namelist():
            if other != name:
                new.writestr(other, old.read(other))
        if content is not None:
            new.writestr(name, content)
    return buffer.getvalue()


def test_header_text_and_page_stay_and_the_report_follows() -> None:
    word = opened(SAMPLE, saved(office()))
    assert [p.text for p in word.paragraphs[:3]] == ["某科协〔2026〕1号", "", ""]
    for section in word.sections:
        for header in (section.header, section.even_page_header):
            assert [p.text for p in header.paragraphs] == ["某区科学技术协会文件", SAMPLE.banner]
    first, lying, last = word.sections
    assert first.left_margin
    assert lying.top_margin
    assert last.left_margin
    sides = (first.left_margin, last.left_margin, lying.top_margin)
    assert [round(side.mm) for side in sides] == [30, 30, 30]
    assert lying.header.is_linked_to_previous
    assert first.footer.paragraphs[0].text == "— 1 —"


def test_its_footer_stays() -> None:
    base = office()
    base.sections[0].footer.paragraphs[0].text = "本单位"
    word = opened(SAMPLE, saved(base))
    assert not word.settings.odd_and_even_pages_header_footer
    assert {s.footer.paragraphs[0].text for s in word.sections} == {"本单位"}
    assert all(s.footer.is_linked_to_previous for s in list(word.sections)[1:])


def test_a_first_page_of_its_own_is_the_first_only() -> None:
    base = office()
    base.sections[0].different_first_page_header_footer = True
    base.sections[0].first_page_header.paragraphs[0].text = "首页"
    word = opened(SAMPLE, saved(base))
    own = [section.different_first_page_header_footer for section in word.sections]
    assert own == [True, False, False]
    first = word.sections[0]
    assert [p.text for p in first.first_page_header.paragraphs] == ["首页", SAMPLE.banner]
    assert first.first_page_footer.paragraphs[0].text == "— 1 —"


def test_a_red_rule_alone_is_a_header_too() -> None:
    base = docx.Document()
    layout = base.sections[0].header.paragraphs[0]._p.get_or_add_pPr()
    layout.append(OxmlElement("w:pBdr"))
    rule, banner = opened(SAMPLE, saved(base)).sections[0].header.paragraphs
    assert rule._p.xpath("w:pPr/w:pBdr")
    assert banner.text == SAMPLE.banner


def test_nothing_of_its_styles_changes() -> None:
    base = saved(office())
    before = docx.Document(BytesIO(base)).styles
    after = opened(SAMPLE, base).styles
    kept = {style.style_id: style.element.xml for style in after}
    assert all(kept[style.style_id] == style.element.xml for style in before)
    assert texts(opened(SAMPLE, base), "公文一级标题") == ["一、总体情况", "二、重点任务进展"]


def test_a_name_that_is_taken_gets_a_number() -> None:
    base = office()
    base.styles.add_style("公文正文", 1)
    word = opened(plain(SAMPLE, "甲"), saved(base))
    assert style_of(word.paragraphs[-1]) == "公文正文2"


def test_a_report_can_be_the_base_of_another() -> None:
    first = write_document(SAMPLE, saved(office()))
    word = opened(plain(SAMPLE, "甲"), first)
    ids = [style.style_id for style in word.styles]
    assert len(ids) == len(set(ids))
    assert word.paragraphs[-1].text == "甲"


def test_an_empty_base_leaves_no_line() -> None:
    base = docx.Document()
    base.add_paragraph("")
    assert opened(SAMPLE, saved(base)).paragraphs[2].text.startswith("2021年")


def test_sections_before_keep_their_pages() -> None:
    base = office()
    base.add_section()
    base.add_paragraph("正文")
    word = opened(SAMPLE, saved(base))
    assert len(word.sections) == 4
    assert [p.text for p in word.sections[0].header.paragraphs][1:] == [SAMPLE.banner]


def test_equal_bases_are_equal_bytes() -> None:
    base = saved(office())
    assert write_document(SAMPLE, base) == write_document(SAMPLE, base)
    parts(write_document(SAMPLE, base))


GOOD = saved(office())
BOMB = swapped(GOOD, "word/media/image1.png", bytes(70 * 1024 * 1024))


@pytest.mark.parametrize(
    ("base", "reason"),
    [
        (b"", "not-docx"),
        (b"%PDF-1.7", "not-docx"),
        (b"PK\x03\x04" + bytes(100), "not-docx"),
        (GOOD[: len(GOOD) // 2], "not-docx"),
        (swapped(GOOD, "[Content_Types].xml", None), "not-docx"),
        (swapped(GOOD, "word/document.xml", None), "damaged"),
        (swapped(GOOD, "word/document.xml", b"<w:document"), "damaged"),
        (swapped(GOOD, "word/document.xml", b"<html/>"), "damaged"),
        (swapped(GOOD, "word/styles.xml", b""), "damaged"),
        (swapped(GOOD, "word/styles.xml", b"<a/>"), "damaged"),
        (swapped(GOOD, "word/settings.xml", b"<a/>"), "damaged"),
        (swapped(GOOD, "word/fontTable.xml", b"nothing"), "damaged"),
        (swapped(GOOD, "word/header1.xml", b"<a/>"), "damaged"),
        (swapped(GOOD, "_rels/.rels", b"<a/>"), "damaged"),
        (swapped(GOOD, "docProps/core.xml", b"<a/>"), "damaged"),
        (BOMB, "too-large"),
    ],
)
def test_what_is_no_document_is_told(base: bytes, reason: str) -> None:
    with pytest.raises(BaseDocumentError, match=f"^{reason}$"):
        write_document(SAMPLE, base)


def test_a_page_that_is_no_number_is_damaged() -> None:
    with ZipFile(BytesIO(GOOD)) as archive:
        body = archive.read("word/document.xml")
    broken = swapped(GOOD, "word/document.xml", body.replace(b'w:w="12240"', b'w:w="wide"'))
    with pytest.raises(BaseDocumentError, match=r"^damaged$"):
        write_document(SAMPLE, broken)


@pytest.mark.parametrize("part", ["styles", "settings"])
def test_what_a_base_lacks_is_ours(part: str) -> None:
    links = "word/_rels/document.xml.rels"
    with ZipFile(BytesIO(GOOD)) as archive:
        kept = re.sub(rf'<Relationship [^>]*/{part}"[^>]*/>', "", archive.read(links).decode())
    bare = swapped(swapped(GOOD, links, kept.encode()), f"word/{part}.xml", None)
    word = opened(SAMPLE, bare)
    assert texts(word, "公文一级标题") == ["一、总体情况", "二、重点任务进展"]
    assert word.settings.odd_and_even_pages_header_footer


@pytest.mark.parametrize("base", [None, GOOD])
def test_no_template_of_python_docx_is_read(
    base: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in (FooterPart, HeaderPart):
        monkeypatch.setattr(kind, "new", None)
    for part in (SettingsPart, StylesPart):
        monkeypatch.setattr(part, "default", None)
    assert [p.text for p in opened(SAMPLE, base).sections[0].header.paragraphs][-1] == SAMPLE.banner
