"""What a number shows in its format: words and scale count, digits stay."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqpair.read.number_format import date_parts, is_day_name, shown


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        *((500, '0"万元"', "500万元"), (500.4, '0"万元"', "500.4万元"), (500, "0万元", "500万元")),
        *((53210, '0!.0,"万"', "5.321万"), (53210, '0!.0000"万元"', "5.321万元")),
        *((20000, '[>=10000]0!.0,"万";0', "2万"), (200, '[>=10000]0!.0,"万";0', "200")),
        *(
            (300, '"约"0"人"', "约300人"),
            (300, '0"余人"', "300余人"),
            (1.5, '0.0"亿元"', "1.5亿元"),
        ),
        *((5, 'General"万元"', "5万元"), (7, "@", "7"), (0.5, "0%", "50%")),
        *((3_000_000, "#,##0,", "3000"), (12345.678, '#,##0.0,"千"', "12.345678千")),
        *((500, "[$¥-804]#,##0.00", "500"), (500, "[$$-409]#,##0", "$500")),
        *((-500, r"#,##0.00_);[Red]\(#,##0.00\)", "-500"), (-5, '0"元";-0"元"', "-5元")),
        *((1234.5, "#,##0.00", "1,234.5"), (2021.1, "General", "2,021.1"), (300, "", "300")),
        *((0, "0;-0;;@", "0"), (300, ";;;", "300"), (3.5, r"#\ ?/?", "3.5")),
        *((5, 'G/通用格式"万元"', "5万元"), (5, '# ?/?"万元"', "5万元"), (5, '0E+0"万"', "5万")),
        *((3.3000000000000003, "General", "3.3"), (300.00000000000006, "0", "300")),
        *((10**15, "0.00E+00", "1000000000000000"), (5, "[红色]0", "5"), (0.1, "General", "0.1")),
    ],
)
def test_a_number_is_read_as_it_is_shown(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


@given(st.integers(-(10**15), 10**15) | st.floats(-1e15, 1e15), st.text(max_size=20))
def test_any_format_gives_a_text_that_still_holds_the_number(value: float, code: str) -> None:
    text = shown(value, code)
    assert text
    plain = shown(value, "General").replace(",", "")
    kept = f"{value:.15g}" if isinstance(value, float) else str(value)
    assert Decimal(plain) == Decimal(kept)


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ('yyyy"年"m"月"', "ym"),
        ("yyyy-mm-dd", "ymd"),
        ('m"月"d"日"', "md"),
        ("[$-804]yyyy", "y"),
        ('e"年"m"月"', "ym"),
        ("yyyy-mm;General", "ym"),
        ('m"月";@', "m"),
    ],
)
def test_a_date_format_says_which_parts_it_shows(code: str, parts: str) -> None:
    letters = date_parts(code)
    assert {part for part in "ymd" if part in letters} == set(parts)


@pytest.mark.parametrize("code", ["aaaa", "[$-804]aaa", 'e"年"'])
def test_a_weekday_or_an_era_is_a_day(code: str) -> None:
    assert is_day_name(code)


@pytest.mark.parametrize("code", ["General", "0.00E+00", "0", '"aaa"0', "#,##0"])
def test_a_number_is_no_day(code: str) -> None:
    assert not is_day_name(code)
