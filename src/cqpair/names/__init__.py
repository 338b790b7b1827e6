"""Who is meant by a name: every way of writing one of the 41 units.

A name is found by being equal after folding, never by being near: transliteration and edit
distance identify nobody. What is near is a suggestion, see `cqpair.names.near`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from cqpair.model.units import NameKind, Unit, UnitKind
from cqpair.names.folding import CITY, OFFICES, fold, spellings, stem

__all__ = [
    "Ambiguous",
    "Match",
    "MatchedBy",
    "Names",
    "Unknown",
    "fold",
    "is_city_association",
    "stem",
]


# Only what is written otherwise than in the table needs these, so `re` compiles them when asked.
_OFFICE = f"(?:{'|'.join(OFFICES)})"


_CITY_OFFICE = rf"(?:重庆市?|市){_OFFICE}(?:机关|本级)?"


_MARKS = r"[\s+|&/、，,;；·()（）＋｜＆~～—–]+"


_JOINER = rf"{_MARKS}|和|与|及|同|跟"


_BETWEEN = rf"(?:[+|&/、,;·()._~—–]|重庆市?|和|与|及|同|跟|联合|两[区县地]|{_OFFICE})*"


_LONGEST_CELL = 60


class MatchedBy(StrEnum):
    """How a name was recognised, the surest way first."""

    NAME = "name"
    STEM = "stem"
    OFFICE = "office"
    FULL_NAME = "full-name"
    FORMER_NAME = "former-name"
    ALIAS = "alias"
    CODE = "code"
    PINYIN = "pinyin"
    INITIALS = "initials"


class Match(NamedTuple):
    """The unit a name means."""

    query: str
    unit: Unit
    matched_by: MatchedBy


class Ambiguous(NamedTuple):
    """A name that could mean several units."""

    query: str
    candidates: tuple[Unit, ...]


class Unknown:
    """A name that means no unit."""

    def __init__(self, query: str, nearest: Callable[[str], tuple[Unit, ...]]) -> None:
        self.query = query
        self._nearest = nearest

    @cached_property
    def near(self) -> tuple[Unit, ...]:
        """The units it could be a slip for, the nearest first; sought when somebody is told."""
        return self._nearest(fold(self.query))


class Names:
    """All names of all units, on a day: a code given later is no name before it was announced."""

    def __init__(self, units: Iterable[Unit], on: date | None = None) -> None:
        self._units = tuple(units)
        self._shown: list[tuple[Unit, list[str]]] = []
        self._index: dict[str, dict[MatchedBy, list[Unit]]] = {}
        for unit in self._units:
            for way, text in _ways(unit, on):
                found = self._index.setdefault(fold(text), {}).setdefault(way, [])
                if unit not in found:
                    found.append(unit)

    def find(self, query: str) -> Match | Ambiguous | Unknown:
        """Who `query` means. Ways of naming are tried from the surest down."""
        folded = fold(query)
        ways = self._index.get(folded) or self._placed(folded)
        for way in MatchedBy:
            match ways.get(way, []):
                case []:
                    continue
                case [unit]:
                    return Match(query, unit, way)
                case several:
                    return Ambiguous(query, tuple(several))
        return Unknown(query, self._near)

    def unit(self, name: str) -> Unit:
        """The unit whose short name is `name`, as tables write it. KeyError when there is none."""
        return self._index[fold(name)][MatchedBy.NAME][0]

    def begun_by(self, text: str) -> list[Unit]:
        """The units of which a name begins with `text`, in the order of their table."""
        begun = [ways for name, ways in self._index.items() if name.startswith(fold(text))]
        return [u for u in self._units if any(u in us for ways in begun for us in ways.values())]

    def all_in(self, text: str) -> tuple[Unit, ...]:
        """The units a text names one after the other, where it is made of nothing else.

        Between them may stand marks, 和, brackets or nothing: 北碚区+铜梁区, 北碚铜梁两区. Empty
        when anything else is in it, or when it can be read as different units.
        """
        words = [word for word in re.split(_JOINER, text) if word]
        found = [match.unit for word in words if isinstance(match := self.find(word), Match)]
        if len(found) == len(words) > 1:
            return tuple(dict.fromkeys(found))
        readings = set(self._readings(fold(text)[:_LONGEST_CELL]))
        return readings.pop() if len(readings) == 1 else ()

    def whole_in(self, text: str) -> tuple[Unit, ...]:
        """The units whose whole names stand in a text, each once, in the order of the text.

        A stem is no whole name, since it may be part of another word: 长寿 in 长寿命材料.
        """
        folded, at = fold(text), 0
        found: list[Unit] = []
        longest = max(map(len, self._index), default=0)
        while at < len(folded):
            for end in range(min(len(folded), at + longest), at + 1, -1):
                if unit := self._whole(folded[at:end]):
                    found.append(unit)
                    at = end - 1
                    break
            at += 1
        return tuple(dict.fromkeys(found))

    def _whole(self, folded: str) -> Unit | None:
        ways = self._index.get(folded, {})
        known = {unit for way in _PLACED_AS for unit in ways.get(way, ()) if _is_whole(way, folded)}
        return known.pop() if len(known) == 1 else None

    def words_in(self, text: str) -> list[str]:
        """What marks part a text into, where one of these words names a unit; else all of it."""
        words = [word for word in re.split(_MARKS, text) if word]
        return words if any(isinstance(self.find(w), Match) for w in words) else [text]

    def _placed(self, folded: str) -> dict[MatchedBy, list[Unit]]:
        """What a name means with the city before it: 重庆市石柱县科协, 重庆市高新区科协."""
        for city in CITY:
            if folded.startswith(city):
                rest = folded.removeprefix(city)
                ways = self._index.get(rest) or self._index.get(CITY[1] + rest, {})
                return {_PLACED_AS[way]: units for way, units in ways.items() if way in _PLACED_AS}
        return {}

    def _readings(self, folded: str) -> Iterator[tuple[Unit, ...]]:
        """Each way of reading a whole text as names of units, with nothing but joiners between."""
        if re.fullmatch(_BETWEEN, folded):
            yield ()
            return
        start = re.match(_BETWEEN, folded)
        for begin in {0, start.end() if start else 0}:
            for end in range(len(folded), begin + 1, -1):
                if unit := self._named(folded[begin:end]):
                    for others in self._readings(folded[end:]):
                        yield tuple(dict.fromkeys((unit, *others)))

    def _named(self, folded: str) -> Unit | None:
        ways = self._index.get(folded, {})
        found = {unit for way in _PARTS for unit in ways.get(way, ())}
        return found.pop() if len(found) == 1 else None

    def _near(self, folded: str) -> tuple[Unit, ...]:
        from cqpair.names.near import near_units, shown_names  # only where nothing was found

        if not self._shown:
            self._shown = [(unit, list(shown_names(unit))) for unit in self._units]
        return near_units(folded, self._shown)


_PLACED_AS = {
    MatchedBy.NAME: MatchedBy.FULL_NAME,
    MatchedBy.OFFICE: MatchedBy.OFFICE,
    MatchedBy.FULL_NAME: MatchedBy.FULL_NAME,
    MatchedBy.FORMER_NAME: MatchedBy.FORMER_NAME,
    MatchedBy.ALIAS: MatchedBy.ALIAS,
}
"""What a name is with the city before it; a stem, a code or pinyin is none with it."""


_PARTS = (*_PLACED_AS, MatchedBy.STEM)
"""The ways of naming that a text of several names is searched for."""


def _is_whole(way: MatchedBy, folded: str) -> bool:
    """False for 开县 and 巴县, which stand in other words."""
    return way is not MatchedBy.FORMER_NAME or len(folded) > 2


def is_city_association(text: str) -> bool:
    """True for 市科协 and its like: the city's own association, not a unit of the annex."""
    return re.fullmatch(_CITY_OFFICE, fold(text)) is not None


