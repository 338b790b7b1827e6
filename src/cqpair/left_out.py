"""Which records and files of a period errors keep out of its figures."""

from collections.abc import Sequence
from typing import NamedTuple

from cqpair.model.activity import Activity
from cqpair.period import Period, folder_quarter
from cqpair.source import Fault, Place, Reject, Row
from cqpair.values import DateSpan

_HARMLESS = frozenset({Fault.LEGACY_ENCODING, Fault.NOT_READ})


class Taken(NamedTuple):
    """What a period's files gave: records to count, records with an error, and what is none."""

    period: Period
    sound: Sequence[Activity]
    refused: Sequence[Activity]
    rejects: Sequence[Reject]


def left_out(
    rejects: Sequence[Reject], refused: Sequence[Activity], period: Period | None
) -> tuple[Place, ...]:
    """One place for each record or file of `period` that errors keep out of the figures."""
    places: dict[tuple[str, str | None, tuple[int, int] | None], Place] = {}
    for reject in rejects:
        if reject.fault in _HARMLESS:
            continue
        when = reject.when if isinstance(reject.when, DateSpan) else None
        if _in_question(reject.place.path, when, period):
            place = reject.place
            if reject.row is not None:
                place = Place(place.path, reject.row.line, None, place.sheet)
            places.setdefault((place.path, place.sheet, _start(reject.row)), place)
    for activity in refused:
        if _in_question(activity.path, activity.date, period):
            place = activity.at()
            places.setdefault((place.path, place.sheet, _start(activity.row)), place)
    return tuple(sorted(places.values(), key=lambda place: place.order))


def _start(row: Row | None) -> tuple[int, int] | None:
    return None if row is None else (row.line, row.column)


def _in_question(path: str, when: DateSpan | None, period: Period | None) -> bool:
    """Whether a piece left out belongs to `period`, by its date, its folder, or possibly."""
    if period is None:
        return True
    folder = folder_quarter(path)
    if folder is not None and folder.overlaps(period):
        return True
    return period.touches(when) if when else folder is None
