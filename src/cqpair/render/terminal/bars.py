"""Bars on a terminal: blanks with a ground, since a block is two columns wide in Chinese fonts."""

from collections.abc import Iterator

from rich.text import Text

from cqpair.messages import say
from cqpair.render.document import Cell, Table, cell_text
from cqpair.render.terminal.looks import PLAIN_BAR, Look, Screen
from cqpair.text import escape_control, width


def chart_lines(screen: Screen, table: Table) -> Iterator[Text]:
    """Each row of a chart as a bar for its first figure, the others behind it in words."""
    for label, length, note in bar_lines(table, screen.columns):
        bar = (PLAIN_BAR if screen.has_letters_only else " ") * length
        style = "" if screen.has_letters_only else screen.style(Look.BAR)
        yield Text.assemble(label, (bar, style), note)


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
