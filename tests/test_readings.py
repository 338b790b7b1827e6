"""The readings of the characters in names are those of pypinyin, and spell the shipped pinyin."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypinyin import Style, lazy_pinyin, pinyin

from conftest import DATA, Run
from cqpair.model.readings import READINGS, syllables, written
from cqpair.model.units import Unit
from cqpair.names import stem
from cqpair.store.folder import open_tables

UNITS = [row.value for row in open_tables(DATA, date(2026, 9, 21)).tables.units]
OURS = {"都": "du"}  # pypinyin reads 丰都's 都 as dou, as it is read alone


def names(unit: Unit) -> Iterator[str]:
    yield unit.name
    yield unit.official_name
    yield from (other.name for other in unit.names)


NAMES = sorted({name for unit in UNITS for name in names(unit)})


def test_the_table_has_the_characters_of_the_shipped_names_and_no_others() -> None:
    assert set(READINGS) == set("".join(NAMES))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_as_pypinyin_reads_it(name: str) -> None:
    read = lazy_pinyin(name)
    assert syllables(name) == [OURS.get(c, r) for c, r in zip(name, read, strict=True)]


@pytest.mark.slow
@pytest.mark.parametrize("character", READINGS)
def test_a_reading_is_one_the_character_has(character: str) -> None:
    (possible,) = pinyin(character, style=Style.NORMAL, heteronym=True)
    assert READINGS[character] in possible


@pytest.mark.parametrize("unit", UNITS, ids=[unit.pinyin for unit in UNITS])
def test_the_shipped_pinyin_and_initials_are_written_so(unit: Unit) -> None:
    read = syllables(stem(unit.name))
    assert read is not None
    assert written(read) == unit.pinyin
    assert "".join(syllable[0] for syllable in read) == unit.initials


@pytest.mark.parametrize("name", ["", "巫峡县", "Wushan", "巫 山"])
def test_a_name_with_an_unknown_character_has_no_reading(name: str) -> None:
    assert syllables(name) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("pinyin: fuling", "pinyin: fulin", "T226"),
        ("pinyin: wushan", "pinyin: wusan", "T226"),
        ("pinyin: kaizhou", "pinyin: kazhou", "T226"),
        ("pinyin: kaizhou", "pinyin: aizhou", "T226"),
        ("pinyin: kaizhou", "pinyin: kai2zhou", "T224"),
        ("initials: ddk", "initials: dd", "T224"),
        ("pinyin: nan'an", "pinyin: nanan", None),
        ("pinyin: nan'an", "pinyin: nan an qu", None),
        ("pinyin: zhongxian", "pinyin: zhong xian", None),
        ("pinyin: chongqing gaoxin", "pinyin: chongqinggaoxinqu", None),
        ("name: 巫山县\n", "name: 巫峡县\n", None),
        ("kind: former}\n  - name: 黔", "kind: former, pinyin: wanxian}\n  - name: 黔", None),
    ],
)
def test_a_wrong_letter_is_told_where_it_stands_and_once(
    right: str, wrong: str, told: str | None, tables: Path, run: Run
) -> None:
    path = tables / "pairings.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(right) == 1
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    found = json.loads(run("validate", "--select", "T224,T226", "--format", "json").out)
    line = text[: text.index(right)].count("\n") + 1
    problems = [(p["code"], p["line"]) for p in found["problems"]]
    assert problems == ([(told, line)] if told else [])
