"""What other programs ask: the answers of the commands, as lists and dicts; see docs/python.md.

Nothing here prints, exits or changes how the process runs. The language of sentences is that of the
object, whatever else is asked meanwhile.
"""

import os
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Literal, TypeVar

from cqpair import CqpairError
from cqpair.book import Book, first_damage
from cqpair.messages import LANGUAGES, choose, say, speaking
from cqpair.questions import NoAnswerError, day_of, not_found, sound_settings, unusable
from cqpair.source import Reject
from cqpair.store import NoDataError, has_settings, named_folder, now
from cqpair.store.folder import path_teller, shipped_folder

if TYPE_CHECKING:
    from cqpair.answers.json import AnswersShape
    from cqpair.answers.json_records import ActivitiesShape
    from cqpair.lint.formats.json import ProblemsShape
    from cqpair.period import Period
    from cqpair.report.json import ReportShape
    from cqpair.select import Exclusion, Filter


T = TypeVar("T")

_ALONE = RLock()
"""Held by whoever is asking: the language of sentences is one for the whole process."""


class DataFolder:
    """A data folder that can be asked; each answer is made of the files as they are then."""

    def __init__(self, folder: Path | None, language: str) -> None:
        self._named = folder
        self._folder = folder or shipped_folder()
        self._language = language

    def __repr__(self) -> str:
        return f"cqpair.open({'' if self._named is None else repr(str(self._named))})"

    def partners(self, *names: str, on: date | str | None = None) -> "AnswersShape":
        """Who pairs with each of `names`, as `cqpair partners --format json` says.

        `on` is the day asked about, today if None. CqpairError for a name that no unit has or that
        several have, and where the pairing table has an error.
        """
        from cqpair.answers import answer, untold
        from cqpair.answers.json import answers_json
        from cqpair.names import Match
        from cqpair.store.folder import open_tables

        with self._asking():
            book = open_tables(self._folder, _day(on))
            if book.tables.damage:
                raise unusable(book.tables.damage, self._folder)
            answers = []
            for name in names:
                found = book.names.find(_text("name", name))
                if not isinstance(found, Match):
                    raise NoAnswerError(not_found(found, name))
                if damage := untold(book, found.unit):
                    raise unusable(damage, self._folder)
                answers.append(answer(book, found))
            return _plain(answers_json(answers))

    def problems(self, *, on: date | str | None = None) -> "ProblemsShape":
        """What is wrong in the whole folder, as `cqpair validate --format json` says.

        `on` is the day that counts as today.
        """
        from cqpair.lint.formats.json import problems_json
        from cqpair.questions.checking import check_folder

        with self._asking():
            return _plain(problems_json(check_folder(self._records_folder(), _day(on))))

    def records(
        self,
        period: str | None = None,
        *,
        pair: str | None = None,
        area: str | int | None = None,
        lead: str | None = None,
        status: str | None = None,
        match: str | None = None,
        exemplar: bool = False,
    ) -> "ActivitiesShape":
        """The records of a period (all, if None), as `cqpair activities --format json` says.

        A UserWarning names what errors keep out of the answer. CqpairError where a table has an
        error, and for a text that is not a period, a unit, an area …
        """
        from cqpair.answers.json_records import activities_json
        from cqpair.lint.run import check
        from cqpair.questions.submitted import with_senders
        from cqpair.select import exclusions_of, in_order, select
        from cqpair.store.records import open_book

        with self._asking():
            folder, asked = self._records_folder(), None if period is None else _period(period)
            periods = [asked] if asked else None
            book = with_senders(folder, open_book(folder, now().date(), periods), periods).book
            wanted = _filter(book, folder, pair, area, lead, status, match, exemplar)
            verdict = check(book)
            found = in_order(select(verdict.sound, asked, wanted), book.pairings)
            _warn(folder, exclusions_of(book.rejects, verdict.refused, asked))
            return _plain(activities_json(found, path_teller(folder)))

    def report(
        self,
        period: str,
        *,
        by: Literal["area", "pair", "partner", "region"] = "area",
        area: str | int | None = None,
        pair: str | None = None,
        lead: str | None = None,
        compare: Literal["previous", "last-year", "none"] = "previous",
        trace: bool = False,
    ) -> "ReportShape":
        """How a period went, as `cqpair report PERIOD --format json` says.

        A UserWarning names what errors keep out of the figures, which `left_out` tells too.
        CqpairError where a table has an error, and for a text that is not a period, a unit …
        """
        from cqpair.questions.summary import open_period, summed_up, with_remarks
        from cqpair.questions.wanted import need_every_pairing
        from cqpair.report import By
        from cqpair.report.json import report_json
        from cqpair.report.periods import Compare, spans

        with self._asking():
            folder, moment = self._records_folder(), now()
            sound_settings(folder)
            rows = By(choose(by, tuple(By), "--by"))
            needed = spans(_period(period), Compare(choose(compare, tuple(Compare), "--compare")))
            opened = open_period(folder, moment, needed)
            wanted = _filter(opened.book, folder, pair, area, lead)
            need_every_pairing(opened.book, folder)
            opened = with_remarks(folder, opened, needed.now, wanted)
            report, provenance, _ = summed_up(folder, opened, needed, wanted, rows, moment)
            damage = first_damage(opened.book.remarks.rejects if opened.book.remarks else ())
            _warn(folder, report.exclusions, damage, report.period.label)
            return _plain(report_json(report, provenance, path_teller(folder), trace))

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """While it is asked: one at a time, in the language of the object."""
        with _ALONE, speaking(self._language):
            yield

    def _records_folder(self) -> Path:
        """The folder. CqpairError for the shipped tables, with which there are no records."""
        if self._named is None:
            raise CqpairError(say("cli.no-records-shipped"))
        return self._folder


