"""The shipped pairing table against the annex itself, each read by a reader of its own."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from conftest import DATA

ANNEX = (Path(__file__).parent / "fixtures" / "annex.txt").read_text(encoding="utf-8")
TEXT = (DATA / "pairings.yaml").read_text(encoding="utf-8")
TABLE: dict[str, Any] = yaml.load(TEXT, Loader=yaml.BaseLoader)  # `no` is no False
UNITS: dict[str, dict[str, Any]] = {unit["name"]: unit for unit in TABLE["units"]}
OFFICE = {"两江新区": "两江新区科创局（科协）"}

# What each unit is: short name, full name where it differs, GB/T 2260 code, pinyin, other names.
FACTS = """
万州区|-|500101|wanzhou|万县区 万县市
黔江区|-|500114|qianjiang|黔江土家族苗族自治县
开州区|-|500154|kaizhou|开县
梁平区|-|500155|liangping|梁平县
武隆区|-|500156|wulong|武隆县
城口县|-|500229|chengkou|
丰都县|-|500230|fengdu|
垫江县|-|500231|dianjiang|
忠县|-|500233|zhongxian|
云阳县|-|500235|yunyang|
奉节县|-|500236|fengjie|
巫山县|-|500237|wushan|
巫溪县|-|500238|wuxi|
石柱县|石柱土家族自治县|500240|shizhu|
秀山县|秀山土家族苗族自治县|500241|xiushan|
酉阳县|酉阳土家族苗族自治县|500242|youyang|
彭水县|彭水苗族土家族自治县|500243|pengshui|
两江新区|-|-|liangjiang|
重庆高新区|重庆高新技术产业开发区|-|chongqing gaoxin|高新区
万盛经开区|万盛经济技术开发区|-|wansheng|万盛区
涪陵区|-|500102|fuling|涪陵市
渝中区|-|500103|yuzhong|
大渡口区|-|500104|dadukou|
江北区|-|500105|jiangbei|
沙坪坝区|-|500106|shapingba|
九龙坡区|-|500107|jiulongpo|
南岸区|-|500108|nan'an|
北碚区|-|500109|beibei|
綦江区|-|500110|qijiang|綦江县
大足区|-|500111|dazu|大足县
渝北区|-|500112|yubei|江北县
巴南区|-|500113|ba'nan|巴县
长寿区|-|500115|changshou|长寿县
江津区|-|500116|jiangjin|江津市
合川区|-|500117|hechuan|合川市
永川区|-|500118|yongchuan|永川市
南川区|-|500119|nanchuan|南川市
璧山区|-|500120|bishan|璧山县
铜梁区|-|500151|tongliang|铜梁县
潼南区|-|500152|tongnan|潼南县
荣昌区|-|500153|rongchang|荣昌县
"""
NORTHEAST = {
    "万州区",
    "开州区",
    "梁平区",
    "城口县",
    "丰都县",
    "垫江县",
    "忠县",
    "云阳县",
    "奉节县",
    "巫山县",
    "巫溪县",
}
SOUTHEAST = {"黔江区", "武隆区", "石柱县", "秀山县", "酉阳县", "彭水县"}


class Row(NamedTuple):
    """A row of the annex, by the offices' names as printed there."""

    no: int
    county: str
    partners: list[str]


def annex_rows() -> list[Row]:
    """The annex's layout: blocks of three lines; a second partner leaves the first two blank."""
    table = ANNEX[ANNEX.index("\t序号") :]
    blocks = [[line.strip() for line in block.split("\n")] for block in table.split("\n\n")]
    rows: list[Row] = []
    for no, county, partner in (block[:3] for block in blocks[1:]):
        if no:
            rows.append(Row(int(no), county, []))
        rows[-1].partners.append(partner)
    return rows


def office(name: str) -> str:
    return str(UNITS[name].get("office", f"{name}科协"))


def region(name: str) -> str:
    return "渝东北" if name in NORTHEAST else "渝东南" if name in SOUTHEAST else "主城都市区"


def test_the_fixture_is_the_annex_and_says_where_it_is_from() -> None:
    assert ANNEX.startswith("# ")
    for part in ("渝科协发〔2021〕7号", "重庆市科学技术协会", "2021-02-19"):
        assert part in ANNEX.splitlines()[0]
    assert len(annex_rows()) == 17


