"""Run the rules over the Book."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cqpair.book import Book
from cqpair.fields import Activity
from cqpair.lint import RULES, STANDARD, Finding, Rule
from cqpair.lint.kinds import find
from cqpair.lint.rule import Problem, Related, Severity
from cqpair.messages import say
from cqpair.period import Period
from cqpair.select import PeriodRecords, narrow
from cqpair.source import Place

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
    records from being checked at all.
    """

    problems: Sequence[Problem]
    rules: Sequence[Rule]
    files: int
    records: int
    shown: Callable[[str], str]
    lines: Callable[[str], Sequence[str]]
    cells: Callable[[Place], Sequence[tuple[int, str, str]]]
    checked: bool = True

    def count_of(self, severity: Severity) -> int:
        """How many problems are of `severity`."""
        return _count(self.problems, severity)


def _count(problems: Sequence[Problem], severity: Severity) -> int:
    return sum(problem.severity is severity for problem in problems)


def check(book: Book, rules: Sequence[Rule] = STANDARD) -> CheckResult:
    """Every problem that `rules` find in `book`."""
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
    """The records of `period` that can be counted, and what `rules` find in its files."""
    narrowed = narrow(book, period)
    verdict = check(narrowed, rules)
    return PeriodRecords(period, verdict.sound, verdict.refused, narrowed.rejects), verdict


def choose(select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that one of `select` asks for (the standard ones, if none), and none of `ignore`.

    Each is the beginning of a code, or a rule's name. UnknownCodeError for what means no rule.
    """
    for word in (*select, *ignore):
        if not any(_is_meant(rule, word) for rule in RULES):
            raise UnknownCodeError(word)
    asked = [rule for rule in RULES if any(_asks_for(rule, word) for word in select)]
    return tuple(
        rule
        for rule in (asked if select else STANDARD)
        if not any(_is_meant(rule, word) for word in ignore)
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
    return rule.code.startswith(word.upper()) or rule.name == word.lower()


def _problem(rule: Rule, hit: Finding) -> Problem:
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
