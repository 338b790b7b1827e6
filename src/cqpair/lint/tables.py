"""T2xx: the pairing table against the notice and against itself."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cqpair.book import Book, Placed
from cqpair.lint.rule import Hit, Rule, Severity, whole
from cqpair.messages import say
from cqpair.model.tasks import Area
from cqpair.model.units import Change, Pairing, Region, Unit, UnitKind
from cqpair.names import Match, Unknown, fold
from cqpair.source import Place

_MOST_PARTNERS = 2  # “一对一”“二对一”: notice, 一、

_NUMBER = re.compile(r"\S+〔(\d{4})〕[1-9]\d*号")

_WHOLE = 10  # rows; the annex has 17


def count_mismatch(book: Book) -> Iterable[Hit]:
    """The counts the notice states (一、) against the units and pairings listed."""
    expect = book.tables.expect
    if expect is None:
        return
    names = {name for pairing in book.pairings for name in pairing.members}
    paired = [row.value for row in book.tables.units if row.value.name in names]
    kinds = Counter((unit.role, unit.kind is UnitKind.ZONE) for unit in paired)
    regions = Counter(unit.region for unit in paired)
    found = {
        "partners": regions[Region.METRO],
        "districts": kinds["partner", False],
        "zones": kinds["partner", True],
        "counties": regions[Region.NORTHEAST] + regions[Region.SOUTHEAST],
        "northeast": regions[Region.NORTHEAST],
        "southeast": regions[Region.SOUTHEAST],
    }
    for key, count in found.items():
        stated = getattr(expect.value, key)
        if stated != count:
            what = say(f"problems.count-{key}")
            params = {"what": what, "key": key, "stated": stated, "found": count}
            yield Hit(expect.at(key), params)


def partner_twice(book: Book) -> Iterable[Hit]:
    """A partner in two pairings, or twice in one (the annex names each of the 24 once)."""
    first: dict[str, tuple[Placed[Pairing], Place]] = {}
    for row in book.tables.pairings:
        for i, name in enumerate(row.value.partners):
            place = row.at("partners", i)
            if name in first:
                other, where = first[name]
                params = {"name": name, "county": row.value.county, "other": other.value.county}
                key = "rules.T202-same" if other is row else None
                yield Hit(place, params, key, ((where, "rules.other-pairing"),))
            else:
                first[name] = (row, place)


def unpaired_unit(book: Book) -> Iterable[Hit]:
    """A unit of the table that no pairing names."""
    named = {name for pairing in book.pairings for name in pairing.members}
    for row in book.tables.units:
        if row.value.name not in named:
            yield Hit(row.at("name"), {"name": row.value.name})


def partner_count(book: Book) -> Iterable[Hit]:
    """A county with no partner, or with more than two (notice, 一、: “一对一”“二对一”)."""
    for row in book.tables.pairings:
        count = len(row.value.partners)
        if not 1 <= count <= _MOST_PARTNERS:
            params = {"county": row.value.county, "count": count}
            yield Hit(row.at("partners"), params, None if count else "rules.T204-none")


def unknown_unit(book: Book) -> Iterable[Hit]:
    """A pairing or a successor that names no unit of the table by its short name."""
    known = {row.value.name for row in book.tables.units}
    for name, place in _mentions(book):
        if name in known:
            continue
        match book.names.find(name):
            case Match(unit=unit):
                params = {"name": name, "near": unit.name}
                yield Hit(place, params, "rules.T205-near", replacement=unit.name)
            case Unknown(near=(unit, *_)):
                yield Hit(place, {"name": name, "near": unit.name}, "rules.T205-near")
            case _:
                yield Hit(place, {"name": name})


def wrong_role(book: Book) -> Iterable[Hit]:
    """A county where a partner belongs, or a partner where a county does."""
    units = {row.value.name: row.value for row in book.tables.units}
    for row in book.tables.pairings:
        county = units.get(row.value.county)
        if county and county.role != "county":
            params = {"name": county.name, "region": county.region.value}
            yield Hit(row.at("county"), params, "rules.T206-county")
        for i, name in enumerate(row.value.partners):
            partner = units.get(name)
            if partner and partner.role != "partner":
                params = {"name": name, "region": partner.region.value}
                yield Hit(row.at("partners", i), params)


def abolished_unit(book: Book) -> Iterable[Hit]:
    """A pairing of a unit abolished by the day asked about, which nobody has looked at since."""
    units = {row.value.name: row for row in book.tables.units}
    for row in book.tables.pairings:
        routes: list[tuple[str | int, ...]] = [("county",)]
        routes += [("partners", i) for i in range(len(row.value.partners))]
        for name, route in zip(row.value.members, routes, strict=True):
            change = units[name].value.abolished(book.on) if name in units else None
            if change and not change.is_settled:
                yield _unsettled(row.at(*route), units[name], change, book.on)


def _unsettled(place: Place, row: Placed[Unit], change: Change, today: date) -> Hit:
    """The hit of a pairing whose unit was abolished, and where that is to be acknowledged."""
    params = {
        "name": row.value.name,
        "announced": change.announced,
        "successor": change.successor,
        "text": change.text,
        "source": change.source,
        "kept": change.pairings_kept,
        "today": today,
    }
    route = ("changes", row.value.changes.index(change))
    if change.pairings_kept is None:
        return Hit(place, params, related=((row.at(*route), "problems.change-here"),))
    related = ((row.at(*route, "pairings_kept"), "problems.kept-here"),)
    return Hit(place, params, "rules.T207-early", related)


def row_twice(book: Book) -> Iterable[Hit]:
    """A county in two pairings, two pairings with one number, or a number out of the count."""
    for key in ("county", "no"):
        first: dict[object, Placed[Pairing]] = {}
        for row in book.tables.pairings:
            value = getattr(row.value, key)
            other = first.setdefault(value, row)
            if other is not row:
                related = ((other.at(key), "rules.first"),)
                yield Hit(row.at(key), {"value": value}, f"rules.T208-{key}", related)
    yield from _stray_number(book.tables.pairings)


def _stray_number(rows: Sequence[Placed[Pairing]]) -> Iterable[Hit]:
    """The one number beyond 1 to the count of rows, where just one of those lacks.

    A short table may be a cut of the annex, whose numbers rightly have gaps.
    """
    if len(rows) < _WHOLE:
        return
    lacking = set(range(1, len(rows) + 1)) - {row.value.no for row in rows}
    stray = [row for row in rows if not 1 <= row.value.no <= len(rows)]
    if len(stray) == len(lacking) == 1:
        right = lacking.pop()
        params = {"value": stray[0].value.no, "right": right, "count": len(rows)}
        yield Hit(stray[0].at("no"), params, "rules.T208-stray", replacement=str(right))


def name_collision(book: Book) -> Iterable[Hit]:
    """Two units with one name or one code, so that asking for it can have no answer."""
    first: dict[str, tuple[Placed[Unit], Place]] = {}
    for row in book.tables.units:
        for value, place in identities(row):
            known = first.setdefault(fold(value), (row, place))
            if known[0] is not row:
                params = {"value": value, "name": row.value.name, "other": known[0].value.name}
                yield Hit(place, params, related=((known[1], "rules.first"),))


def area_twice(book: Book) -> Iterable[Hit]:
    """Two task areas, or two safeguards, with one number, code, title or clause."""
    first: dict[tuple[str, str], Placed[Area]] = {}
    for row in book.tasks.areas:
        area = row.value
        told = {"no": area.key, "code": area.code, "title": area.title, "clause": area.clause}
        for key, value in told.items():
            other = first.setdefault((key, value), row)
            if other is not row:
                params = {"value": value, "title": other.value.title}
                yield Hit(row.at(key), params, related=((other.at(key), "rules.first"),))


def identities(row: Placed[Unit]) -> Iterator[tuple[str, Place]]:
    """What a unit alone may be called, and where that stands."""
    unit = row.value
    yield unit.name, row.at("name")
    if unit.full_name:
        yield unit.full_name, row.at("full_name")
    if unit.code:
        yield str(unit.code), row.at("code")
    yield unit.pinyin, row.at("pinyin")
    for i, other in enumerate(unit.names):
        yield other.name, row.at("names", i, "name")


def _mentions(book: Book) -> Iterator[tuple[str, Place]]:
    for pairing in book.tables.pairings:
        yield pairing.value.county, pairing.at("county")
        for i, name in enumerate(pairing.value.partners):
            yield name, pairing.at("partners", i)
    for unit in book.tables.units:
        for i, change in enumerate(unit.value.changes):
            if change.successor:
                yield change.successor, unit.at("changes", i, "successor")


def notice_number(book: Book) -> Iterable[Hit]:
    """A number of the notice that is not …〔year〕n号, or not of the year of its date."""
    row = book.tables.notice
    if row is None:
        return
    params = {"value": row.value.number, "date": row.value.date}
    match = _NUMBER.fullmatch(row.value.number)
    if match is None:
        yield Hit(row.at("number"), params)
    elif int(match[1]) != row.value.date.year:
        related = ((row.at("date"), "problems.date-here"),)
        yield Hit(row.at("number"), params, "rules.T211-year", related)


RULES = (
    Rule("T201", "count-mismatch", Severity.ERROR, whole(count_mismatch)),
    Rule("T202", "partner-twice", Severity.ERROR, whole(partner_twice)),
    Rule("T203", "unpaired-unit", Severity.ERROR, whole(unpaired_unit)),
    Rule("T204", "partner-count", Severity.ERROR, whole(partner_count)),
    Rule("T205", "unknown-unit", Severity.ERROR, whole(unknown_unit)),
    Rule("T206", "pairing-role", Severity.ERROR, whole(wrong_role)),
    Rule("T207", "abolished-unit", Severity.WARNING, whole(abolished_unit)),
    Rule("T208", "pairing-twice", Severity.ERROR, whole(row_twice)),
    Rule("T209", "name-collision", Severity.ERROR, whole(name_collision)),
    Rule("T210", "area-twice", Severity.ERROR, area_twice),
    Rule("T211", "notice-number", Severity.ERROR, notice_number),
)
