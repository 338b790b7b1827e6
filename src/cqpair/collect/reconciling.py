"""Records of a quarter that may be one event told twice, and what was decided of such."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, NamedTuple, TypedDict

from cqpair.book.submissions import (
    DECISIONS,
    Decision,
    DecisionKind,
    Submissions,
    decisions_text,
    submission_path,
)
from cqpair.doubles import Candidate
from cqpair.doubles.decided import in_force, undecided
from cqpair.doubles.points import NEAR_DAYS
from cqpair.fields import BY_KEY, Activity
from cqpair.messages import say
from cqpair.period import Period, quarter_of
from cqpair.render import JSON, LINES, Format
from cqpair.report.closing import Refusal, refusal_of_all
from cqpair.schema import Day, Fact
from cqpair.store.submissions import Opened
from cqpair.store.transaction import Change
from cqpair.text import escape_control

_SHOWN = ("date", "place", "title")  # in the line of each record


class BadDecisionError(ValueError):
    """A decision that cannot be: `key` is the sentence that says why, `params` fill it."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


class Reconciliation(NamedTuple):
    """What is still to be decided of a quarter, and what was."""

    quarter: Period
    candidates: tuple[Candidate, ...]
    decided: tuple[Decision, ...]


def period_around(quarter: Period) -> Period:
    """The days in which the other telling of an event of `quarter` may stand."""
    start, end = quarter.start.toordinal() - NEAR_DAYS, quarter.end.toordinal() + NEAR_DAYS
    return Period(
        date.fromordinal(max(start, date.min.toordinal())),
        date.fromordinal(min(end, date.max.toordinal())),
    )


def reconcile(
    records: Sequence[Activity], submissions: Submissions, quarter: Period
) -> Reconciliation:
    """The candidates of which one record at least is of `quarter`, and its decisions in force.

    `records` are those without errors of all days around the quarter. What was decided is not asked
    again, in whichever quarter it stands.
    """
    found = undecided(records, submissions)
    own = (c for c in found if any(quarter.holds(one.date) for one in (c.first, c.second)))
    return Reconciliation(quarter, tuple(own), tuple(in_force(submissions.of(quarter).decisions)))


def decide(
    records: Sequence[Activity],
    submissions: Submissions,
    same: bool,
    ids: tuple[str, str],
    keep: str | None,
    on: date,
) -> Decision:
    """That two records are the same event, kept as the first where `keep` is not told, or not.

    BadDecisionError where an id is none of theirs, where they cannot be one event, or where what
    is kept is neither.
    """
    by_id = {record.id: record for record in records if record.id}
    for one in ids:
        if one not in by_id:
            raise BadDecisionError("reconcile.no-record", id=one)
    first, second = (by_id[one] for one in ids)
    if first is second:
        raise BadDecisionError("reconcile.one-record", id=ids[0])
    if first.county.name != second.county.name:
        params = {"id": ids[0], "county": first.county.name}
        other = {"other_id": ids[1], "other": second.county.name}
        raise BadDecisionError("reconcile.two-pairings", **params, **other)
    if same:
        _stop_unless_one(first, second, submissions.senders())
    if keep is not None and keep not in ids:
        raise BadDecisionError("reconcile.keep", id=keep, first=ids[0], second=ids[1])
    return Decision(*ids, same, (keep or ids[0]) if same else None, on, None)


def _stop_unless_one(first: Activity, second: Activity, senders: Mapping[str, str]) -> None:
    """BadDecisionError for two that cannot count as one: told by one office, or of two quarters.

    What one office tells in two rows are two events; and a report of one quarter could not know
    that the record which counts stands in another.
    """
    ids = {"first": first.reference, "second": second.reference}
    sender = senders.get(first.id or "")
    if sender is not None and sender == senders.get(second.id or ""):
        raise BadDecisionError("reconcile.one-sender", **ids, sender=sender)
    quarters = [quarter_of(one.date.first).label for one in (first, second)]
    if quarters[0] != quarters[1]:
        named = {"quarter": quarters[0], "other": quarters[1]}
        raise BadDecisionError("reconcile.two-quarters", **ids, **named)


