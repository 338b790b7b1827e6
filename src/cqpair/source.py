"""Where every value came from: places, decoded texts, trees of strings and grids of strings."""

import re
from collections.abc import Callable, Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple

from cqpair.messages import say


class Place(NamedTuple):
    """A spot a person can go to.

    `path` is relative to the data folder, with `/`. `line` and `column` count from 1, in
    characters. `sheet` and `cell` (`B7`) are set for workbooks only.
    """

    path: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None

    def spot(self, path: str | None = None) -> str:
        """The place in one word, its file told as `path`: `a.csv:3:7`, or `a.xlsx › 表!B7`.

        Without a `path` it is told as it stands in the data folder.
        """
        path = self.path if path is None else path
        if self.sheet:
            return f"{path} › {self.sheet}!{self.cell or self.line}"
        numbers = [str(n) for n in (self.line, self.column) if n is not None]
        return ":".join([path, *numbers])

    @property
    def order(self) -> tuple[str, str, int, int]:
        """The reading order: file, sheet, line, column."""
        return (self.path, self.sheet or "", self.line or 0, self.column or 0)


LINE_END = re.compile("\r\n|\r|\n")


NOTHING: Mapping[str, object] = MappingProxyType({})
"""No parameters."""


NO_MERGED: Mapping[int, str] = MappingProxyType({})
"""No cell merged with another."""


class Fault(Enum):
    """What can be wrong with a piece of a file before anyone asks what it means."""

    UNREADABLE = auto()
    ENCODING = auto()
    LEGACY_ENCODING = auto()
    SYNTAX = auto()
    YAML_FEATURE = auto()
    REPEATED_KEY = auto()
    UNKNOWN_KEY = auto()
    MISSING_VALUE = auto()
    BAD_VALUE = auto()
    ROW_SHAPE = auto()
    OPEN_QUOTE = auto()
    NOT_READ = auto()
    PASSED_OVER = auto()
    HIDDEN_ROWS = auto()
    UNKNOWN_NAME = auto()
    AMBIGUOUS_NAME = auto()
    UNKNOWN_AREA = auto()
    SUBMISSION = auto()
    REMARKS = auto()
    RETURN = auto()
    TOTAL = auto()
    SETTING = auto()


class BadValueError(ValueError):
    """A text that a cell's parser does not accept.

    `key` names the sentence in the message catalogue that says why; `params` fill it.
    `replacement` is the text that would be accepted, where only one can be meant.
    """

    def __init__(
        self,
        key: str,
        fault: Fault = Fault.BAD_VALUE,
        replacement: str | None = None,
        **params: object,
    ) -> None:
        super().__init__(key)
        self.key = key
        self.fault = fault
        self.replacement = replacement
        self.params = params


class Reject(NamedTuple):
    """A piece of a file that did not become a row, kept with its place so that rules can tell it.

    `key` is a sentence of the message catalogue, or `rules.CODE` for what that rule says; `params`
    fill it. `row` is the record
    that the piece belongs to; `None` when it belongs to none. `when` and `county` are that
    record's date and county where they could still be read. `replacement` is the one right text
    for the whole value.
    """

    fault: Fault
    place: Place
    key: str
    params: Mapping[str, object] = NOTHING
    related: tuple[Place, ...] = ()
    row: "Row | None" = None
    when: object = None
    county: str | None = None
    replacement: str | None = None

    def told(self, shown: Callable[[str], str]) -> dict[str, str]:
        """Its `place`, the file told as `shown` tells paths, and `why` it did not fit."""
        place = self.place.spot(shown(self.place.path))
        return {"place": place, "why": say(self.key, **self.params)}


OnReject = Callable[[Reject], None]
"""Takes what does not fit, so that reading goes on."""


class Text(NamedTuple):
    """A decoded file. `encoding` is `utf-8`, `utf-16` or `gb18030`; line ends are as found."""

    path: str
    content: str
    encoding: str = "utf-8"


class Paragraph(NamedTuple):
    """What a document says outside its tables, and how many tables stand before that."""

    text: str
    tables: int = 0


class ScalarNode(NamedTuple):
    """A YAML scalar as it was written: `no`, `012` and `3.50` stay what they are."""

    text: str
    line: int
    column: int


class ListNode(NamedTuple):
    """A YAML sequence."""

    items: "tuple[Node, ...]"
    line: int
    column: int


class MapNode(NamedTuple):
    """A YAML mapping. `repeated` is true when a key stood twice, so that neither is believed."""

    keys: dict[str, ScalarNode]
    values: "dict[str, Node]"
    line: int
    column: int
    repeated: bool = False


Node = ScalarNode | ListNode | MapNode


def node_place(path: str, node: Node) -> Place:
    """Where a node of the file `path` begins."""
    return Place(path, node.line, node.column)


class Row(NamedTuple):
    """One record, or a header, as strings; where it starts, counted from 1.

    `merged` tells the range (`B2:B3`) of each cell, by index, that is merged with another; what
    the range shows stands in the first of its columns, in every row. `hidden` is true for a row
    of a sheet that is not shown.
    """

    line: int
    cells: list[str]
    column: int = 1
    merged: Mapping[int, str] = NO_MERGED
    hidden: bool = False


class Grid(NamedTuple):
    """A table of strings. `locate(row, i)` works out the line and column of a cell.

    As it is read, `head` is the first row that holds something; it is the header for certain only
    where `headed` is true, and `book.layout` finds the tables otherwise. `hidden` is true for a
    sheet that is not shown; `day_shift` is how many days a bare day number lies behind 1900's.
    Cells from `width` on were added to the file's own and stand nowhere.
    """

    path: str
    head: Row
    rows: list[Row]
    locate: Callable[[Row, int], tuple[int, int]]
    sheet: str | None = None
    headed: bool = True
    hidden: bool = False
    day_shift: int = 0
    width: int | None = None

    @property
    def all_rows(self) -> list[Row]:
        """The head, whether it is a header or not, and the rows."""
        return [self.head, *self.rows]

    def at(self, row: Row, i: int | None = None) -> Place:
        """The place of cell `i` of `row`, or of the whole row."""
        if i is None or (self.width is not None and i >= self.width):
            return Place(self.path, row.line, None, self.sheet)
        line, column = self.locate(row, i)
        cell = f"{column_letters(column)}{line}" if self.sheet else None
        return Place(self.path, line, column, self.sheet, cell)


def lines_of(text: str) -> list[str]:
    """The lines of `text` without their ends, as `line_and_column` counts them."""
    return LINE_END.split(text)


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """Where character `at` of `text` stands, counted from 1; LF, CR and CRLF end a line."""
    before = text[:at]
    lines = before.count("\n") + before.count("\r") - before.count("\r\n")
    return lines + 1, at - max(before.rfind("\n"), before.rfind("\r"))


def column_letters(column: int) -> str:
    """The letters a spreadsheet shows over column `column`, counted from 1: 1 → A, 27 → AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
