"""What names nobody, or several: it is never guessed, and the nearest names are suggested."""

import unicodedata
from collections import Counter

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import tries
from cqpair.names import Ambiguous, Match, Unknown, fold
from test_names import NAMES, SHARED_INITIALS, UNITS, stem, syllables, ways

QUOTES = "'’‘`´-"


def known_texts() -> dict[str, set[str]]:
    """Every text that may mean a unit, plainly written: the contract's, and those made of them."""
    known: dict[str, set[str]] = {}
    for name, unit in UNITS.items():
        others = [other["name"] for other in unit.get("names", ())]
        full = unit.get("full_name", name)
        texts = [*ways(name), unit["initials"], full]
        texts += [f"重庆市{full.removeprefix('重庆')}"]
        texts += [f"{stem(name)}自治县"] if unit["kind"] == "自治县" else []
        texts += ["".join(syllables(name)) + "qu"] if unit["kind"] == "功能区" else []
        bodies = [name, full, stem(name), *others]
        offices = ("科协", "科学技术协会", "科创局", "科创局（科协）")
        texts += [body + office for body in bodies for office in offices]
        texts += [city + text for city in ("重庆", "重庆市") for text in (name, full, *others)]
        texts += [f"{city}{b}{o}" for city in ("重庆", "重庆市") for b in bodies for o in offices]
        texts += [f"重庆市{full.removeprefix('重庆')}{office}" for office in offices]
        for text in texts:
            known.setdefault(plain(text), set()).add(name)
    return known


def plain(text: str) -> str:
    bare = "".join(c for c in text if c not in QUOTES)
    narrow = unicodedata.normalize("NFKC", bare).translate(str.maketrans("", "", QUOTES))
    return str(SIMPLIFIED.convert("".join(narrow.split()))).casefold()


SIMPLIFIED = opencc.OpenCC("t2s")
KNOWN = known_texts()
ALPHABET = sorted({c for text in KNOWN for c in text} | set("中培壁武童西粱 '·區縣１Ａ"))


def near(text: str) -> list[str]:
    result = NAMES.find(text)
    assert isinstance(result, Unknown), result
    assert result.query == text
    return [unit.name for unit in result.near]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("北培区", "北碚区"),
        ("北培", "北碚区"),
        ("北培区科协", "北碚区"),
        ("北培區", "北碚区"),
        ("壁山", "璧山区"),
        ("壁山区", "璧山区"),
        ("壁山县", "璧山区"),
        ("武山", "巫山县"),
        ("武山县", "巫山县"),
        ("武溪县", "巫溪县"),
        ("巫隆区", "武隆区"),
        ("巫隆县", "武隆区"),
        ("基江", "綦江区"),
        ("基江区", "綦江区"),
        ("基江县", "綦江区"),
        ("童南", "潼南区"),
        ("童南区", "潼南区"),
        ("童南县", "潼南区"),
        ("西阳", "酉阳县"),
        ("西阳县", "酉阳县"),
        ("西阳土家族苗族自治县", "酉阳县"),
        ("粱平", "梁平区"),
        ("粱平区", "梁平区"),
        ("铜粱", "铜梁区"),
        ("铜粱区", "铜梁区"),
        ("中县", "忠县"),
        ("中县科协", "忠县"),
        ("南案区", "南岸区"),
        ("巫山县县", "巫山县"),
        ("重庆市巫山", "巫山县"),
        ("石拄县", "石柱县"),
        ("巫山区", "巫山县"),
        ("巫小山县", "巫山县"),
        ("碚北区", "北碚区"),
        ("沙坪区", "沙坪坝区"),
        ("沙坪巴区", "沙坪坝区"),
        ("两江区", "两江新区"),
        ("万盛经济开发区", "万盛经开区"),
        ("秀山苗族土家族自治县", "秀山县"),
        ("北碚区教委", "北碚区"),
        ("北培区教委", "北碚区"),
        ("北碚区（主办）", "北碚区"),
        ("万县", "万州区"),
        ("wushann", "巫山县"),
        ("beibie", "北碚区"),
        ("wushanqu", "巫山县"),
    ],
)
def test_a_slip_is_unknown_and_what_was_meant_is_suggested_first(slip: str, meant: str) -> None:
    assert near(slip)[0] == meant


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "\u3000", "0", "-", "科协", "区", "县", "市", "渝", "忠", "忠忠", "zhong"),
        *("重庆", "重庆市", "北京市", "江北市", "巫山、巫溪", "巫山县北碚区", "ws1", "wsqj"),
        *("zhongxianxian", "chongqinggaoxinxinqu", "gaoxinxinqu", "50023", "5002370", "500158"),
        *("\udce4", "\ufffd", "1" * 400),
    ],
)
def test_what_only_looks_like_a_name_names_nobody(text: str) -> None:
    suggested = near(text)
    assert len(suggested) == len(set(suggested)) <= 3
    assert set(suggested) <= set(UNITS)


