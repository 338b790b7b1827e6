"""A document in words: headings, paragraphs, lists, tables with typed cells, charts as data.

Writers know nothing else: whatever a document says is here, whatever it looks like is theirs.
"""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from cqpair.values import Figure, PartialDate, to_fen, to_yuan

_HEAT_STEPS = 4


class BaseDocumentError(ValueError):
    """An office's own document that a report was to follow cannot be used.

    Its text says why: not-docx, damaged or too-large.
    """


class Refs(NamedTuple):
    """The records behind a figure, as a reader finds them: by id, or by place without one."""

    ids: tuple[str, ...]

    @property
    def shortened(self) -> tuple[tuple[str, str], ...]:
        """Each id and how it is written after the one before: 2021Q2-wushan-01、02、05."""
        heads = [name[: -len(tail)] if (tail := _tail(name)) else "" for name in self.ids]
        if any(name.isdecimal() for name in self.ids):  # 02 might be an id of its own
            heads = [""] * len(heads)
        pairs = zip(("", *heads), heads, self.ids, strict=False)
        return tuple(
            (name, name[len(head) :] if head and head == before else name)
            for before, head, name in pairs
        )


Cell = str | int | Decimal | Figure | PartialDate | Refs | None


class CellKind(Enum):
    """What the cells of a column are; None in any of them is “not reported”."""

    TEXT = auto()
    ORDINAL = auto()  # counts the rows
    ID = auto()  # names the record of its row
    REFS = auto()
    PATH = auto()  # a file, and where in it
    DATE = auto()
    COUNT = auto()
    MONEY = auto()  # 元
    SHARE = auto()  # per cent, one decimal

    @property
    def is_number(self) -> bool:
        """True for figures, which stand to the right."""
        return self in (CellKind.COUNT, CellKind.MONEY, CellKind.SHARE)


class Follows(NamedTuple):
    """What another cell of the row gives, that in the column titled `column`.

    `texts` are what follows, one for each of that column's `values`; without any, it is the quarter
    of a day, 2021Q2.
    """

    column: str
    texts: tuple[str, ...] = ()


class Column(NamedTuple):
    """A column's title and the kind of its cells.

    `adds` says that the sums of its table are the sums of its cells; how many pairs took part
    does not add. `heat` asks for cells shaded by their value. `brief` says that the beginnings of
    its texts are enough where a screen has no room. `values` are what its cells are chosen from,
    none for anything. `follows` says that its cells follow others. `told_rough` is the title of the
    column that names this one in the rows where its figure is approximate.
    """

    title: str
    kind: CellKind = CellKind.TEXT
    adds: bool = True
    heat: bool = False
    brief: bool = False
    values: tuple[str, ...] = ()
    follows: Follows | None = None
    told_rough: str = ""


class How(Enum):
    """How a cell of a row is looked at."""

    IS = auto()
    IS_NOT = auto()  # a blank cell is not, either
    HOLDS = auto()
    HOLDS_NOT = auto()  # nor does a blank cell
    IS_FILLED = auto()


class Condition(NamedTuple):
    """What the cell of a row is, in the column titled `column`."""

    column: str
    text: str = ""
    how: How = How.IS


Conditions = tuple[Condition, ...]


class Query(NamedTuple):
    """How a figure follows from the rows of the document's records that are as `where` says.

    They are counted; or the column titled `adds` is added up, which gives None where none of its
    cells holds a number; or as many of the `values` of the column `distinct` are counted as stand
    in any of them, and again for each of the conditions `each` that they meet, where there are any.
    `plus` is added, for what lies outside the records. With `whole` it is what part
    they are of the rows that are as `whole` says, in per cent, None where there are none.
    Some condition of each has to be one that a blank row does not meet.
    """

    where: Conditions
    adds: str = ""
    distinct: str = ""
    each: Conditions = ()
    plus: int = 0
    whole: Conditions | None = None


