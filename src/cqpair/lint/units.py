"""T22x: the units of the table, each by itself: its code, how its names are written and read."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from cqpair.book import Book, Placed
from cqpair.lint.identities import identities
from cqpair.lint.rule import PAIRINGS, Example, Finding, Manual, Rule, Sentence, Severity, whole
from cqpair.model.readings import syllables, written
from cqpair.model.units import OtherName, Unit
from cqpair.names import Ambiguous, Match, fold, stem
from cqpair.names.near import mend_looks
from cqpair.source import Place
from cqpair.values import UNSEEN

_CITY = 50  # 重庆市, the first two of a code's six digits: GB/T 2260

PINYIN = re.compile(r"[a-z]+(?:[ '][a-z]+)*")

_HAN_NAME = re.compile("[\u3400-\u9fff（）·]{2,}")

_YEARS = range(1900, 2101)

_PROPER = "（）"
"""Full-width forms that belong in a Chinese name."""


def bad_code(book: Book) -> Iterable[Finding]:
    """A code that is not six digits, or no code of Chongqing (GB/T 2260)."""
    for row in book.tables.units:
        for code, place in _codes(row):
            if code // 10**4 != _CITY:
                yield Finding(place, {"code": code, "name": row.value.name})


def _codes(row: Placed[Unit]) -> Iterator[tuple[int, Place]]:
    """Each code of a unit, its own and those that changes gave it, and where it stands."""
    if row.value.code is not None:
        yield row.value.code, row.at("code")
    for i, change in enumerate(row.value.changes):
        if change.code is not None:
            yield change.code, row.at("changes", i, "code")


T221 = Rule(
    "T221",
    "bad-code",
    Severity.ERROR,
    bad_code,
    sentences={
        "": Sentence(
            (
                "{name}的代码 {code} 不是重庆的区县代码",
                "{code} is not the code of a district or county of Chongqing ({name})",
            ),
            fix=(
                "写 GB/T 2260 的六位代码，重庆的以 50 开头；没有代码的，删去 code 这一项",
                "write the six digits of GB/T 2260, which begin with 50; without a code, take the "
                "key away",
            ),
        ),
    },
    manual=Manual(
        ("代码不对", "a code that cannot be one"),
        what=(
            "单位代码不是六位，或不以 50（重庆）开头；区划变动里的新代码也看。",
            "A unit's code, or one given to it later, is not six digits or does not begin with 50.",
        ),
        why=(
            "代码供别的系统对接，差一位就对到别处或对不上。",
            "Other systems join by it; with a digit wrong it joins another place, or none.",
        ),
        example=Example(PAIRINGS, "    code: 50237", "    code: 500237"),
    ),
)


def untidy_name(book: Book) -> Iterable[Finding]:
    """White space, a full-width form or a look-alike character inside a name of a unit."""
    known = {row.value.name for row in book.tables.units}
    known |= {name for pairing in book.pairings for name in pairing.members}
    known = {fold(name) for name in known}
    for row in book.tables.units:
        for name, place in _names(row):
            tidy = "".join(map(_tidy, name))
            if tidy != name:
                yield Finding(place, {"value": name, "right": tidy}, replacement=tidy)
            elif (right := mend_looks(name)) != name and fold(_unit_name(right)) in known:
                params = {"value": name, "right": right}
                yield Finding(place, params, "looks", replacement=right)


def _names(row: Placed[Unit]) -> Iterator[tuple[str, Place]]:
    """Each name of a unit, and where it stands."""
    for key in ("name", "full_name", "office"):
        if text := getattr(row.value, key):
            yield text, row.at(key)
    for i, other in enumerate(row.value.names):
        yield other.name, row.at("names", i, "name")


def _tidy(character: str) -> str:
    """A character as it belongs in a name: narrow, and nothing for what shows as nothing."""
    if character in _PROPER:
        return character
    return "".join(unicodedata.normalize("NFKC", character.translate(UNSEEN)).split())


def _unit_name(text: str) -> str:
    """The name of a unit, without that of its association."""
    return text.removesuffix("科协").removesuffix("科学技术协会")


T222 = Rule(
    "T222",
    "untidy-name",
    Severity.ERROR,
    untidy_name,
    sentences={
        "": Sentence(
            (
                "“{value}”里有空格、全角字母数字或看不见的字符",
                "“{value}” holds white space, full-width forms or characters that do not show",
            ),
            fix=("写成“{right}”", "write “{right}”"),
        ),
        "looks": Sentence(
            (
                "“{value}”里有形近字，表里别处写的是“{right}”",
                "“{value}” holds a look-alike character; elsewhere the table has “{right}”",
            ),
            fix=("改成“{right}”", "make it “{right}”"),
        ),
    },
    manual=Manual(
        ("名称写得不规范", "a name that is not tidy"),
        what=(
            "简称、全称、署名或其他名称里有空格、全角字母数字、看不见的字符，"
            "或有形近字（表里别处写的是对的那个字）。",
            "A name holds white space, full-width forms, characters that do not show, or a "
            "look-alike of a character that the table has elsewhere.",
        ),
        why=(
            "看着一样，别的程序却当成两个单位；查询结果和报告也照原样印出去。",
            "It looks the same, and other programs take it for another unit; answers and reports "
            "print it as it stands.",
        ),
        example=Example(PAIRINGS, "  - name: 巫山 县", "  - name: 巫山县"),
    ),
)


def hidden_name(book: Book) -> Iterable[Finding]:
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
                    yield Finding(row.at("names", i, key), params)


def _found(book: Book, text: str) -> tuple[Unit, ...]:
    """Every unit that a text finds: one, several where it is ambiguous, or none."""
    match book.names.find(text):
        case Match(unit=unit):
            return (unit,)
        case Ambiguous(candidates=candidates):
            return candidates
        case _:
            return ()


def _asked(other: OtherName) -> Iterator[tuple[str, str]]:
    """What an entry of other names may be asked for by, and under which key that stands."""
    yield "name", other.name
    if other.pinyin:
        yield "pinyin", other.pinyin


T223 = Rule(
    "T223",
    "hidden-name",
    Severity.ERROR,
    whole(hidden_name),
    sentences={
        "": Sentence(
            (
                "“{value}”写在{name}名下，按它查到的却有{other}",
                "“{value}” stands as a name of {name}, but it finds {other} too or instead",
            ),
            fix=(
                "写全名，如带上“区”“县”；不是{name}的名称就删去",
                "write it in full, with 区 or 县; delete it if it is not a name of {name}",
            ),
        ),
    },
    manual=Manual(
        ("其他名称指向别的单位", "another name that finds another unit"),
        what=(
            "一个曾用名或别称（或它的拼音）正好是别的单位的简写，如渝北区的“江北县”写成了“江北”。"
            "两个单位写了同一个名称的，由 T209 提示。",
            "A former name or alias, or its pinyin, is the short form of another unit, such as "
            "江北 for 江北县, a former name of 渝北区. Equal names are reported by T209.",
        ),
        why=(
            "按它去查，查到的是别的单位，或者不止一个。",
            "Asking for it finds the other unit, or more than one.",
        ),
        example=Example(
            PAIRINGS,
            "      - {name: 江北, kind: former}",
            "      - {name: 江北县, kind: former}",
        ),
    ),
)


def odd_value(book: Book) -> Iterable[Finding]:
    """Pinyin, initials, a kind, another name or a year that cannot be one."""
    for row in book.tables.units:
        unit = row.value
        params = {"name": unit.name, "pinyin": unit.pinyin, "kind": unit.kind.value}
        if not PINYIN.fullmatch(unit.pinyin):
            yield Finding(row.at("pinyin"), params, "pinyin")
        yield from _wrong_initials(row)
        if not unit.name.endswith(unit.kind.value[-1]):
            yield Finding(row.at("kind"), params, "kind")
        for i, other in enumerate(unit.names):
            if not _HAN_NAME.fullmatch(other.name):
                yield Finding(row.at("names", i, "name"), {"value": other.name}, "name")
            if other.until is not None and other.until not in _YEARS:
                yield Finding(row.at("names", i, "until"), {"value": other.until}, "until")


def _wrong_initials(row: Placed[Unit]) -> Iterator[Finding]:
    """Initials against the name's reading; where that is not known, against the pinyin."""
    unit, place = row.value, row.at("initials")
    params = {"name": unit.name, "initials": unit.initials, "pinyin": unit.pinyin}
    if read := syllables(stem(unit.name)):
        right = "".join(syllable[0] for syllable in read)
        if unit.initials != right:
            params["pinyin"] = written(read)
            related = ((row.at("name"), "problems.name-here"),)
            yield Finding(place, params, "initials", related, replacement=right)
    elif PINYIN.fullmatch(unit.pinyin) and not _begin_syllables(unit.initials, unit.pinyin):
        yield Finding(place, params, "initials")


