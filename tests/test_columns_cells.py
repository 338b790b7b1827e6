"""What a cell of a record may hold, and what it is refused for."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cqpair.fields import COLUMNS, Column
from cqpair.model.tasks import Status
from cqpair.source import BadValueError, Fault
from test_columns import COLUMN, CONTEXT, NAMES, TASKS, read


def refusal(key: str, text: str) -> BadValueError:
    with pytest.raises(BadValueError) as caught:
        read(key, text)
    return caught.value


@pytest.mark.parametrize("mark", [*"、，,；;/／", " 、 ", "，\n", ", ", "、、", "/ "])
def test_partners_are_parted_by_any_of_the_marks(mark: str) -> None:
    assert read("partners", f"北碚区{mark}铜梁区") == (NAMES.unit("北碚区"), NAMES.unit("铜梁区"))
    assert read("partners", f"北碚{mark}tongliang{mark}") == read("partners", "北碚区、铜梁区")


@pytest.mark.parametrize("text", ["、", "，", ",;", " 、 ", "／、"])
def test_marks_alone_name_no_partner_and_are_refused(text: str) -> None:
    assert refusal("partners", text).fault in (Fault.BAD_VALUE, Fault.MISSING_VALUE)


@pytest.mark.parametrize("text", ["", " ", "-", "无数据", "\u3000"])
def test_a_blank_status_is_completed(text: str) -> None:
    assert read("status", text) is Status.COMPLETED


@pytest.mark.parametrize(
    ("key", "choices"),
    [
        ("status", ["计划", "进行中", "已完成"]),
        ("lead_kind", ["科协", "党委政府", "部门", "学会", "企业", "其他"]),
    ],
)
def test_a_choice_is_one_of_the_contracts_and_a_refusal_lists_them(
    key: str, choices: list[str]
) -> None:
    assert [str(read(key, choice)) for choice in choices] == choices
    assert [read(key, f" {choice}\u3000") for choice in choices] == choices
    for wrong in ("完成了", "已 完 成。", "x", "协会", choices[0] * 2):
        assert refusal(key, wrong).params["choices"] == "、".join(choices)


AREAS = [
    ("1", "携手高质量服务科技工作者", "二（一）"),
    ("2", "携手服务创新驱动发展", "二（二）"),
    ("3", "携手实施科技经济融合行动", "二（三）"),
    ("4", "携手助力脱贫攻坚与乡村振兴有机衔接", "二（四）"),
    ("5", "携手共建全域科普工作新格局", "二（五）"),
    ("6", "携手服务党和政府科学决策", "二（六）"),
    ("保障1", "切实加强组织领导", "三（一）"),
    ("保障2", "积极争取各项支持", "三（二）"),
    ("保障3", "努力营造浓厚氛围", "三（三）"),
]


@pytest.mark.parametrize(("key", "title", "clause"), AREAS)
def test_an_area_is_found_by_number_title_code_and_clause(
    key: str, title: str, clause: str
) -> None:
    (area,) = (area for area in TASKS.all_areas if area.key == key)
    wide = key.translate({ord(str(n)): ord("０") + n for n in range(10)})
    for text in (key, title, area.code, area.code.upper(), clause, wide, f" {key} ", f"{title}\n"):
        assert read("area", text) == area
    assert area.title == title


NUMERALS = "一二三四五六七八九"


@pytest.mark.parametrize(("key", "title", "clause"), AREAS)
def test_an_area_is_found_numbered_as_the_notice_numbers_it(
    key: str, title: str, clause: str
) -> None:
    (area,) = (area for area in TASKS.all_areas if area.key == key)
    numeral, before = NUMERALS[area.no - 1], "保障" if area.is_safeguard else ""
    bare = title.removeprefix("携手")
    for number in (numeral, str(area.no)):
        for form in ("{}", "（{}）", "({})", "{}、", "{}.", "{}．", "{}：", " {} 、", "第{}项"):
            if not (before and "第" in form):
                assert read("area", before + form.format(number)) == area
        for words in (title, bare):
            assert read("area", f"{before}（{number}）{words}") == area
            assert read("area", f"{before}{number}、{words}") == area
    assert (
        read("area", bare) == read("area", f"{clause}{title}") == read("area", area.label) == area
    )
    if not before:
        assert read("area", f"任务{numeral}") == read("area", f"任务{area.no}") == area


@pytest.mark.parametrize(
    ("text", "key"),
    [
        *(("科普", "5"), ("共建全域科普工作格局", "5"), ("携手共健全域科普工作新格局", "5")),
        *(("全国科普日", "5"), ("“会会”合作", "4"), ("联席会议", "保障1"), ("脱贫攻坚", "4")),
        ("（四）携手共建全域科普工作新格局", "5"),
    ],
)
def test_a_near_title_or_a_measure_is_offered_and_never_decided(text: str, key: str) -> None:
    bad = refusal("area", text)
    (area,) = (area for area in TASKS.all_areas if area.key == key)
    assert (bad.params["near"], bad.replacement) == (area.label, None)


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "7",
        "-1",
        "1-",
        "1.5",
        "12",
        "保障",
        "保障0",
        "保障4",
        "科普",
        "携手",
        "x",
        "七",
        "（五",
        "三）",
        "5、6",
    ],
)
def test_what_is_no_area_is_refused_as_such(text: str) -> None:
    assert refusal("area", text).fault is Fault.UNKNOWN_AREA


@pytest.mark.parametrize(
    ("key", "text", "fault"),
    [
        ("county", "中县", Fault.UNKNOWN_NAME),
        ("county", "某地", Fault.UNKNOWN_NAME),
        ("county", "ws", Fault.AMBIGUOUS_NAME),
        ("partners", "北碚区、北培区", Fault.UNKNOWN_NAME),
        ("partners", "北碚区 铜梁区", Fault.BAD_VALUE),
        ("partners", "qj", Fault.AMBIGUOUS_NAME),
        ("date", "昨天", Fault.BAD_VALUE),
        ("end_date", "2021-02-30", Fault.BAD_VALUE),
        ("participants", "很多", Fault.BAD_VALUE),
        ("experts", "两三名", Fault.BAD_VALUE),
        ("funding", "三万块", Fault.BAD_VALUE),
        ("in_kind", "5箱", Fault.BAD_VALUE),
        ("exemplar", "也许", Fault.BAD_VALUE),
    ],
)
def test_a_refusal_says_what_is_wrong(key: str, text: str, fault: Fault) -> None:
    assert refusal(key, text).fault is fault


@settings(deadline=None)
@given(st.sampled_from(COLUMNS), st.text(max_size=20))
@example(COLUMN["partners"], ",")
def test_any_text_in_any_column_is_a_value_or_a_bad_value(column: Column, text: str) -> None:
    try:
        column.parse(text, CONTEXT)
    except BadValueError as bad:
        told = str(bad.params.get("value", ""))
    else:
        told = text
    assert told in text


@pytest.mark.parametrize(
    ("key", "text", "near", "sure"),
    [
        *(("status", "完成", "已完成", True), ("status", "进行", "进行中", True)),
        *(("status", "已完成了", "已完成", False), ("status", "正在进行中", "进行中", False)),
        *(("lead_kind", "政府", "党委政府", True), ("lead_kind", "党委", "党委政府", True)),
        ("lead_kind", "科协组织", "科协", False),
    ],
)
def test_a_near_choice_is_offered(key: str, text: str, near: str, sure: bool) -> None:
    bad = refusal(key, text)
    assert (bad.params["near"], bad.replacement) == (near, near if sure else None)


@pytest.mark.parametrize("text", ["未完成", "未开展", "没有进行", "取消", "推迟", "不进行"])
def test_what_was_not_done_is_never_taken_for_done(text: str) -> None:
    bad = refusal("status", text)
    assert (bad.key, "near" in bad.params) == ("values.not-done", False)


@pytest.mark.parametrize("text", ["未知", "不详", "没有"])
def test_of_who_led_it_is_not_said_that_nothing_was_done(text: str) -> None:
    assert refusal("lead_kind", text).key == "values.choice"


BETWEEN = [
    "+",
    "＋",
    "|",
    "｜",
    "&",
    "（{}）",
    "({})",
    " ",
    "\u3000",
    "和",
    "与",
    "及",
    "",
    "·",
    "—",
    "~",
    "-",
]


@pytest.mark.slow
@pytest.mark.parametrize("mark", BETWEEN)
@pytest.mark.parametrize("form", ["{}", "重庆市{}", "{}科协"])
def test_names_joined_otherwise_are_told_in_the_right_form_and_none_is_lost(
    mark: str, form: str
) -> None:
    one, other = form.format("北碚区"), form.format("铜梁区")
    text = one + mark.format(other) if "{}" in mark else one + mark + other
    bad = refusal("partners", text)
    assert (bad.key, bad.params["right"]) == ("values.separator", "北碚区、铜梁区")
    assert bad.replacement == "北碚区、铜梁区"
    told = refusal("county", text)
    assert (told.key, told.params["right"]) == ("values.one-county", "北碚区、铜梁区")


@pytest.mark.parametrize("text", ["北碚铜梁", "北碚铜梁两区", "北碚、铜梁两地科协", "北碚区铜梁"])
def test_stems_side_by_side_are_told_as_their_units(text: str) -> None:
    assert refusal("partners", text).replacement == "北碚区、铜梁区"


def test_the_whole_cell_is_mended_where_a_part_of_it_joins_names() -> None:
    bad = refusal("partners", "江津区、北碚区+铜梁区")
    assert (bad.params["value"], bad.params["right"]) == ("北碚区+铜梁区", "北碚区、铜梁区")
    assert bad.replacement == "江津区、北碚区、铜梁区"


@pytest.mark.parametrize(
    ("text", "told"),
    [("北碚区+北培区", "北培区"), ("北碚区（铜良区）", "铜良区"), ("北碚区等", "北碚区等")],
)
def test_a_suggestion_never_loses_a_name_that_stands_beside_it(text: str, told: str) -> None:
    bad = refusal("partners", text)
    assert (bad.params["value"], bad.replacement) == (told, None)


@pytest.mark.parametrize("key", ["county", "partners"])
@pytest.mark.parametrize(
    "text",
    ["市科协", "重庆市科协", "重庆科协", "重庆市科学技术协会", "市科学技术协会", "市科协机关"],
)
def test_the_citys_own_association_is_told_as_such(key: str, text: str) -> None:
    bad = refusal(key, text)
    assert (bad.key, bad.fault) == ("values.city-association", Fault.UNKNOWN_NAME)


def test_all_names_that_are_as_near_are_offered() -> None:
    assert refusal("county", "江北城区").params["near"] == "“江北区”或“渝北区”"
