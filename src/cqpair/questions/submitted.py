"""Records together with what is known of the returns they came from."""

from collections.abc import Sequence
from pathlib import Path

from cqpair import CqpairError
from cqpair.book import first_damage
from cqpair.messages import say
from cqpair.period import Period
from cqpair.questions import unusable
from cqpair.store.folder import has_submissions, path_teller
from cqpair.store.records import Opened


def with_submissions(folder: Path, opened: Opened, periods: Sequence[Period] | None) -> Opened:
    """What was opened, and the submissions of `periods` where there are any.

    CqpairError where they have an error, by which any answer could be wrong.
    """
    if not has_submissions(folder):
        return opened
    from cqpair.book.submissions import FILES
    from cqpair.store.submissions import open_submissions

    found = open_submissions(folder, opened.book.names, periods, FILES)
    if damage := first_damage(found.submissions.rejects):
        raise unusable(damage, folder)
    book = opened.book._replace(submissions=found.submissions)
    return Opened(book, {**opened.hashes, **found.hashes()})


def with_senders(folder: Path, opened: Opened, periods: Sequence[Period] | None) -> Opened:
    """What was opened, and who told its records: what two sides told is not a copy.

    A row of the submissions that does not fit tells nothing, and is for `validate` to tell.
    """
    if not has_submissions(folder):
        return opened
    from cqpair.book.submissions import ORIGINS
    from cqpair.store.submissions import open_submissions

    found = open_submissions(folder, opened.book.names, periods, (ORIGINS,))
    return opened._replace(book=opened.book._replace(submissions=found.submissions))


def damaged(folder: Path, quarter: Period) -> CqpairError:
    """What to raise where a closed quarter is not as it was written."""
    from cqpair.book.submissions import CLOSED, submission_path

    path = path_teller(folder)(submission_path(quarter, CLOSED))
    return CqpairError(say("closing.damaged", path=path))
