"""What a problem is: complete when it is made, and never changed after."""

from enum import StrEnum
from typing import NamedTuple

from cqpair.source import Place


class Severity(StrEnum):
    """An error keeps a record out of the figures; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


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
