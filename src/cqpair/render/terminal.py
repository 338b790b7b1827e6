"""Documents and tables on a terminal, by rich: headings stand out, cells fold and are never cut."""

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from cqpair.document import (
    Cell,
    CellKind,
    Document,
    Heading,
    Listing,
    Paragraph,
    Table,
    cell_text,
)
from cqpair.render.safe import visible
from cqpair.render.text import ORDINALS


def print_document(document: Document) -> None:
    """A document on this terminal."""
    console = _console()
    console.print(Text(visible(document.title), style="bold"), justify="center")
    section = 0
    for block in document.blocks:
        console.print()
        match block:
            case Heading(text=text):
                console.print(Text(f"{ORDINALS[section]}、{visible(text)}", style="bold cyan"))
                section += 1
            case Paragraph(text=text):
                console.print(Text(visible(text)))
            case Listing(items=items):
                for item in items:
                    console.print(Padding(Text(f"· {visible(item)}"), (0, 0, 0, 1)))
            case Table():
                console.print(_table(block))


def print_table(table: Table) -> None:
    """A table on this terminal."""
    _console().print(_table(table))


def _table(table: Table) -> RichTable:
    grid = RichTable(box=box.SIMPLE_HEAD, show_footer=False, header_style="bold", pad_edge=False)
    for column in table.columns:
        right = column.kind is not CellKind.TEXT
        title = Text(visible(column.title))
        grid.add_column(title, justify="right" if right else "left", overflow="fold")
    for i, row in enumerate(table.rows):
        last = table.totalled and i == len(table.rows) - 1
        if last:
            grid.add_section()
        cells = [_cell(v, c.kind) for v, c in zip(row, table.columns, strict=True)]
        grid.add_row(*cells, style="bold" if last else None)
    return grid


def _cell(value: Cell, kind: CellKind) -> Text:
    text = Text(visible(cell_text(value, kind)))
    if value is None or value == 0:
        text.stylize("dim")
    return text


def _console() -> Console:
    return Console(highlight=False, markup=False, emoji=False)