class Table(NamedTuple):
    """Rows of cells, one for each column.

    `sums` are rows that add up others: the last row everything that is no sum, any other the rows
    since the sum before it. `name` is short, for the sheet of a workbook; `no` is the number of a
    table with a caption, 0 without one. `queries` stand beside the cells of `rows`, None beside
    what does not follow from records; the table that they ask is the one with `is_records`.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sums: tuple[int, ...] = ()
    caption: str = ""
    name: str = ""
    no: int = 0
    queries: tuple[tuple[Query | None, ...], ...] = ()
    is_records: bool = False

    @property
    def totalled(self) -> bool:
        """True when the last row is a total."""
        return len(self.rows) - 1 in self.sums

    def query(self, row: int, col: int) -> Query | None:
        """What stands beside a cell."""
        return self.queries[row][col] if self.queries else None

    def texts(self) -> list[list[str]]:
        """The cells of each row as a reader sees them."""
        kinds = [column.kind for column in self.columns]
        return [[cell_text(*cell) for cell in zip(r, kinds, strict=True)] for r in self.rows]

    @property
    def silent(self) -> tuple[str, ...]:
        """The titles of the columns in which no row has anything reported; none without rows."""
        return tuple(self.columns[i].title for i in self._silent())

    def without_silent(self) -> "Table":
        """The table without its silent columns; whoever draws it tells which were left out."""
        silent = self._silent()
        kept = [i for i in range(len(self.columns)) if i not in silent]
        return self._replace(
            columns=tuple(self.columns[i] for i in kept),
            rows=tuple(tuple(row[i] for i in kept) for row in self.rows),
        )

    def _silent(self) -> list[int]:
        """Where the silent columns stand."""
        if not self.rows:
            return []
        return [
            i
            for i, cells in enumerate(zip(*self.rows, strict=True))
            if all(c is None for c in cells)
        ]

    @property
    def hottest(self) -> int:
        """The largest count in the shaded columns, sums left aside; 0 without any."""
        hot = [i for i, column in enumerate(self.columns) if column.heat]
        rows = [row for n, row in enumerate(self.rows) if n not in self.sums]
        counts = [cell for row in rows for i in hot if isinstance(cell := row[i], int)]
        return max(counts, default=0)


class ChartKind(Enum):
    """How a chart shows its figures."""

    BARS = auto()  # things compared
    LINE = auto()  # one thing over time


class Chart(NamedTuple):
    """Counts to be drawn: the first column of `table` are the labels, each other one a series."""

    kind: ChartKind
    table: Table
    caption: str
    no: int = 0


class Heading(NamedTuple):
    """A heading with its number; `level` 1 to 3 is 一、 （一） 1. (GB/T 9704-2012, 7.3.3)."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """Sentences that belong together. `alert` is what must not be overlooked.

    `lead` is a heading with its number that the text follows on the same line:
    （一）携手服务创新驱动发展。
    """

    text: str
    alert: bool = False
    lead: str = ""


class Listing(NamedTuple):
    """Short items, one below the other; `ordered` ones are numbered."""

    items: tuple[str, ...]
    ordered: bool = False

    @property
    def marked(self) -> tuple[tuple[str, str], ...]:
        """Each item with its mark: `-`, or `1.` and on."""
        return tuple(
            (f"{n}." if self.ordered else "-", item) for n, item in enumerate(self.items, 1)
        )


Block = Heading | Paragraph | Listing | Table | Chart


class Annex(NamedTuple):
    """A part after the signature, with its title: 附件1, 附件2 and on, in this order."""

    title: str
    blocks: tuple[Block, ...]


class KeyFigure(NamedTuple):
    """A figure that stands for the whole: 活动 51 项, and below it what is to be known of it.

    `text` is the figure as people write it, its unit with it (约37.4万元); `value` is the figure
    itself, in the kind of cell that holds it, None for not reported, and `unit` what it is counted
    in. `note` and `unit` may be "". `query` says how it follows from the records.
    """

    title: str
    text: str
    value: Cell
    kind: CellKind = CellKind.COUNT
    note: str = ""
    query: Query | None = None
    unit: str = ""


class Overview(NamedTuple):
    """What a screen opens with: key figures, charts, and the table that shows what was covered."""

    figures: tuple[KeyFigure, ...]
    charts: tuple[Chart, ...] = ()
    grid: Table | None = None


class Signature(NamedTuple):
    """A line below the text; `to_fill` is one with room behind it for a seal or a signature."""

    text: str
    to_fill: bool = False


class Document(NamedTuple):
    """A report to be read and signed.

    `banner` stands on every page, such as that the records are made up; None is nothing.
    `signature` are the lines below the text. `overview` is for what is looked at on a screen, and
    `digest` for a terminal: the parts of the text that a reader in a hurry wants. `notes` say what
    whoever works on the data has to know, with ids, files and commands; they are no part of what is
    signed. `origin` is one line that says what made the document from what.
    """

    title: str
    blocks: tuple[Block, ...]
    signature: tuple[Signature, ...]
    annexes: tuple[Annex, ...]
    made_at: datetime
    banner: str | None = None
    overview: Overview | None = None
    digest: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    origin: str = ""

    def every_block(self) -> Iterator[Block]:
        """All blocks, those of annexes after the others."""
        yield from self.blocks
        for annex in self.annexes:
            yield from annex.blocks


def cell_text(value: Cell, kind: CellKind = CellKind.TEXT) -> str:
    """A cell as a reader sees it: `—` for not reported, thousands apart, money to the 分.

    A nought of money is `0`; an approximate figure has 约 before it and no decimals.
    """
    match value:
        case None:
            return "—"
        case str():
            return value
        case Refs(shortened=told):
            return "、".join(short for _, short in told)
        case PartialDate():
            return str(value)
        case Figure(approximate=True):
            return f"约{to_yuan(value.decimal):,}"
        case Figure():
            return cell_text(value.value, kind)
        case Decimal() if kind is CellKind.SHARE:
            return f"{value}%"
        case Decimal():
            return f"{to_fen(value):,}" if value else "0"
        case int() if kind is CellKind.ORDINAL:
            return str(value)
        case int():
            return f"{value:,}"


def _tail(name: str) -> str:
    """The running number at the end of an id: 01 of 2021Q2-wushan-01; "" without one."""
    tail = name.rpartition("-")[2]
    return tail if tail.isdecimal() else ""


def heat(value: Cell, hottest: int) -> int:
    """How deep a cell is shaded: 0 for nothing, then 1 to 4 by its part of the largest."""
    if not isinstance(value, int) or value <= 0 or not hottest:
        return 0
    return -(-value * _HEAT_STEPS // hottest)
