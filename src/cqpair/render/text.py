"""Plain text: complete, aligned for a fixed-width font, no colour and nothing cut."""

from collections.abc import Iterable, Iterator

from cqpair.document import CellKind, Document, Heading, Listing, Paragraph, Table, cell_text
from cqpair.render.width import width
from cqpair.visible import visible


def write_document(document: Document) -> str:
    """A document as plain text."""
    parts = [visible(document.title)]
    for block in document.blocks:
        match block:
            case Heading(text=text):
                parts.append(visible(text))
            case Paragraph(text=text):
                parts.append(visible(text))
            case Listing(marked=marked):
                parts.append("\n".join(f"{mark} {visible(item)}" for mark, item in marked))
            case Table():
                parts.append(write_table(block).rstrip("\n"))
    return "\n\n".join(parts) + "\n"


def write_table(table: Table) -> str:
    """A table as aligned columns, two spaces apart, under a line of dashes."""
    right = [column.kind is not CellKind.TEXT for column in table.columns]
    titles = [visible(column.title) for column in table.columns]
    rows = [[visible(cell_text(cell)) for cell in r] for r in table.rows]
    widths = [max(map(width, cells)) for cells in zip(titles, *rows, strict=True)]
    rule = ["-" * w for w in widths]
    if table.totalled and rows:
        rows.insert(-1, rule)
    lines = (_line(cells, widths, right) for cells in [titles, rule, *rows])
    return "".join(f"{line}\n" for line in lines)


def _line(cells: Iterable[str], widths: list[int], right: list[bool]) -> str:
    return "  ".join(_padded(cells, widths, right)).rstrip()


def _padded(cells: Iterable[str], widths: list[int], right: list[bool]) -> Iterator[str]:
    for cell, wide, to_right in zip(cells, widths, right, strict=True):
        space = " " * (wide - width(cell))
        yield space + cell if to_right else cell + space
