"""Who pairs with whom, from either side, on a day; lists of pairings."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cqpair.book import Book
from cqpair.messages import say
from cqpair.model.units import ChangeKind, Pairing, Region, Unit
from cqpair.names import Match
from cqpair.source import Fault, Reject


class Answer(NamedTuple):
    """Who pairs with the unit that was asked for.

    `fellows` are the other partners of the same county when a partner was asked for. `notes` say
    what changed by the day `on`.
    """

    match: Match
    pairing: Pairing | None
    partners: tuple[Unit, ...]
    fellows: tuple[Unit, ...]
    notes: tuple[str, ...]
    on: date


def answer(book: Book, match: Match) -> Answer:
    """The pairing of the unit that `match` found, seen from its side."""
    unit = match.unit
    pairing = book.pairing_of(unit)
    partners, fellows = _sides(book, unit, pairing)
    notes = tuple(_notes(book, (unit, *partners, *fellows)))
    return Answer(match, pairing, partners, fellows, notes, book.on)


def untold(book: Book, unit: Unit) -> Reject | None:
    """Why the pairing of `unit` would not be told whole: a name that no unit has, a second row."""
    known = {row.value.name for row in book.tables.units}
    rows = [row for row in book.tables.pairings if unit.name in row.value.members]
    for row in rows:
        routes = (("county",), *(("partners", i) for i in range(len(row.value.partners))))
        for name, route in zip(row.value.members, routes, strict=True):
            if name not in known:
                return Reject(Fault.UNKNOWN_NAME, row.at(*route), "rules.T205", {"name": name})
    if len(rows) > 1:
        place, params = rows[1].at("county"), {"name": unit.name}
        return Reject(Fault.BAD_VALUE, place, "answers.paired-twice", params)
    return None


def list_pairings(book: Book, region: Region | None, mode: str | None) -> list[Pairing]:
    """The pairings of a region or a mode, in the annex's order."""
    regions = book.tables.regions()
    return [
        pairing
        for pairing in book.pairings
        if (region is None or regions.get(pairing.county) is region)
        and (mode is None or pairing.mode == mode)
    ]


def changed_since(book: Book, pairings: list[Pairing]) -> list[Unit]:
    """The units of `pairings` that a change announced by the book's day touches."""
    named = {name for pairing in pairings for name in pairing.members}
    units = (row.value for row in book.tables.units if row.value.name in named)
    return [u for u in units if any(change.announced <= book.on for change in u.changes)]


def _sides(
    book: Book, unit: Unit, pairing: Pairing | None
) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """The other side of a pairing as `unit` sees it, and its fellows on its own side."""
    if pairing is None:
        return (), ()
    units = book.tables.units_by_name()
    partners = tuple(units[name] for name in pairing.partners if name in units)
    if unit.name == pairing.county:
        return partners, ()
    county = (units[pairing.county],) if pairing.county in units else ()
    return county, tuple(other for other in partners if other is not unit)


def _notes(book: Book, units: tuple[Unit, ...]) -> Iterator[str]:
    """What has to be known of the day: a day before the notice, and changes announced by then."""
    notice = book.tables.notice
    if notice and book.on < notice.value.date:
        yield say("answers.before-notice", on=book.on, date=notice.value.date)
    for unit in units:
        for change in unit.changes:
            if change.announced > book.on:
                continue
            key = "abolished" if change.kind is ChangeKind.ABOLISHED else "changed"
            yield say(
                f"answers.{key}",
                name=unit.name,
                announced=change.announced,
                text=change.text,
                source=change.source,
                successor=change.successor,
            )
