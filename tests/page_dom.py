"""A page as a browser reads it, for tests of what stands in it."""

from xml.etree.ElementTree import Element

import html5lib

from cqpair.render.document import Block, Chart, Document, KeyFigure, Overview, Table
from cqpair.render.page import write_document
from sample_document import GRID, SAMPLE

CHARTS = [block for block in SAMPLE.every_block() if isinstance(block, Chart)]

FULL = SAMPLE._replace(
    blocks=tuple(block for block in SAMPLE.blocks if not isinstance(block, Chart)),
    overview=Overview(
        (KeyFigure("活动", "5项", 5, note="较上季度增加1项"), KeyFigure("专家", "—", None)),
        tuple(chart._replace(no=0) for chart in CHARTS),
        GRID._replace(no=0),
    ),
    notes=("1条记录未填报人次：2021Q2-wushan-02。", "cqpair validate"),
    origin="由 cqpair 于2026年9月21日14:13生成。",
)
"""A document with all that a page may have."""


def parsed(document: Document) -> Element:
    """The page as a browser reads it. Any error of its HTML is an error here."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page: Element = parser.parse(write_document(document).decode("utf-8"))
    return page


def text(node: Element) -> str:
    return "".join(node.itertext())


def found(page: Element, path: str) -> Element:
    node = page.find(f".//{path}")
    assert node is not None, path
    return node


def classes(node: Element) -> list[str]:
    return node.get("class", "").split()


def pictures(page: Element) -> list[Element]:
    return [node for node in page.iter("div") if "picture" in classes(node)]


def words_in(picture: Element) -> list[str]:
    """The texts of a picture: labels that stand beside it, and letters that are drawn."""
    words = (n for n in picture.iter() if str(n.tag).rpartition("}")[2] in ("span", "text"))
    return [text(node) for node in words]


def only(*blocks: Block) -> Document:
    return SAMPLE._replace(blocks=blocks, annexes=())


def tables_of(document: Document) -> list[Table]:
    blocks = (b.table if isinstance(b, Chart) else b for b in document.every_block())
    return [block for block in blocks if isinstance(block, Table)]
