"""Run the rules over the Book: each kind at rejects, at one record at a time, or at all of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from cqpair.book import Book
from cqpair.fields import Activity, Record
from cqpair.lint import RULES, STANDARD
from cqpair.lint.rule import (
    Finding,
    OfRecords,
    OfRejects,
    Problem,
    Related,
    Rule,
    Severity,
    Slip,
)
from cqpair.lint.strays import S507
from cqpair.messages import say
from cqpair.period import Period
from cqpair.select import PeriodRecords, narrow
from cqpair.source import Fault, Place, Reject

REFUSING = tuple(r for r in RULES if r.code[0] in "AD" and r.severity is Severity.ERROR)
"""The rules by which a record that could be read is not counted."""


class UnknownCodeError(ValueError):
    """A code or a prefix of codes that no rule has."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class CheckResult(NamedTuple):
    """What the rules found, in reading order, and the records that an error keeps out."""

    problems: tuple[Problem, ...]
    sound: tuple[Activity, ...]
    refused: tuple[Activity, ...]

    def count_of(self, severity: Severity) -> int:
        """How many problems are of `severity`."""
        return _count(self.problems, severity)


class CheckReport(NamedTuple):
    """What a check tells a reader: problems, and in how many files and records they were found.

    `rules` are those that looked. `shown` turns a path into the one a reader is told, `lines` into
    the lines of that file, none where it is no text; `cells` gives the cells of a sheet's row that
    hold something: column from 1, header, text. `checked` is false when the tables kept the
    records from being checked at all. `ignored` are codes that the data folder settles to ignore.
    """

    problems: Sequence[Problem]
    rules: Sequence[Rule]
    files: int
    records: int
    shown: Callable[[str], str]
    lines: Callable[[str], Sequence[str]]
    cells: Callable[[Place], Sequence[tuple[int, str, str]]]
    checked: bool = True
    ignored: Sequence[str] = ()

    def count_of(self, severity: Severity) -> int:
        """How many problems are of `severity`."""
        return _count(self.problems, severity)


def _count(problems: Sequence[Problem], severity: Severity) -> int:
    """How many of the problems are of this severity."""
    return sum(problem.severity is severity for problem in problems)


def check(book: Book, rules: Sequence[Rule] = STANDARD) -> CheckResult:
    """Every problem that `rules` find in `book`, in reading order.

    A record with an error among them is refused; all others that could be read are sound. A warning
    refuses none.
    """
    problems = []
    refused: set[int] = set()
    for rule, hit in find(book, rules):
        problems.append(_problem(rule, hit))
        if hit.activity is not None and rule.severity is Severity.ERROR:
            refused.add(id(hit.activity))
    problems.sort(key=lambda problem: problem.order)
    return CheckResult(
        tuple(problems),
        tuple(a for a in book.activities if id(a) not in refused),
        tuple(a for a in book.activities if id(a) in refused),
    )


def take(
    book: Book, period: Period, rules: Sequence[Rule] = STANDARD
) -> tuple[PeriodRecords, CheckResult]:
    """The records of `period` that can be counted, and what `rules` find in its files.

    Only files that may hold records of the period are looked at, so that what is found does not
    depend on what else was read.
    """
    narrowed = narrow(book, period)
    verdict = check(narrowed, rules)
    suspects = _suspects(narrowed, verdict) if any(r.code in _TWICE for r in rules) else None
    found = PeriodRecords(period, verdict.sound, verdict.refused, narrowed.rejects, suspects)
    return found, verdict


_TWICE = ("D402", "D403")
"""The rules about records that look like one event told twice."""


def _suspects(book: Book, verdict: CheckResult) -> frozenset[str]:
    """The counties of records that are told to look like others."""
    places = {(p.place.path, p.place.line) for p in verdict.problems if p.code in _TWICE}
    if not places:
        return frozenset()
    return frozenset(a.county.name for a in book.activities if (a.path, a.line) in places)


