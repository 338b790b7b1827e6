"""Markdown, read back by a renderer: it shows what was written, and its own source is plain."""

import re
from html import escape as html_escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conftest import tries
from cqpair.render.document import Column, Document, Heading, Listing, Paragraph, Signature, Table
from cqpair.render.markdown import escape, write_document, write_table
from cqpair.text import escape_control
from sample_document import HOSTILE, SAMPLE

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

PLAIN = (
    "2022Q2-wushan_01",
    "activities/2022Q2/wu_shan.csv:12",
    "根据《通知》（渝科协发〔2021〕7号），较上季度增加10%。",
    "9:30至10:00，A&B公司、C & D",
    "每人$5",
    "第#3号：一!二",
    "3 < 5 > 2，甲->乙，x={1}",
    "-5至+8，2022.5，1.5万元",
    "甲|乙",
    "C:\\报表\\一",
)
"""Texts in which nothing acts."""

ACTING = {
    "*甲*": "\\*甲\\*",
    "_甲_": "\\_甲\\_",
    "甲 _乙": "甲 \\_乙",
    "1~6月，7~9月": "1\\~6月，7\\~9月",
    "`甲`": "\\`甲\\`",
    "[甲](乙)": "\\[甲](乙)",
    "<b>甲</b>": "\\<b>甲\\</b>",
    "&lt;甲": "\\&lt;甲",
    "$甲$": "\\$甲\\$",
    ":warning:": ":<!-- -->warning:",
    "http://x.org": "http\\://x.org",
    "www.x.org": "www<!-- -->.x.org",
    "甲_www.x.org": "甲_www<!-- -->.x.org",
    "a@b.org": "a<!-- -->@b.org",
    "a.@.org": "a.<!-- -->@.org",
    "# 甲": "\\# 甲",
    "- 甲": "\\- 甲",
    "1. 甲": "1\\. 甲",
    "> 甲": "\\> 甲",
    "---": "\\---",
    "===": "\\===",
    "\\*": "\\\\\\*",
    "甲\\": "甲\\\\",
}
"""Texts that would be shown as something else, and how they are written."""

MARKS = st.text(
    st.sampled_from("\\`*_{}[]()<>|~#&!$:;.,+-=/'\"@ \t\n一a1。（）“w"),
    max_size=24,
)


def shown(markdown: str) -> str:
    """What a reader of one paragraph sees, as HTML; without the comments that part links."""
    page = str(RENDERER.render(markdown))
    return page.replace("<!-- -->", "").removesuffix("\n")


def as_html(text: str) -> str:
    """`text` as HTML that shows it."""
    return html_escape(escape_control(text).strip()).replace("&#x27;", "'")


@pytest.mark.parametrize("text", PLAIN)
def test_what_does_not_act_is_written_as_it_is(text: str) -> None:
    assert escape(text) == text
    assert shown(text) == f"<p>{as_html(text)}</p>"


@pytest.mark.parametrize("text", ACTING)
def test_what_would_act_is_escaped_and_shown_as_it_is(text: str) -> None:
    assert escape(text) == ACTING[text]
    assert shown(escape(text)) == f"<p>{as_html(text)}</p>"


@tries(5)
@given(MARKS.filter(str.strip))
def test_a_paragraph_shows_its_text(text: str) -> None:
    assert shown(escape(text)) == f"<p>{as_html(text)}</p>"


def paragraphs(*blocks: Heading | Paragraph | Listing) -> str:
    """A document of `blocks` as HTML, behind its title."""
    made = Document("题", blocks, (), (), SAMPLE.made_at)
    return shown(write_document(made)).partition("</h1>\n")[2]


@tries(3)
@given(MARKS.filter(str.strip), MARKS.filter(str.strip))
def test_a_lead_is_bold_whatever_ends_it(lead: str, text: str) -> None:
    told = paragraphs(Paragraph(text, lead=lead))
    found = re.fullmatch("<p>(?:<strong>(.*?)</strong>)?(.*)</p>", told)
    assert found, told
    assert f"{found[1] or ''}{found[2]}" == as_html(lead + text)


@pytest.mark.parametrize(
    ("lead", "bold"),
    [
        ("（一）携手服务创新驱动发展。", "（一）携手服务创新驱动发展"),
        ("（一）共建“三长”。", "（一）共建“三长”"),
        ("一是", "一是"),
        ("1.", "1"),
        ("甲_", "甲"),
    ],
)
def test_the_mark_behind_a_lead_is_not_bold_so_that_the_rest_is(lead: str, bold: str) -> None:
    rest = lead.removeprefix(bold)
    told = paragraphs(Paragraph("6对开展6项。", lead=lead))
    assert told == f"<p><strong>{bold}</strong>{rest}6对开展6项。</p>"


@tries(2)
@given(st.lists(MARKS.filter(str.strip), min_size=1, max_size=3))
def test_headings_items_and_cells_show_their_text(texts: list[str]) -> None:
    told = paragraphs(*(Heading(text, 2) for text in texts))
    assert told == "\n".join(f"<h3>{as_html(text)}</h3>" for text in texts)
    told = paragraphs(Listing(tuple(texts)))
    assert re.findall("<li>(.*)</li>", told) == list(map(as_html, texts))
    table = Table((Column("甲"), Column("乙")), tuple((text, text) for text in texts))
    cells = re.findall("<td>(.*)</td>", shown(write_table(table)))
    assert cells == [as_html(text) for text in texts for _ in range(2)]


@tries(2)
@given(st.lists(MARKS.filter(str.strip), min_size=1, max_size=3))
def test_lines_of_a_signature_stay_lines(texts: list[str]) -> None:
    made = Document("题", (), tuple(map(Signature, texts)), (), SAMPLE.made_at)
    told = shown(write_document(made)).partition("</h1>\n")[2]
    lines = "<br />\n".join(map(as_html, texts))
    assert told == f"<p>{lines}</p>"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_title_that_would_act_is_shown(text: str) -> None:
    assert shown(escape(text)) == f"<p>{as_html(text)}</p>"


def test_the_origin_is_the_last_small_line_and_notes_are_not_there() -> None:
    made = SAMPLE._replace(origin="由 cqpair 生成，数据校验码 a_b", notes=("只给整理的人看",))
    told = write_document(made)
    assert told.endswith("\n\n<sub>由 cqpair 生成，数据校验码 a_b</sub>\n")
    assert "整理的人" not in told
