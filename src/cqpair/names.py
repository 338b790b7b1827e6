"""Who is meant by a name: every way of writing one of the 41 units, and suggestions for the rest.

A name is found by being equal after folding, never by being near: transliteration and edit
distance identify nobody. What is near is a suggestion.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from cqpair.model.units import NameKind, Unit, UnitKind
from cqpair.text import NO_WIDTH

_TRADITIONAL = str.maketrans(
    "萬區開縣豐墊雲陽節兩慶經壩龍長壽銅榮學術協會創發業產濟",
    "万区开县丰垫云阳节两庆经坝龙长寿铜荣学术协会创发业产济",
)


_LOOK_ALIKES = (
    "碚培陪倍 梁粱粮良 巫武五 綦基棋奇 璧壁碧 潼童僮 酉西 忠中钟 柱拄住注 "
    "岸案按 涪浮 垫电殿 奉凤 节结 荣容蓉 寿受 坝坎 盛胜 津晋"
)
"""Characters taken for one another, by shape or by sound; the first is the right one."""


_LOOKS = str.maketrans({other: pair[0] for pair in _LOOK_ALIKES.split() for other in pair[1:]})


_DROPPED = dict.fromkeys(map(ord, f"'’‘`´-“”\"{NO_WIDTH}"))
"""Quotes, hyphens and what nobody sees."""


_OFFICES = ("科学技术协会", "科协")


_SUFFIXES = {
    "自治县": "zizhixian",
    "经开区": "jingkaiqu",
    "新区": "xinqu",
    "区": "qu",
    "县": "xian",
}


_SUFFIX = re.compile("(?:自治县|经开区|(?<!高)新区|区|县)$")


# Only what is written otherwise than in the table needs these, so `re` compiles them when asked.
_PLACE = "(?:自治县|开发区|经开区|新区|[区县市])$"


_CLEAR = 0.9  # a look-alike, or the right stem: then nothing farther is suggested


_LONGEST_SLIP = 24


_CITY = ("重庆市", "重庆")

_OFFICE = f"(?:{'|'.join(_OFFICES)})"


_CITY_OFFICE = rf"(?:重庆市?|市){_OFFICE}(?:机关|本级)?"


_MARKS = r"[\s+|&/、，,;；·()（）＋｜＆~～—–]+"


_JOINER = rf"{_MARKS}|和|与|及|同|跟"


_BETWEEN = rf"(?:[+|&/、,;·()._~—–]|重庆市?|和|与|及|同|跟|联合|两[区县地]|{_OFFICE})*"


_PLACES_IN = "[区县市等+|&/、,;~—–]|科协"


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
        return Unknown(query, self._near(folded))

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
        for city in _CITY:
            if folded.startswith(city):
                rest = folded.removeprefix(city)
                ways = self._index.get(rest) or self._index.get(_CITY[1] + rest, {})
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

    def _near(self, query: str) -> tuple[Unit, ...]:
        forms = [form for form in _forms(query) if form]
        if not forms or len(query) > _LONGEST_SLIP:
            return ()
        if not self._shown:
            self._shown = [(unit, list(_shown_names(unit))) for unit in self._units]
        scored = [
            (max(_likeness(q, n) for q in forms for n in names), u) for u, names in self._shown
        ]
        best = sorted((s for s in scored if s[0] > 0), key=lambda s: -s[0])
        clear = [unit for score, unit in best if score >= _CLEAR]
        return tuple(clear or [unit for _, unit in best])[:3]


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


@lru_cache(4096)
def fold(text: str) -> str:
    """A name's identity: no white space, no quotes, narrow, lower case, simplified characters."""
    return text.translate(_FOLDS) if _SINGLE.fullmatch(text) else _fold(text)