def choose(select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that one of `select` asks for (the standard ones, if none), and none of `ignore`.

    Each is the beginning of a code, or a rule's name. UnknownCodeError for what means no rule. They
    stay in reading order, whatever order they are asked for in.
    """
    for word in (*select, *ignore):
        if not any(_is_meant(rule, word) for rule in RULES):
            raise UnknownCodeError(word)
    asked = [rule for rule in RULES if any(_asks_for(rule, word) for word in select)]
    return without(asked if select else STANDARD, ignore)


def without(rules: Sequence[Rule], words: Sequence[str]) -> tuple[Rule, ...]:
    """Those of `rules` that none of `words` means."""
    return tuple(rule for rule in rules if not any(_is_meant(rule, word) for word in words))


def refusing_among(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Those that tell what is not counted: records, and all that could not be read as such."""
    return tuple(
        rule
        for rule in rules
        if rule in REFUSING
        or rule is S507
        or (isinstance(rule.check, OfRejects) and rule.severity is Severity.ERROR)
    )


def find_rules(word: str) -> tuple[Rule, ...]:
    """The rules that `word` means: a code or its beginning, or a name. UnknownCodeError if none."""
    wanted = word.strip()
    rules = tuple(rule for rule in RULES if wanted and _is_meant(rule, wanted))
    if not rules:
        raise UnknownCodeError(word)
    return rules


def _asks_for(rule: Rule, word: str) -> bool:
    """Whether `word` turns the rule on: one on request needs its whole code, or its name."""
    if rule.on_request:
        return word.upper() == rule.code or word.lower() == rule.name
    return _is_meant(rule, word)


def _is_meant(rule: Rule, word: str) -> bool:
    """Whether `word` is the beginning of the rule's code, or its name, in either case."""
    return rule.code.startswith(word.upper()) or rule.name == word.lower()


def _problem(rule: Rule, hit: Finding) -> Problem:
    """A hit in the words of its rule, in the language in use."""
    message, fix = rule.say(hit)
    return Problem(
        rule.code,
        rule.name,
        rule.severity,
        message,
        fix,
        hit.place,
        tuple(Related(place, say(related, **hit.params)) for place, related in hit.related),
        hit.replacement,
    )


_FEW = 8
"""Records that are looked at each, since finding the distinct ones takes as long."""


Cells = str | tuple[str, ...]
"""What stands in the columns that a look reads."""


class _Look(NamedTuple):
    """A look of a rule, and what it knows of the Book."""

    rule: Rule
    check: OfRecords
    known: Any

    def slips(self, record: Record) -> tuple[Slip, ...]:
        """What is wrong with `record`."""
        return tuple(self.check.look(record, self.known))


def find(book: Book, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Finding]]:
    """Every hit of `rules` in `book`, with its rule; of one rule in the order of the records."""
    rejects: dict[Fault, list[Reject]] = {}
    for reject in book.all_rejects:
        rejects.setdefault(reject.fault, []).append(reject)
    looks: list[_Look] = []
    for rule in rules:
        match rule.check:
            case OfRejects() as check:
                yield from ((rule, hit) for hit in check.hits(rejects.get(check.fault, ())))
            case tuple() as checks:
                known = ((check, check.prepare(book)) for check in checks)
                looks += [_Look(rule, check, k) for check, k in known if k is not None]
            case check:
                yield from ((rule, hit) for hit in check(book))
    for records in _alike(book):
        yield from _of_table(records, looks)


def _alike(book: Book) -> Iterator[list[Record]]:
    """Records of one table, in which equal cells mean the same.

    In a draft they need not where cells are merged, so such a one is by itself.
    """
    for _, activities in groupby(book.activities, lambda record: id(record.record_sheet)):
        yield list(activities)
    merged = (id(draft.row) if draft.row.merged else 0 for draft in book.drafts)
    drafts = zip(book.drafts, merged, strict=True)
    for _, group in groupby(drafts, lambda pair: (id(pair[0].record_sheet), pair[1])):
        yield [draft for draft, _ in group]


def _of_table(records: Sequence[Record], looks: Sequence[_Look]) -> Iterator[tuple[Rule, Finding]]:
    """What looks find in the records of one table, each distinct combination looked at once."""
    if len(records) <= _FEW:
        for look in looks:
            for record in records:
                for slip in look.slips(record):
                    yield look.rule, _hit(record, slip)
        return
    rows = [record.row.cells for record in records]
    where = records[0].record_sheet.where
    reading: dict[tuple[int, ...], list[_Look]] = {}
    for look in looks:
        columns = tuple(where[key] for key in look.check.reads if key in where)
        reading.setdefault(columns, []).append(look)
    for columns, alike in reading.items():
        distinct = dict(zip(_cells(rows, columns), records, strict=True))
        for look in alike:
            slips = {cells: some for cells, one in distinct.items() if (some := look.slips(one))}
            if slips:
                for cells, record in zip(_cells(rows, columns), records, strict=True):
                    for slip in slips.get(cells, ()):
                        yield look.rule, _hit(record, slip)


def _cells(rows: Sequence[list[str]], columns: tuple[int, ...]) -> Iterable[Cells]:
    """What stands in `columns`, by row."""
    return map(itemgetter(*columns), rows) if columns else [()] * len(rows)


def _hit(record: Record, slip: Slip) -> Finding:
    """A slip of a record at the place of its column; a draft is no activity to be refused."""
    activity = record if isinstance(record, Activity) else None
    place, right = record.at(slip.column), slip.replacement
    return Finding(place, slip.params, slip.variant, activity=activity, replacement=right)
