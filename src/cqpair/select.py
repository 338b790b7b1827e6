"""Which records a question is about."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from cqpair.book import Book
from cqpair.fields import COLUMNS, Activity, Record, ValueKind
from cqpair.model.tasks import Area, LeadKind, Status
from cqpair.model.units import Pairing, Unit
from cqpair.period import Period, folder_quarter, may_hold
from cqpair.source import Fault, Place, Reject, Row
from cqpair.values import PartialDate

_SEARCHED = (ValueKind.TEXT, ValueKind.UNIT, ValueKind.UNITS)


class Filter(NamedTuple):
    """Which records are asked for; None asks for all. `exemplar` asks for the recommended."""

    pair: str | None = None
    area: Area | None = None
    lead: LeadKind | None = None
    status: Status | None = None
    text: str | None = None
    exemplar: bool = False

    @property
    def everything(self) -> bool:
        """True when nothing is left out."""
        return self == Filter()

    def accepts(self, activity: Activity) -> bool:
        """True when `activity` is asked for."""
        return (
            (self.pair is None or activity.county.name == self.pair)
            and (self.area is None or activity.area.key == self.area.key)
            and (self.lead is None or activity.lead_kind is self.lead)
            and (self.status is None or activity.status is self.status)
            and (self.text is None or _mentions(_told(activity), self.text))
            and (not self.exemplar or activity.exemplar)
        )

    def accepts_cells(self, cells: Mapping[str, str]) -> bool:
        """The same of a record as canonical texts, by the key of the column."""
        told = (cells.get(column.key) for column in COLUMNS if column.kind in _SEARCHED)
        return (
            self.pair in (None, cells.get("county"))
            and (self.area is None or cells.get("area") == self.area.key)
            and (self.lead is None or cells.get("lead_kind") == self.lead.value)
            and (self.status is None or cells.get("status") == self.status.value)
            and (self.text is None or _mentions(told, self.text))
            and (not self.exemplar or bool(cells.get("exemplar")))
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
    activities: Iterable[Activity], period: Period | None, record_filter: Filter
) -> tuple[Activity, ...]:
    """The records certain to start in `period` that `record_filter` accepts.

    A date known to the year may lie in any of its quarters, and is in none. Without a period every
    record is taken. They stay in their order.
    """
    return tuple(
        activity
        for activity in activities
        if (period is None or period.holds(activity.date)) and record_filter.accepts(activity)
    )


def in_order(activities: Iterable[Activity], pairings: Iterable[Pairing]) -> tuple[Activity, ...]:
    """Records in the order of the annex, those of a county by their dates; so are the partners."""
    members = (name for pairing in pairings for name in pairing.members)
    ranks = {name: n for n, name in enumerate(members)}
    last = len(ranks)

    def rank(unit: Unit) -> int:
        return ranks.get(unit.name, last)

    ordered = sorted(activities, key=lambda a: (rank(a.county), a.date.first, a.date))
    return tuple(
        a._replace(partners=tuple(sorted(a.partners, key=rank))) if len(a.partners) > 1 else a
        for a in ordered
    )


def stands_for_return(record: Record, period: Period) -> bool:
    """Whether a record tells of something done in `period`: what is only planned does not."""
    when = record.date
    return when is not None and period.holds(when) and record.status is not Status.PLANNED


def parties(record: Record) -> frozenset[str]:
    """The offices that a record names, by short name."""
    units = (*record.partners, *([record.county] if record.county else []))
    return frozenset(unit.name for unit in units)


def _told(activity: Activity) -> Iterable[str | None]:
    """What stands in its columns of words."""
    return (column.write(activity) for column in COLUMNS if column.kind in _SEARCHED)


def _mentions(told: Iterable[str | None], text: str) -> bool:
    """Whether one of the texts holds `text`, wide or narrow, in either case."""
    wanted = unicodedata.normalize("NFKC", text).casefold()
    return any(wanted in unicodedata.normalize("NFKC", part).casefold() for part in told if part)


_HARMLESS = frozenset({Fault.LEGACY_ENCODING, Fault.PASSED_OVER, Fault.HIDDEN_ROWS})


_OF_A_COLUMN = frozenset({Fault.UNKNOWN_KEY, Fault.REPEATED_KEY})


class PeriodRecords(NamedTuple):
    """What a period's files gave: records to count, those with an error, and what is not a record.

    `suspects` are the counties of which records look like one event told twice; None where nobody
    looked.
    """

    period: Period
    sound: Sequence[Activity]
    refused: Sequence[Activity]
    rejects: Sequence[Reject]
    suspects: frozenset[str] | None = None


class Kind(StrEnum):
    """What errors keep out of the figures."""

    RECORD = "record"
    COLUMN = "column"
    FILE = "file"


class Exclusion(NamedTuple):
    """Something that is not in the figures, and where it stands.

    `county` is whose record it is, where that is known.
    """

    kind: Kind
    place: Place
    county: str | None = None


def exclusions_of(
    rejects: Sequence[Reject], refused: Sequence[Activity], period: Period | None
) -> tuple[Exclusion, ...]:
    """Each record, column and file of `period` that errors keep out of the figures, once."""
    found: dict[tuple[object, ...], Exclusion] = {}
    for reject in rejects:
        when = reject.when if isinstance(reject.when, PartialDate) else None
        if reject.fault in _HARMLESS or not _in_question(reject.place.path, when, period):
            continue
        place, row = reject.place, reject.row
        if row is not None:
            at = Place(place.path, row.line, None, place.sheet)
            told = Exclusion(Kind.RECORD, at, reject.county)
        else:
            told = Exclusion(Kind.COLUMN if reject.fault in _OF_A_COLUMN else Kind.FILE, place)
        identity = place if told.kind is Kind.COLUMN else _start(row)
        found.setdefault((place.path, place.sheet, identity), told)
    for activity in refused:
        if _in_question(activity.path, activity.date, period):
            told = Exclusion(Kind.RECORD, activity.at(), activity.county.name)
            found.setdefault((activity.path, told.place.sheet, _start(activity.row)), told)
    return tuple(sorted(found.values(), key=lambda told: told.place.order))


def may_be_of(exclusions: Sequence[Exclusion], county: str) -> bool:
    """Whether something left out may be a record of `county`, so that it is not surely silent."""
    return any(one.kind is not Kind.COLUMN and one.county in (None, county) for one in exclusions)


def _start(row: Row | None) -> tuple[int, int] | None:
    """Where a row begins, to tell two rows apart; None for none."""
    return None if row is None else (row.line, row.column)


def _in_question(path: str, when: PartialDate | None, period: Period | None) -> bool:
    """Whether a piece left out belongs to `period`, by its date, its folder, or possibly."""
    if period is None:
        return True
    folder = folder_quarter(path)
    if when and (folder is None or folder.holds(when)):
        return period.touches(when)
    return folder is None or folder.overlaps(period) or bool(when and period.touches(when))
