"""How periods and days lie to each other: in one, before one, a year before one."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqpair.period import Period, parse_half, parse_quarter, parse_year
from cqpair.values import PartialDate, parse_date
from test_period import FORMS, Parse

PARTS: dict[Parse, int] = {parse_quarter: 4, parse_half: 2, parse_year: 1}
every_parser = pytest.mark.parametrize("parse", FORMS)
days = st.dates(date(2019, 12, 1), date(2022, 1, 31))


@every_parser
@settings(deadline=None)
@given(day=st.dates() | st.just(date.min) | st.just(date.max))
def test_every_date_is_in_exactly_one_quarter_one_half_and_one_year(
    parse: Parse, day: date
) -> None:
    labels = [FORMS[parse].format(f"{day.year:04}", n + 1) for n in range(PARTS[parse])]
    periods = [parse(label) for label in labels]
    assert sum(period.holds(PartialDate(day, day)) for period in periods) == 1
    assert periods[0].start == date(day.year, 1, 1)
    assert periods[-1].end == date(day.year, 12, 31)
    for earlier, later in pairwise(periods):
        assert earlier.end + timedelta(days=1) == later.start


@pytest.mark.parametrize(
    ("period", "previous", "last_year"),
    [
        (parse_quarter("2021Q2"), "2021Q1", "2020Q2"),
        (parse_quarter("2021Q1"), "2020Q4", "2020Q1"),
        (parse_half("2021H2"), "2021H1", "2020H2"),
        (parse_half("2021H1"), "2020H2", "2020H1"),
        (parse_year("2021"), "2020", "2020"),
        (Period(date(2021, 5, 1), date(2021, 5, 10)), "2021-04-21..2021-04-30", None),
        (Period(date(2021, 5, 13), date(2021, 5, 13)), "2021-05-12..2021-05-12", None),
        (Period(date(2024, 2, 29), date(2024, 3, 1)), None, "2023-02-28..2023-03-01"),
        (Period(date(2021, 1, 1), date(2021, 3, 31)), None, "2020-01-01..2020-03-31"),
        (Period(date(2024, 1, 1), date(2024, 2, 29)), None, "2023-01-01..2023-02-28"),
    ],
)
def test_a_period_has_one_before_it_and_one_a_year_before(
    period: Period, previous: str | None, last_year: str | None
) -> None:
    before, earlier = period.previous(), period.last_year()
    assert before is not None
    assert earlier is not None
    assert previous in (None, before.label)
    assert last_year in (None, earlier.label)
    assert before.end + timedelta(days=1) == period.start


@pytest.mark.parametrize(
    "period",
    [
        *(parse_quarter("0001Q1"), parse_half("0001H1"), parse_year("0001")),
        *(Period(date.min, date.min), Period(date.min, date(1, 12, 31))),
    ],
)
def test_before_the_beginning_of_the_calendar_there_is_no_period(period: Period) -> None:
    assert period.previous() is None
    assert period.last_year() is None


@settings(deadline=None)
@given(days, days, days, days)
def test_holding_touching_and_overlapping_are_what_sets_of_days_say(
    a: date, b: date, c: date, d: date
) -> None:
    period, span = Period(min(a, b), max(a, b)), PartialDate(min(c, d), max(c, d))
    ours, theirs = all_days(period.start, period.end), all_days(*span)
    assert period.holds(span) == (theirs <= ours)
    assert period.touches(span) == bool(ours & theirs)
    assert period.overlaps(Period(*span)) == bool(ours & theirs)


def all_days(first: date, last: date) -> set[int]:
    return set(range(first.toordinal(), last.toordinal() + 1))


@pytest.mark.parametrize(
    ("text", "period", "held"),
    [
        *(("2021年5月", parse_quarter("2021Q2"), True), ("2021年", parse_quarter("2021Q2"), False)),
        *(("2021年", parse_year("2021"), True), ("2021年", parse_half("2021H1"), False)),
        ("2021年5月", Period(date(2021, 5, 2), date(2021, 5, 31)), False),
        ("2021年6月", Period(date(2021, 5, 2), date(2021, 6, 30)), True),
    ],
)
def test_a_date_known_in_part_belongs_only_where_it_lies_wholly(
    text: str, period: Period, held: bool
) -> None:
    assert period.holds(parse_date(text, None)) is held
