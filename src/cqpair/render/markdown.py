"""Markdown as GitHub renders it; nothing from data becomes structure."""

import re
from collections.abc import Iterable

from cqpair.document import CellKind, Document, Heading, Listing, Paragraph, Table, cell_text
from cqpair.visible import visible

_MARKS = re.compile(r"([\\`*_{}\[\]<>|~#&!$])")
_LEADING = re.compile(r"^(|\d+)([-+=.)])(?<!\d[-+=])")


def write_document(document: Document) -> str:
    """A document as Markdown."""
    parts = [f"# {escape(document.title)}"]
    for block in document.blocks:
        match block:
            case Heading(text=text):
                parts.append(f"## {escape(text)}")
            case Paragraph(text=text):
                parts.append(escape(text))
            case Listing(marked=marked):
                parts.append("\n".join(f"{mark} {escape(item)}" for mark, item in marked))
            case Table():
                parts.append(write_table(block).rstrip("\n"))
    return "\n\n".join(parts) + "\n"


def write_table(table: Table) -> str:
    """A table as a GitHub table, numbers to the right."""
    kinds = [column.kind for column in table.columns]
    lines = [_line(escape(column.title) for column in table.columns)]
    lines.append(_line("---" if kind is CellKind.TEXT else "---:" for kind in kinds))
    for row in table.rows:
        lines.append(_line(escape(cell_text(cell)) for cell in row))
    return "".join(f"{line}\n" for line in lines)


def escape(text: str) -> str:
    """`text` so that Markdown shows it as it is."""
    return _LEADING.sub(r"\1\\\2", _MARKS.sub(r"\\\1", visible(text.strip())))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