def open(  # noqa: A001 it is `cqpair.open`
    folder: "str | os.PathLike[str] | None" = None, *, lang: Literal["zh", "en"] | None = None
) -> DataFolder:
    """The data folder at `folder`; None is the tables that come with cqpair, without records.

    Sentences are in `lang`, else as the folder's cqpair.toml says, else in Chinese. CqpairError
    where there is no data folder.
    """
    with _ALONE, speaking("zh"):
        language = None if lang is None else choose(lang, LANGUAGES, "--lang")
    if folder is None:
        return DataFolder(None, language or "zh")
    with _ALONE, speaking(language or "zh"):
        try:
            found = named_folder(os.fspath(folder))
        except NoDataError as error:
            absent = error.key == "store.no-folder"  # whose sentence names options
            key = "cli.no-folder-there" if absent else error.key
            raise CqpairError(say(key, path=error.path)) from None
    return DataFolder(found, language or _settled_language(found) or "zh")


def _settled_language(folder: Path) -> str | None:
    if not has_settings(folder):
        return None
    from cqpair.store.settings import open_settings

    return open_settings(folder).settings.lang


def _day(day: date | str | None) -> date:
    return now().date() if day is None else day_of(day, "--on") if isinstance(day, str) else day


def _period(text: str) -> "Period":
    """The period that `text` means. CqpairError where it means none."""
    from cqpair.period import BadPeriodError, parse_period

    try:
        return parse_period(_text("period", text))
    except BadPeriodError as error:
        raise CqpairError(say(error.key, value=error.value)) from None


def _filter(
    book: Book,
    folder: Path,
    pair: str | None,
    area: str | int | None,
    lead: str | None,
    status: str | None = None,
    match: str | None = None,
    exemplar: bool = False,
) -> "Filter":
    """What is asked for; the number of an area may be a number."""
    from cqpair.questions.wanted import filter_of

    return filter_of(
        book,
        folder,
        _given("pair", pair),
        str(area) if isinstance(area, int) else _given("area", area),
        _given("lead", lead),
        _given("status", status),
        _given("match", match),
        exemplar,
    )


def _given(name: str, value: object) -> str | None:
    return None if value is None else _text(name, value)


def _text(name: str, value: object) -> str:
    """`value`, which has to be a text. TypeError, as Python says it, for anything else."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str, not {type(value).__name__}")
    return value


def _warn(
    folder: Path, exclusions: "Sequence[Exclusion]", remarks: Reject | None = None, period: str = ""
) -> None:
    """A warning, at the line that asked, for records and remarks that errors keep out."""
    shown = path_teller(folder)
    places = [(one.kind, one.place.spot(shown(one.place.path))) for one in exclusions]
    told = [say(f"cli.left-out-{kind}", place=place) for kind, place in places]
    if told:
        told.append(say("cli.left-out-why"))
    if remarks:
        told.append(say("remarks.left-out", **remarks.told(shown), period=period))
    if told:
        warnings.warn("\n".join(told), stacklevel=3)


def _plain(answer: T) -> T:
    """An answer as whoever reads the JSON has it: no enumeration, no tuple, nothing shared."""
    import json

    plain: T = json.loads(json.dumps(answer))
    return plain
