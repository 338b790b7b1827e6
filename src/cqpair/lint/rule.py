"""What a rule is: a code, a name, a severity and a function from the Book to hits."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from cqpair.book import Book
from cqpair.fields import Activity
from cqpair.source import NOTHING, Fault, Place

Check = Callable[[Book], "Iterable[Hit]"]


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


def whole(check: Check) -> Check:
    """`check`, when every row of the table fits; half a table would be told as a wrong one."""

    def checked(book: Book) -> Iterable[Hit]:
        return check(book) if book.tables.complete else ()

    return checked


def rejected(fault: Fault) -> Check:
    """A check that tells every reject of one kind."""

    def check(book: Book) -> Iterable[Hit]:
        for reject in book.all_rejects:
            if reject.fault is fault:
                related = tuple((place, "rules.first") for place in reject.related)
                right = reject.replacement
                yield Hit(reject.place, reject.params, reject.key, related, replacement=right)

    return check


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
