"""Markdown as GitHub renders it; nothing from data becomes structure."""

import re
from collections.abc import Iterable

from cqpair.render.document import Block, Chart, Document, Heading, Listing, Paragraph, Table
from cqpair.render.text import annex_title, caption_of
from cqpair.text import escape_control

_MARKS = re.compile(r"([\\`*_{}\[\]<>|~#&!$:])")

_LINKED = re.compile(r"(?<=\w)(?=@\w)|(?<=\bwww)(?=\.)", re.IGNORECASE)

_LEADING = re.compile(r"^(|\d+)([-+=.)])(?<!\d[-+=])")


def write_document(document: Document) -> str:
    """A document as Markdown. A chart is its figures, in a table."""
    parts = [f"# {escape(document.title)}"]
    if document.banner:
        parts.append(f"> **{escape(document.banner)}**")
    parts += map(_block, document.blocks)
    parts.append("  \n".join(escape(line.text) for line in document.signature))
    for n, annex in enumerate(document.annexes, 1):
        parts.append(f"## {escape(annex_title(document, n))}")
        parts += map(_block, annex.blocks)
    return "\n\n".join(parts) + "\n"


def write_table(table: Table) -> str:
    """A table as a GitHub table, numbers to the right."""
    lines = [_line(escape(column.title) for column in table.columns)]
    lines.append(_line("---:" if c.kind.is_number else "---" for c in table.columns))
    lines += (_line(map(escape, texts)) for texts in table.texts())
    return "".join(f"{line}\n" for line in lines)


def escape(text: str) -> str:
    """`text` so that Markdown shows it as it is.

    A comment parts what GitHub would make a link of even where its marks are escaped.
    """
    shown = _LEADING.sub(r"\1\\\2", _MARKS.sub(r"\\\1", escape_control(text.strip())))
    return _LINKED.sub("<!-- -->", shown)


def _block(block: Block) -> str:
    """A block as Markdown; no text of it becomes structure."""
    match block:
        case Heading(text=text, level=level):
            return f"{'#' * (level + 1)} {escape(text)}"
        case Paragraph(text=text, alert=True):
            return f"> **{escape(text)}**"
        case Paragraph(text=text):
            return escape(text)
        case Listing(marked=marked):
            return "\n".join(f"{mark} {escape(item)}" for mark, item in marked)
        case Table() | Chart():
            table = block if isinstance(block, Table) else block.table
            title = f"**{escape(caption_of(block))}**\n\n" if block.caption else ""
            return title + write_table(table).rstrip("\n")


def _line(cells: Iterable[str]) -> str:
    """A row of a table; its cells have been escaped."""
    return f"| {' | '.join(cells)} |"
