"""Figures as JSON: what a report tells of its totals, areas and pairings alike."""

from typing import Any

from cqpair.columns import MEASURED
from cqpair.figures import Figures
from cqpair.shapes.shape import Count, Shape, Yuan, money


class CountsShape(Shape):
    """Records counted for each figure that is added up."""

    participants: Count
    experts: Count
    funding_yuan: Count
    in_kind_yuan: Count


class FiguresShape(Shape):
    """What a set of records comes to. 人次 are integers, 元 texts; null is “nothing reported”."""

    activities: Count
    led_by_associations: Count
    completed: Count
    ongoing: Count
    planned: Count
    pairs: Count
    participants: int | None
    experts: int | None
    funding_yuan: Yuan | None
    in_kind_yuan: Yuan | None
    unreported: CountsShape
    approximate: CountsShape


def figures_shape(found: Figures) -> FiguresShape:
    """Figures as a shape of their own."""
    return FiguresShape(**figure_values(found))


def figure_values(found: Figures) -> dict[str, Any]:
    """Figures as the values of a shape that has them among others."""
    sums = {key: getattr(found, key) for key in MEASURED}
    counts = ("participants", "experts")
    return {
        "activities": found.activities,
        "led_by_associations": found.led_by_associations,
        "completed": found.completed,
        "ongoing": found.ongoing,
        "planned": found.planned,
        "pairs": found.pairs,
        **{key: None if sums[key].total is None else int(sums[key].total) for key in counts},
        "funding_yuan": money(sums["funding"].total),
        "in_kind_yuan": money(sums["in_kind"].total),
        "unreported": _counts(found, "unreported"),
        "approximate": _counts(found, "approximate"),
    }


def _counts(found: Figures, what: str) -> CountsShape:
    return CountsShape(
        participants=getattr(found.participants, what),
        experts=getattr(found.experts, what),
        funding_yuan=getattr(found.funding, what),
        in_kind_yuan=getattr(found.in_kind, what),
    )
