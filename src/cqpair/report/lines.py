"""Figures by area, pairing, partner and region: the lines of a report."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from cqpair.book import Book
from cqpair.figures import Figures, figures, share
from cqpair.model.activity import Activity
from cqpair.model.tasks import Area
from cqpair.model.units import Pairing
from cqpair.report import AreaLine, By, Line, PairLine, Row

Keys = Callable[[Activity], Iterable[object]]


class Chosen(NamedTuple):
    """Records of the period, of the one compared with, and of the year so far."""

    now: Sequence[Activity]
    before: Sequence[Activity] | None
    to_date: Sequence[Activity] | None

    def line(self) -> Line:
        """What they come to."""
        return Line(figures(self.now), _maybe(self.before), _maybe(self.to_date), tuple(self.now))

    def by(self, keys: Keys) -> Callable[[object], "Chosen"]:
        """Those under each of their keys; all are gone through once."""
        now, before, to_date = (_by_key(some or (), keys) for some in self)

        def under(key: object) -> Chosen:
            return Chosen(
                now.get(key, ()),
                None if self.before is None else before.get(key, ()),
                None if self.to_date is None else to_date.get(key, ()),
            )

        return under


def area_lines(areas: Sequence[Area], chosen: Chosen) -> Iterator[AreaLine]:
    """A line for each area or safeguard."""
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


def rows(by: By, book: Book, pairs: Sequence[PairLine], chosen: Chosen) -> tuple[Row, ...]:
    """The rows of the main table where it is not by area."""
    match by:
        case By.AREA:
            return ()
        case By.PAIR:
            return tuple(Row(pair.pairing.county, pair.line) for pair in pairs)
        case By.PARTNER:
            of_partner = chosen.by(lambda a: [unit.name for unit in a.partners])
            names = [name for pair in pairs for name in pair.pairing.partners]
            return tuple(Row(name, of_partner(name).line()) for name in names)
        case By.REGION:
            units = {row.value.name: row.value for row in book.tables.units}
            counties = [units[p.pairing.county] for p in pairs if p.pairing.county in units]
            of_region = chosen.by(lambda a: (a.county.region,))
            regions = dict.fromkeys(county.region for county in counties)
            return tuple(Row(region, of_region(region).line()) for region in regions)


def _maybe(activities: Sequence[Activity] | None) -> Figures | None:
    return None if activities is None else figures(activities)


def _by_key(activities: Sequence[Activity], keys: Keys) -> dict[object, list[Activity]]:
    found: dict[object, list[Activity]] = {}
    for activity in activities:
        for key in keys(activity):
            found.setdefault(key, []).append(activity)
    return found