def test_the_shipped_pairings_are_the_annex_in_its_order_by_its_names() -> None:
    shipped = [
        Row(int(row["no"]), office(row["county"]), [office(name) for name in row["partners"]])
        for row in TABLE["pairings"]
    ]
    assert shipped == annex_rows()


def test_ten_counties_have_one_partner_and_seven_have_two() -> None:
    two = {row["county"] for row in TABLE["pairings"] if len(row["partners"]) == 2}
    one = {row["county"] for row in TABLE["pairings"] if len(row["partners"]) == 1}
    assert two == {"开州区", "武隆区", "丰都县", "忠县", "巫山县", "石柱县", "彭水县"}
    assert (len(one), len(two)) == (10, 7)


def test_what_is_expected_is_what_the_notice_counts() -> None:
    found = re.search(r"主城都市区(\d+)个区和(.*?)为主城协同区，", ANNEX)
    groups = re.search(r"渝东北(\d+)个区县、渝东南(\d+)个区县共(\d+)个区县", ANNEX)
    assert found
    assert groups
    districts, zones = int(found[1]), len(found[2].split("、"))
    northeast, southeast, counties = map(int, groups.groups())
    assert {key: int(count) for key, count in TABLE["expect"].items()} == {
        "partners": districts + zones,
        "districts": districts,
        "zones": zones,
        "counties": counties,
        "northeast": northeast,
        "southeast": southeast,
    }


def test_the_units_are_those_of_the_annex_and_no_others() -> None:
    named = [name for row in TABLE["pairings"] for name in (row["county"], *row["partners"])]
    assert len(TABLE["units"]) == len(UNITS) == len(named) == 41
    assert set(named) == set(UNITS) == {line.split("|")[0] for line in FACTS.strip().splitlines()}


@pytest.mark.parametrize("facts", FACTS.strip().splitlines())
def test_every_unit_has_its_attributes(facts: str) -> None:
    name, full_name, code, pinyin, others = facts.split("|")
    unit = UNITS[name]
    assert unit.get("full_name", "-") == full_name
    assert unit.get("code", "-") == code
    assert unit["region"] == region(name)
    assert unit["pinyin"] == pinyin
    assert [other["name"] for other in unit.get("names", [])] == others.split()
    assert {other["kind"] for other in unit.get("names", [])} <= {
        "alias" if name == "重庆高新区" else "former"
    }
    assert unit.get("office") == OFFICE.get(name)


def test_the_map_of_2025_is_told_with_its_source_and_moves_no_pairing() -> None:
    changes = {name: unit["changes"] for name, unit in UNITS.items() if "changes" in unit}
    told = {
        name: [(c["kind"], c.get("successor")) for c in found] for name, found in changes.items()
    }
    assert told == {
        "两江新区": [("established", None)],
        "江北区": [("abolished", "两江新区")],
        "渝北区": [("abolished", "两江新区")],
        "北碚区": [("boundary", None)],
    }
    every = [change for found in changes.values() for change in found]
    assert {change["announced"] for change in every} == {"2025-11-06"}
    assert all("人民日报" in change["source"] for change in every)
    assert changes["两江新区"][0]["code"] == "500157"


def test_the_top_level_keys_stand_in_their_order_at_the_start_of_a_line() -> None:
    keys = re.findall(r"^([^\s#][^:]*):", TEXT, re.MULTILINE)
    assert keys == ["notice", "expect", "units", "pairings"]


def test_every_pairing_is_one_line_in_flow_style() -> None:
    rows = TEXT[TEXT.index("\npairings:\n") :].strip().splitlines()[1:]
    shape = re.compile(r"  - \{no: \d+, county: [^,\s]+, partners: \[[^,\s]+(, [^,\s]+)?\]\}")
    assert len(rows) == 17
    assert all(shape.fullmatch(row) for row in rows)


def test_the_notice_is_named_as_it_names_itself() -> None:
    notice = TABLE["notice"]
    assert notice["number"] == "渝科协发〔2021〕7号"
    assert notice["title"] == "关于推动“一区两群”区县科协对口协同发展的通知"
    assert notice["issuer"] == "重庆市科学技术协会"
    assert notice["date"] == "2021-02-19"
