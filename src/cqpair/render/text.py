"""Plain text: complete, aligned for a fixed-width font, no colour and nothing cut."""

from collections.abc import Iterable, Iterator

from cqpair.messages import say
from cqpair.render.document import Block, Chart, Document, Heading, Listing, Paragraph, Table
from cqpair.text import escape_control, width


def write_document(document: Document) -> str:
    """A document as plain text."""
    parts = [document.banner or "", document.title]
    parts += map(_block, document.blocks)
    parts.append("\n".join(escape_control(line.text) for line in document.signature))
    for n, annex in enumerate(document.annexes, 1):
        parts.append(annex_title(document, n))
        parts += map(_block, annex.blocks)
    parts.append(escape_control(document.origin))
    return "\n\n".join(part for part in parts if part) + "\n"


def write_table(table: Table) -> str:
    """A table as aligned columns, two spaces apart, under a line of dashes.

    Nothing is cut. Widths are columns of a terminal, where a Chinese character takes two; totals
    stand below a second line of dashes.
    """
    right = [column.kind.is_number for column in table.columns]
    titles = [escape_control(column.title) for column in table.columns]
    rows = [list(map(escape_control, texts)) for texts in table.texts()]
    widths = [max(map(width, cells)) for cells in zip(titles, *rows, strict=True)]
    rule = ["-" * w for w in widths]
    if table.totalled:
        rows.insert(-1, rule)
    lines = (_line(cells, widths, right) for cells in [titles, rule, *rows])
    return "".join(f"{line}\n" for line in lines)


def _block(block: Block) -> str:
    """A block as plain text, without an end of line behind it."""
    match block:
        case Heading(text=text):
            return escape_control(text)
        case Paragraph(text=text, lead=lead):
            return escape_control(lead + text)
        case Listing(marked=marked):
            return "\n".join(f"{mark} {escape_control(item)}" for mark, item in marked)
        case Table() | Chart():
            table = block if isinstance(block, Table) else block.table
            title = escape_control(caption_of(block))
            return "\n".join(filter(None, (title, write_table(table).rstrip("\n"))))


def _line(cells: Iterable[str], widths: list[int], right: list[bool]) -> str:
    """A row of a table, two spaces between columns and none at the end."""
    return "  ".join(_padded(cells, widths, right)).rstrip()


def _padded(cells: Iterable[str], widths: list[int], right: list[bool]) -> Iterator[str]:
    """Cells filled up with spaces to the width of their column, where `right` says before them."""
    for cell, wide, to_right in zip(cells, widths, right, strict=True):
        space = " " * (wide - width(cell))
        yield space + cell if to_right else cell + space


def annex_label(n: int, *, of: int) -> str:
    """附件1 and on; 附件 where there is but one (GB/T 9704-2012, 7.3.4)."""
    return say("document.annex-no", no=n if of > 1 else "")


def annex_title(document: Document, n: int) -> str:
    """The label and the title of the annex `n`, counted from 1, on one line."""
    return f"{annex_label(n, of=len(document.annexes))}　{document.annexes[n - 1].title}"


def caption_of(block: Table | Chart) -> str:
    """表1 or 图1 and the caption; "" without one."""
    if not block.no:
        return block.caption
    key = "table-no" if isinstance(block, Table) else "chart-no"
    return say(f"document.{key}", no=block.no, caption=block.caption)
