"""What a rule is: a code, a name, a severity, a check, its sentences and its manual.

A check is of one of three kinds: of rejects (`OfRejects`), of single records (`OfRecords`), or of
the whole Book (a function).
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

from cqpair.book import Book
from cqpair.fields import Activity, Draft, Record
from cqpair.messages import Bilingual, fill, say
from cqpair.source import NOTHING, Fault, Place, Reject
from cqpair.values import Figure

Across = Callable[[Book], "Iterable[Finding]"]
"""A check that needs the tables, or several records."""


class Finding(NamedTuple):
    """One finding, told by the rule's sentence of this `variant`, which `params` fill.

    `related` are other places, each with the key of a sentence filled by the same `params`.
    `activity` is the record that an error keeps out of the figures. `replacement` is the one
    right text for the whole cell or scalar at `place`. Of a reject `key` is the sentence.
    """

    place: Place
    params: Mapping[str, object] = NOTHING
    variant: str = ""
    related: tuple[tuple[Place, str], ...] = ()
    activity: Activity | None = None
    replacement: str | None = None
    key: str | None = None


class Slip(NamedTuple):
    """What is wrong with the cell of a record in `column`; the runner makes a Finding of it."""

    column: str
    params: Mapping[str, object] = NOTHING
    variant: str = ""
    replacement: str | None = None


class OfRejects(NamedTuple):
    """A check that tells every reject of one kind."""

    fault: Fault

    def hits(self, rejects: Iterable[Reject]) -> "Iterable[Finding]":
        """A hit for each of `rejects`, which are all of this kind."""
        for reject in rejects:
            related = tuple((place, "problems.first") for place in reject.related)
            right, key = reject.replacement, reject.key
            yield Finding(reject.place, reject.params, "", related, replacement=right, key=key)


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


def of_each(
    keys: Iterable[str], look: Callable[[str, Record, Book], Iterable[Slip]], *beside: str
) -> tuple[OfRecords, ...]:
    """`look` at the cell of each of the columns `keys`, and at those `beside` it."""
    return tuple(OfRecords((key, *beside), partial(look, key)) for key in keys)


Check = OfRejects | tuple[OfRecords, ...] | Across


class Severity(StrEnum):
    """An error keeps a record out of the figures; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Sentence(NamedTuple):
    """What is wrong, with the value in it, and the way out."""

    text: Bilingual
    fix: Bilingual


PAIRINGS = "pairings.yaml"
"""The table that most examples of tables are from."""

HEAD = "开始日期,两群区县,主城协同区,任务领域,活动名称"
"""The header of what every record must tell, for examples of records."""


class Example(NamedTuple):
    """A file, what in it breaks the rule and what keeps it; a test puts each there and looks.

    For a table, `right` stands in the shipped one word for word, and `wrong` in its place breaks
    the rule. For records and settings, each is the whole
    file.
    """

    path: str
    wrong: str
    right: str

    def sides(self) -> tuple[list[str], list[str]]:
        """The lines that show wrong, and those that show right."""
        wrong, right = ([f"    {line}" for line in text.splitlines()] for text in self[1:])
        return [self.path, *wrong], [self.path, *right]


def record_example(header: str, wrong: str, right: str) -> Example:
    """An example of records below one header."""
    return Example("activities/2021Q2/wushan.csv", f"{header}\n{wrong}", f"{header}\n{right}")


class InWords(NamedTuple):
    """An example told in words, where no piece of a text can show it."""

    wrong: Bilingual
    right: Bilingual

    def sides(self) -> tuple[list[str], list[str]]:
        """The line that tells wrong, and that which tells right."""
        return [fill(self.wrong)], [fill(self.right)]


class Manual(NamedTuple):
    """What a rule is about, what it finds, why that matters, and wrong and right."""

    title: Bilingual
    what: Bilingual
    why: Bilingual
    example: Example | InWords


_NO_SENTENCES: Mapping[str, Sentence] = MappingProxyType({})


class Rule(NamedTuple):
    """A check with a code that is never given to another, and its words.

    `sentences` are what its hits tell, by their variant; a rule of rejects has none, since each
    reject has its own. One that is `on_request` looks only when it is asked for by its whole code
    or its name.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    manual: Manual
    sentences: Mapping[str, Sentence] = _NO_SENTENCES
    on_request: bool = False

    def say(self, hit: Finding) -> tuple[str, str]:
        """What is wrong and the way out, in the language in use."""
        if hit.key is not None:
            return say(hit.key, **hit.params), say(f"{hit.key}.fix", **hit.params)
        text, way_out = self.sentences[hit.variant]
        return fill(text, **hit.params), fill(way_out, **hit.params)

    def line(self) -> str:
        """The rule in one line: code, name, severity and title."""
        severity = say(f"problems.{self.severity}")
        return f"{self.code} {self.name} [{severity}] {fill(self.manual.title)}"

    def manual_lines(self) -> list[str]:
        """The whole manual, in the language in use."""
        _, what, why, example = self.manual
        lines = [self.line(), "", fill(what), fill(why)]
        for side, (first, *rest) in zip(("wrong", "right"), example.sides(), strict=True):
            lines += ["", say(f"problems.{side}") + first, *rest]
        return lines


def whole(check: Across) -> Across:
    """`check`, when every row of the table fits; half a table would be told as a wrong one."""

    def checked(book: Book) -> Iterable[Finding]:
        """What `check` finds, where the tables could be read whole."""
        return check(book) if book.tables.complete else ()

    return checked


def cell_of(record: Record, column: str) -> str:
    """What stands in a cell of the record; nothing where there is no such column."""
    i = record.record_sheet.where.get(column)
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
