"""Are the records right: what the rules find in the files that are in question."""

import os
from collections.abc import Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from cqpair.book import Book
from cqpair.book.sheets import cell_finder
from cqpair.lint import STANDARD, Rule
from cqpair.lint.run import (
    CheckReport,
    UnknownCodeError,
    check,
    find_rules,
    refusing_among,
    without,
)
from cqpair.messages import listed
from cqpair.period import SUBMISSIONS
from cqpair.store import SETTINGS, has_settings
from cqpair.store.files import Files
from cqpair.store.folder import path_teller
from cqpair.store.records import CheckScope, Opened, open_book
from cqpair.store.remarks import with_remarks


def check_folder(folder: Path, on: date) -> CheckReport:
    """What the standard rules find in the whole folder, on a day."""
    disk = Files(folder)
    opened = with_remarks(with_returns(folder, open_book(folder, on)), disk)
    opened, ignored = with_settings(disk, opened)
    return report_of(CheckScope(folder), STANDARD, opened, disk, ignored)


def with_settings(files: Files, opened: Opened) -> tuple[Opened, tuple[str, ...]]:
    """The same with what does not fit of the folder's settings; the codes it settles to ignore.

    A rule by which something is not counted cannot be ignored for good: nobody would be told.
    """
    if not has_settings(files.folder):
        return opened, ()
    from cqpair.book.settings import unfit
    from cqpair.store.settings import settings_from

    data, unread = files.read(SETTINGS)
    found = settings_from(files.folder, data, unread)
    ignored, rejects = [], list(found.rejects)
    for word in found.settings.ignore:
        told = _not_ignored(word)
        if told is None:
            ignored.append(word)
        elif found.toml is not None:
            name, params = told
            rejects.append(unfit(found.toml, "ignore", name, {"value": word, **params}, word))
    book = opened.book._replace(rejects=(*opened.book.rejects, *rejects))
    hashes = {} if data is None else {SETTINGS: sha256(data).hexdigest()}
    return Opened(book, {**opened.hashes, **hashes}), tuple(ignored)


def _not_ignored(word: str) -> tuple[str, dict[str, object]] | None:
    """Why the rules that `word` means cannot be ignored for good; None where they can."""
    try:
        refusing = refusing_among(find_rules(word))
    except UnknownCodeError:
        return "unknown-code", {}
    codes = listed([rule.code for rule in refusing])
    return ("refusing", {"codes": codes}) if refusing else None


def with_returns(folder: Path, opened: Opened) -> Opened:
    """The same with what was received, where anything was; it is read against the names."""
    if not os.path.isdir(folder / SUBMISSIONS) or not opened.book.tables.complete:
        return opened
    from cqpair.store.submissions import open_submissions, with_strays

    read = open_submissions(folder, opened.book.names)
    book = opened.book._replace(submissions=with_strays(read, folder))
    return Opened(book, {**opened.hashes, **read.hashes()})


def report_of(
    scope: CheckScope,
    rules: Sequence[Rule],
    opened: Opened,
    files: Files,
    ignored: Sequence[str] = (),
) -> CheckReport:
    """What the rules but the `ignored` found within the scope, and what is needed to tell it.

    Where a table cannot be used no record is checked; the tables are in question then too.
    """
    checked = opened.book.tasks.tasks is not None and opened.book.tables.complete
    asked = scope if checked else scope.with_tables()
    looking = without(rules, ignored)
    problems = check(opened.book, looking).problems
    return CheckReport(
        [problem for problem in problems if asked.holds(problem.place.path)],
        looking,
        sum(map(asked.holds, opened.hashes)),
        len(_records(asked, opened.book)),
        path_teller(asked.folder),
        cache(files.lines),
        cell_finder(opened.book),
        checked,
        ignored,
    )


def _records(scope: CheckScope, book: Book) -> set[tuple[str, str | None, int, int]]:
    """Every record in question, those included that did not fit."""
    fitting = {
        (a.path, a.record_sheet.grid.sheet, a.row.line, a.row.column) for a in book.activities
    }
    rejected = [(r.place, r.row) for r in book.rejects if r.row is not None]
    others = {(place.path, place.sheet, row.line, row.column) for place, row in rejected}
    return {record for record in fitting | others if scope.holds(record[0])}
