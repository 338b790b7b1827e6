"""A page as a browser reads it, for tests of what stands in it."""

from xml.etree.ElementTree import Element

import html5lib

from cqpair.render.document import Block, Chart, Document, Table
from cqpair.render.page import write_document
from sample_document import SAMPLE

CHARTS = [block for block in SAMPLE.every_block() if isinstance(block, Chart)]


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


def only(*blocks: Block) -> Document:
    return SAMPLE._replace(blocks=blocks, annexes=())


def tables_of(document: Document) -> list[Table]:
    blocks = (b.table if isinstance(b, Chart) else b for b in document.every_block())
    return [block for block in blocks if isinstance(block, Table)]
