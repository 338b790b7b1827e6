"""T22x: the units of the table, each by itself: its code, and how its names are written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from cqpair.book import Book, Placed
from cqpair.lint.rule import Hit, Rule, Severity, whole
from cqpair.lint.tables import identities
from cqpair.model.readings import syllables, written
from cqpair.model.units import OtherName, Unit
from cqpair.names import Ambiguous, Match, fold, mend_looks, stem
from cqpair.source import Place
from cqpair.values import UNSEEN

_CITY = 50  # 重庆市, the first two of a code's six digits: GB/T 2260

PINYIN = re.compile(r"[a-z]+(?:[ '][a-z]+)*")

_HAN_NAME = re.compile("[\u3400-\u9fff（）·]{2,}")

_YEARS = range(1900, 2101)

_PROPER = "（）"
"""Full-width forms that belong in a Chinese name."""


def bad_code(book: Book) -> Iterable[Hit]:
    """A code that is not six digits, or no code of Chongqing (GB/T 2260)."""
    for row in book.tables.units:
        for code, place in _codes(row):
            if code // 10**4 != _CITY:
                yield Hit(place, {"code": code, "name": row.value.name})


def untidy_name(book: Book) -> Iterable[Hit]:
    """White space, a full-width form or a look-alike character inside a name of a unit."""
    known = {row.value.name for row in book.tables.units}
    known |= {name for pairing in book.pairings for name in pairing.members}
    known = {fold(name) for name in known}
    for row in book.tables.units:
        for name, place in _names(row):
            tidy = "".join(map(_tidy, name))
            if tidy != name:
                yield Hit(place, {"value": name, "right": tidy}, replacement=tidy)
            elif (right := mend_looks(name)) != name and fold(_unit_name(right)) in known:
                params = {"value": name, "right": right}
                yield Hit(place, params, "rules.T222-looks", replacement=right)


def hidden_name(book: Book) -> Iterable[Hit]:
    """Another name of a unit by which a different one is found; equal names are T209's."""
    owners: dict[str, set[str]] = {}
    for row in book.tables.units:
        for name, _ in identities(row):
            owners.setdefault(fold(name), set()).add(row.value.name)
    for row in book.tables.units:
        mine = row.value.name
        for i, other in enumerate(row.value.names):
            for key, text in _asked(other):
                theirs = [unit.name for unit in _found(book, text) if unit.name != mine]
                told = key == "name" and owners[fold(text)] != {mine}
                if theirs and not told:
                    params = {"value": text, "name": mine, "other": theirs[0]}
                    yield Hit(row.at("names", i, key), params)


def odd_value(book: Book) -> Iterable[Hit]:
    """Pinyin, initials, a kind, another name or a year that cannot be one."""
    for row in book.tables.units:
        unit = row.value
        params = {"name": unit.name, "pinyin": unit.pinyin, "kind": unit.kind.value}
        if not PINYIN.fullmatch(unit.pinyin):
            yield Hit(row.at("pinyin"), params, "rules.T224-pinyin")
        yield from _wrong_initials(row)
        if not unit.name.endswith(unit.kind.value[-1]):
            yield Hit(row.at("kind"), params, "rules.T224-kind")
        for i, other in enumerate(unit.names):
            if not _HAN_NAME.fullmatch(other.name):
                yield Hit(row.at("names", i, "name"), {"value": other.name}, "rules.T224-name")
            if other.until is not None and other.until not in _YEARS:
                yield Hit(row.at("names", i, "until"), {"value": other.until}, "rules.T224-until")


def _wrong_initials(row: Placed[Unit]) -> Iterator[Hit]:
    """Initials against the name's reading; where that is not known, against the pinyin."""
    unit, place = row.value, row.at("initials")
    params = {"name": unit.name, "initials": unit.initials, "pinyin": unit.pinyin}
    if read := syllables(stem(unit.name)):
        right = "".join(syllable[0] for syllable in read)
        if unit.initials != right:
            params["pinyin"] = written(read)
            related = ((row.at("name"), "problems.name-here"),)
            yield Hit(place, params, "rules.T224-initials", related, replacement=right)
    elif PINYIN.fullmatch(unit.pinyin) and not _begin_syllables(unit.initials, unit.pinyin):
        yield Hit(place, params, "rules.T224-initials")


def _begin_syllables(initials: str, pinyin: str) -> bool:
    """Whether the initials could be those of the pinyin: its letters in order, from the first."""
    rest = iter(pinyin)
    return initials[:1] == pinyin[:1] and all(letter in rest for letter in initials)


def _found(book: Book, text: str) -> tuple[Unit, ...]:
    match book.names.find(text):
        case Match(unit=unit):
            return (unit,)
        case Ambiguous(candidates=candidates):
            return candidates
        case _:
            return ()


def _codes(row: Placed[Unit]) -> Iterator[tuple[int, Place]]:
    if row.value.code is not None:
        yield row.value.code, row.at("code")
    for i, change in enumerate(row.value.changes):
        if change.code is not None:
            yield change.code, row.at("changes", i, "code")


def _names(row: Placed[Unit]) -> Iterator[tuple[str, Place]]:
    for key in ("name", "full_name", "office"):
        if text := getattr(row.value, key):
            yield text, row.at(key)
    for i, other in enumerate(row.value.names):
        yield other.name, row.at("names", i, "name")


def _asked(other: OtherName) -> Iterator[tuple[str, str]]:
    yield "name", other.name
    if other.pinyin:
        yield "pinyin", other.pinyin


def _tidy(character: str) -> str:
    """A character as it belongs in a name: narrow, and nothing for what shows as nothing."""
    if character in _PROPER:
        return character
    return "".join(unicodedata.normalize("NFKC", character.translate(UNSEEN)).split())


def _unit_name(text: str) -> str:
    return text.removesuffix("科协").removesuffix("科学技术协会")


RULES = (
    Rule("T221", "bad-code", Severity.ERROR, bad_code),
    Rule("T222", "untidy-name", Severity.ERROR, untidy_name),
    Rule("T223", "hidden-name", Severity.ERROR, whole(hidden_name)),
    Rule("T224", "odd-unit-value", Severity.ERROR, whole(odd_value)),
)
