"""A period read and summed up, as `report` shows it and `close` keeps it."""

import os
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cqpair import __version__
from cqpair.lint.rule import Severity
from cqpair.lint.run import REFUSING, CheckResult, take
from cqpair.period import REMARKS, Period
from cqpair.questions.submitted import damaged, with_submissions
from cqpair.report import By, Provenance, Report
from cqpair.report.periods import ReportPeriods
from cqpair.report.signed import DamagedError
from cqpair.report.summarise import summarise
from cqpair.select import Filter
from cqpair.store.records import Opened, open_book


class Summary(NamedTuple):
    """A report, what it was made from, and what the rules found in its period."""

    report: Report
    provenance: Provenance
    verdict: CheckResult


def open_period(folder: Path, now: datetime, needed: ReportPeriods) -> Opened:
    """The records of the spans and the submissions of those of which a report needs them."""
    opened = open_book(folder, now.date(), needed.every())
    return with_submissions(folder, opened, needed.reported())


def with_remarks(folder: Path, opened: Opened, period: Period, wanted: Filter) -> Opened:
    """What was opened, and the remarks on `period` where a report of everything can have any."""
    if not os.path.lexists(folder / REMARKS) or not period.months or not wanted.everything:
        return opened
    from cqpair.store.remarks import with_remarks_on

    return with_remarks_on(opened, folder, period)


def summed_up(
    folder: Path, opened: Opened, needed: ReportPeriods, wanted: Filter, rows: By, now: datetime
) -> Summary:
    """The report, each of its periods checked apart, and what it was made from."""
    period = needed.now
    found, verdict = take(opened.book, period)
    taken = {other: take(opened.book, other, REFUSING)[0] for other in needed.others()}
    try:
        report = summarise(opened.book, needed, {**taken, period: found}, wanted, rows)
    except DamagedError as error:
        raise damaged(folder, error.quarter) from None
    provenance = Provenance(
        __version__,
        opened.sha256(),
        len(report.totals.records),
        now,
        verdict.count_of(Severity.ERROR),
        verdict.count_of(Severity.WARNING),
        _remarks_file(opened, report),
    )
    return Summary(report, provenance, verdict)


def _remarks_file(opened: Opened, report: Report) -> str | None:
    """The file that the remarks of a report stand in; None where it has none."""
    if report.remarks is None or opened.book.remarks is None:
        return None
    file = opened.book.remarks.file_of(report.period)
    return file and file.path
