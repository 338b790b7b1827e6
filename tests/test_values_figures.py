"""人次 and 元 as people write them: exact, approximate, nought or not reported, never mixed up."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import tries
from cqpair.source import BadValueError
from cqpair.values import (
    Figure,
    has_unit,
    is_blank,
    parse_count,
    parse_money,
    write_count,
    write_money,
)
from cqpair.values.text import parse_numeral, write_numeral

LETTERS = "0123456789３，,.．-－+约近超余多千百万亿元人次名位左右以上¥￥無无"
LETTERS += " \u3000e٣½²一二两三十零叁拾整角"
Parse = Callable[[str], Figure | None]
NO_COUNTS = """
数百人 近千人 百余人 三百来人 几十人 若干 一百五 三万五 三五人 约 余 人 余300 300/400 300-400
1,20 12,00 1,2345 ,300 300, 1.5 0.5人 1.23456万 1e3
0x10 ½ Ⅻ 300元 3万元 300人以及 无人 若干 不详 NaN Infinity --5 +-5 300% 1.2.3
300，200 1，200 300、200 300/200 300+200 300~400人 3至5人 300² 300② 3万5 3万500 5百千 3千5万
3月5日 2021-03-05
5月 二〇二一 零三百 三百零 三零百 二一十
"""
NO_AMOUNTS = """
约 万 元 万元 约万元 300人 3万元/年 1万-2万 1,20 3万5 1e3 3-5万元 三万多万 300，200 2021-03-05
近千万元
3万元、2万元 nan Infinity $5 5000美元
若干 3..5万 .5万 5. ½
"""
both = pytest.mark.parametrize("parse", [parse_count, parse_money])


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("300", Figure(300)),
        ("３００", Figure(300)),
        ("1,200", Figure(1200)),
        ("１，２００", Figure(1200)),
        ("1,234,567", Figure(1234567)),
        (" 300 人 ", Figure(300)),
        ("300人次", Figure(300)),
        ("300人", Figure(300)),
        ("30名", Figure(30)),
        ("300.0", Figure(300)),
        ("007", Figure(7)),
        ("1.5万", Figure(15000)),
        ("2万人次", Figure(20000)),
        ("约300人", Figure(300, True)),
        ("约1,200人次", Figure(1200, True)),
        ("300余人", Figure(300, True)),
        ("300多人", Figure(300, True)),
        ("３００余人次", Figure(300, True)),
        ("近300人", Figure(300, True)),
        ("超过300人次", Figure(300, True)),
        ("300人左右", Figure(300, True)),
        ("300人以上", Figure(300, True)),
        ("约300余人", Figure(300, True)),
        ("1万余人", Figure(10000, True)),
        ("20多万人", Figure(200000, True)),
        ("10余万人次", Figure(100000, True)),
        ("3百多万", Figure(3000000, True)),
        ("3千人", Figure(3000)),
        ("300人（次）", Figure(300)),
        ("300 人次", Figure(300)),
        ("300人/次", Figure(300)),
        ("三百人", Figure(300)),
        ("叁佰人", Figure(300)),
        ("三千余人", Figure(3000, True)),
        ("十余人", Figure(10, True)),
        ("两名", Figure(2)),
        ("两百余人次", Figure(200, True)),
        ("二十多万人", Figure(200000, True)),
        ("3万5千人", Figure(35000)),
        ("一万零五百", Figure(10500)),
        ("一百零五", Figure(105)),
    ],
)
def test_a_count_is_read_as_it_was_meant(text: str, figure: Figure) -> None:
    assert parse_count(text) == figure


@pytest.mark.parametrize(
    ("text", "yuan", "approximate"),
    [
        *(("5000", "5000", False), ("5,000元", "5000", False), ("５０００元", "5000", False)),
        *(("￥5,000.50", "5000.50", False), ("¥5000", "5000", False), ("0.1", "0.1", False)),
        *(("3万元", "30000", False), ("3万", "30000", False), ("３．５万元", "35000", False)),
        *(("2000万", "20000000", False), ("2,000万元", "20000000", False)),
        *(("1.5亿元", "150000000", False), ("3千元", "3000", False), ("2百万元", "2000000", False)),
        *(("3千万", "30000000", False), (" 3 万 元 ", "30000", False), ("0.03万", "300", False)),
        *(("3万余元", "30000", True), ("3万多元", "30000", True), ("约3万元", "30000", True)),
        *(("近2000万", "20000000", True), ("3万元左右", "30000", True), ("超1.5亿", "1.5E8", True)),
        *(("50余万元", "500000", True), ("1000多万元", "10000000", True)),
        *(("3200余万元", "32000000", True), ("三百多万元", "3000000", True)),
        *(
            ("叁万元整", "30000", False),
            ("叁万伍仟元整", "35000", False),
            ("两万元", "20000", False),
        ),
        *(
            ("叁佰圆整", "300", False),
            ("壹拾万零叁仟元整", "103000", False),
            ("三万", "30000", False),
        ),
        *(("3万5千元", "35000", False), ("1亿2000万元", "120000000", False), ("五十", "50", False)),
        *(
            ("35元5角", "35.5", False),
            ("伍元叁角贰分", "5.32", False),
            ("3万元人民币", "30000", False),
        ),
        *(("3万元以上", "30000", True), ("约3万余元", "30000", True), ("不少于5元", "5", True)),
    ],
)
def test_an_amount_is_read_as_it_was_meant(text: str, yuan: str, approximate: bool) -> None:
    assert parse_money(text) == Figure(Decimal(yuan), approximate)


@both
@pytest.mark.parametrize(
    "text", ["", "\u3000", "-", "－", "—", "——", "/", "／", "无数据", "未统计"]
)
def test_not_reported_is_none_and_not_nought(parse: Parse, text: str) -> None:
    assert parse(text) is None


@both
@pytest.mark.parametrize("text", ["0", "０", "0.0", "00"])
def test_nought_is_nought_and_not_blank(parse: Parse, text: str) -> None:
    assert parse(text) == Figure(0)


@pytest.mark.parametrize("text", ["无", " 无 ", "0人", "0人次"])
def test_a_count_of_none_at_all_is_nought(text: str) -> None:
    assert parse_count(text) == Figure(0)


@both
@pytest.mark.parametrize("text", ["-5", "－5", "-1,200"])
def test_a_negative_figure_is_read_so_that_a_rule_can_tell_it(parse: Parse, text: str) -> None:
    figure = parse(text)
    assert figure is not None
    assert figure.value < 0


@pytest.mark.parametrize("text", NO_COUNTS.split())
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(BadValueError):
        parse_count(text)


@pytest.mark.parametrize("text", NO_AMOUNTS.split())
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadValueError):
        parse_money(text)


@pytest.mark.slow
@both
@pytest.mark.parametrize("digits", [27, 28, 29, 40, 4299, 5000, 1_000_001])
def test_a_figure_of_many_digits_is_read_exactly_or_refused(parse: Parse, digits: int) -> None:
    text = "1" + "0" * (digits - 2) + "7"
    match attempt(parse, text):
        case BadValueError():
            assert digits > 15  # what a sheet keeps exactly is no nonsense
        case figure:
            assert figure is not None
            assert Decimal(figure.value) == Decimal(text)


def attempt(parse: Parse, text: str) -> Figure | BadValueError | None:
    try:
        return parse(text)
    except BadValueError as bad:
        return bad


@pytest.mark.slow
@tries(3)
@given(st.text() | st.text(LETTERS, max_size=12))
@example("99999999999亿")
def test_any_text_is_a_figure_or_none_or_a_bad_value(text: str) -> None:
    for parse, write in ((parse_count, write_count), (parse_money, write_money)):
        match attempt(parse, text):
            case BadValueError(params=params):
                assert params["value"] == text
            case Figure() as figure:
                assert parse(write(figure)) == figure
                assert any(c.isnumeric() or c in "无零無两" for c in text)
            case None:
                assert is_blank(text)


markers = st.sampled_from(["", "约", "近", "超过", "不少于"])
behind = st.sampled_from(["", "余", "多"])
after = st.sampled_from(["", "左右", "以上"])


@settings(deadline=None)
@given(st.integers(0, 10**11), markers, behind, after)
def test_any_marker_anywhere_makes_a_figure_approximate_and_nothing_else_does(
    n: int, front: str, middle: str, end: str
) -> None:
    approximate = bool(front or middle or end)
    expected = Figure(n, approximate)
    assert parse_count(f"{front}{n:,}{middle}人{end}") == expected
    assert parse_money(f"{front}{n}{middle}元{end}") == expected
    assert parse_money(f"{front}{n}万{middle}元{end}") == Figure(n * 10000, approximate)


@settings(deadline=None)
@given(st.builds(Figure, st.integers(-(10**15), 10**15), st.booleans()))
def test_a_count_written_is_read_back_the_same(figure: Figure) -> None:
    assert parse_count(write_count(figure)) == figure


amounts = st.decimals(-(10**12), 10**12, places=2) | st.integers(-(10**16), 10**16)


@settings(deadline=None)
@given(st.builds(Figure, amounts, st.booleans()))
def test_an_amount_written_is_read_back_the_same(figure: Figure) -> None:
    text = write_money(figure)
    assert parse_money(text) == figure
    assert "." not in text or text[-1] not in "0."
    assert "E" not in text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        *(("3-5万元", "range"), ("30万-50万", "range"), ("3至5", "range"), ("三至五", "range")),
        *(("300+200", "two-figures"), ("300/200", "two-figures"), ("300、200", "two-figures")),
        *(("300，200", "two-figures"), ("300, 200", "two-figures"), ("300 200", "two-figures")),
        *(("1. 5万", "two-figures"), ("30\u200b0", "two-figures"), ("1，200", "two-figures")),
        *(("1,20", "grouping"), ("12,00", "grouping"), ("1,2345", "grouping")),
        *(("数百", "vague"), ("若干", "vague"), ("很多", "vague"), ("几十", "vague")),
        *(("3月5日", "date-for-figure"), ("2021-03-05", "date-for-figure")),
        *(("2021-03-05 00:00:00", "date-for-figure"), ("2021年5月", "date-for-figure")),
        *(
            ("2021/3/5", "date-for-figure"),
            ("5月", "date-for-figure"),
            ("3月5日（周五）", "date-for-figure"),
        ),
    ],
)
def test_what_a_text_is_instead_of_a_figure_is_said(text: str, key: str) -> None:
    for parse in (parse_count, parse_money):
        bad = attempt(parse, text)
        assert isinstance(bad, BadValueError)
        assert bad.key == f"values.{key}"


@pytest.mark.parametrize(
    ("parse", "text", "near"),
    [
        *((parse_count, "近千人", "约1000"), (parse_count, "百余人", "约100")),
        *((parse_count, "三百来人", "约300"), (parse_count, "上万人次", "约10000")),
        *((parse_money, "近千万元", "约1000万元"), (parse_money, "百余元", "约100元")),
    ],
)
def test_a_rough_figure_is_offered_as_an_approximate_one(
    parse: Parse, text: str, near: str
) -> None:
    bad = attempt(parse, text)
    assert isinstance(bad, BadValueError)
    assert (bad.params["near"], bad.replacement) == (near, None)
    assert parse(near) is not None


@pytest.mark.parametrize(
    "text",
    [
        "3万",
        "三万",
        "20多万人",
        "300人",
        "300名",
        "3千",
        "￥5",
        "3万5千",
        "五十元",
        "0.5亿",
        "叁佰圆",
    ],
)
def test_a_figure_that_says_what_it_counts_has_a_unit(text: str) -> None:
    assert has_unit(text)


@pytest.mark.parametrize(
    "text", ["300", "1,200", "约300", "50余", "300左右", "三百", "五十", "-5", "0", "-", "无"]
)
def test_a_figure_that_says_only_how_many_has_none(text: str) -> None:
    assert not has_unit(text)


CAPITALS = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")


@settings(deadline=None)
@given(st.integers(0, 10**9) | st.integers(0, 20000))
def test_a_numeral_written_is_read_back_the_same_in_words_and_in_capitals(number: int) -> None:
    text = write_numeral(number)
    assert parse_numeral(text) == parse_numeral(text.translate(CAPITALS)) == number
    assert parse_money(f"{text.translate(CAPITALS)}元整") == Figure(Decimal(number))


@tries(5)
@given(st.text("零一二三五九十百千万亿两", min_size=1, max_size=8))
def test_a_numeral_is_read_only_as_the_number_it_writes(text: str) -> None:
    number = parse_numeral(text)
    if number is not None:
        bare = write_numeral(number).replace("零", "").replace("一十", "十")
        assert text.replace("零", "").replace("一十", "十").replace("两", "二") == bare


@pytest.mark.parametrize("text", ["¥300", "￥300", "人民币300"])
def test_money_is_no_count(text: str) -> None:
    with pytest.raises(BadValueError):
        parse_count(text)