@pytest.mark.parametrize(
    ("begun", "meant"),
    [
        ("wu", ["武隆区", "巫山县", "巫溪县"]),
        ("Wush", ["巫山县"]),
        ("nan", ["南岸区", "南川区"]),
        ("chong", ["重庆高新区"]),
        ("jiang", ["江北区", "江津区"]),
        ("w", []),
    ],
)
def test_pinyin_that_is_begun_suggests_all_that_it_may_become(begun: str, meant: list[str]) -> None:
    assert near(begun) == meant


def test_no_two_letters_begin_the_pinyin_of_more_than_are_suggested() -> None:
    pairs = Counter("".join(syllables(name))[:2] for name in UNITS)
    assert max(pairs.values()) <= 3


ELSEWHERE = """
长沙县 南京市 合肥市 江阴市 永康市 铜陵市 南昌县 大邑县 大竹县 武汉市 武陵区 潜江市 榆中县
巴东县 巴州区 渝水区
北京市 北海市 万宁市 万载县 城关区 城固县 石门县 秀洲区 彭山区 彭泽县 云龙县 云浮市 奉化区
奉贤区 丰台区 丰县
开平市 开封市 梁山县 朝阳区 和平区 河北区 南山区 中山区 宁波市江北区 浦东新区 雄安新区 天府新区
成都高新区
黔西南州 合阳县 荣成市 璧城街道 津南区 涪城区 潼关县 忠州 长治市 江都区 渝东区 九江市 沙河市 大冶市
"""
BODIES = """
市科协 重庆市科协 市科协机关 区农业农村委 县卫健委 区教委 县政府 万达集团 长寿命材料研究所
开发区 经开区 新区
高新技术企业 重庆大学 西南大学 西南医院 重庆市农业农村委 重庆经济技术开发区 南岸经济技术开发区
大足石刻研究院
涪陵榨菜集团 重庆渝中半岛 丰都鬼城 北区 江区 中区 山县 州区 全市 各区县 有关单位 科协组织
云阳光公司
"""


@pytest.mark.slow
@pytest.mark.parametrize("text", ELSEWHERE.split())
def test_another_place_is_no_slip_for_a_unit(text: str) -> None:
    assert near(text) == []


@pytest.mark.slow
@pytest.mark.parametrize("text", BODIES.split())
def test_a_body_that_names_no_unit_is_no_slip_for_one(text: str) -> None:
    assert near(text) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", UNITS)
@pytest.mark.parametrize("mark", ["+", "|", "&", "、", "区", "和"])
def test_nothing_is_suggested_that_would_lose_a_second_name(name: str, mark: str) -> None:
    found = NAMES.find(f"{name}{mark}某某区")
    assert isinstance(found, Unknown)
    assert found.near == ()


@pytest.mark.parametrize("text", ["", " ", "科协", "科学技术协会"])
def test_nothing_is_suggested_for_nothing(text: str) -> None:
    assert near(text) == []


@pytest.mark.parametrize("initials", SHARED_INITIALS)
def test_shared_initials_are_ambiguous_and_list_who_shares_them(initials: str) -> None:
    for text in (initials, initials.upper(), f" {initials} ", " ".join(initials)):
        result = NAMES.find(text)
        assert isinstance(result, Ambiguous)
        assert result.query == text
        assert {unit.name for unit in result.candidates} == SHARED_INITIALS[initials]


@pytest.mark.slow
def test_nothing_but_shared_initials_is_ambiguous() -> None:
    assert {text for text, names in KNOWN.items() if len(names) > 1} == set(SHARED_INITIALS)
    several = {t for t in KNOWN if isinstance(NAMES.find(t), Ambiguous)}
    assert several == set(SHARED_INITIALS)


def who(text: str) -> set[str]:
    match NAMES.find(text):
        case Match(unit=unit):
            return {unit.name}
        case Ambiguous(candidates=candidates):
            return {unit.name for unit in candidates}
        case Unknown(near=suggested):
            assert len(suggested) <= 3
            return set()


@settings(deadline=None)
@given(st.text() | st.text(ALPHABET, max_size=8))
def test_junk_never_raises_and_finds_exact_names_only(text: str) -> None:
    assert who(text) in (set(), KNOWN.get(plain(text)))


@pytest.mark.slow
@tries(2)
@given(st.sampled_from(sorted(KNOWN)), st.data())
def test_one_wrong_character_is_enough_to_be_nobody(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    upto = data.draw(st.sampled_from([at, at + 1]))
    slip = text[:at] + data.draw(st.sampled_from(["", *ALPHABET])) + text[upto:]
    assert who(slip) in (set(), KNOWN.get(plain(slip)))


@settings(deadline=None)
@given(st.text())
def test_a_name_folded_twice_is_a_name_folded_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
