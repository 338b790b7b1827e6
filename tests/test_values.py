"""Dates as people write them, and nothing else: a date is read as it was meant, or refused."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import to_excel

from conftest import tries
from cqpair.source import BadValueError
from cqpair.values import BLANKS, PartialDate, is_blank, lost_in, parse_date, weekday_in

THAT_DAY = PartialDate(date(2021, 5, 13), date(2021, 5, 13))
FIRST_OF_MAY = PartialDate(date(2021, 5, 1), date(2021, 5, 1))
NO_DATES = """
- 无 0 1 202 202105 2021051 19999 80000 99999 13/5/2021 5/13/2021 21-5-13 5-13 5.13 五月 昨天 2021Q2
2021年二季度 2021-05-13-14 2021年5月13日至14日 2021-05-13、14 2021-05-13x x2021-05-13 1/2 44329.5
-2021-05-13 2021--05-13 4.4329 2021年5月上旬 约2021年 2021.4-6 2021/5-6 2021.4/6 2021-4.6
2021-5—13 2021年5-6 2021年4-6月 5月-6月 4月至6月 5月13日至15日 2021.5.13-15 5.13-5.15 5-13-15 2021.1
2021年5月1³日 2021-05-⑬ 2021年5月周四 2021­05­13 6月 6月份 5/6/2021 202105 2021〜5
"""
NEAR = [  # what a text may mean in a 2021 folder, and whether only that can be meant
    *(("5.13", "2021-05-13", True), ("5-13", "2021-05-13", True), ("5/13", "2021-05-13", True)),
    *(("6月", "2021-06", True), ("6月份", "2021-06", True), ("五月", "2021-05", True)),
    *(
        ("202105", "2021-05", True),
        ("21-5-13", "2021-05-13", True),
        ("21年5月13日", "2021-05-13", True),
    ),
    *(("2021。5。13", "2021-05-13", True), ("5/13/2021", "2021-05-13", True)),
    *(("2021.4/6", "2021-04-06", False), ("2021-4.6", "2021-04-06", False)),
    *(("2021.5-13", "2021-05-13", True), ("2021年5月上旬", "2021-05", False)),
    *(("5月底", "2021-05", False), ("2021年5月周四", "2021-05", False)),
    *(("5.1", "2021-05-01或2021-05-10", False), ("2021.1", "2021-01或2021-10", False)),
    ("5/6/2021", "2021-05-06或2021-06-05", False),
]
SPANS = [
    *(("5月13日至15日", "2021-05-13", "2021-05-15"), ("5月13-15日", "2021-05-13", "2021-05-15")),
    *(("2021.5.13-15", "2021-05-13", "2021-05-15"), ("5.13-5.15", "2021-05-13", "2021-05-15")),
    *(
        ("2021-05-13-15", "2021-05-13", "2021-05-15"),
        ("5月30日—6月2日", "2021-05-30", "2021-06-02"),
    ),
    ("2021-05-13至2021-05-15", "2021-05-13", "2021-05-15"),
    *(
        ("12月30日-1月2日", "2021-12-30", "2022-01-02"),
        ("2021-05-13~15", "2021-05-13", "2021-05-15"),
    ),
    *(("2021年4-6月", "2021-04", "2021-06"), ("4月至6月", "2021-04", "2021-06")),
    *(("2021年11月-2022年1月", "2021-11", "2022-01"), ("2021-4~6", "2021-04", "2021-06")),
]
DATE_LETTERS = "0123456789０５-－/／.．年月日号T: \u3000,余约万元人²½Ⅻ٣一二"

days = st.dates(date(1000, 1, 1))
spans = st.one_of(
    days.map(lambda day: PartialDate(day, day)),
    days.map(lambda day: month_of(day)),
    days.map(lambda day: PartialDate(date(day.year, 1, 1), date(day.year, 12, 31))),
)


def month_of(day: date) -> PartialDate:
    return PartialDate(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


@pytest.mark.parametrize(
    "text",
    [
        *("2021-05-13", "2021-5-13", "2021/5/13", "2021/05/13", "2021.5.13", "2021.05.13"),
        *("2021年5月13日", "2021年05月13日", "2021年5月13号", "20210513", "5月13日", "05月13日"),
        *("２０２１－０５－１３", "２０２１／５／１３", "２０２１．５．１３", " 2021-05-13 "),
        *("２０２１年５月１３日", "\u30002021年 5月 13日\n", "2021\xa0年 5 月 13 日"),
        *("2021-05-13 00:00:00", "2021-05-13 00:00", "2021-05-13T00:00:00", "2021/5/13 0:00"),
        *("2021/5/13 00:00:00", "2021年5月13日 00:00", "44329", "４４３２９"),
        *("2021–05–13", "2021—05—13", "2021‐5‐13", "2021‑05‑13", "2021−05−13", "2021. 5. 13"),
        *("5月13日（周四）", "5月13日(星期四)", "2021年5月13日 周四", "2021-05-13（星期四） 9:30"),
        *("2021年5月13日上午", "2021.5.13下午2:30", "5月13日9点半", "5月13日全天", "5月13"),
        *("二〇二一年五月十三日", "五月十三日", "2021年五月13日"),
    ],
)
def test_every_way_of_writing_a_day_is_that_day(text: str) -> None:
    assert parse_date(text, 2021) == THAT_DAY


@pytest.mark.parametrize(
    "text", ["2021-5-1 00:00", "2021/5/1 00:00:00", "2021/5/1 0:00", "2021/5/1 0:00:00", "2021.5.1"]
)
def test_a_one_digit_day_stays_itself_with_midnight_behind_it(text: str) -> None:
    assert parse_date(text, None) == FIRST_OF_MAY


@pytest.mark.parametrize(
    "text",
    [
        *("2021年5月", "2021年05月", "2021-05", "2021-5", "2021/5", "2021.05", "２０２１年５月"),
        *("2021年5月份", "2021–05", "二〇二一年五月", "2021.5"),
    ],
)
def test_a_month_is_known_to_the_month(text: str) -> None:
    assert parse_date(text, None) == (date(2021, 5, 1), date(2021, 5, 31))


@pytest.mark.parametrize("text", ["2021", "2021年", "２０２１年", " 2021 年 "])
def test_a_year_is_known_to_the_year(text: str) -> None:
    assert parse_date(text, 1999) == (date(2021, 1, 1), date(2021, 12, 31))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        *(("2021-02-29", None), ("2021-13-01", None), ("2021-00-10", None), ("2021-04-31", None)),
        *(("0000", None), ("0000-01-01", None), ("2021-13", None), ("2021年0月", None)),
        *(("20210230", None), ("99999999", None), ("2月29日", 2021), ("13月1日", 2021)),
        *(("5月1日", 0), ("5月1日", 10000), ("5月13日", None)),
    ],
)
def test_a_day_the_calendar_lacks_or_a_year_nobody_gave_is_refused(
    text: str, year: int | None
) -> None:
    with pytest.raises(BadValueError):
        parse_date(text, year)


@pytest.mark.parametrize("text", ["", " ", "2021 5", "9" * 5000, *NO_DATES.split()])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadValueError):
        parse_date(text, 2021)


@pytest.mark.parametrize(("text", "right", "sure"), NEAR)
def test_a_near_date_is_offered_and_replaces_only_where_nothing_else_is_meant(
    text: str, right: str, sure: bool
) -> None:
    bad = attempt(text, 2021)
    assert isinstance(bad, BadValueError)
    assert (bad.key, bad.params["right"]) == ("values.date-near", right)
    assert bad.replacement == (right if sure else None)


@pytest.mark.parametrize(("text", "start", "end"), SPANS)
def test_a_span_in_one_cell_is_told_with_its_start_and_end(text: str, start: str, end: str) -> None:
    bad = attempt(text, 2021)
    assert isinstance(bad, BadValueError)
    assert bad.key == "values.date-span"
    assert (bad.params["start"], bad.params["end"], bad.replacement) == (start, end, None)


@pytest.mark.parametrize(
    "text", ["2021.4-6", "2021/4-6", "2021-4—6", "2021–4—6", "2021年4-6", "4-6", "4—6"]
)
def test_what_may_be_a_day_or_months_is_told_as_both(text: str) -> None:
    bad = attempt(text, 2021)
    assert isinstance(bad, BadValueError)
    assert bad.key == "values.date-or-span"
    assert (bad.params["day"], bad.params["start"]) == ("2021-04-06", "2021-04")
    assert bad.params["end"] == "2021-06"


@pytest.mark.parametrize("text", ["5月13日", "5.13", "6月", "5.13-5.15", "5月13日至15日", "4-6"])
def test_a_date_that_only_lacks_its_year_is_told_so(text: str) -> None:
    bad = attempt(text, None)
    assert isinstance(bad, BadValueError)
    assert bad.key == "values.date-without-year"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        *(("5月13日", False), ("5月13日（周四）", False), ("2021-05-13 00:00:00", False)),
        *(("5月13日（周五）", True), ("2021-05-13 9:30", True), ("5月13日上午", True)),
    ],
)
def test_a_time_and_another_weekday_would_be_lost(text: str, lost: bool) -> None:
    assert lost_in(text, THAT_DAY.first) is lost


@pytest.mark.parametrize(
    ("text", "weekday"),
    [("5月13日（周一）", 0), ("5月13日 星期日", 6), ("5月13日(周天)", 6), ("5月13日", None)],
)
def test_the_weekday_behind_a_date_is_known(text: str, weekday: int | None) -> None:
    assert weekday_in(text) == weekday


@settings(deadline=None)
@given(days, st.sampled_from("-/.–—"), st.sampled_from("-/.–—~至"))
def test_two_different_marks_are_never_a_day(day: date, one: str, other: str) -> None:
    text = f"{day.year:04}{one}{day.month}{other}{day.day}"
    assert isinstance(attempt(text, 2021), PartialDate) is (one == other)


@settings(deadline=None)
@given(days)
def test_every_day_is_read_in_every_form(day: date) -> None:
    y, m, d = f"{day.year:04}", day.month, day.day
    for text in (f"{y}-{m}-{d}", f"{y}/{m:02}/{d}", f"{y}.{m}.{d:02}", f"{y}年{m}月{d}日"):
        assert parse_date(text, None) == PartialDate(day, day)
    assert parse_date(f"{m}月{d}日", day.year) == PartialDate(day, day)
    assert parse_date(f"{y}年{m}月", None) == month_of(day)


@settings(deadline=None)
@given(st.dates(date(1960, 1, 1), date(2100, 12, 31)))
def test_an_excel_serial_is_the_day_that_excel_shows(day: date) -> None:
    serial = int(to_excel(day))  # type: ignore[no-untyped-call]
    assert parse_date(str(serial), None) == PartialDate(day, day)


@settings(deadline=None)
@given(spans)
def test_a_date_written_is_read_back_the_same(span: PartialDate) -> None:
    assert parse_date(str(span), None) == span


@tries(3)
@given(st.text() | st.text(DATE_LETTERS, max_size=12), st.none() | st.integers(-1, 10001))
def test_any_text_is_a_date_or_a_bad_value(text: str, year: int | None) -> None:
    match attempt(text, year):
        case BadValueError(key=key, params=params):
            assert key.startswith("values.")
            assert params["value"] == text
        case PartialDate(first, last):
            assert first <= last < first + timedelta(days=366)
            assert any(c.isnumeric() for c in text)


def attempt(text: str, year: int | None) -> PartialDate | BadValueError:
    try:
        return parse_date(text, year)
    except BadValueError as bad:
        return bad


@pytest.mark.parametrize(
    "text",
    [*sorted(BLANKS), " ", "\u3000", "\n", "－", "／", " — ", "－－", "无 数据", "\u3000未统计"],
)
def test_a_mark_for_not_reported_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["", "-", "—", "／", "无数据", "未统计"])
def test_the_marks_that_ledgers_use_are_all_among_them(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["0", "无", "零", "０", "/1", "--1", "无数据。", "统计"])
def test_zero_and_words_are_not_blank(text: str) -> None:
    assert not is_blank(text)