def _begin_syllables(initials: str, pinyin: str) -> bool:
    """Whether the initials could be those of the pinyin: its letters in order, from the first."""
    rest = iter(pinyin)
    return initials[:1] == pinyin[:1] and all(letter in rest for letter in initials)


T224 = Rule(
    "T224",
    "odd-unit-value",
    Severity.ERROR,
    whole(odd_value),
    sentences={
        "pinyin": Sentence(
            (
                "{name}的拼音写成“{pinyin}”，不成音节",
                "“{pinyin}” is not the pinyin of {name}",
            ),
            fix=(
                "只用小写字母，音节之间可以有空格或撇号，如 wushan、nan'an",
                "use small letters, with a space or an apostrophe between syllables if needed",
            ),
        ),
        "initials": Sentence(
            (
                "{name}的首字母“{initials}”和拼音“{pinyin}”对不上",
                "The initials “{initials}” are not those of “{pinyin}” ({name})",
            ),
            fix=(
                "取每个音节的第一个字母，如 wushan 写 ws",
                "take the first letter of each syllable: ws for wushan",
            ),
        ),
        "kind": Sentence(
            ("{name}的名称和类别“{kind}”对不上", "The name {name} does not fit the kind {kind}"),
            fix=(
                "改正类别：区、县、自治县或功能区",
                "correct the kind: 区, 县, 自治县 or 功能区",
            ),
        ),
        "name": Sentence(
            (
                "“{value}”里有不属于名称的字符",
                "“{value}” holds characters that do not belong in a name",
            ),
            fix=("只留汉字", "keep Chinese characters only"),
        ),
        "until": Sentence(
            ("{value} 不是有效的停用年份", "{value} is not a year in which a name can have ended"),
            fix=("写四位年份，如 2011", "write a year of four digits such as 2011"),
        ),
    },
    manual=Manual(
        ("单位的拼音、类别或年份不对", "a value of a unit that cannot be one"),
        what=(
            "拼音、首字母、类别、其他名称或停用年份的写法不可能是对的。",
            "Pinyin, initials, a kind, another name or a year that cannot be right.",
        ),
        why=(
            "按拼音和名称查单位要靠它们；错一个字母就查不到。",
            "Units are found by them; with one letter wrong a unit is not found.",
        ),
        example=Example(PAIRINGS, "    initials: xw", "    initials: wx"),
    ),
)


