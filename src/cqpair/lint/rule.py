"""What a rule is: a code, a name, a severity and a check of one of three kinds.

Of rejects (`OfRejects`), of single records (`OfRecords`), or of the whole Book (a function).
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from cqpair.book import Book
from cqpair.fields import Activity, Draft
from cqpair.source import NOTHING, Fault, Place, Reject
from cqpair.values import Figure

Record = Activity | Draft

Across = Callable[[Book], "Iterable[Hit]"]
"""A check that needs the tables, or several records."""


class Hit(NamedTuple):
    """One finding. `key` is its sentence where it is not the rule's own; `params` fill it.

    `related` are other places, each with the key of a sentence filled by the same `params`.
    `activity` is the record that an error keeps out of the figures. `replacement` is the one
    right text for the whole cell or scalar at `place`.
    """

    place: Place
    params: Mapping[str, object] = NOTHING
    key: str | None = None
    related: tuple[tuple[Place, str], ...] = ()
    activity: Activity | None = None
    replacement: str | None = None


class Slip(NamedTuple):
    """What is wrong with the cell of a record in `column`; the runner makes a Hit of it."""

    column: str
    params: Mapping[str, object] = NOTHING
    key: str | None = None
    replacement: str | None = None


class OfRejects(NamedTuple):
    """A check that tells every reject of one kind."""

    fault: Fault

    def hits(self, rejects: Iterable[Reject]) -> "Iterable[Hit]":
        """A hit for each of `rejects`, which are all of this kind."""
        for reject in rejects:
            related = tuple((place, "rules.first") for place in reject.related)
            right = reject.replacement
            yield Hit(reject.place, reject.params, reject.key, related, replacement=right)


def whole_book(book: Book) -> Book:
    """What a look at a record needs beside it, where nothing can be worked out before."""
    return book


class OfRecords(NamedTuple):
    """A look at one record at a time, which reads no cell but those of the columns in `reads`.

    Records of one table with equal cells there are looked at once. `look` gets what `prepare`
    makes of the Book, once a run; nothing is looked at where that is None. It works out no place.
    """

    reads: tuple[str, ...]
    look: Callable[[Record, Any], Iterable[Slip]]
    prepare: Callable[[Book], Any] = whole_book


Check = OfRejects | tuple[OfRecords, ...] | Across


class Severity(StrEnum):
    """An error keeps a record out of the figures; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Rule(NamedTuple):
    """A check with a code that is never given to another.

    One that is `on_request` looks only when it is asked for by its whole code or its name.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    on_request: bool = False


def whole(check: Across) -> Across:
    """`check`, when every row of the table fits; half a table would be told as a wrong one."""

    def checked(book: Book) -> Iterable[Hit]:
        return check(book) if book.tables.complete else ()

    return checked


def cell_of(record: Record, column: str) -> str:
    """What stands in a cell of the record; nothing where there is no such column."""
    i = record.ledger.where.get(column)
    return "" if i is None else record.row.cells[i]


def figure_of(record: Record, column: str) -> Figure | None:
    """A count or an amount of the record; None where it is not reported, or does not fit."""
    figure: Figure | None
    figure = record.figures[column] if isinstance(record, Draft) else getattr(record, column)
    return figure


class Related(NamedTuple):
    """Another place that a problem is about, and why."""

    place: Place
    message: str


class Problem(NamedTuple):
    """A fault with its place, what is wrong and the way out, in the language in use.

    `replacement` is the one right text for the whole cell or scalar at `place`, where there is one.
    """

    code: str
    name: str
    severity: Severity
    message: str
    fix: str
    place: Place
    related: tuple[Related, ...] = ()
    replacement: str | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """Reading order: file, sheet, line, column, code."""
        return (*self.place.order, self.code)
