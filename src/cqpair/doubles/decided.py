"""What people decided of records told twice, and which records count then."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from cqpair.book.submissions import Decision, Submissions
from cqpair.doubles import Candidate, candidates
from cqpair.fields import Activity


class Counted(NamedTuple):
    """The records that count, in their order, and each that another stands for, with that one."""

    records: tuple[Activity, ...]
    doubles: tuple[tuple[Activity, Activity], ...]


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions without those that a later one of the same two records replaces."""
    return list({decision.ids: decision for decision in decisions}.values())


def exclude_doubles(records: Sequence[Activity], decisions: Iterable[Decision]) -> Counted:
    """Count one event once: as the record that was kept, where that one is among `records`.

    Where three records are one event, each may stand for the next; the last of them counts.
    """
    by_id = {record.id: record for record in records if record.id is not None}
    kept = {}
    for decision in in_force(decisions):
        if decision.same and decision.keep in decision.ids:
            for other in decision.ids - {decision.keep}:
                kept[other] = str(decision.keep)
    counted, doubles = [], []
    for record in records:
        standing = record if record.id is None else by_id[_standing(record.id, kept, by_id)]
        if standing.id == record.id:
            counted.append(record)
        else:
            doubles.append((record, standing))
    return Counted(tuple(counted), tuple(doubles))


def undecided(records: Sequence[Activity], submissions: Submissions) -> list[Candidate]:
    """The candidates among `records` of which no decision of any quarter speaks."""
    senders = submissions.senders()
    decisions = [d for returns in submissions.quarters.values() for d in returns.decisions]
    counted = exclude_doubles(records, decisions).records
    apart = {decision.ids for decision in decisions}
    return candidates(counted, lambda record: senders.get(record.id or ""), apart)


def _standing(start: str, kept: Mapping[str, str], there: Container[str]) -> str:
    """The id that counts for `start` in the end. Of those that stand for each other, the least."""
    chain = [start]
    while (after := kept.get(chain[-1])) is not None and after not in chain:
        chain.append(after)
    circle = chain[chain.index(after) :] if after is not None else []
    known = [one for one in chain if one in there]
    return min((one for one in circle if one in there), default=known[-1])
