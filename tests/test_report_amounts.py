"""Amounts in the text of a report: as people write them, and never more exact than they are."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import put_records, record
from cqpair.report.amounts import amount_words, sum_words
from report_document import Asked, Made, made

YUAN = [
    ("0", "0元"),
    ("0.50", "0.50元"),
    ("9999.99", "9999.99元"),
    ("10000", "1万元"),
    ("12345", "1.23万元"),
    ("20050", "2.01万元"),
    ("104450", "10.45万元"),
    ("374000", "37.4万元"),
    ("1000000", "100万元"),
    ("99999999.99", "1亿元"),
    ("100000000", "1亿元"),
    ("123456789", "1.23亿元"),
    ("3400.00", "3400元"),
]
ABOUT_YUAN = [
    ("373700", "约37.4万元"),
    ("66700", "约6.67万元"),
    ("250000", "约25万元"),
    ("1129500", "约113万元"),
    ("99960", "约10万元"),
    ("9996", "约1万元"),
    ("300", "约300元"),
    ("12", "约12元"),
]
ABOUT_PEOPLE = [
    ("4527", "约4530人次"),
    ("999", "约999人次"),
    ("300", "约300人次"),
    ("7", "约7人次"),
    ("1004", "约1000人次"),
    ("1005", "约1010人次"),
    ("20345", "约2.03万人次"),
]
PEOPLE = [
    *(("0", "0人次"), ("999", "999人次"), ("4527", "4527人次")),
    *(("10613", "10613人次"), ("123456", "123456人次")),
]


@pytest.mark.parametrize(("total", "words"), YUAN)
def test_money_is_told_in_the_unit_that_people_use(total: str, words: str) -> None:
    assert amount_words("funding", Decimal(total), approximate=False) == words


@pytest.mark.parametrize(("total", "words"), ABOUT_YUAN)
def test_approximate_money_has_three_figures_and_says_about(total: str, words: str) -> None:
    assert amount_words("funding", Decimal(total), approximate=True) == words


@pytest.mark.parametrize(("total", "words"), ABOUT_PEOPLE)
def test_an_approximate_count_has_three_figures_and_says_about(total: str, words: str) -> None:
    assert amount_words("participants", Decimal(total), approximate=True) == words


@pytest.mark.parametrize(("total", "words"), PEOPLE)
def test_an_exact_count_stays_exact_however_large(total: str, words: str) -> None:
    assert amount_words("participants", Decimal(total), approximate=False) == words


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("participants", "参与9人次"),
        ("experts", "专家9人次"),
        ("funding", "资金投入9元"),
        ("in_kind", "实物折价9元"),
        ("purchases", "消费帮扶9元"),
    ],
)
def test_a_sum_is_told_with_its_name(key: str, words: str) -> None:
    assert sum_words(key, Decimal(9), approximate=False) == words


def _value(words: str) -> Decimal:
    """The number that words stand for."""
    found = re.fullmatch(r"约?([\d.]+)([万亿]?)元", words)
    assert found, words
    return Decimal(found[1]) * {"": 1, "万": 10**4, "亿": 10**8}[found[2]]


@given(st.integers(0, 10**14))
def test_no_amount_is_off_by_more_than_its_last_figure(fen: int) -> None:
    total = Decimal(fen) / 100
    words = amount_words("funding", total, approximate=False)
    unit = 10**8 if "亿" in words else 10**4 if "万" in words else 0
    assert abs(_value(words) - total) <= Decimal(unit) / 200
    about = amount_words("funding", total, approximate=True)
    step = Decimal(10) ** max(total.adjusted() - 2, 0) if total else Decimal(1)
    assert abs(_value(about) - total) <= max(step, Decimal(1)) / 2
    digits = re.sub(r"\D", "", about).strip("0")
    assert about.startswith("约")
    assert len(digits) <= 3


def half_told(tables: Path, told: int, silent: int) -> Made:
    """The report of a quarter of which so many activities tell a sum, and so many do not."""
    rows = [
        record(id=f"2021Q2-wushan-{n:02}", title=f"演示数据{n}", participants="20" * (n < told))
        for n in range(told + silent)
    ]
    put_records(tables, "2021Q2/wushan.csv", *rows)
    return made(tables, Asked("2021Q2"))


@pytest.mark.parametrize(
    ("told", "silent", "words"),
    [
        (1, 6, None),
        (2, 3, None),
        (2, 2, "参与40人次（只含已填报的，见附件1）。"),
        (3, 2, "参与60人次（只含已填报的，见附件1）。"),
        (3, 0, "参与60人次。"),
    ],
)
def test_a_sum_is_told_only_where_half_of_the_activities_reported_it(
    told: int, silent: int, words: str | None, tables: Path
) -> None:
    report, document = half_told(tables, told, silent)
    text = getattr(document.blocks[2], "text", "")
    assert ("人次" in text) is (words is not None)
    if words:
        assert text.endswith(words)
    problems = "".join(getattr(block, "text", "") for block in document.blocks[3:])
    assert (f"参与人次{silent}项" in problems) is (silent > 0)
    assert document.overview is not None
    (figure,) = (f for f in document.overview.figures if f.title == "参与人次")
    assert figure.value == report.totals.now.sums["participants"].total == 20 * told