def wrong_pinyin(book: Book) -> Iterable[Finding]:
    """A pinyin that is not the reading of its name; one that is no pinyin at all is T224's."""
    for row in book.tables.units:
        unit = row.value
        if PINYIN.fullmatch(unit.pinyin):
            yield from _misread(unit.name, unit.pinyin, row.at("pinyin"), row.at("name"))
        for i, other in enumerate(unit.names):
            if other.pinyin:
                places = (row.at("names", i, "pinyin"), row.at("names", i, "name"))
                yield from _misread(other.name, other.pinyin, *places)


def _misread(name: str, pinyin: str, place: Place, named: Place) -> Iterable[Finding]:
    """A hit unless `pinyin` is that of the whole name or of its stem, or a character is unknown."""
    read = syllables(name)
    right = syllables(stem(name).removesuffix("市"))
    if read is None or right is None or fold(pinyin) in {"".join(read), "".join(right)}:
        return
    params = {"name": name, "pinyin": pinyin, "right": written(right)}
    related = ((named, "problems.name-here"),)
    yield Finding(place, params, related=related, replacement=written(right))


T226 = Rule(
    "T226",
    "wrong-pinyin",
    Severity.ERROR,
    whole(wrong_pinyin),
    sentences={
        "": Sentence(
            (
                "{name}的拼音写成“{pinyin}”，应读作“{right}”",
                "“{pinyin}” is not the pinyin of {name}, which reads “{right}”",
            ),
            fix=("改为“{right}”；名称写错的，改名称", "make it “{right}”, or correct the name"),
        ),
    },
    manual=Manual(
        ("拼音和名称的读音不一样", "a pinyin other than the name's reading"),
        what=(
            "单位或其他名称的拼音不是名称各字的读音。只认得随附结对表里各名称用到的字，"
            "有别的字就不判断；带不带“区”“县”、空格或撇号都可以。",
            "A pinyin of a unit, or of another name of it, is not how the characters read. It "
            "knows the characters in the names of the shipped table and says nothing of others; "
            "spaces, apostrophes and an ending 区 or 县 may be there or not.",
        ),
        why=(
            "按拼音查单位要靠它；错一个字母就查不到。",
            "Units are found by it; with one letter wrong a unit is not found.",
        ),
        example=Example(PAIRINGS, "    pinyin: kazhou", "    pinyin: kaizhou"),
    ),
)

RULES = (T221, T222, T223, T224, T226)
