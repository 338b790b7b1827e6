"""What the sender makes certain, filled into the rows of a return before its cells are read.

The county of a county's return, its only partner where the table has no column for partners, the
county and the partner of a partner's return, the end of a range of days. What is filled in is
counted, so that it can be told; nothing that is only likely is filled in.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cqpair.book.headings import Headers
from cqpair.book.layout import Table
from cqpair.book.records import fits, wrong_shape
from cqpair.collect.form import NUMBERING, ExampleRow, example_row
from cqpair.fields import BY_KEY, RecordSheet
from cqpair.messages import say
from cqpair.model.tasks import Area
from cqpair.model.units import Pairing, Unit
from cqpair.names import fold
from cqpair.source import BadValueError, Grid, Reject, Row
from cqpair.values import folded, is_blank, parse_date

_NIL = re.compile(
    r".{0,16}(?:零报告|(?<!\d)[0〇]报告|[未没无](?:有)?(?:组织|安排)?(?:开展|举办|发生)?(?:相关|对口|协同|任何)*(?:活动|工作)).{0,16}"
)


_MOST_NIL_CELLS = 2


_DAY = re.compile(r"\d{1,4}[年月./-]\d")


_NONE = frozenset({"无", "暂无", "没有", "本季度无", "本季无"})


_NO_VALUE = frozenset({"0", "/", "-", "—", "——", "1"})
"""What stands beside it in other cells; 1 is the number of the row."""


class Certain(NamedTuple):
    """What is certain of every row: by the sender, its pairing, the quarter and the options.

    `noted` are folded headers of columns whose text goes into the note.
    """

    sender: Unit
    pairing: Pairing
    year: int
    area: Area | None = None
    noted: Sequence[str] = ()

    @property
    def partner(self) -> str | None:
        """The partner of a row that names none; None where the sender is a county of two."""
        if self.sender.name in self.pairing.partners:
            return self.sender.name
        return self.pairing.partners[0] if len(self.pairing.partners) == 1 else None


class Filled(NamedTuple):
    """Something that was filled in: the key of a column, what, and in how many rows."""

    key: str
    value: str
    rows: int

    def sentence(self) -> str:
        """It in words."""
        title = BY_KEY[self.key].title
        key = "returns.filled" if self.value else f"returns.filled-{self.key}"
        return say(key, rows=self.rows, column=title, value=self.value)


class Filler:
    """Fills the tables of one return, and notes the lines in which it says 零报告."""

    def __init__(
        self, certain: Certain, headers: Headers, example: Mapping[str, str] | None = None
    ) -> None:
        self._certain = certain
        self._headers = headers
        self._example = example
        self.examples: list[tuple[Grid, Row]] = []
        self.changed_examples: list[tuple[Grid, Row]] = []
        self.misfits: list[Reject] = []
        self._counts: Counter[tuple[str, str]] = Counter()
        self.nil: list[tuple[Grid, Row]] = []
        self.none: list[tuple[Grid, Row]] = []

    @property
    def filled(self) -> tuple[Filled, ...]:
        """What was filled in, by column."""
        return tuple(Filled(key, value, n) for (key, value), n in self._counts.items())

    def fill(self, table: Table) -> Table:
        """`table` with what is certain, in cells of its own or behind them."""
        certain, open_ = self._certain, _Open(table, self._headers)
        self._leave_examples(open_, table.grid)
        self.nil += [(table.grid, row) for row in open_.rows if is_nil_line(row)]
        self.none += [(table.grid, row) for row in open_.rows if _is_none_line(row)]
        open_.rows = [r for r in open_.rows if not is_nil_line(r) and not _is_none_line(r)]
        self.misfits += open_.keep_fitting()
        if "county" not in open_.where:
            self._fill_blanks(open_, "county", certain.pairing.county)
        if "partners" not in open_.where and certain.partner:
            self._fill_blanks(open_, "partners", certain.partner)
        if certain.area:
            self._fill_blanks(open_, "area", certain.area.key)
        for row in open_.rows if "date" in open_.where else ():
            self._part_days(open_, row)
        for i, header in enumerate(tuple(open_.head)):
            if fold(header) in certain.noted:
                _note(open_, i, header)
        return open_.closed(table)

    def _leave_examples(self, open_: "_Open", grid: Grid) -> None:
        """Take the example of our own form out; one that was changed may be an event."""
        if self._example is None:
            return
        number = next((i for i, h in enumerate(open_.head) if fold(h) == NUMBERING), None)
        kept = []
        for row in open_.rows:
            mark = "".join(row.cells[number : number + 1]) if number is not None else ""
            cells = {key: row.cells[i] for key, i in open_.where.items() if i < len(row.cells)}
            match example_row(mark, cells, self._example):
                case ExampleRow.NOT:
                    kept.append(row)
                case ExampleRow.UNCHANGED:
                    self.examples.append((grid, row))
                case ExampleRow.CHANGED:
                    self.changed_examples.append((grid, row))
        open_.rows = kept

    def _fill_blanks(self, table: "_Open", key: str, value: str) -> None:
        i = table.column(key)
        for row in table.rows:
            if is_blank(row.cells[i]):
                row.cells[i] = value
                self._counts[key, value] += 1

    def _part_days(self, table: "_Open", row: Row) -> None:
        """A range of days in the cell of a date is its start and its end."""
        text = row.cells[table.where["date"]]
        ends = _days_of(text, self._certain.year)
        if ends is None:
            return
        i = table.column("end_date")
        if is_blank(row.cells[i]):
            row.cells[table.where["date"]], row.cells[i] = ends
            self._counts["end_date", ""] += 1


class _Open:
    """A table while it is filled: `where` tells the cell of each column by its key."""

    def __init__(self, table: Table, headers: Headers) -> None:
        self._grid = table.grid
        self.head = list(table.grid.head.cells)
        self.rows = list(table.grid.rows)
        self.where: dict[str, int] = {}
        for i, header in enumerate(self.head):
            if heading := headers.heading_of(header.strip()):
                self.where.setdefault(heading.column.key, i)

    def keep_fitting(self) -> list[Reject]:
        """Make rows of their own of those as long as the header; what is said of the others.

        What is added behind the cells of a row must not be pushed along by one too many.
        """
        sheet, width = RecordSheet(self._grid, self.where), len(self.head)
        misfits = [wrong_shape(row, sheet) for row in self.rows if not fits(row, sheet)]
        rows = [row for row in self.rows if fits(row, sheet)]
        self.rows = [row._replace(cells=list(row.cells[:width])) for row in rows]
        return misfits

    def column(self, key: str) -> int:
        """The cell of a column, which is added behind the others where there is none."""
        if key not in self.where:
            self.where[key] = len(self.head)
            self.head.append(BY_KEY[key].header)
            for row in self.rows:
                row.cells.append("")
        return self.where[key]

    def closed(self, table: Table) -> Table:
        """`table` with what was filled in."""
        grid = table.grid
        head = grid.head._replace(cells=self.head)
        width = len(grid.head.cells)
        return table._replace(grid=grid._replace(head=head, rows=self.rows, width=width))


def _note(table: _Open, i: int, header: str) -> None:
    """Put the column `i` into the note, with its header."""
    for row in table.rows:
        if text := row.cells[i].strip():
            note = table.column("note")
            parts = [row.cells[note].strip(), f"{header.strip()}：{text}"]
            row.cells[note] = "；".join(part for part in parts if part)


def is_nil_line(row: Row) -> bool:
    """Whether a line says that nothing was done, in words and nowhere else."""
    told = list(dict.fromkeys(folded(cell) for cell in row.cells if cell.strip()))
    if not 0 < len(told) <= _MOST_NIL_CELLS or any(map(_DAY.match, told)):
        return False
    return any(map(_NIL.fullmatch, told))


def _is_none_line(row: Row) -> bool:
    """Whether a row under a header holds nothing but 无: no record, and no word on its own."""
    told = {folded(cell) for cell in row.cells if cell.strip()}
    return bool(told & _NONE) and told <= _NONE | _NO_VALUE


def _days_of(text: str, year: int) -> tuple[str, str] | None:
    """The first and the last day of a range of days, as they are written in a record."""
    try:
        parse_date(text, year)
    except BadValueError as bad:
        if bad.key == "values.date-span":
            start, end = str(bad.params["start"]), str(bad.params["end"])
            return (start, end) if len(start) == len(end) == len("2021-05-13") else None
    return None
