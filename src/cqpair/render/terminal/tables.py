"""Tables on a terminal: ruled where they fit, else their rows as titles and cells.

A line is put together by hand: rich would break an id where a column is narrow.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from rich.text import Text

from cqpair.messages import listed, say
from cqpair.render.document import Cell, CellKind, Column, Table, heat
from cqpair.render.terminal.layout import Layout, cell_lines, lay_out, lay_out_close
from cqpair.render.terminal.looks import HEAT, Look, Screen
from cqpair.text import escape_control, width, wrap

_WHOLE = (CellKind.ID, CellKind.PATH)

_BESIDE = 3  # columns of the screen between two halves of a table


def print_table(screen: Screen, table: Table, silent: Callable[[list[str]], str]) -> None:
    """A table as wide as the screen; else without empty columns, which `silent` tells by title.

    Then long texts are narrowed, and what cannot fit is printed a row as titles and cells in lines.
    """
    layout = lay_out(table, screen.columns)
    if (layout is None or layout.narrowed) and (left := list(table.silent)):
        print_wrapped(screen, silent(left))
        table = table.without_silent()
        layout = lay_out(table, screen.columns)
    if layout is None:
        _print_rows(screen, table)
        return
    for line in _ruled(screen, layout):
        print_line(screen, line)
    if layout.cut:
        told = say("answers.cut", columns=listed(list(layout.cut)))
        print_wrapped(screen, told, look=Look.QUIET)


def print_close(screen: Screen, table: Table, silent: Callable[[list[str]], str]) -> None:
    """A table in as few lines as can be: unruled, a long one in two halves side by side."""
    found = lay_out_close(table, screen.columns, _BESIDE)
    if found is None:
        print_table(screen, table, silent)
        return
    layout, parts = found
    heads = [*_heads(screen, layout, underlined=True)]
    lines = [line for i, row in enumerate(layout.rows) for line in _row(screen, layout, i, row)]
    half = -(-len(lines) // parts)
    halves = (lines[i : i + half] for i in range(0, len(lines), half or 1))
    for beside in zip_longest(*([*heads, *part] for part in halves)):
        print_line(screen, _side_by_side(beside, layout.columns))


def print_wrapped(
    screen: Screen, text: str, mark: str = "", look: Look = Look.NONE, lead: str = ""
) -> None:
    """`text` wrapped to the screen; its further lines begin where the text behind `mark` does.

    `lead` stands before it, in bold.
    """
    left = len(lead.replace(" ", ""))
    for i, line in enumerate(wrap(lead + text, screen.columns - width(mark))):
        shown = Text((mark if i == 0 else " " * width(mark)) + line, style=screen.style(look))
        bold = 0
        while left and bold < len(line):
            left -= line[bold] != " "
            bold += 1
        shown.stylize(screen.style(Look.LEAD), len(mark), len(mark) + bold)
        print_line(screen, shown)


def print_line(screen: Screen, line: Text) -> None:
    """A line as it is; where it is wider than the screen, the terminal itself wraps it."""
    screen.console.print(line, soft_wrap=True)


def _ruled(screen: Screen, layout: Layout) -> Iterator[Text]:
    """The lines of a table, with one of dashes below its titles and one above its total."""
    rule = Text((" " * layout.gap).join("-" * wide for wide in layout.widths))
    yield from _heads(screen, layout)
    yield rule
    for i, row in enumerate(layout.rows):
        if layout.table.totalled and i == len(layout.rows) - 1:
            yield rule
        yield from _row(screen, layout, i, row)


def _heads(screen: Screen, layout: Layout, *, underlined: bool = False) -> Iterator[Text]:
    """The titles of the columns, in bold, those of one line above the cells."""
    most = max(map(len, layout.heads))
    heads = [[*[""] * (most - len(head)), *head] for head in layout.heads]
    for n, cells in enumerate(zip(*heads, strict=True), 1):
        looks = [screen.style(Look.HEAD)] * len(cells)
        line = _assembled(layout, cells, looks)
        if underlined and n == most:
            line.pad_right(max(0, layout.columns - width(line.plain)))
            line.stylize("underline")
        yield line


def _row(screen: Screen, layout: Layout, i: int, cells: Sequence[str]) -> Iterator[Text]:
    """A row, in as many lines as its longest cell needs."""
    table = layout.table
    hottest = 0 if i in table.sums else table.hottest
    looks = [
        _look(column, value, hottest)
        for column, value in zip(table.columns, table.rows[i], strict=True)
    ]
    total = table.totalled and i == len(table.rows) - 1
    styles = [
        " ".join(filter(None, (screen.style(Look.TOTAL) if total else "", screen.style(look))))
        for look in looks
    ]
    for line in zip_longest(*cell_lines(layout, cells), fillvalue=""):
        yield _assembled(layout, line, styles)


def _look(column: Column, value: Cell, hottest: int) -> Look:
    """How a cell looks: quiet for none and nought, in a column of heat by its share of the most."""
    if value is None or value == 0:
        return Look.QUIET
    return HEAT[heat(value, hottest)] if column.heat and hottest else Look.NONE


def _assembled(layout: Layout, cells: Sequence[str], styles: Sequence[str]) -> Text:
    """A line of a table; a shaded cell takes the blanks next to it, so that no line parts two."""
    line = Text()
    for i, (cell, column, style) in enumerate(
        zip(cells, layout.table.columns, styles, strict=True)
    ):
        space = " " * (layout.widths[i] - width(cell))
        shown = space + cell if column.kind.is_number else cell + space
        shaded = " on " in style
        if i:
            before = " on " in styles[i - 1] and layout.gap > 1
            line.append(" " * before, styles[i - 1])
            line.append(" " * (layout.gap - before - shaded))
            line.append(" " * shaded, style)
        line.append(shown, style)
    if " on " not in styles[-1]:
        line.rstrip()
    return line


def _side_by_side(parts: Sequence[Text | None], columns: int) -> Text:
    """Lines of tables that stand side by side, each so many columns wide."""
    line = Text()
    for part in parts:
        if part is None:
            continue
        line.append(" " * _BESIDE if line.plain else "")
        line.append_text(part)
        if part is not parts[-1]:
            line.append(" " * (columns - width(part.plain)))
    return line


def _print_rows(screen: Screen, table: Table) -> None:
    """A table too wide for the screen: each row as its titles and cells, one behind the other."""
    titles = [escape_control(column.title) for column in table.columns]
    for texts in table.texts():
        line = ""
        for title, text, column in zip(titles, texts, table.columns, strict=True):
            item = f"{title} {escape_control(text)}"
            if line and width(line) + 2 + width(item) > screen.columns:
                print_wrapped(screen, line)
                line = ""
            if width(item) > screen.columns and column.kind in _WHOLE:
                print_line(screen, Text(title))
                print_line(screen, Text(escape_control(text)))
                continue
            line = f"{line}  {item}" if line else item
        if line:
            print_wrapped(screen, line)
        screen.console.print()
