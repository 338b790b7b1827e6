"""Counts (人次) and amounts (元) as people write them, exact or approximate."""

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from cqpair.source import BadValueError
from cqpair.values.dates import is_date
from cqpair.values.text import BLANKS, CHINESE, compiled, folded, has_odd_digit, parse_numeral

_ZEROS = frozenset({"无", "零"})

_LONGEST = 24  # characters of a number: what is longer is a slip, and would lose digits

_PLAIN = 16  # digits, and nothing else, that are a figure at once

_MOST = 10**_PLAIN

SMALLEST_WITHOUT_UNIT = 100
"""元: sums of so few are not reported for an activity; of so many 万元, most are."""


_SCALES = {None: 1, "百": 100, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}

_SCALE = "百万|千万|百|千|万|亿"

_PART = rf"(\d+)({_SCALE})?"

_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"

_COMPOUND = rf"(?:\d+(?:{_SCALE})){{1,4}}(?:\d+)?"

_NUMBER = (
    rf"(?P<before>大约|约|将近|近|超过|超|逾|不少于)?(?P<currency>人民币|¥)?"
    rf"(?P<number>[-+]?[\d,]+(?:\.\d+)?|{_COMPOUND}|[{CHINESE}]+)"
    rf"(?P<odd>余|多)?(?P<scale>{_SCALE})?(?P<more>余|多)?"
)

_END = r"(?P<end>左右|以上|上下|余)?"

_PEOPLE = r"人次|人\(次\)|人/次|人|名|位|次"

_COINS = rf"(?:(?P<jiao>[\d{CHINESE}])角)?(?:(?P<fen>[\d{CHINESE}])分)?"

_COUNT = rf"{_NUMBER}(?P<unit>{_PEOPLE})?{_END}"

_MONEY = rf"{_NUMBER}(?:(?P<unit>元|圆){_COINS}(?:整|正)?)?(?:人民币)?{_END}"

_RANGE = rf"[\d.,{CHINESE}]\D{{0,3}}(?:[-—–‐−~〜]+|至|到)\D?[\d{CHINESE}]"

_SEVERAL = r"\d\D{0,3}(?:[+/、,;|&\s]|和|与|及)\D?\d"

_WRONG_GROUPS = r"[^\d,]*[\d,]*\d,[\d,]*(?:\.\d+)?[^\d,]*"

_CURRENCY = "[¥￥]|人民币"

_LOOSE = r"\d\s*[,.]\s+\d|\d\s+[,.]\s*\d"

_VAGUE = "[数几余多近上成许众]|若干|大量|不详|不等|不少"


class Figure(NamedTuple):
    """A count (人次) or an amount (元), and whether the record calls it approximate."""

    value: int | Decimal
    approximate: bool = False

    @property
    def decimal(self) -> Decimal:
        """The value as a Decimal."""
        return Decimal(self.value)


def parse_count(text: str) -> Figure | None:
    """人次: `300`, `1,200`, `约300人`, `20多万人`, `三百人`; `无` is 0, a blank is None.

    The value is an int. BadValueError for any other text, for a fraction, and for what is an
    amount.
    """
    figure = _figure(text, _COUNT)
    if figure is None:
        raise _refusal(text, _COUNT, "values.count", write_count)
    if figure is _NOTHING:
        return None
    if figure.value != int(figure.value) or re.search(_CURRENCY, text):
        raise BadValueError("values.count", value=text)
    return Figure(int(figure.value), figure.approximate)


def parse_money(text: str) -> Figure | None:
    """元: `5000`, `3万元`, `50余万元`, `叁万元整`; `无` is 0, a blank is None.

    The value is in 元, exact, and may have 角 and 分. BadValueError for any other text.
    """
    figure = _figure(text, _MONEY)
    if figure is None:
        raise _refusal(text, _MONEY, "values.money", tell_money)
    return None if figure is _NOTHING else figure


def has_unit(text: str) -> bool:
    """True when a figure's text says what it counts or in what scale: 元, 人, 3万, 20多万, 三万.

    A numeral below 万 says neither, 三百 no more than 300.
    """
    plain = folded(text)
    match = compiled(_MONEY).fullmatch(plain) or compiled(_COUNT).fullmatch(plain)
    if match is None:
        return not frozenset("元¥万亿").isdisjoint(plain)
    number = match["number"]
    compound = number[0].isdigit() and not number[-1].isdigit()
    named = match["unit"] or match["currency"] or match["scale"]
    return bool(named or compound or not frozenset("万亿萬億").isdisjoint(number))


def has_mark_alone(text: str) -> bool:
    """True for a number with ¥ or 人民币 and no unit: the mark says that it is money, no scale."""
    plain = folded(text)
    bare = plain.replace("¥", "").replace("人民币", "")
    return bare != plain and not has_unit(bare)


def to_fen(amount: Decimal) -> Decimal:
    """元 to the 分, half a 分 rounded up, as a bookkeeper does and Python by itself does not."""
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def to_yuan(amount: Decimal) -> Decimal:
    """A figure without decimals, a half rounded up: a sum of approximate amounts knows no 分."""
    return amount.quantize(Decimal(1), ROUND_HALF_UP)


def write_count(figure: Figure) -> str:
    """The canonical text of a figure, which `parse_count` reads as the same figure.

    It is in 人次 and in digits, with 约 before an approximate one.
    """
    return f"{'约' if figure.approximate else ''}{figure.value}"


