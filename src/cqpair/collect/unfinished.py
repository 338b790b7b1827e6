"""What is unfinished of a quarter that is closed all the same: a person decides, and is told."""

from collections.abc import Iterator, Sequence
from datetime import date

from cqpair.book import Book
from cqpair.book.submissions import QuarterReturns
from cqpair.collect.status import due_day, status
from cqpair.messages import listed, say
from cqpair.report import Report

_MOST_NAMED = 20  # the command that a sentence names tells all


def unfinished(report: Report, book: Book, today: date) -> Iterator[str]:
    """A sentence each, with the way out: days to come, no record, missing offices, doubles, plans.

    `report` is of the quarter, and `book` what it was made from, with sound tables.
    """
    quarter = report.period
    told = {"quarter": quarter.label}
    if today <= quarter.end:
        yield say("closing.not-over", day=quarter.end, **told)
    if not (report.totals.records or report.doubles):
        yield say("closing.empty", **told)
    if missing := _missing(book, report):
        yield say("closing.missing", n=len(missing), names=listed(missing, _MOST_NAMED), **told)
    if report.undecided:
        yield say("closing.undecided", n=len(report.undecided), **told)
    overdue = [plan.reference for plan in report.planned if plan.date.last < today]
    if overdue:
        yield say("closing.overdue", n=len(overdue), names=listed(overdue, _MOST_NAMED), **told)


def _missing(book: Book, report: Report) -> Sequence[str]:
    """The offices that `status` calls missing, by short name."""
    assert book.tasks.tasks is not None
    quarter, reporting = report.period, book.tasks.tasks.reporting
    returns = book.submissions.of(quarter) if book.submissions else QuarterReturns(quarter)
    return status(book, returns, reporting, due_day(quarter, reporting)).missing
