"""Every way of naming a unit that the contract lists finds that unit, by the way it says."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import opencc
import pytest
import yaml
from pypinyin import Style, lazy_pinyin, pinyin

from conftest import DATA
from cqpair.names import Ambiguous, Match
from cqpair.store.folder import open_tables

UNITS: dict[str, dict[str, Any]] = {
    unit["name"]: unit
    for unit in yaml.load(
        (DATA / "pairings.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )["units"]
}
NAMES = open_tables(DATA, date(2026, 9, 21)).names
STEMS_OF_ZONES = {"两江新区": "两江", "重庆高新区": "重庆高新", "万盛经开区": "万盛"}
SHARED_INITIALS = {
    "ws": {"巫山县", "万盛经开区"},
    "qj": {"黔江区", "綦江区"},
    "yy": {"云阳县", "酉阳县"},
}
TRADITIONAL = {standard: opencc.OpenCC(standard) for standard in ("s2t", "s2tw")}
every_unit = pytest.mark.parametrize("name", UNITS)


def stem(name: str) -> str:
    """What people call a unit for short; a single character is no name."""
    return STEMS_OF_ZONES.get(name) or (name[:-1] if len(name) > 2 else name)


def chinese_ways(name: str) -> Iterator[tuple[str, str]]:
    unit = UNITS[name]
    full = unit.get("full_name", name)
    yield name, "name"
    yield stem(name), "stem"
    for office in ("科协", "科学技术协会"):
        yield from ((text + office, "office") for text in (name, stem(name), full))
    if "office" in unit:
        yield unit["office"], "office"
    yield full, "full-name"
    for other in unit.get("names", ()):
        way = "former-name" if other["kind"] == "former" else "alias"
        yield from ((other["name"] + office, way) for office in ("", "科协", "科学技术协会"))
    for city in ("重庆市", "重庆"):
        yield from ((city + text, way) for text, way in placed_ways(name))


def placed_ways(name: str) -> Iterator[tuple[str, str]]:
    """What may stand behind the city's name: everything but a stem alone."""
    unit = UNITS[name]
    full = unit.get("full_name", name)
    yield from ((text, "full-name") for text in (name, full))
    for text in (name, stem(name), full):
        yield from ((text + office, "office") for office in ("科协", "科学技术协会"))
    if "office" in unit:
        yield unit["office"], "office"
    for other in unit.get("names", ()):
        way = "former-name" if other["kind"] == "former" else "alias"
        yield from ((other["name"] + office, way) for office in ("", "科协", "科学技术协会"))


def codes(name: str) -> Iterator[tuple[str, str]]:
    unit = UNITS[name]
    given = [unit, *unit.get("changes", ())]
    yield from ((entry["code"], "code") for entry in given if "code" in entry)


def syllables(name: str) -> list[str]:
    """The stem's pinyin by pypinyin, which reads 丰都's 都 as dou; it is dū, as in 都市."""
    read = lazy_pinyin(stem(name))
    return ["feng", "du"] if name == "丰都县" else read


def pinyin_ways(name: str) -> Iterator[tuple[str, str]]:
    bare = syllables(name)
    suffix = lazy_pinyin(name.removeprefix(stem(name)))
    for parts in (bare, bare + suffix):
        for between in ("", " ", "'"):
            yield between.join(parts), "pinyin"
    yield "".join(bare) + " " + "".join(suffix), "pinyin"
    for other in UNITS[name].get("names", ()):
        if "pinyin" in other:
            yield other["pinyin"], "pinyin"
            yield other["pinyin"] + "qu", "pinyin"


def ways(name: str) -> dict[str, str]:
    """Each text that means the unit, and the surest way it does."""
    known: dict[str, str] = {}
    for text, way in (*chinese_ways(name), *codes(name), *pinyin_ways(name)):
        known.setdefault(text, way)
    return known


def found(text: str) -> tuple[str, str] | str:
    match NAMES.find(text):
        case Match(query=query, unit=unit, matched_by=way) if query == text:
            return unit.name, way.value
        case other:
            return repr(other)


def wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def swapped_brackets(text: str) -> str:
    return text.translate(str.maketrans("（）()", "()（）"))


def capitalised(text: str) -> str:
    return " ".join(part.capitalize() for part in text.split(" "))


