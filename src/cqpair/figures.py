"""What a set of records comes to: counts, 人次 and 元, with None for “nothing was reported”."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from cqpair.columns import COLUMNS, MEASURED, ValueKind
from cqpair.model.activity import Activity
from cqpair.model.tasks import LeadKind, Status
from cqpair.values import Figure

COUNTS = tuple(column.key for column in COLUMNS if column.kind is ValueKind.COUNT)
MONEY = tuple(column.key for column in COLUMNS if column.kind is ValueKind.MONEY)


class Sum(NamedTuple):
    """One column added up over records.

    `total` is None when no record reports it. `unreported` and `approximate` count records.
    """

    total: Decimal | None
    unreported: int
    approximate: int


class Figures(NamedTuple):
    """What a set of records comes to. Planned records count in `planned` and nowhere else."""

    completed: int
    ongoing: int
    planned: int
    led_by_associations: int
    pairs: int
    participants: Sum
    experts: Sum
    funding: Sum
    in_kind: Sum

    @property
    def activities(self) -> int:
        """Completed and ongoing together."""
        return self.completed + self.ongoing


def figures(activities: Iterable[Activity]) -> Figures:
    """The figures of a set of records."""
    everything = list(activities)
    counted = [a for a in everything if a.counted]
    completed = sum(a.status is Status.COMPLETED for a in counted)
    sums = {key: _sum([getattr(a, key) for a in counted]) for key in MEASURED}
    return Figures(
        completed,
        len(counted) - completed,
        len(everything) - len(counted),
        sum(a.lead_kind is LeadKind.ASSOCIATION for a in counted),
        len({a.county.name for a in counted}),
        **sums,
    )


def sum_value(found: Sum, key: str) -> int | Decimal | Figure | None:
    """The sum of the column `key`: 人次 are whole, and what holds an approximate figure is one."""
    if found.total is None:
        return None
    number = found.total if key in MONEY else int(found.total)
    return Figure(number, True) if found.approximate else number


def share(count: int, whole: int) -> Decimal | None:
    """What part of `whole` the count is, in per cent, a half of the last digit rounded up.

    Each is its own true share, so that several need not add up to 100.0.
    """
    if not whole:
        return None
    return (Decimal(count) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _sum(found: list[Figure | None]) -> Sum:
    told = [figure for figure in found if figure is not None]
    total = sum((Decimal(figure.value) for figure in told), Decimal(0)) if told else None
    return Sum(total, len(found) - len(told), sum(figure.approximate for figure in told))
