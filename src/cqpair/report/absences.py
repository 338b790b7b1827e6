"""Quarter by quarter: how many activities there were, who had none, and who came alone."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from cqpair.fields import Activity
from cqpair.model.units import Notice, Pairing
from cqpair.period import Period
from cqpair.report import OneSided, QuarterCount, Silence
from cqpair.report.periods import LOOKED_BACK

Records = Mapping[Period | None, Sequence[Activity]]


def trend(quarters: Sequence[Period], records: Records) -> tuple[QuarterCount, ...]:
    """How many activities each of `quarters` had, in their order; planned ones are none."""
    return tuple(QuarterCount(q, len(_counted(records[q]))) for q in quarters)


def silences(
    silent: Sequence[str],
    quarters: Sequence[Period],
    records: Records,
    maybe: Records,
    told: Mapping[Period | None, Collection[str]],
    more: bool,
) -> tuple[Silence, ...]:
    """For how many of the `quarters` up to the last one each of `silent` has no activity.

    `maybe` are the records that may lie in a quarter, `told` the counties of which a return for it
    came: nobody is called silent in theirs. `more` says that there are quarters before them, of
    which it is not known.
    """
    active = [
        {a.county.name for a in _counted((*records[q], *maybe[q]))} | {*told[q]}
        for q in reversed(quarters)
    ]
    found = []
    for county in silent:
        length = next((n for n, counties in enumerate(active) if county in counties), len(active))
        if length:
            found.append(Silence(county, length, more and length == len(active)))
    return tuple(found)


def reaches_back(quarters: Sequence[Period], notice: Notice | None) -> bool:
    """Whether there are quarters before `quarters` that were not looked at."""
    before = quarters[0].previous() if len(quarters) == LOOKED_BACK else None
    return before is not None and (notice is None or before.end >= notice.date)


def one_sided(pairings: Iterable[Pairing], counted: Sequence[Activity]) -> tuple[OneSided, ...]:
    """The pairings of two partners whose activities only one of them took part in."""
    seen = {(a.county.name, unit.name) for a in counted for unit in a.partners}
    found = []
    for pairing in pairings:
        active = [name for name in pairing.partners if (pairing.county, name) in seen]
        absent = [name for name in pairing.partners if name not in active]
        if len(pairing.partners) == 2 and active and absent:
            found.append(OneSided(pairing.county, active[0], absent[0]))
    return tuple(found)


def _counted(activities: Iterable[Activity]) -> list[Activity]:
    """The records that are activities: all but the planned ones."""
    return [a for a in activities if a.counted]
