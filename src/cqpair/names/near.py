"""What a text that names no unit may be a slip for: a suggestion, and never an answer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from cqpair.model.units import Unit
from cqpair.names.folding import CITY, OFFICES, SUFFIXES, fold, spellings, stem

_LOOK_ALIKES = (
    "碚培陪倍 梁粱粮良 巫武五 綦基棋奇 璧壁碧 潼童僮 酉西 忠中钟 柱拄住注 "
    "岸案按 涪浮 垫电殿 奉凤 节结 荣容蓉 寿受 坝坎 盛胜 津晋"
)
"""Characters taken for one another, by shape or by sound; the first is the right one."""


_LOOKS = str.maketrans({other: pair[0] for pair in _LOOK_ALIKES.split() for other in pair[1:]})


_PLACE = "(?:自治县|开发区|经开区|新区|[区县市])$"


_CLEAR = 0.9  # a look-alike, or the right stem: then nothing farther is suggested


_LONGEST_SLIP = 24


_OFFICE = f"(?:{'|'.join(OFFICES)})"


_PLACES_IN = "[区县市等+|&/、,;~—–]|科协"


def near_units(folded: str, known: Iterable[tuple[Unit, Sequence[str]]]) -> tuple[Unit, ...]:
    """Up to three units that a folded name could be a slip for, the nearest first.

    `known` are the units, each with its `shown_names`.
    """
    forms = [form for form in _forms(folded) if form]
    if not forms or len(folded) > _LONGEST_SLIP:
        return ()
    scored = [(max(_likeness(q, n) for q in forms for n in names), u) for u, names in known]
    best = sorted((s for s in scored if s[0] > 0), key=lambda s: -s[0])
    clear = [unit for score, unit in best if score >= _CLEAR]
    return tuple(clear or [unit for _, unit in best])[:3]


def mend_looks(text: str) -> str:
    """`text` with each look-alike character made the one it is taken for: `北碚` for `北培`."""
    return text.translate(_LOOKS)


def shown_names(unit: Unit) -> Iterator[str]:
    """The names by which a unit is suggested, folded."""
    yield fold(unit.name)
    yield fold(unit.official_name)
    yield from (fold(n.name) for n in unit.names)
    yield from (fold(p) for p in spellings(unit.name, unit.pinyin))


def _forms(query: str) -> tuple[str, ...]:
    """A name without the office behind it, with the city before it and without."""
    for office in OFFICES:
        query = query.removesuffix(office)
    return query, query.removeprefix(CITY[0]).removeprefix(CITY[1])


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
    if is_begun or query in (name + suffix for suffix in SUFFIXES.values()):
        return 0.9
    return _ratio(query, name) * 0.8 if query.isascii() and _ratio(query, name) >= 0.75 else 0.0


def _ratio(query: str, name: str) -> float:
    return SequenceMatcher(None, query, name).ratio()