def _ways(unit: Unit, on: date | None) -> Iterator[tuple[MatchedBy, str]]:
    bare = stem(unit.name)
    yield MatchedBy.NAME, unit.name
    yield MatchedBy.STEM, bare
    yield MatchedBy.OFFICE, unit.office_name
    yield MatchedBy.OFFICE, unit.office_name.partition("（")[0]
    called = (unit.name, bare, unit.official_name)
    yield from ((MatchedBy.OFFICE, name + office) for name in called for office in OFFICES)
    yield MatchedBy.FULL_NAME, unit.official_name
    if unit.kind is UnitKind.AUTONOMOUS_COUNTY:
        yield MatchedBy.ALIAS, f"{bare}自治县"
    yield from ((MatchedBy.CODE, str(c)) for c in _codes(unit, on))
    yield from ((MatchedBy.PINYIN, p) for p in spellings(unit.name, unit.pinyin))
    yield MatchedBy.INITIALS, unit.initials
    for other in unit.names:
        way = MatchedBy.FORMER_NAME if other.kind is NameKind.FORMER else MatchedBy.ALIAS
        yield from ((way, other.name + office) for office in ("", *OFFICES))
        if other.pinyin:
            yield from ((MatchedBy.PINYIN, p) for p in spellings(other.name, other.pinyin))


def _codes(unit: Unit, on: date | None) -> Iterator[int]:
    if unit.code:
        yield unit.code
    known = (c for c in unit.changes if on is None or c.announced <= on)
    yield from (change.code for change in known if change.code)