def _fold(text: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", text.translate(_DROPPED)).split())
    plain = unicodedata.normalize("NFKC", plain.casefold())
    return plain.translate(_DROPPED).translate(_TRADITIONAL)


class _Folds(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold(chr(code))
        return folded


_FOLDS = _Folds()


_SINGLE = re.compile("[ -~·‐-…\u3000-〟一-鿿！-～]*")
"""Characters that fold each by itself: none of them combines with the one before."""


def is_city_association(text: str) -> bool:
    """True for 市科协 and its like: the city's own association, not a unit of the annex."""
    return re.fullmatch(_CITY_OFFICE, fold(text)) is not None


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
    called = (unit.name, bare, unit.official_name)
    yield from ((MatchedBy.OFFICE, name + office) for name in called for office in _OFFICES)
    yield MatchedBy.FULL_NAME, unit.official_name
    if unit.kind is UnitKind.AUTONOMOUS_COUNTY:
        yield MatchedBy.ALIAS, f"{bare}自治县"
    yield from ((MatchedBy.CODE, str(c)) for c in _codes(unit, on))
    yield from ((MatchedBy.PINYIN, p) for p in _spellings(unit.name, unit.pinyin))
    yield MatchedBy.INITIALS, unit.initials
    for other in unit.names:
        way = MatchedBy.FORMER_NAME if other.kind is NameKind.FORMER else MatchedBy.ALIAS
        yield from ((way, other.name + office) for office in ("", *_OFFICES))
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


def _forms(query: str) -> tuple[str, ...]:
    """A name without the office behind it, with the city before it and without."""
    for office in _OFFICES:
        query = query.removesuffix(office)
    return query, query.removeprefix(_CITY[0]).removeprefix(_CITY[1])


def _likeness(query: str, name: str) -> float:
    """How near a slip is to a name, from 0 (no suggestion) to 1 (a look-alike character).

    A slip shares all but one character with what was meant, or every one: another suffix, a body
    of that place (巫山县农委), pinyin that breaks off. 长沙县, with one of two, is not 长寿县.
    """
    query, name = mend_looks(query), mend_looks(name)
    if query == name:
        return 1.0
    if name.isascii():
        return _ascii_likeness(query, name)
    bare, known = stem(re.sub(_PLACE, "", query) or query), stem(name)
    if known in (bare, query) and len(known) > 1:
        return 0.9
    if len(name) > 1 and re.search(_PLACE, name) and query.startswith(name):
        rest = re.sub(f"^{_OFFICE}", "", query[len(name) :])
        return 0.7 if not re.search(_PLACES_IN, rest) else 0.0
    if not re.search(_PLACE, query) and len(query) > len(known):
        return 0.0
    if len(known) > 5:
        near = query[:2] == name[:2] and abs(len(query) - len(name)) <= 2
        return 0.8 if near and _ratio(query, name) >= 0.75 else 0.0
    return 0.8 if _is_slip(bare, known) else 0.0


def _is_slip(bare: str, known: str) -> bool:
    """One character too many, two exchanged, or in longer names one wrong or missing."""
    if sorted(bare) == sorted(known):
        return len(known) > 1 and sum(a != b for a, b in zip(bare, known, strict=True)) == 2
    if len(bare) == len(known) + 1:
        return len(known) > 1 and any(bare[:i] + bare[i + 1 :] == known for i in range(len(bare)))
    if len(known) < 3:
        return False
    if len(bare) == len(known) - 1:
        return any(known[:i] + known[i + 1 :] == bare for i in range(len(known)))
    return len(bare) == len(known) and sum(map(str.__ne__, bare, known)) == 1


def _ascii_likeness(query: str, name: str) -> float:
    is_begun = len(query) > 1 and name.startswith(query)
    if is_begun or query in (name + suffix for suffix in _SUFFIXES.values()):
        return 0.9
    return _ratio(query, name) * 0.8 if query.isascii() and _ratio(query, name) >= 0.75 else 0.0


def _ratio(query: str, name: str) -> float:
    from difflib import SequenceMatcher  # only where something is to be suggested

    return SequenceMatcher(None, query, name).ratio()
