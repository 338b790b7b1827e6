"""The text of a cell as every parser takes it, and the numerals in it.

A text is narrow, without what only parts or is not seen. Numerals are Chinese ones, 三千五百 and
两万, and the capitals that offices write sums in, 叁万伍仟.
"""

import re
import unicodedata
from functools import cache

from cqpair.text import NO_WIDTH

BLANKS = frozenset({"", "-", "--", "—", "——", "–", "/", "无数据", "未统计"})
"""Texts that mean “not reported”, after full-width forms are folded."""


UNSEEN = dict.fromkeys(map(ord, NO_WIDTH))
"""For `str.translate`, which drops them."""


_PARTING = re.compile(rf"[\s{NO_WIDTH}]+")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, when it is first asked for: compiling all of them would delay every command."""
    return re.compile(pattern)


def folded(text: str) -> str:
    """Full-width forms made narrow; white space dropped, but for what keeps two digits apart."""
    if text.isascii() and not _PARTING.search(text):
        return text
    return _PARTING.sub(_parted, unicodedata.normalize("NFKC", text)).strip()


def is_blank(text: str) -> bool:
    """True for an empty cell and for the marks that mean “not reported”."""
    first = text[:1]
    if first.isalnum() and first not in "无未":  # as nearly every cell that says something
        return False
    return folded(text) in BLANKS


def has_odd_digit(text: str) -> bool:
    """True for a superscript, circled or Roman digit: `300²` is not 3002."""
    return not text.isascii() and any(
        unicodedata.category(c) in ("No", "Nl") and c != "〇" for c in text
    )


def _parted(between: re.Match[str]) -> str:
    """What is put in place of white space.

    A blank between digits, which it keeps apart, else nothing.
    """
    text, (start, end) = between.string, between.span()
    return " " if text[start - 1 : start].isdigit() and text[end : end + 1].isdigit() else ""


_DIGITS = "零一二三四五六七八九"

_SCALES = {"十": 10, "百": 100, "千": 1000}

_PLAIN = str.maketrans(
    "〇○两壹贰貳弍叁叄參肆伍陆陸柒捌玖拾佰仟萬億", "零零二一二二二三三三四五六六七八九十百千万亿"
)

CHINESE = "零〇○一二三四五六七八九十百千万亿两壹贰貳弍叁叄參肆伍陆陸柒捌玖拾佰仟萬億"
"""The characters of numerals."""


_ONE_TEN = "(?<![一二三四五六七八九])一十"

_GAP = "(?<=[十百千万亿])零(?=[一二三四五六七八九十])"

_BARE_END = "[百千万亿][一二三四五六七八九](?![十百千])"


def parse_numeral(text: str) -> int | None:
    """The number that a numeral writes; None for any other text.

    What could be two numbers is none: 三万五 is 35000 to a speaker and 30005 to a clerk.
    """
    plain = text.translate(_PLAIN)
    if not plain or compiled(_BARE_END).search(plain):
        return None
    number = _value(plain)
    if number is None or _without_gaps(plain) != _without_gaps(write_numeral(number)):
        return None
    return number


def parse_digits(text: str) -> str | None:
    """二〇二一 as 2021; None where another character stands among the digits."""
    found = [str(_DIGITS.find(c)) for c in text.translate(_PLAIN)]
    return None if "-1" in found else "".join(found)


def write_numeral(number: int) -> str:
    """A number from 0 to below 10¹⁶ as a numeral."""
    if number == 0:
        return "零"
    text = ""
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, scale)
        if part:
            gap = "零" if text and part < 1000 else ""
            text += gap + (write_numeral(part) if part >= 10**4 else _thousands(part)) + name
    return text


def _thousands(number: int) -> str:
    """A number from 1 to 9,999 as a numeral."""
    text, gap = "", ""
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            text += gap + _DIGITS[digit] + name
            gap = ""
        elif text:
            gap = "零"
    return text


def _value(plain: str) -> int | None:
    """What a numeral in plain characters is worth; None where one of them is not of a numeral."""
    for name, scale in (("亿", 10**8), ("万", 10**4)):
        if name in plain:
            before, _, behind = plain.rpartition(name)
            high, low = _value(before), _value(behind) if behind else 0
            return None if high is None or low is None else high * scale + low
    total, digit = 0, None
    for character in plain:
        if character in _SCALES:
            total += (1 if digit is None else digit) * _SCALES[character]
            digit = None
        elif character in _DIGITS:
            digit = _DIGITS.index(character)
        else:
            return None
    return total + (digit or 0) if plain else None


def _without_gaps(plain: str) -> str:
    """A numeral as the strictest and the loosest writer would both write it, to compare two."""
    return compiled(_ONE_TEN).sub("十", compiled(_GAP).sub("", plain))
