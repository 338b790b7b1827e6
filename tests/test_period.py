"""Periods as people write them: every form the contract names, what is none, and folders."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqpair.period import (
    BadPeriodError,
    Period,
    folder_quarter,
    folder_year,
    parse_half,
    parse_quarter,
    parse_year,
)

Parse = Callable[[str], Period]
FORMS: dict[Parse, str] = {parse_quarter: "{}Q{}", parse_half: "{}H{}", parse_year: "{}"}
every_parser = pytest.mark.parametrize("parse", FORMS)


@pytest.mark.parametrize(
    "text",
    [
        *("2021Q2", "2021-Q2", "2021q2", "2021-q2", "2021年二季度", "2021年第二季度"),
        *("2021年2季度", "2021年第2季度", "２０２１Ｑ２", " 2021 Q2 ", "2021 年 二 季度"),
        *("2021年Q2", "2021二季度"),
    ],
)
def test_every_way_of_writing_a_quarter_is_that_quarter(text: str) -> None:
    assert parse_quarter(text) == (date(2021, 4, 1), date(2021, 6, 30), 3)
    assert parse_quarter(text).label == "2021Q2"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2021年一季度", "2021-01-01", "2021-03-31"),
        ("2021Q2", "2021-04-01", "2021-06-30"),
        ("2021年三季度", "2021-07-01", "2021-09-30"),
        ("2021年第四季度", "2021-10-01", "2021-12-31"),
        ("2020Q1", "2020-01-01", "2020-03-31"),
        ("0001Q1", "0001-01-01", "0001-03-31"),
        ("9999Q4", "9999-10-01", "9999-12-31"),
    ],
)
def test_a_quarter_has_its_three_months(text: str, start: str, end: str) -> None:
    found = parse_quarter(text)
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)
    assert parse_quarter(found.label) == found


@pytest.mark.parametrize("text", ["2021H1", "2021-H1", "2021h1", "2021年上半年", "２０２１Ｈ１"])
def test_every_way_of_writing_a_half_is_that_half(text: str) -> None:
    assert parse_half(text) == (date(2021, 1, 1), date(2021, 6, 30), 6)
    assert parse_half(text).label == "2021H1"
    assert parse_half("2021年下半年").label == "2021H2"


@pytest.mark.parametrize("text", ["2021", "2021年", " ２０２１ 年 "])
def test_every_way_of_writing_a_year_is_that_year(text: str) -> None:
    assert parse_year(text) == (date(2021, 1, 1), date(2021, 12, 31), 12)
    assert parse_year(text).label == "2021"


@every_parser
@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "x", "Q2", "2021Q5", "2021Q0", "2021Q", "2021Q22", "2021年五季度", "\0"),
        *("0000", "0000Q1", "0000H1", "99999", "99999Q1", "99999H1", "21Q2", "2021H0", "2021H3"),
        *("2021-13", "2021-05", "2021-05-13", "2021年中半年", "2021Q2-2021Q3", "-2021Q2"),
        *("2021QII", "2021Q2x", "x2021Q2", "2021/Q2", "二〇二一年二季度", "2021Q-1", "9" * 5000),
    ],
)
def test_what_is_no_period_is_refused_with_its_own_words(parse: Parse, text: str) -> None:
    with pytest.raises(BadPeriodError) as caught:
        parse(text)
    assert caught.value.value == text
    assert caught.value.key == f"period.{parse.__name__.removeprefix('parse_')}"


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        *((parse_quarter, "2021"), (parse_quarter, "2021H1"), (parse_quarter, "2021年上半年")),
        *((parse_half, "2021"), (parse_half, "2021Q2"), (parse_half, "2021年二季度")),
        *((parse_year, "2021Q2"), (parse_year, "2021H1"), (parse_year, "2021-2022")),
    ],
)
def test_one_kind_of_period_is_not_taken_for_another(parse: Parse, text: str) -> None:
    with pytest.raises(BadPeriodError):
        parse(text)


@settings(deadline=None)
@given(st.text() | st.text("0123456789２QqHh-年第一二三四五上下半季度 ", max_size=9))
def test_any_text_is_a_period_or_refused(text: str) -> None:
    for parse in FORMS:
        found = attempt(parse, text)
        assert found is None or parse(found.label) == found


def attempt(parse: Parse, text: str) -> Period | None:
    try:
        return parse(text)
    except BadPeriodError:
        return None


@pytest.mark.parametrize(
    ("path", "quarter", "year"),
    [
        ("activities/2021Q2/wushan.csv", "2021Q2", 2021),
        ("activities/2021-Q2/wushan.csv", "2021Q2", 2021),
        ("activities/2021q2/wushan.csv", "2021Q2", 2021),
        ("activities/2021年二季度/wushan.csv", "2021Q2", 2021),
        ("activities/2021Q2/corrected/wushan.csv", "2021Q2", 2021),
        ("activities/2020/2021Q2/wushan.csv", "2021Q2", 2021),
        ("activities/2024/chengkou.csv", None, 2024),
        ("activities/2024年/chengkou.csv", None, 2024),
        ("activities/chengkou.csv", None, None),
        ("activities/other/2021Q2.csv", None, None),
        ("2021Q2", None, None),
        ("activities/2021Q5/wushan.csv", None, None),
        ("activities/x2021Q2/wushan.csv", None, None),
        ("activities/0000Q1/wushan.csv", None, None),
        ("activities/0000/wushan.csv", None, None),
        ("activities/99999/wushan.csv", None, None),
    ],
)
def test_a_folder_is_named_by_a_quarter_by_a_year_or_by_neither(
    path: str, quarter: str | None, year: int | None
) -> None:
    found = folder_quarter(path)
    assert (found and found.label) == quarter
    assert folder_year(path) == year
