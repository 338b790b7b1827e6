"""What may be said as a value: names, quarters, areas, rules, files, by the message of its help."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cqpair.cli.completion.line import ROOT, Value, words
from cqpair.messages import language, say
from cqpair.store import now

if TYPE_CHECKING:  # names are all that most questions need
    from cqpair.book import Book
    from cqpair.model.units import Unit
    from cqpair.period import Period


class Candidate(NamedTuple):
    """A word that may stand there, other words for the same, and what it means."""

    word: str
    told: str = ""
    others: tuple[str, ...] = ()


class Asked(NamedTuple):
    """A value that is asked for: what was typed of it, and in which folder to look."""

    value: Value
    typed: str
    command: str
    data: str | None

    @property
    def folder(self) -> Path:
        """The data folder of the run to be, else the shipped tables."""
        from cqpair.store import find_folder
        from cqpair.store.folder import shipped_folder

        given = os.path.expanduser(self.data) if self.data else None
        return find_folder(given, os.environ.get("CQPAIR_DATA"), Path.cwd()) or shipped_folder()


class Files(Enum):
    """What a shell completes by itself."""

    FILES = "files"
    FOLDERS = "folders"


def begins(candidate: Candidate, typed: str) -> bool:
    """Whether one of its words begins with what was typed, upper case or lower."""
    wanted = typed.casefold()
    return any(w.casefold().startswith(wanted) for w in (candidate.word, *candidate.others))


def candidates(asked: Asked) -> "list[Candidate] | Files":
    """What may stand there, or that it is a file or folder; empty where anything may be typed."""
    if kind := FILES.get(asked.value.help):
        return kind
    if find := FINDERS.get(asked.value.help):
        return list(find(asked))
    metavar = asked.value.metavar
    chosen = metavar.split("|") if "|" in metavar else []
    return list(_of(chosen, asked.typed))


def _names(asked: Asked) -> Iterator[Candidate]:
    book = _tables(asked)
    for unit in book.names.begun_by(asked.typed):
        yield Candidate(unit.name, unit.pinyin, _spelled(book, unit, asked.typed))


def _spelled(book: "Book", unit: "Unit", typed: str) -> tuple[str, ...]:
    """What else names the unit and no other: its pinyin and initials, and with 区 or 县 in pinyin.

    What begins with what was typed stands first.
    """
    from cqpair.names import Match

    ways = (unit.pinyin, unit.pinyin + "xian", unit.pinyin + "qu", unit.initials)
    sure = [w for w in ways if isinstance(m := book.names.find(w), Match) and m.unit == unit]
    return tuple(sorted(sure, key=lambda way: not way.startswith(typed.casefold())))


def _tables(asked: Asked) -> "Book":
    from cqpair.store.folder import open_tables

    return open_tables(asked.folder, now().date())


def _periods(asked: Asked) -> Iterator[Candidate]:
    known = _known(asked)
    quarters = [period.label for period in known if period.months == 3]
    halves = [f"{label[:4]}{'H1' if label[-1] in '12' else 'H2'}" for label in quarters]
    for labels in (quarters, halves, [period.label[:4] for period in known]):
        yield from _newest_first(labels, asked.typed)


def _quarters(asked: Asked) -> Iterator[Candidate]:
    labels = [period.label for period in _known(asked) if period.months == 3]
    if asked.command in _BEGINNING:
        labels += _recent()
    yield from _newest_first(labels, asked.typed)


def _halves(asked: Asked) -> Iterator[Candidate]:
    halves = [c.word for c in _periods(asked._replace(typed="")) if "H" in c.word]
    yield from _newest_first(halves, asked.typed)


def _years(asked: Asked) -> Iterator[Candidate]:
    yield from _newest_first([period.label[:4] for period in _known(asked)], asked.typed)


_BEGINNING = ("template", "import", "nil", "status")
"""The commands with which a quarter begins, of which nothing may have come yet."""


def _recent() -> list[str]:
    """The quarter of today and the one before."""
    from cqpair.period import quarter_of

    current = quarter_of(now().date())
    return [period.label for period in (current, current.previous()) if period]


def _newest_first(labels: list[str], typed: str) -> Iterator[Candidate]:
    found = map(Candidate, sorted(set(labels), reverse=True))
    yield from (candidate for candidate in found if begins(candidate, typed))


def _known(asked: Asked) -> "list[Period]":
    """The periods that have a folder of records or of what was received with something in it."""
    from cqpair.period import ACTIVITIES, SUBMISSIONS, BadPeriodError, parse_period

    known = []
    for place in (ACTIVITIES, SUBMISSIONS):
        with suppress(OSError), os.scandir(asked.folder / place) as entries:
            for entry in entries:
                with suppress(BadPeriodError, OSError):
                    period = parse_period(entry.name)
                    if next(os.scandir(entry.path), None) is not None:
                        known.append(period)
    return known


def _areas(asked: Asked) -> Iterator[Candidate]:
    from cqpair.store.folder import open_tasks

    tasks = open_tasks(asked.folder).tasks
    for area in tasks.all_areas if tasks else ():
        others = (area.title, area.title.removeprefix("携手"), area.code, area.clause)
        found = Candidate(area.key, area.title, others)
        if begins(found, asked.typed):
            yield found


def _lead_kinds(asked: Asked) -> Iterator[Candidate]:
    from cqpair.model.tasks import LeadKind

    yield from _of(tuple(LeadKind), asked.typed)


def _statuses(asked: Asked) -> Iterator[Candidate]:
    from cqpair.model.tasks import Status

    yield from _of(tuple(Status), asked.typed)


def _of(choices: Sequence[str], typed: str) -> Iterator[Candidate]:
    yield from (found for word in choices if begins(found := Candidate(str(word)), typed))


def _rules(asked: Asked) -> Iterator[Candidate]:
    """Rules by their codes, of several the last."""
    before, comma, typed = asked.typed.rpartition(",")
    for code, *titles in words().rules:
        found = Candidate(code, titles[0 if language() == "zh" else 1])
        if begins(found, typed):
            yield found._replace(word=before + comma + code)


def _commands(asked: Asked) -> Iterator[Candidate]:
    for name in words().commands:
        if name != ROOT:
            found = Candidate(name, say(f"help.{name}").splitlines()[0])
            if begins(found, asked.typed):
                yield found


def _schemas(asked: Asked) -> Iterator[Candidate]:
    yield from _of(words().schemas, asked.typed)


def _shells(asked: Asked) -> Iterator[Candidate]:
    from cqpair.cli.completion.scripts import SCRIPTS

    yield from _of(tuple(SCRIPTS), asked.typed)


FINDERS: dict[str, Callable[[Asked], Iterator[Candidate]]] = {
    "columns.area": _areas,
    "columns.county": _names,
    "columns.lead_kind": _lead_kinds,
    "columns.partners": _names,
    "columns.status": _statuses,
    "help.area": _areas,
    "help.closing-quarter": _quarters,
    "help.code": _rules,
    "help.command": _commands,
    "help.half": _halves,
    "help.ignore": _rules,
    "help.import-area": _areas,
    "help.install-completion": _shells,
    "help.lead": _lead_kinds,
    "help.names": _names,
    "help.pair": _names,
    "help.period": _periods,
    "help.quarter": _quarters,
    "help.quarter-word": _quarters,
    "help.reopen-office": _names,
    "help.schema-name": _schemas,
    "help.select": _rules,
    "help.sender": _names,
    "help.show-completion": _shells,
    "help.with-status": _statuses,
    "help.year": _years,
}
"""By the message that explains a value, what finds those that begin with what was typed."""


FILES = {
    "help.base": Files.FILES,
    "help.data": Files.FOLDERS,
    "help.fmt-paths": Files.FILES,
    "help.import-files": Files.FILES,
    "help.mark": Files.FOLDERS,
    "help.new-folder": Files.FOLDERS,
    "help.notice": Files.FILES,
    "help.output": Files.FILES,
    "help.output-folder": Files.FOLDERS,
    "help.paths": Files.FILES,
    "help.remind": Files.FOLDERS,
}
"""What a shell completes by itself, by the same message."""
