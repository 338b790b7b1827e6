"""What a cell of a record may hold, and what it is refused for."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cqpair.columns import COLUMNS, Column
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


@pytest.mark.parametrize(
    "text",
    ["0", "7", "-1", "1-", "1.5", "12", "保障", "保障0", "保障4", "科普", "携手", "x", "一"],
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
        ("experts", "两名", Fault.BAD_VALUE),
        ("funding", "三万", Fault.BAD_VALUE),
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