def write_money(figure: Figure) -> str:
    """The canonical text of an amount in 元, without needless zeros.

    `parse_money` reads it as the same figure; 约 stands before an approximate one.
    """
    return f"{'约' if figure.approximate else ''}{plain_digits(figure.decimal)}"


def plain_digits(number: Decimal) -> str:
    """All digits of a number, without needless zeros and without a power of ten."""
    plain = f"{number:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def tell_money(figure: Figure) -> str:
    """An amount as a person would write it: in 万元 where that is a whole number of them."""
    wan, rest = divmod(figure.decimal, 10**4)
    if rest or not wan:
        return f"{write_money(figure)}元"
    return f"{write_money(figure._replace(value=wan))}万元"


_NOTHING = Figure(-1)
"""Stands for a blank."""


def _figure(text: str, pattern: str) -> Figure | None:
    """The figure that a text says, `_NOTHING` for a blank; None for a text that says none."""
    if text.isascii() and text.isdigit() and len(text) <= _PLAIN:
        return Figure(Decimal(text))
    plain = folded(text)
    if plain in BLANKS:
        return _NOTHING
    if plain in _ZEROS:
        return Figure(0)
    match = compiled(pattern).fullmatch(plain)
    if match is None or has_odd_digit(text) or _parts_by_comma(text):
        return None
    value = _value(match)
    if value is None or abs(value) > _MOST:
        return None
    approximate = match["before"] or match["odd"] or match["more"] or match["end"]
    return Figure(value, bool(approximate))


def _value(match: re.Match[str]) -> Decimal | None:
    """The number of a match with its scale and its coins; None where it cannot be one number."""
    number, scale = match["number"], match["scale"]
    if len(number) > _LONGEST or (match["odd"] and match["more"]):
        return None
    plain = number.lstrip("-+")
    if compiled(_GROUPED).fullmatch(plain):
        value: Decimal | None = Decimal(number.replace(",", "")) * _SCALES[scale]
    else:
        whole = _compound(plain) if plain[0].isdigit() else parse_numeral(plain)
        if whole is None or (scale and not _may_scale(whole, match)):
            return None
        value = Decimal(whole) * _SCALES[scale]
    return None if value is None else _with_coins(value, match)


def _may_scale(whole: int, match: re.Match[str]) -> bool:
    """三百多万 and 3千余万 are scaled; 三万多万, 五百 千 and the like are slips."""
    return bool(match["odd"]) and whole < 10**4 and match["scale"] in ("万", "亿")


def _compound(number: str) -> int | None:
    """3万5千 as 35000: each scale below the one before it, digits without one only in full."""
    if not compiled(_COMPOUND).fullmatch(number):
        return None
    total, above = 0, 0
    for digits, name in compiled(_PART).findall(number):
        scale = _SCALES[name or None]
        part = int(digits) * scale
        if above and (part >= above or (not name and len(digits) != len(str(above)) - 1)):
            return None
        total, above = total + part, scale
    return total


def _with_coins(value: Decimal, match: re.Match[str]) -> Decimal | None:
    """`value` in 元 and the 角 and 分 behind it; None where those are not single digits."""
    if match["unit"] not in ("元", "圆"):
        return value
    named = match.groupdict()
    for key, worth in (("jiao", Decimal("0.1")), ("fen", Decimal("0.01"))):
        if coin := named.get(key):
            digit = int(coin) if coin.isdecimal() else parse_numeral(coin)
            if digit is None or digit > 9 or value < 0:
                return None
            value += digit * worth
    return value


def _parts_by_comma(text: str) -> bool:
    """True where a comma or a point parts two figures: one of Chinese text, or one with a space."""
    wide = "，" in text and any("0" <= c <= "9" for c in text)
    return wide or "﹐" in text or compiled(_LOOSE).search(text) is not None


def _refusal(text: str, pattern: str, key: str, write: Callable[[Figure], str]) -> BadValueError:
    """Why a text is not a figure: what it is instead, and a figure that it is near to."""
    plain = folded(text)
    if len(plain) > 2 * _LONGEST or has_odd_digit(text):
        return BadValueError(key, value=text)
    if is_date(text):
        return BadValueError("values.date-for-figure", value=text)
    if compiled(_RANGE).search(plain):
        return BadValueError("values.range", value=text)
    if _parts_by_comma(text):
        return BadValueError("values.two-figures", value=text)
    if compiled(_WRONG_GROUPS).fullmatch(plain):
        return BadValueError("values.grouping", value=text)
    if compiled(_SEVERAL).search(plain):
        return BadValueError("values.two-figures", value=text)
    if near := _near(plain, pattern):
        return BadValueError("values.figure-near", value=text, near=write(near))
    if compiled(_VAGUE).search(plain) and not re.search(r"\d", plain):
        return BadValueError("values.vague", value=text)
    return BadValueError(key, value=text)


def _near(plain: str, pattern: str) -> Figure | None:
    """The figure that a rough one is about: 近千人 about 1000, 三百来人 about 300."""
    rough = re.sub("^[近上成约]?(?=[十百千万亿])", "约一", plain).replace("来", "多")
    found = None if rough == plain else _figure(rough, pattern)
    return found and Figure(found.value, True)
