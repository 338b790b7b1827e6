"""One record into the data folder: read, checked and written as any other."""

import csv
from collections.abc import Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from cqpair.book import Book
from cqpair.book.canonical import (
    highest_numbers,
    id_stem,
    line_end_of,
    loss_in,
    record_path,
    with_ids,
)
from cqpair.book.submissions import CLOSED, Submissions, submission_path
from cqpair.cells import Context
from cqpair.fields import BY_KEY, COLUMNS, Activity, Column
from cqpair.lint.rule import Problem, Severity
from cqpair.lint.run import check
from cqpair.messages import say
from cqpair.model.units import Unit
from cqpair.period import Period, parse_year, quarter_of
from cqpair.read.decode import decode
from cqpair.report.closing import Refusal, refusal_of_all
from cqpair.source import BadValueError, Reject
from cqpair.store.files import Files, Received
from cqpair.store.fmt import canonical_bytes, csv_records
from cqpair.store.ids import texts_in
from cqpair.store.records import open_book, record_files
from cqpair.store.submissions import Opened, open_submissions
from cqpair.store.transaction import Change, apply
from cqpair.values import PartialDate

ASKED = tuple(column for column in COLUMNS if column.key != "id")
"""What a new record may be told; its 编号 is given to it."""


class UnusableFileError(Exception):
    """The file that a record belongs into holds what does not fit; `reject` is the first of it."""

    def __init__(self, reject: Reject) -> None:
        super().__init__(reject.key)
        self.reject = reject


class ClosedQuarterError(Exception):
    """The quarter that a record belongs into was closed; `refusal` says so."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.key)
        self.refusal = refusal


class Added(NamedTuple):
    """The record, with its 编号, and what the rules say of it; not written with an error."""

    record: Activity
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """True when an error kept it from being written."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def missing(cells: Mapping[str, str]) -> list[Column]:
    """The required columns that `cells`, by key, do not have."""
    return [column for column in ASKED if column.required and not cells.get(column.key, "").strip()]


def why_wrong(column: Column, text: str, context: Context) -> str | None:
    """Why a cell does not fit and the way out, in words; None where it does."""
    try:
        if column.required and column.parse(text, context) is None:
            raise BadValueError("records.missing-value")
        column.parse(text, context)
    except BadValueError as bad:
        params = {"column": column.title, **bad.params}
        return say(
            "submissions.why", why=say(bad.key, **params), fix=say(f"{bad.key}.fix", **params)
        )
    return None


def add(folder: Path, book: Book, cells: Mapping[str, str]) -> Added:
    """The record of `cells`, texts by column, each of which fits, into its file.

    To be called while this run is the one writer; `book` is of the tables. UnusableFileError where
    its file has errors, ClosedQuarterError where its quarter takes nothing of any of its offices,
    HiddenIdsError where nobody can tell which ids are in use, OSError and ChangedMeanwhileError
    where it cannot be written.
    """
    assert book.tasks.tasks is not None
    context = Context(book.names, book.tasks.tasks)
    when, county = (BY_KEY[key].parse(cells[key], context) for key in ("date", "county"))
    assert isinstance(when, PartialDate)
    assert isinstance(county, Unit)
    period = _period(when)
    path = record_path(period, county)
    files = Files(folder)
    before, there = _file(files, path, context)
    (new,), rejects = csv_records(path, _as_csv(cells), context)
    if rejects:
        raise UnusableFileError(rejects[0])
    submitted = open_submissions(folder, book.names)
    _stop_where_closed(submitted.submissions, period, new)
    new = _named(folder, files, submitted, new)
    text = decode(path, before)[0] if before else None
    after = canonical_bytes(path, [*there, new], line_end_of(text.content if text else ""), context)
    if isinstance(after, Reject):
        raise UnusableFileError(after)
    added = _checked(folder, book.on, period, path, after, new)
    if not added.refused:
        apply(folder, [Change(path, before, after)])
    return added


def _period(when: PartialDate) -> Period:
    """The quarter that a date is certain to lie in, else its year."""
    quarter = quarter_of(when.first)
    return quarter if quarter.holds(when) else parse_year(f"{when.first.year:04d}")


def _file(files: Files, path: str, context: Context) -> tuple[bytes | None, list[Activity]]:
    """What the record file holds; nothing where there is none yet."""
    if not (files.folder / path).exists():
        return None, []
    data, rejects = files.read(path)
    activities: list[Activity] = []
    if data is not None:
        activities, rejects = csv_records(path, data, context)
        rejects += [lost for activity in activities if (lost := loss_in(activity))]
    if rejects:
        raise UnusableFileError(min(rejects, key=lambda reject: reject.place.order))
    return data, activities


def _as_csv(cells: Mapping[str, str]) -> bytes:
    told = [column for column in ASKED if cells.get(column.key, "").strip()]
    text = StringIO(newline="")
    csv.writer(text).writerows(
        [[column.header for column in told], [cells[column.key] for column in told]]
    )
    return text.getvalue().encode()


def _stop_where_closed(submissions: Submissions, period: Period, new: Activity) -> None:
    """ClosedQuarterError where the quarter takes nothing of any of the record's offices.

    UnusableFileError where nobody can tell whether it was closed.
    """
    returns = submissions.of(period)
    path = submission_path(period, CLOSED)
    for reject in submissions.rejects:
        if reject.place.path == path:  # whether it is closed nobody knows
            raise UnusableFileError(reject)
    if refusal := refusal_of_all(returns, new):
        raise ClosedQuarterError(refusal)


def _named(folder: Path, files: Files, opened: Opened, new: Activity) -> Activity:
    """The record with an id that no record has, and none had that a return told of."""
    texts = (*texts_in(files, record_files(folder)), *opened.texts())
    return with_ids([new], highest_numbers(texts, {id_stem(new)}))[0]


def _checked(
    folder: Path, on: date, period: Period, path: str, after: bytes, new: Activity
) -> Added:
    """What `validate` would say of the record if its file were `after`."""
    received = {path: Received(after, ".csv")}
    book = open_book(folder, on, [period], received=received).book
    own = next(a.at() for a in book.activities if a.path == path and a.id == new.id)
    problems = [
        problem
        for problem in check(book).problems
        if any(
            (place.path, place.line) == (own.path, own.line)
            for place in (problem.place, *(related.place for related in problem.related))
        )
    ]
    return Added(new, tuple(problems))
