"""Figures as people write them in a text: 约4530人次, 10.45万元, 1.2亿元; tables have them in full.

An exact count stays exact. An amount of 1万 and more is written in 万 or 亿 with at most two
decimals; what is approximate has three significant figures and keeps 约.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from cqpair.fields import BY_KEY, Figures
from cqpair.messages import say
from cqpair.values import to_fen

_SCALES = (("亿", 8, 99_999_950), ("万", 4, 10**4))
"""By what a number is written, and from which on: what would be 10000万 is 1亿."""


_SIGNIFICANT = 3


def sum_words(key: str, total: Decimal, approximate: bool) -> str:
    """The sum of the column `key` with its name: 参与约4530人次, 资金投入27.5万元."""
    column = BY_KEY[key]
    name = column.header.removesuffix(column.unit)
    return f"{name}{amount_words(key, total, approximate)}"


def amount_words(key: str, total: Decimal, approximate: bool) -> str:
    """A sum of the column `key`, in 人次 or 元, with its unit and without its name."""
    column = BY_KEY[key]
    if approximate:
        return f"{say('document.about')}{_scaled(_rounded(total))}{column.unit}"
    return f"{_scaled(total) if column.is_money else format(total, 'f')}{column.unit}"


class ToldSum(NamedTuple):
    """A sum that the text tells, in 人次 or 元; `unreported` counts activities."""

    key: str
    total: Decimal
    is_approximate: bool
    unreported: int


def told_sums(now: Figures, keys: tuple[str, ...]) -> list[ToldSum]:
    """The sums of `keys` that say something: not nought, and of half of the activities or more."""
    sums = [(key, now.sums[key]) for key in keys if key in now.measured]
    return [
        ToldSum(key, one.total, one.approximate > 0, one.unreported)
        for key, one in sums
        if one.total and 2 * one.unreported <= now.activities
    ]


def _rounded(total: Decimal) -> Decimal:
    """A number to three significant figures, and without decimals."""
    step = Decimal(1).scaleb(max(total.adjusted() - _SIGNIFICANT + 1, 0))
    return (total / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _scaled(total: Decimal) -> str:
    """A number in 亿 or 万 from 1万 up; a smaller one as it is, 分 only where there are any."""
    for name, noughts, least in _SCALES:
        scaled = total.scaleb(-noughts).quantize(Decimal("0.01"), ROUND_HALF_UP)
        if total >= least:
            return f"{_plain(scaled)}{name}"
    return f"{to_fen(total):f}".removesuffix(".00")


def _plain(number: Decimal) -> str:
    """A number without needless noughts behind its point."""
    return f"{number:f}".rstrip("0").rstrip(".")
