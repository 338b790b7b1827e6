"""Records into lines of figures: by area, by pairing, by partner, by region.

Counts are of records, 人次 or 元; `None` is “nothing was reported”.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from cqpair.book import Book
from cqpair.fields import Activity, Figures, figures, share
from cqpair.model.tasks import Area
from cqpair.model.units import Pairing
from cqpair.report import AreaLine, By, Line, PairLine, ReportRow

Keys = Callable[[Activity], Iterable[object]]


class Chosen(NamedTuple):
    """Records of the period, of the one compared with, and of the year so far."""

    now: Sequence[Activity]
    before: Sequence[Activity] | None
    to_date: Sequence[Activity] | None

    def line(self) -> Line:
        """What they come to, with the records of the period, so that each figure can be traced."""
        return Line(figures(self.now), _maybe(self.before), _maybe(self.to_date), tuple(self.now))

    def by(self, keys: Keys) -> Callable[[object], "Chosen"]:
        """Those under each of their keys; all are gone through once."""
        now, before, to_date = (_by_key(some or (), keys) for some in self)

        def under(key: object) -> Chosen:
            """What of each period stands under `key`."""
            return Chosen(
                now.get(key, ()),
                None if self.before is None else before.get(key, ()),
                None if self.to_date is None else to_date.get(key, ()),
            )

        return under


def area_lines(areas: Sequence[Area], chosen: Chosen) -> Iterator[AreaLine]:
    """A line for each area or safeguard, with its share of the activities of all, in per cent."""
    of_area = chosen.by(lambda a: (a.area.key,))
    lines = [of_area(area.key).line() for area in areas]
    whole = sum(line.now.activities for line in lines)
    for area, line in zip(areas, lines, strict=True):
        told = [a.measure for a in line.counted]
        part = share(line.now.activities, whole)
        yield AreaLine(area, line, part, {name: told.count(name) for name in area.measures})


def pair_lines(
    pairings: Sequence[Pairing], areas: Sequence[Area], chosen: Chosen
) -> Iterator[PairLine]:
    """A line for each pairing, with its activities by task area."""
    of_county = chosen.by(lambda a: (a.county.name,))
    for pairing in pairings:
        line = of_county(pairing.county).line()
        keys = [a.area.key for a in line.counted]
        yield PairLine(pairing, line, {area.no: keys.count(area.key) for area in areas})


def rows(by: By, book: Book, pairs: Sequence[PairLine], chosen: Chosen) -> tuple[ReportRow, ...]:
    """The rows of the main table where it is not by area."""
    match by:
        case By.AREA:
            return ()
        case By.PAIR:
            return tuple(ReportRow(pair.pairing.county, pair.line) for pair in pairs)
        case By.PARTNER:
            of_partner = chosen.by(lambda a: [unit.name for unit in a.partners])
            names = [name for pair in pairs for name in pair.pairing.partners]
            return tuple(ReportRow(name, of_partner(name).line()) for name in names)
        case By.REGION:
            units = book.tables.units_by_name()
            counties = [units[p.pairing.county] for p in pairs if p.pairing.county in units]
            of_region = chosen.by(lambda a: (a.county.region,))
            regions = dict.fromkeys(county.region for county in counties)
            return tuple(ReportRow(region, of_region(region).line()) for region in regions)


def _maybe(activities: Sequence[Activity] | None) -> Figures | None:
    """The figures of records; None for no period, which is not the same as no records."""
    return None if activities is None else figures(activities)


def _by_key(activities: Sequence[Activity], keys: Keys) -> dict[object, list[Activity]]:
    """The records under each of their keys, in their order; one may stand under several."""
    found: dict[object, list[Activity]] = {}
    for activity in activities:
        for key in keys(activity):
            found.setdefault(key, []).append(activity)
    return found