def refusal_to_decide(
    decision: Decision, records: Sequence[Activity], submissions: Submissions
) -> Refusal | None:
    """Why nothing is decided: a quarter of the records is closed to all of a record's offices."""
    for record in records:
        if record.id in decision.ids:
            returns = submissions.of(quarter_of(record.date.first))
            if refusal := refusal_of_all(returns, record):
                return refusal
    return None


def change_for(opened: Opened, quarter: Period, decision: Decision) -> Change:
    """What writes `decision` into the quarter's decisions, in place of an earlier one of the two.

    BadDecisionError where rows of that file do not fit: they would be lost.
    """
    path = submission_path(quarter, DECISIONS)
    for reject in opened.submissions.rejects:
        if reject.place.path == path:
            raise BadDecisionError("reconcile.damaged", place=reject.place)
    earlier = opened.submissions.of(quarter).decisions
    rows = [*(one for one in earlier if one.ids != decision.ids), decision]
    return Change(path, opened.files.get(path), BOM_UTF8 + decisions_text(rows).encode())


class CandidateShape(TypedDict):
    """Two records that may be one event."""

    ids: Annotated[list[str], Fact("Their 编号; of one without, its place")]
    score: Annotated[int, Fact("Points; from 6 on", least=0)]
    reasons: Annotated[list[str], Fact("In words")]
    differences: Annotated[dict[str, list[str]], Fact("By column: the canonical text of each")]


class DecidedShape(TypedDict):
    """What was decided of two records."""

    ids: list[str]
    decision: DecisionKind
    keep: Annotated[str | None, Fact("Which counts; null: both")]
    date: Day


class ReconciliationShape(TypedDict):
    """`cqpair reconcile --format json`."""

    quarter: Annotated[str, Fact("2021Q2")]
    candidates: list[CandidateShape]
    decided: list[DecidedShape]


def reconciliation_json(found: Reconciliation) -> ReconciliationShape:
    """What is to be decided and what was, as JSON."""
    return {
        "quarter": found.quarter.label,
        "candidates": [_candidate(one) for one in found.candidates],
        "decided": [_decided(one) for one in found.decided],
    }


def _candidate(candidate: Candidate) -> CandidateShape:
    return {
        "ids": [candidate.first.reference, candidate.second.reference],
        "score": candidate.score,
        "reasons": [str(reason) for reason in candidate.reasons],
        "differences": {key: list(texts) for key, texts in candidate.differences.items()},
    }


def _decided(decision: Decision) -> DecidedShape:
    return {
        "ids": [decision.first, decision.second],
        "decision": DecisionKind.of(decision.same),
        "keep": decision.keep,
        "date": decision.on.isoformat(),
    }


def candidates_text(found: Reconciliation) -> str:
    """What is to be decided, a paragraph a candidate; a sentence where there is none."""
    if not found.candidates:
        return say("reconcile.none", quarter=found.quarter.label) + "\n"
    n = len(found.candidates)
    return "\n".join(candidate_text(no, n, one) for no, one in enumerate(found.candidates, start=1))


def candidate_text(no: int, n: int, candidate: Candidate) -> str:
    """The `no`-th candidate of `n`, as its lines."""
    lines = _lines(no, n, candidate)
    return "".join(f"{escape_control(line)}\n" for line in lines)


def _lines(no: int, n: int, candidate: Candidate) -> Iterator[str]:
    """The `no`-th candidate of `n`: its points, both records, why, and what else they tell."""
    yield say("reconcile.heading", no=no, n=n, score=candidate.score)
    for i, record in enumerate((candidate.first, candidate.second), start=1):
        told = {"no": i, "id": record.reference, "date": str(record.date), "title": record.title}
        yield say("reconcile.record", **told, place=record.place or "—")
    yield say("reconcile.why", why=candidate.why)
    for key, (one, other) in candidate.differences.items():
        if key not in _SHOWN:
            column = BY_KEY[key].title
            told = {"column": column, "one": one or "—", "other": other or "—"}
            yield say("reconcile.differs", **told)


FORMATS: Mapping[str, Format[Reconciliation]] = {
    "table": LINES.of(candidates_text),
    "json": JSON.of(reconciliation_json),
}