@every_unit
def test_every_way_of_naming_a_unit_finds_it_by_that_way(name: str) -> None:
    expected = ways(name)
    assert {text: found(text) for text in expected} == {
        text: (name, way) for text, way in expected.items()
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    "dress",
    [
        wide,
        swapped_brackets,
        str.upper,
        capitalised,
        " ".join,
        "\u3000".join,
        lambda text: f" \t{text}\u3000\n",
        lambda text: f"\xa0{text}\r\n",
        lambda text: wide(" ".join(text.upper())),
    ],
    ids=["wide", "brackets", "upper", "title", "spaced", "wide-spaced", "outer", "nbsp", "all"],
)
def test_width_case_spaces_and_brackets_change_nothing(dress: Callable[[str], str]) -> None:
    expected = {dress(t): (name, way) for name in UNITS for t, way in ways(name).items()}
    assert {text: found(text) for text in expected} == expected


@pytest.mark.slow
@pytest.mark.parametrize("standard", TRADITIONAL)
@every_unit
def test_traditional_characters_find_the_unit(name: str, standard: str) -> None:
    traditional = TRADITIONAL[standard].convert
    surest = ways(name)
    expected = {traditional(text): (name, surest[text]) for text, _ in chinese_ways(name)}
    assert any("協會" in text for text in expected)
    assert {text: found(text) for text in expected} == expected


@every_unit
def test_the_pinyin_column_agrees_with_pypinyin(name: str) -> None:
    written = UNITS[name]["pinyin"].replace("'", "").replace(" ", "")
    assert written == "".join(syllables(name))
    readings = pinyin(stem(name), style=Style.NORMAL, heteronym=True)
    pairs = zip(syllables(name), readings, strict=True)
    assert all(syllable in possible for syllable, possible in pairs)


@every_unit
def test_the_initials_column_agrees_with_pypinyin(name: str) -> None:
    assert UNITS[name]["initials"] == "".join(syllable[0] for syllable in syllables(name))


@pytest.mark.slow
@every_unit
@pytest.mark.parametrize("dress", [str, str.upper, wide, " ".join])
def test_initials_find_the_unit_or_list_all_that_share_them(
    name: str, dress: Callable[[str], str]
) -> None:
    initials = "".join(syllable[0] for syllable in syllables(name))
    result = NAMES.find(dress(initials))
    if initials in SHARED_INITIALS:
        assert isinstance(result, Ambiguous)
        assert {unit.name for unit in result.candidates} == SHARED_INITIALS[initials]
    else:
        assert found(dress(initials)) == (name, "initials")


@pytest.mark.parametrize(
    ("text", "name", "way"),
    [
        ("巫山", "巫山县", "stem"),
        ("铜梁", "铜梁区", "stem"),
        ("江北县", "渝北区", "former-name"),
        ("江北", "江北区", "stem"),
        ("万盛区", "万盛经开区", "former-name"),
        ("高新区", "重庆高新区", "alias"),
        ("gaoxin", "重庆高新区", "pinyin"),
        ("璧山县", "璧山区", "former-name"),
        ("500157", "两江新区", "code"),
        ("500105", "江北区", "code"),
        ("500112", "渝北区", "code"),
        ("两江新区科创局(科协)", "两江新区", "office"),
        ("两江新区科创局（科协）", "两江新区", "office"),
        ("酉陽土家族苗族自治縣", "酉阳县", "full-name"),
        ("Wushan", "巫山县", "pinyin"),
        ("wu shan", "巫山县", "pinyin"),
        ("wushanxian", "巫山县", "pinyin"),
        ("重庆市高新区科协", "重庆高新区", "alias"),
        ("重庆市高新技术产业开发区", "重庆高新区", "full-name"),
        ("重庆市石柱县科协", "石柱县", "office"),
        ("重庆市万盛经开区科协", "万盛经开区", "office"),
        ("重庆市开县科协", "开州区", "former-name"),
        ("nan'an", "南岸区", "pinyin"),
        ("nan’an", "南岸区", "pinyin"),
        ("nan´an", "南岸区", "pinyin"),
        ("nanan", "南岸区", "pinyin"),
        ("banan", "巴南区", "pinyin"),
        ("zhongxian", "忠县", "pinyin"),
    ],
)
def test_the_names_that_matter_most_mean_what_they_should(text: str, name: str, way: str) -> None:
    assert found(text) == (name, way)


@every_unit
def test_a_table_finds_its_own_short_names(name: str) -> None:
    assert NAMES.unit(name).name == name
    with pytest.raises(KeyError):
        NAMES.unit(name + "某")
