"""Documents and tables on a terminal, by rich: headings stand out, nothing is ever cut.

A table too wide for the terminal is printed as its rows, one below the other with their titles.
"""

from collections.abc import Callable, Iterator

from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from cqpair.messages import listed, say
from cqpair.render.document import (
    Block,
    Cell,
    CellKind,
    Chart,
    Column,
    Document,
    Heading,
    Listing,
    Paragraph,
    Table,
    cell_text,
    heat,
)
from cqpair.render.text import annex_title, caption_of
from cqpair.text import escape_control, width, wrap

_SHORT_TITLE = 4  # two characters stay on one line

_NARROWEST = 12  # a text column is folded down to this width, and no further

_HANGING = 4  # columns that a line's further parts begin further in

_RULED = box.Box("    \n    \n -- \n    \n    \n -- \n    \n    \n", ascii=True)

_HEAT = ("", "black on #deebf7", "black on #9ecae1", "black on #6baed6", "white on #08519c")


def print_document(document: Document) -> None:
    """A document on this terminal, in colours where it has any, no line wider than it is."""
    console = _console()
    if document.banner:
        console.print(Text(escape_control(document.banner), style="bold yellow"), justify="center")
    console.print(Text(escape_control(document.title), style="bold"), justify="center")
    for block in document.blocks:
        _print_block(console, block)
    console.print()
    for line in document.signature:
        console.print(Text(escape_control(line.text)))
    for n, annex in enumerate(document.annexes, 1):
        _print_block(console, Heading(annex_title(document, n)))
        for block in annex.blocks:
            _print_block(console, block)


def _print_block(console: Console, block: Block) -> None:
    """A block, below an empty line. Nothing in a text acts as a control sequence or as markup."""
    console.print()
    match block:
        case Heading(text=text, level=level):
            console.print(Text(escape_control(text), style="bold cyan" if level == 1 else "bold"))
        case Paragraph(text=text, alert=alert):
            _print_wrapped(console, escape_control(text), style="bold red" if alert else "")
        case Listing(marked=marked):
            for mark, item in marked:
                _print_wrapped(console, escape_control(item), f"{mark} ")
        case Table():
            if block.caption:
                _print_wrapped(console, escape_control(caption_of(block)))
            _print_table(console, block, _silent_columns)
        case Chart():
            _print_wrapped(console, escape_control(caption_of(block)))
            for label, length, note in bar_lines(block.table, console.width):
                console.print(Text.assemble(label, _bar(console, length), (note, "dim")))


def _bar(console: Console, length: int) -> tuple[str, str]:
    """A bar: blank cells with a ground, since a block is two columns wide in a Chinese console."""
    plain = console.no_color or console.color_system is None
    return ("#" * length, "") if plain else (" " * length, "on blue")


def print_table(table: Table) -> None:
    """A table on this terminal: ruled where it fits, else a row as titles and cells in lines."""
    _print_table(_console(), table, lambda left: say("answers.all-silent", columns=listed(left)))


def print_lines(text: str) -> None:
    """Lines on this terminal; what one has too much goes on below, further in than it begins."""
    console = _console()
    for line in text.splitlines():
        told = line.lstrip()
        indent = len(line) - len(told)
        first, *rest = [*wrap(told, console.width - indent - _HANGING)] or [""]
        console.print(Text(" " * indent + first))
        for part in rest:
            console.print(Text(" " * (indent + _HANGING) + part))


def _silent_columns(left: list[str]) -> str:
    """The sentence in a report, which is Chinese whatever the language of messages."""
    return say("document.all-silent", columns="、".join(left))


def _print_wrapped(console: Console, text: str, mark: str = "", style: str = "") -> None:
    """`text` wrapped to the screen; its further lines begin where the text behind `mark` does."""
    for i, line in enumerate(wrap(text, console.width - width(mark))):
        console.print(Text((mark if i == 0 else " " * width(mark)) + line, style=style))


def _print_table(console: Console, table: Table, silent: Callable[[list[str]], str]) -> None:
    """A table as wide as the screen; else without empty columns, which `silent` tells by title."""
    rows, widths = _measured(table)
    fitted = _fitted(table, widths, console.width)
    if fitted is None and (left := list(table.silent)):
        table = table.without_silent()
        rows, widths = _measured(table)
        fitted = _fitted(table, widths, console.width)
        _print_wrapped(console, silent(left))
    if fitted:
        console.print(_grid(table, rows, fitted))
    else:
        _print_rows(console, table, rows)


