"""Writing to the data folder: one run at a time, and what is told where that cannot be."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from cqpair.book import Book
from cqpair.book.submissions import Submissions
from cqpair.cli import console
from cqpair.messages import say
from cqpair.period import Period
from cqpair.select import Kind, exclusions_of
from cqpair.store.folder import path_teller


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """While this is open no other run writes to `folder`. WrongUseError where that cannot be had.

    What a killed run left to be done is done first. What is read of files that are to be written
    must be read after.
    """
    from cqpair.store.transaction import LOCK, BusyError, UnfinishedError, one_writer

    shown, open_ = path_teller(folder), ExitStack()
    try:
        open_.enter_context(one_writer(folder))
    except BusyError:
        raise console.WrongUseError(say("submissions.busy", path=shown("."))) from None
    except UnfinishedError as error:
        paths = {"path": shown(error.path), "journal": shown(error.journal)}
        key = "submissions.damaged" if error.path == error.journal else "submissions.unfinished"
        raise console.WrongUseError(say(key, **paths)) from None
    except OSError as error:
        raise console.not_writable(shown(error.filename or LOCK), error) from None
    with open_:
        yield


@contextmanager
def writing(folder: Path, dry_run: bool = False) -> Iterator[None]:
    """As `alone`, and what keeps a file from being written is told; a dry run locks nothing.

    WrongUseError where a file changed meanwhile or cannot be written.
    """
    if dry_run:
        yield
        return
    from cqpair.store.write import ChangedMeanwhileError

    shown = path_teller(folder)
    with alone(folder):
        try:
            yield
        except ChangedMeanwhileError as error:
            path = shown(error.args[0])
            raise console.WrongUseError(say("returns.changed-meanwhile", path=path)) from None
        except OSError as error:
            raise console.not_writable(shown(error.filename or "."), error) from None


def tell_unread(folder: Path, book: Book, returns: Submissions, period: Period) -> bool:
    """Tell what of a period could not be read, record files and submissions; whether there is any.

    An office of which something may stand there is not surely silent.
    """
    shown = path_teller(folder)
    files = [one for one in exclusions_of(book.rejects, (), period) if one.kind is Kind.FILE]
    for one in files:
        console.tell(say("cli.left-out-file", place=one.place.spot(shown(one.place.path))))
    for reject in returns.rejects:
        console.tell(say("submissions.unread", **reject.told(shown)))
    if files:
        console.tell(say("cli.left-out-why"))
    return bool(files or returns.rejects)
