"""Who has reported of a quarter, by what the submissions and the records say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, NamedTuple, TypedDict

from cqpair.book import Book
from cqpair.book.submissions import QuarterReturns, Received, ReturnKind
from cqpair.fields import Record
from cqpair.messages import say
from cqpair.model.tasks import Expected, ReportedBy, Reporting
from cqpair.model.units import Pairing
from cqpair.period import Period
from cqpair.render import JSON, TABLES, Format
from cqpair.render.document import CellKind, Column, Table
from cqpair.schema import Count, Day, Fact
from cqpair.select import parties, stands_for_return


class State(StrEnum):
    """How far an office is with its return."""

    RECEIVED = "received"
    NIL = "nil"
    LATE = "late"
    MISSING = "missing"


class OfficeStatus(NamedTuple):
    """An office that should report: by its short name, and its pairing by the county's.

    `own` is false where another member of the pairing reported for it, and where nobody did.
    `received_on` is the day of the first return, None for records that came by no return.
    `sources` are paths below the data folder, with a line where a row is meant.
    """

    name: str
    county: str
    state: State
    own: bool
    received_on: date | None
    records: int
    sources: tuple[str, ...]


class QuarterStatus(NamedTuple):
    """Who has reported of a quarter and who has not, in the annex's order."""

    quarter: Period
    due: date
    by: ReportedBy
    offices: tuple[OfficeStatus, ...]

    def count(self, state: State) -> int:
        """How many offices are in a state."""
        return sum(office.state is state for office in self.offices)

    @property
    def missing(self) -> tuple[str, ...]:
        """The offices that still have to report, by short name."""
        return tuple(o.name for o in self.offices if o.state is State.MISSING)


def due_day(quarter: Period, reporting: Reporting) -> date:
    """The last day on which a return is in time."""
    return quarter.end + timedelta(days=reporting.due_days)


def told_in(book: Book, quarter: Period) -> list[Record]:
    """The records of a quarter that stand for a return."""
    return [r for r in book.records_and_drafts if stands_for_return(r, quarter)]


def status(
    book: Book,
    returns: QuarterReturns,
    reporting: Reporting,
    due: date,
    on: date | None = None,
) -> QuarterStatus:
    """The state of every office that should report: of all that came, or came up to the day `on`.

    A record counts for whoever sent it; one that came by no return, for all offices it names.
    """
    quarter = returns.quarter
    told: dict[str, _Told] = {}
    came = [one for one in returns.received if on is None or one.received_on <= on]
    for received in came:
        told.setdefault(received.unit, _Told()).returns.append(received)
    senders = {origin.id: origin.unit for origin in returns.origins}
    records = told_in(book, quarter)
    for record in records if on is None else _known(records, returns, came, on):
        sender = senders.get(getattr(record, "id", None) or "")
        for name in [sender] if sender else sorted(parties(record)):
            told.setdefault(name, _Told()).records.append((record, sender is not None))
    offices = []
    for pairing in book.pairings:
        for name in _expected(pairing, reporting.expected):
            offices.append(_office(name, pairing, told, reporting.by, quarter, due))
    return QuarterStatus(quarter, due, reporting.by, tuple(offices))


def _known(
    records: Iterable[Record], returns: QuarterReturns, came: Iterable[Received], on: date
) -> Iterator[Record]:
    """The records that can have been known on the day `on`: that had begun and had come by then."""
    late = {i for one in returns.received for i in one.ids} - {i for one in came for i in one.ids}
    for record in records:
        begun = record.date is not None and record.date.first <= on
        if begun and getattr(record, "id", None) not in late:
            yield record


def _expected(pairing: Pairing, expected: Expected) -> tuple[str, ...]:
    match expected:
        case Expected.COUNTIES:
            return (pairing.county,)
        case Expected.PARTNERS:
            return pairing.partners
        case _:
            return pairing.members


class _Told:
    """What one office sent; of a record also whether it came by a return."""

    def __init__(self) -> None:
        self.returns: list[Received] = []
        self.records: list[tuple[Record, bool]] = []