def _measured(table: Table) -> tuple[list[list[str]], list[int]]:
    """The cells as they are shown, and how wide each column would be."""
    rows = [list(map(escape_control, texts)) for texts in table.texts()]
    columns = enumerate(table.columns)
    return rows, [_column_width(column, [row[i] for row in rows]) for i, column in columns]


def _column_width(column: Column, cells: list[str]) -> int:
    """The width of the longest cell; the title of a column of numbers may fold in two."""
    title = width(column.title)
    if column.kind.is_number:
        title = max(min(title, _SHORT_TITLE), (title + 3) // 4 * 2)
    return max([title, *map(width, cells)])


def _fitted(table: Table, widths: list[int], columns: int) -> list[int] | None:
    """`widths` with the widest columns of text narrowed until all fit; None if they cannot."""
    fitted = [min(wide, columns) for wide in widths]
    foldable = (CellKind.TEXT, CellKind.REFS)
    texts = [i for i, column in enumerate(table.columns) if column.kind in foldable]
    while sum(fitted) + 2 * len(fitted) > columns:
        widest = max(texts, key=lambda i: fitted[i], default=None)
        if widest is None or fitted[widest] <= _NARROWEST:
            return None
        fitted[widest] -= 1
    return fitted


def _grid(table: Table, rows: list[list[str]], widths: list[int]) -> RichTable:
    """A table as rich draws it, its columns as wide as `widths`; zeros and blanks are dim."""
    grid = RichTable(box=_RULED, show_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for column, wide in zip(table.columns, widths, strict=True):
        right = column.kind.is_number
        title = _folded(escape_control(column.title), wide)
        grid.add_column(title, width=wide, justify="right" if right else "left")
    hottest = table.hottest
    for i, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        last = table.totalled and i == len(rows) - 1
        if last:
            grid.add_section()
        shown = [
            _folded(cell, wide, _style(column, value, 0 if i in table.sums else hottest))
            for cell, column, value, wide in zip(cells, table.columns, row, widths, strict=True)
        ]
        grid.add_row(*shown, style="bold" if last else None)
    return grid


def _style(column: Column, value: Cell, hottest: int) -> str:
    """How a cell looks: dim for none and nought, in a column of heat by its share of the most."""
    if value is None or value == 0:
        return "dim"
    return _HEAT[heat(value, hottest)] if column.heat else ""


def _folded(text: str, columns: int, style: str = "") -> Text:
    """`text` wrapped to so many columns of the screen."""
    return Text("\n".join(wrap(text, columns)), style=style)


def _print_rows(console: Console, table: Table, rows: list[list[str]]) -> None:
    """A table too wide for the screen: each row as its titles and cells, one behind the other."""
    titles = [escape_control(column.title) for column in table.columns]
    for cells in rows:
        told = [f"{title} {cell}" for title, cell in zip(titles, cells, strict=True)]
        line = ""
        for item in told:
            if line and width(line) + 2 + width(item) > console.width:
                _print_wrapped(console, line)
                line = ""
            line = f"{line}  {item}" if line else item
        _print_wrapped(console, line)
        console.print()


def _console() -> Console:
    """The screen, on which nothing in a text is taken for markup, for an emoji or for a number."""
    return Console(highlight=False, markup=False, emoji=False)


def bar_lines(table: Table, columns: int) -> Iterator[tuple[str, int, str]]:
    """Each row as its label, the length of a bar for its first figure, and the figures.

    A label too long to leave a bar room stands on a line of its own.
    """
    labels = [escape_control(str(row[0])) for row in table.rows]
    notes = [f" {_note(table, row)}" for row in table.rows]
    apart = max(map(width, labels), default=0) > columns // 2
    indent = 2 if apart else max(map(width, labels), default=0) + 1
    room = max(1, columns - indent - max(map(width, notes), default=0))
    most = max((_count(row[1]) for row in table.rows), default=0) or 1
    for label, note, row in zip(labels, notes, table.rows, strict=True):
        if apart:
            yield label, 0, ""
            label = ""
        length = -(-_count(row[1]) * room // most)
        yield label + " " * (indent - width(label)), length, note


def _note(table: Table, row: tuple[Cell, ...]) -> str:
    """What stands behind a bar: its number, and in words the other columns of the row."""
    first, *others = (cell_text(cell) for cell in row[1:])
    titles = [escape_control(column.title) for column in table.columns[2:]]
    told = "，".join(f"{title} {text}" for title, text in zip(titles, others, strict=True))
    return say("document.bar", first=first, others=told) if told else first


def _count(cell: Cell) -> int:
    """How long the bar of a cell is; nought for what is not a count."""
    return cell if isinstance(cell, int) else 0
