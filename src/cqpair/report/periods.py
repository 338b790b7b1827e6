"""Which periods a report tells of: its own, the one it stands beside, and those around them."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from cqpair.period import Period

LOOKED_BACK = 5
"""Quarters that are looked at, the last one of the period included."""


class ReportPeriods(NamedTuple):
    """The period of a report and those it stands beside; None where there is none.

    `to_date` is the year up to the period's end, where that is more than the period; `quarters`
    the latest quarters up to its end, oldest first, none for a mere span of days;
    `ahead` the quarter after it.
    """

    now: Period
    before: Period | None
    to_date: Period | None
    quarters: tuple[Period, ...]
    ahead: Period | None

    def every(self) -> tuple[Period, ...]:
        """Each of the periods once."""
        named = (self.now, self.before, self.to_date, *self.quarters, self.ahead)
        return tuple(dict.fromkeys(period for period in named if period))

    def reported(self) -> tuple[Period, ...]:
        """The periods of which a report has to know who sent a return and what was closed."""
        named = (self.now, self.before, self.to_date, *self.quarters)
        return tuple(dict.fromkeys(period for period in named if period))

    def others(self) -> tuple[Period, ...]:
        """Each of the periods once, but for the report's own."""
        return tuple(period for period in self.every() if period != self.now)


class Compare(StrEnum):
    """What the period of a report stands beside."""

    PREVIOUS = "previous"
    LAST_YEAR = "last-year"
    NONE = "none"


def spans(period: Period, compare: Compare) -> ReportPeriods:
    """What a report of `period` needs to know of."""
    quarters = _quarters(period)
    to_date = period.year_to_date()
    return ReportPeriods(
        period,
        _before(period, compare),
        None if to_date == period else to_date,
        quarters,
        period.quarter_after(),
    )


def _quarters(period: Period) -> tuple[Period, ...]:
    """The quarters that stand beside one another: a year's own, else the latest ones."""
    if period.months == 12:
        return period.quarters()
    return tuple(reversed(list(_back(period)))) if period.months else ()


def _before(period: Period, compare: Compare) -> Period | None:
    match compare:
        case Compare.PREVIOUS:
            return period.previous()
        case Compare.LAST_YEAR:
            return period.last_year()
        case Compare.NONE:
            return None


def _back(period: Period) -> Iterator[Period]:
    """The latest quarters up to the end of `period`."""
    quarter: Period | None = period.last_quarter()
    for _ in range(LOOKED_BACK):
        if quarter is None:
            return
        yield quarter
        quarter = quarter.previous()
