"""The HTML page: it is valid, loads nothing, and no text of it acts."""

import re
from base64 import b64encode
from hashlib import sha256
from xml.etree.ElementTree import Element

import pytest

from cqpair.render.document import (
    Annex,
    Block,
    CellKind,
    Chart,
    ChartKind,
    Column,
    Document,
    Heading,
    KeyFigure,
    Listing,
    Overview,
    Paragraph,
    Refs,
    Signature,
    Table,
)
from cqpair.render.page import write_document
from cqpair.text import escape_control
from page_dom import found, parsed, text
from sample_document import HOSTILE, SAMPLE

pytestmark = pytest.mark.documents


@pytest.fixture(scope="module")
def page() -> Element:
    return parsed(SAMPLE)


def test_the_same_document_is_the_same_page() -> None:
    assert write_document(SAMPLE) == write_document(SAMPLE)


def test_head(page: Element) -> None:
    assert page.get("lang") == "zh-CN"
    assert text(found(page, "title")) == SAMPLE.title
    named = {meta.get("name"): meta.get("content") for meta in page.iter("meta")}
    assert named["generator"] == "cqpair"
    assert "width=device-width" in (named["viewport"] or "")
    assert write_document(SAMPLE).startswith(b"<!DOCTYPE html>")


def test_the_page_loads_nothing(page: Element) -> None:
    assert not {"link", "img", "iframe", "object", "embed", "base", "form"} & {
        str(node.tag) for node in page.iter()
    }
    for node in page.iter():
        for name, value in node.attrib.items():
            assert not name.startswith("on"), name
            assert name not in ("src", "srcset", "style", "action"), name
            assert not name.endswith("href") or value.startswith("#")
    assert not re.search(r"url\(|@import|http", text(found(page, "style")))
    assert not re.search(r"http|fetch|import|eval|innerHTML", text(found(page, "script")))


def test_the_policy_allows_this_style_and_this_script_alone(page: Element) -> None:
    policy = found(page, "meta[@http-equiv='Content-Security-Policy']").get("content", "")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'"
    for tag in ("style", "script"):
        (code,) = page.iter(tag)
        digest = b64encode(sha256(text(code).encode()).digest()).decode()
        assert rules.pop(f"{tag}-src") == f"'sha256-{digest}'"
    assert rules == {}


def everywhere(words: str) -> Document:
    """A document with `words` wherever a text can stand."""
    column, ids, refs = (
        Column(words),
        Column(words, CellKind.ID),
        Column(words, CellKind.REFS),
    )
    table = Table((column, ids, refs), ((words, words, Refs((words, words))),), (), words, words, 1)
    series = Table((column, Column(words, CellKind.COUNT)), ((words, 1), (words, 2)))
    charts = (Chart(ChartKind.BARS, series, words, 1), Chart(ChartKind.LINE, series, words, 2))
    blocks: tuple[Block, ...] = (
        *(Heading(words, level) for level in (1, 2, 3)),
        Paragraph(words),
        Listing((words,)),
        table,
        *charts,
    )
    return Document(
        title=words,
        blocks=(Paragraph(words, lead=words), *blocks),
        signature=(Signature(words),),
        annexes=(Annex(words, blocks),),
        made_at=SAMPLE.made_at,
        banner=words,
        overview=Overview((KeyFigure(words, words, 1, note=words),), charts, table),
        notes=(words,),
        origin=words,
    )


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: ascii(words)[:20])
def test_text_is_text_wherever_it_stands(words: str) -> None:
    page, plain = parsed(everywhere(words)), parsed(everywhere("甲"))
    expected = escape_control(words)
    for tag in (
        "title",
        "h1",
        "h2",
        "h3",
        "h4",
        "li",
        "th",
        "figcaption",
        "a",
        "header",
        "dt",
        "dd",
        "b",
        "p",
    ):
        nodes, others = list(page.iter(tag)), list(plain.iter(tag))
        assert [text(node) for node in nodes] == [
            text(other).replace("甲", expected) for other in others
        ]
    if len(words) < 20:  # pictures shorten what is longer
        assert [node.tag for node in page.iter()] == [node.tag for node in plain.iter()]
