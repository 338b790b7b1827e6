"""What the text of a cell means: dates as precise as they are known, figures, money.

Each parser takes a text as people write it; what it does not accept raises `BadValueError`.
Blank and zero are different things: `None` is “not reported”, 0 is none.
"""

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from cqpair.source import BadValueError

BLANKS = frozenset({"", "-", "--", "—", "——", "–", "/", "无数据", "未统计"})
"""Texts that mean “not reported”, after full-width forms are folded."""

_ZEROS = frozenset({"无", "零"})
_LONGEST = 24  # characters of a number: what is longer is a slip, and would lose digits
_MOST = 10**16
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EXCEL_SERIALS = range(20000, 80000)  # 1954 to 2119: five digits that can only be a day

SMALLEST_WITHOUT_UNIT = 100
"""元: sums of so few are not reported for an activity; of so many 万元, most are."""

UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
"""Characters of no width, which come along when text is pasted from a page."""

_SPACE = re.compile(r"(?<!\d)\s+|\s+(?!\d)")
_TIME = re.compile(r"(?:[ T]|(?<=[日号]))\d{1,2}:\d{2}(?::\d{2})?$")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?")
_YEAR = re.compile(r"(\d{4})年?")
_DAY_OF_YEAR = re.compile(r"(\d{1,2})月(\d{1,2})[日号]")
_NUMBER = r"(?P<number>[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
_BEFORE = r"(?P<before>大约|约|将近|近|超过|超|逾|不少于)?"
_AFTER = r"(?P<more>余|多)?"
_END = r"(?P<end>左右|以上|上下|余)?"
_COUNT = re.compile(f"{_BEFORE}{_NUMBER}(?P<scale>万)?{_AFTER}(?:人次|人|名|位|次)?{_END}")
_MONEY = re.compile(f"{_BEFORE}[¥￥]?{_NUMBER}(?P<scale>千万|百万|万|千|亿)?{_AFTER}元?{_END}")
_UNITS = frozenset("元¥万千百亿")
_SCALES = {None: 1, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}


class DateSpan(NamedTuple):
    """A date known to the day, the month or the year: its first and last possible day."""

    first: date
    last: date

    def __str__(self) -> str:
        text = self.first.isoformat()
        if self.first == self.last:
            return text
        return text[:7] if self.first.month == self.last.month else text[:4]


class Figure(NamedTuple):
    """A count (人次) or an amount (元), and whether the record calls it approximate."""

    value: int | Decimal
    approximate: bool = False

    @property
    def decimal(self) -> Decimal:
        """The value as a Decimal."""
        return Decimal(self.value)


def folded(text: str) -> str:
    """Full-width forms made narrow; white space dropped, but for what keeps two digits apart."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text.translate(UNSEEN)).strip())


def is_blank(text: str) -> bool:
    """True for an empty cell and for the marks that mean “not reported”."""
    return folded(text) in BLANKS


def parse_date(text: str, year: int | None) -> DateSpan:
    """A date as people write it; `5月13日` takes its year from the folder's quarter."""
    plain = _TIME.sub("", folded(text))
    if match := _DAY.fullmatch(plain) or _COMPACT_DAY.fullmatch(plain):
        return _day(text, *map(int, match.groups()))
    if match := _MONTH.fullmatch(plain):
        return _month(text, *map(int, match.groups()))
    if match := _YEAR.fullmatch(plain):
        first = _day(text, int(match[1]), 1, 1).first
        return DateSpan(first, first.replace(month=12, day=31))
    if plain.isdecimal() and len(plain) == 5 and int(plain) in _EXCEL_SERIALS:
        day = _EXCEL_DAY_ZERO + timedelta(days=int(plain))
        return DateSpan(day, day)
    if match := _DAY_OF_YEAR.fullmatch(plain):
        if year is None:
            raise BadValueError("values.date-without-year", value=text)
        return _day(text, year, int(match[1]), int(match[2]))
    raise BadValueError("values.date", value=text)


def parse_count(text: str) -> Figure | None:
    """人次: `300`, `３００`, `1,200`, `约300人`, `300余人`; `无` is 0, a blank is None."""
    figure = _figure(text, _COUNT, "values.count")
    if figure and figure.value != int(figure.value):
        raise BadValueError("values.count", value=text)
    return figure and Figure(int(figure.value), figure.approximate)


def parse_money(text: str) -> Figure | None:
    """元: `5000`, `3万元`, `2000万`, `1.5亿元`, `3万余元`; `无` is 0, a blank is None."""
    return _figure(text, _MONEY, "values.money")


def has_unit(text: str) -> bool:
    """True when the text of an amount says what it counts: 元, 万元, 亿 …"""
    return not _UNITS.isdisjoint(folded(text))


def to_fen(amount: Decimal) -> Decimal:
    """元 to the 分, half a 分 rounded up."""
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def to_yuan(amount: Decimal) -> Decimal:
    """A figure without decimals, a half rounded up."""
    return amount.quantize(Decimal(1), ROUND_HALF_UP)


def write_count(figure: Figure) -> str:
    """The canonical text of a figure, which `parse_count` reads as the same figure."""
    return f"{'约' if figure.approximate else ''}{figure.value}"


def write_money(figure: Figure) -> str:
    """The canonical text of an amount in 元, without needless zeros."""
    plain = f"{figure.decimal:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return f"{'约' if figure.approximate else ''}{plain}"


def _figure(text: str, pattern: re.Pattern[str], key: str) -> Figure | None:
    plain = folded(text)
    if plain in BLANKS:
        return None
    if plain in _ZEROS:
        return Figure(0)
    match = pattern.fullmatch(plain)
    if match is None or len(match["number"]) > _LONGEST:
        raise BadValueError(key, value=text)
    value = Decimal(match["number"].replace(",", "")) * _SCALES[match["scale"]]
    if abs(value) > _MOST:
        raise BadValueError(key, value=text)
    return Figure(value, bool(match["before"] or match["more"] or match["end"]))


def _day(text: str, year: int, month: int, day: int) -> DateSpan:
    try:
        found = date(year, month, day)
    except ValueError:
        raise BadValueError("values.no-such-day", value=text) from None
    return DateSpan(found, found)


def _month(text: str, year: int, month: int) -> DateSpan:
    first = _day(text, year, month, 1).first
    return DateSpan(first, first.replace(day=monthrange(year, month)[1]))