def _office(
    name: str,
    pairing: Pairing,
    told: Mapping[str, _Told],
    by: ReportedBy,
    quarter: Period,
    due: date,
) -> OfficeStatus:
    own = [told[name]] if name in told else []
    others = [] if by is ReportedBy.OFFICE else [told[m] for m in pairing.members if m in told]
    found = own or others
    returns = [received for one in found for received in one.returns]
    records = {id(record): record for one in found for record, _ in one.records}
    first = min((received.received_on for received in returns), default=None)
    loose = [r for one in found for r, by_return in one.records if not by_return]
    return OfficeStatus(
        name,
        pairing.county,
        _state(found, first, bool(records), due),
        bool(own),
        first,
        len(records),
        tuple(_sources(returns, loose, quarter)),
    )


def _state(found: Sequence[_Told], first: date | None, any_record: bool, due: date) -> State:
    """The first return says whether it was in time, the last of each office what it tells."""
    if first is None:
        return State.RECEIVED if any_record else State.MISSING
    if first > due:
        return State.LATE
    last = [one.returns[-1] for one in found if one.returns]
    nil = all(received.kind is ReturnKind.NIL for received in last)
    return State.NIL if nil and not any_record else State.RECEIVED


def _sources(
    returns: Iterable[Received], loose: Iterable[Record], quarter: Period
) -> Iterable[str]:
    """Where to look, each once: the original, the row of what came without one, the record file."""
    found = [one.original_path(quarter) or one.place.spot() for one in returns]
    return dict.fromkeys((*found, *(record.path for record in loose)))


class OfficeStatusShape(TypedDict):
    """An office that should report."""

    name: Annotated[str, Fact("Its short name")]
    county: Annotated[str, Fact("Of its pairing")]
    state: State
    own: Annotated[bool, Fact("false: another member of the pairing reported, or nobody did")]
    received_on: Annotated[
        Day | None, Fact("Of the first return; null for records that came by none")
    ]
    records: Count
    sources: Annotated[list[str], Fact("Files relative to the data folder, some with a line")]


class StatusShape(TypedDict):
    """`cqpair status --format json`. The counts are of offices, each in one state."""

    quarter: Annotated[str, Fact("2021Q2")]
    due: Day
    by: ReportedBy
    expected: Count
    received: Count
    nil: Count
    late: Count
    missing: Annotated[list[str], Fact("Short names, in the annex's order")]
    offices: list[OfficeStatusShape]


def status_json(found: QuarterStatus) -> StatusShape:
    """Who has reported, office by office."""
    return {
        "quarter": found.quarter.label,
        "due": found.due.isoformat(),
        "by": found.by,
        "expected": len(found.offices),
        "received": found.count(State.RECEIVED),
        "nil": found.count(State.NIL),
        "late": found.count(State.LATE),
        "missing": list(found.missing),
        "offices": [
            {
                "name": one.name,
                "county": one.county,
                "state": one.state,
                "own": one.own,
                "received_on": one.received_on.isoformat() if one.received_on else None,
                "records": one.records,
                "sources": list(one.sources),
            }
            for one in found.offices
        ],
    }


_COLUMNS = ("office", "county", "state", "received-on", "records", "sources")


def status_table(found: QuarterStatus) -> Table:
    """Who has reported, an office a row."""
    columns = tuple(
        Column(say(f"submissions.col-{key}"), CellKind.COUNT if key == "records" else CellKind.TEXT)
        for key in _COLUMNS
    )
    rows = tuple(
        (
            one.name,
            one.county,
            state_words(one),
            str(one.received_on or ""),
            one.records,
            "、".join(one.sources),
        )
        for one in found.offices
    )
    return Table(columns, rows)


def state_words(one: OfficeStatus) -> str:
    """已报, 零报告, 逾期 or 未报; 由结对方报送 where another member reported, and how."""
    words = say(f"submissions.{one.state.value}")
    if one.own or one.state is State.MISSING:
        return words
    if one.state is State.RECEIVED:
        return say("submissions.by-other")
    return say("submissions.by-other-as", state=words)


def summary(found: QuarterStatus) -> str:
    """How many of how many, in one sentence."""
    return say(
        "submissions.summary",
        quarter=found.quarter.label,
        expected=len(found.offices),
        received=found.count(State.RECEIVED),
        nil=found.count(State.NIL),
        late=found.count(State.LATE),
        missing=len(found.missing),
        due=found.due,
    )


FORMATS: Mapping[str, Format[QuarterStatus]] = {
    "table": TABLES["table"].of(status_table),
    "json": JSON.of(status_json),
    "csv": TABLES["csv"].of(status_table),
}
