"""Which records and files of a period errors keep out of its figures."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from cqpair.model.activity import Activity
from cqpair.period import Period, folder_quarter
from cqpair.source import Fault, Place, Reject, Row
from cqpair.values import DateSpan

_HARMLESS = frozenset({Fault.LEGACY_ENCODING, Fault.PASSED_OVER, Fault.HIDDEN_ROWS})
_OF_A_COLUMN = frozenset({Fault.UNKNOWN_KEY, Fault.REPEATED_KEY})


class Taken(NamedTuple):
    """What a period's files gave: records to count, records with an error, and what is none."""

    period: Period
    sound: Sequence[Activity]
    refused: Sequence[Activity]
    rejects: Sequence[Reject]


class Kind(StrEnum):
    """What errors keep out of the figures."""

    RECORD = "record"
    COLUMN = "column"
    FILE = "file"


class LeftOut(NamedTuple):
    """Something that is not in the figures, and where it stands.

    `county` is whose record it is, where that is known.
    """

    kind: Kind
    place: Place
    county: str | None = None


def left_out(
    rejects: Sequence[Reject], refused: Sequence[Activity], period: Period | None
) -> tuple[LeftOut, ...]:
    """Each record, column and file of `period` that errors keep out of the figures, once."""
    found: dict[tuple[object, ...], LeftOut] = {}
    for reject in rejects:
        when = reject.when if isinstance(reject.when, DateSpan) else None
        if reject.fault in _HARMLESS or not _in_question(reject.place.path, when, period):
            continue
        place, row = reject.place, reject.row
        if row is not None:
            at = Place(place.path, row.line, None, place.sheet)
            told = LeftOut(Kind.RECORD, at, reject.county)
        else:
            told = LeftOut(Kind.COLUMN if reject.fault in _OF_A_COLUMN else Kind.FILE, place)
        identity = place if told.kind is Kind.COLUMN else _start(row)
        found.setdefault((place.path, place.sheet, identity), told)
    for activity in refused:
        if _in_question(activity.path, activity.date, period):
            told = LeftOut(Kind.RECORD, activity.at(), activity.county.name)
            found.setdefault((activity.path, told.place.sheet, _start(activity.row)), told)
    return tuple(sorted(found.values(), key=lambda told: told.place.order))


def may_be_of(left_out: Sequence[LeftOut], county: str) -> bool:
    """Whether something left out may be a record of `county`, so that it is not surely silent."""
    return any(one.kind is not Kind.COLUMN and one.county in (None, county) for one in left_out)


def _start(row: Row | None) -> tuple[int, int] | None:
    return None if row is None else (row.line, row.column)


def _in_question(path: str, when: DateSpan | None, period: Period | None) -> bool:
    """Whether a piece left out belongs to `period`, by its date, its folder, or possibly."""
    if period is None:
        return True
    folder = folder_quarter(path)
    if when and (folder is None or folder.holds(when)):
        return period.touches(when)
    return folder is None or folder.overlaps(period) or bool(when and period.touches(when))
