"""A closed quarter, as the commands around it find it and put it down."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from cqpair.book import Book
from cqpair.book.submissions import CLOSED, QuarterReturns, closed_data, submission_path
from cqpair.cli import console, selection
from cqpair.messages import say
from cqpair.period import Period
from cqpair.questions.submitted import damaged
from cqpair.report.closing import Closed, closed_of, closing_text
from cqpair.report.signed import DamagedError
from cqpair.store.folder import path_teller, read_file
from cqpair.store.transaction import Change, apply
from cqpair.store.write import ChangedMeanwhileError

Quarter = Annotated[str, typer.Argument(metavar="QUARTER", help="help.closing-quarter")]


def quarter_of(word: str) -> Period:
    """The quarter that the argument names. WrongUseError where it names none."""
    period = selection.period(quarter=word)
    assert period is not None
    return period


def path_of(quarter: Period) -> str:
    """Where a quarter that was closed is kept, in the data folder."""
    return submission_path(quarter, CLOSED)


def closed_in(book: Book, folder: Path, quarter: Period) -> Closed | None:
    """The quarter as it was closed; None while it is open. WrongUseError where that is damaged."""
    returns = book.submissions.of(quarter) if book.submissions else QuarterReturns(quarter)
    try:
        return closed_of(returns)
    except DamagedError:
        raise damaged(folder, quarter) from None


def need_closed(book: Book, folder: Path, quarter: Period) -> Closed:
    """The quarter as it was closed. Exit 1 where it was not."""
    closed = closed_in(book, folder, quarter)
    if closed is None:
        console.tell(say("closing.not-closed", quarter=quarter.label))
        raise typer.Exit(1)
    return closed


def put(folder: Path, quarter: Period, data: Mapping[str, Any], was: Closed | None) -> str:
    """Write what is kept of a quarter, as the only writer; its path, as a reader is told it.

    ChangedMeanwhileError where the file no longer holds `was`, which was read from it.
    """
    path = path_of(quarter)
    before, _ = read_file(folder, path) if was else (None, [])
    if was and (before is None or closed_data(before) != was.data):
        raise ChangedMeanwhileError(str(folder / path))
    apply(folder, [Change(path, before, closing_text(data).encode("utf-8"))])
    return path_teller(folder)(path)
