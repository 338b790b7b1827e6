"""Which records a question is about."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from cqpair.book import Book
from cqpair.columns import COLUMNS, ValueKind
from cqpair.model.activity import Activity
from cqpair.model.tasks import Area, LeadKind, Status
from cqpair.period import Period, may_hold

_SEARCHED = (ValueKind.TEXT, ValueKind.UNIT, ValueKind.UNITS)


class Filter(NamedTuple):
    """Which records are asked for; None asks for all."""

    pair: str | None = None
    area: Area | None = None
    lead: LeadKind | None = None
    status: Status | None = None
    text: str | None = None

    def accepts(self, activity: Activity) -> bool:
        """True when `activity` is asked for."""
        return (
            (self.pair is None or activity.county.name == self.pair)
            and (self.area is None or activity.area.key == self.area.key)
            and (self.lead is None or activity.lead_kind is self.lead)
            and (self.status is None or activity.status is self.status)
            and (self.text is None or _mentions(activity, self.text))
        )


def narrow(book: Book, period: Period) -> Book:
    """`book` with only the record files that may hold records of `period`.

    What is found in them is then the same whatever else was read, such as the period before.
    """
    return book._replace(
        activities=tuple(a for a in book.activities if may_hold(a.path, period)),
        drafts=tuple(d for d in book.drafts if may_hold(d.path, period)),
        rejects=tuple(r for r in book.rejects if may_hold(r.place.path, period)),
    )


def select(
    activities: Iterable[Activity], period: Period | None, wanted: Filter
) -> tuple[Activity, ...]:
    """The records whose start date is certain to lie in `period`, and that `wanted` accepts."""
    return tuple(
        activity
        for activity in activities
        if (period is None or period.holds(activity.date)) and wanted.accepts(activity)
    )


def _mentions(activity: Activity, text: str) -> bool:
    wanted = unicodedata.normalize("NFKC", text).casefold()
    told = [column.write(activity) for column in COLUMNS if column.kind in _SEARCHED]
    return any(wanted in unicodedata.normalize("NFKC", part).casefold() for part in told if part)
