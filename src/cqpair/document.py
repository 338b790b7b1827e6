"""A document in words: headings, paragraphs, lists, and tables with typed cells.

Writers know nothing else: whatever a document says is here, whatever it looks like is theirs.
"""

from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from cqpair.values import to_fen


class CellKind(Enum):
    """What the cells of a column are; None in any of them is “not reported”."""

    TEXT = auto()
    COUNT = auto()
    MONEY = auto()


Cell = str | int | Decimal | None


class Column(NamedTuple):
    """A column's title and the kind of its cells. Money is in 元."""

    title: str
    kind: CellKind = CellKind.TEXT


class Table(NamedTuple):
    """Rows of cells, one for each column. `totalled` marks the last row as a total."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totalled: bool = False


class Heading(NamedTuple):
    """A heading, with its number."""

    text: str


class Paragraph(NamedTuple):
    """Sentences that belong together."""

    text: str


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


Block = Heading | Paragraph | Listing | Table


class Document(NamedTuple):
    """A title and what stands under it."""

    title: str
    blocks: tuple[Block, ...]


def cell_text(value: Cell) -> str:
    """A cell as a reader sees it: `—` for not reported, thousands apart, money to the 分.

    A text is shown as it is, also among numbers: 约1,200.
    """
    match value:
        case None:
            return "—"
        case str():
            return value
        case Decimal():
            return f"{to_fen(value):,}"
        case _:
            return f"{value:,}"
