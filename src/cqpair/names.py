"""Who is meant by a name: every way of writing one of the 41 units, and suggestions for the rest.

A name is found by being equal after folding, never by being near: transliteration and edit
distance identify nobody. What is near is a suggestion.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from cqpair.model.units import NameKind, Unit, UnitKind

_TRADITIONAL = str.maketrans(
    "萬區開縣豐墊雲陽節兩慶經壩龍長壽銅榮學術協會創發業產濟",
    "万区开县丰垫云阳节两庆经坝龙长寿铜荣学术协会创发业产济",
)
_LOOK_ALIKES = ("碚培", "梁粱", "巫武", "綦基", "璧壁", "潼童", "酉西", "忠中")
_LOOKS = str.maketrans({other: pair[0] for pair in _LOOK_ALIKES for other in pair[1:]})
_DROPPED = dict.fromkeys(map(ord, "'’‘`´-“”\"\u200b\u200c\u200d\u2060\ufeff\u00ad"))
"""Quotes, hyphens, and the characters of no width that come along with pasted text."""

_OFFICES = ("科学技术协会", "科协")
_SUFFIXES = {
    "自治县": "zizhixian",
    "经开区": "jingkaiqu",
    "新区": "xinqu",
    "区": "qu",
    "县": "xian",
}
_SUFFIX = re.compile("(?:自治县|经开区|(?<!高)新区|区|县)$")
_CLEAR = 0.9  # a look-alike, or the right stem: then nothing farther is suggested
_LONGEST_SLIP = 24
_CITY = ("重庆市", "重庆")


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


class Unknown(NamedTuple):
    """A name that means no unit; `near` are those it could be a slip for, the nearest first."""

    query: str
    near: tuple[Unit, ...]


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
        ways = self._index.get(fold(query), {})
        for way in MatchedBy:
            match ways.get(way, []):
                case []:
                    continue
                case [unit]:
                    return Match(query, unit, way)
                case several:
                    return Ambiguous(query, tuple(several))
        return Unknown(query, self._near(fold(query)))

    def unit(self, name: str) -> Unit:
        """The unit whose short name is `name`, as tables write it. KeyError when there is none."""
        return self._index[fold(name)][MatchedBy.NAME][0]

    def _near(self, query: str) -> tuple[Unit, ...]:
        if len(query) > _LONGEST_SLIP:
            return ()
        if not self._shown:
            self._shown = [(unit, list(_shown_names(unit))) for unit in self._units]
        scored = [(max(_likeness(query, n) for n in names), u) for u, names in self._shown]
        best = sorted((s for s in scored if s[0] > 0), key=lambda s: -s[0])
        clear = [unit for score, unit in best if score >= _CLEAR]
        return tuple(clear or [unit for _, unit in best])[:3]


def fold(text: str) -> str:
    """A name's identity: no white space, no quotes, narrow, lower case, simplified characters."""
    plain = "".join(unicodedata.normalize("NFKC", text.translate(_DROPPED)).split())
    plain = unicodedata.normalize("NFKC", plain.casefold())
    return plain.translate(_DROPPED).translate(_TRADITIONAL)


def mend_looks(text: str) -> str:
    """`text` with each look-alike character made the one it is taken for: `北碚` for `北培`."""
    return text.translate(_LOOKS)


def stem(name: str) -> str:
    """`巫山` for `巫山县`; a one-character stem is no name, so `忠县` stays."""
    bare = _SUFFIX.sub("", name)
    return bare if len(bare) > 1 else name


def _ways(unit: Unit, on: date | None) -> Iterator[tuple[MatchedBy, str]]:
    bare = stem(unit.name)
    yield MatchedBy.NAME, unit.name
    yield MatchedBy.STEM, bare
    yield MatchedBy.OFFICE, unit.office_name
    yield MatchedBy.OFFICE, unit.office_name.partition("（")[0]
    placed = (city + unit.official_name for city in _CITY)
    called = (unit.name, bare, unit.official_name, *placed)
    yield from ((MatchedBy.OFFICE, name + office) for name in called for office in _OFFICES)
    yield MatchedBy.FULL_NAME, unit.official_name
    yield from ((MatchedBy.FULL_NAME, city + unit.official_name) for city in _CITY)
    if unit.kind is UnitKind.AUTONOMOUS_COUNTY:
        yield MatchedBy.ALIAS, f"{bare}自治县"
    yield from ((MatchedBy.CODE, str(c)) for c in _codes(unit, on))
    yield from ((MatchedBy.PINYIN, p) for p in _spellings(unit.name, unit.pinyin))
    yield MatchedBy.INITIALS, unit.initials
    for other in unit.names:
        way = MatchedBy.FORMER_NAME if other.kind is NameKind.FORMER else MatchedBy.ALIAS
        yield from ((way, other.name + office) for office in ("", *_OFFICES))
        yield from ((way, city + other.name) for city in _CITY)
        if other.pinyin:
            yield from ((MatchedBy.PINYIN, p) for p in _spellings(other.name, other.pinyin))


def _codes(unit: Unit, on: date | None) -> Iterator[int]:
    if unit.code:
        yield unit.code
    known = (c for c in unit.changes if on is None or c.announced <= on)
    yield from (change.code for change in known if change.code)


def _spellings(name: str, pinyin: str) -> Iterator[str]:
    """The pinyin as the table has it, and with its suffix: wushan, wushanxian."""
    yield pinyin
    if match := _SUFFIX.search(name):
        spelled = _SUFFIXES[match[0]]
        if not pinyin.endswith(spelled):
            yield pinyin + spelled


def _shown_names(unit: Unit) -> Iterator[str]:
    yield fold(unit.name)
    yield fold(unit.official_name)
    yield from (fold(n.name) for n in unit.names)
    yield from (fold(p) for p in _spellings(unit.name, unit.pinyin))


def _likeness(query: str, name: str) -> float:
    """How near a slip is to a name, from 0 (no suggestion) to 1 (a look-alike character)."""
    for office in _OFFICES:
        query = query.removesuffix(office)
    query, name = mend_looks(query), mend_looks(name)
    if query == name:
        return 1.0
    if name.isascii():
        return _ascii_likeness(query, name)
    bare, known = stem(query), stem(name)
    if bare == known:
        return 0.9
    if bare and (bare in known or known in bare):
        return 0.6
    common = sum(a == b for a, b in zip(bare, known, strict=False))
    return 0.5 * common / max(len(bare), len(known))


def _ascii_likeness(query: str, name: str) -> float:
    from difflib import SequenceMatcher  # pinyin only: a slip of the keyboard

    if query in (name + suffix for suffix in _SUFFIXES.values()):
        return 0.9
    ratio = SequenceMatcher(None, query, name).ratio()
    return ratio * 0.8 if query.isascii() and ratio >= 0.75 else 0.0
