"""What a number shows in a spreadsheet: its format may write 万元 behind it, or 约 before it.

Only what changes the meaning is followed: words beside the number, the thousands that a comma
takes off, a point put between digits, per cent. Digits are never rounded away, since a format
that shows 5.3万 still holds 53210.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple

from cqpair.values import plain_digits

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|!(?P<inserted>.)|_.|\*.'
    r"|\[(?P<bracket>[^\]]*)\]|(?P<general>General|G/通用格式|@)|(?P<digit>[0#?])"
    r"|(?P<mark>[.,%])|(?P<other>[Ee][+-]|/)|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)


_SECTIONS = re.compile(r'((?:"[^"]*"?|\\.|!.|_.|\*.|\[[^\]]*\]|[^;])*)(?:;|$)', re.DOTALL)


_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")


_CURRENCY = re.compile(r"\$([^-]*)(?:-.*)?")


_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<=": le,
    ">=": ge,
    "<>": ne,
    "<": lt,
    ">": gt,
    "=": eq,
}


_NO_CODES = re.compile(r'\[[^\]]*\]|"[^"]*"|[\\!_*].|General|AM/PM|A/P', re.IGNORECASE)
"""What stands in a format beside a date's codes: colours, languages, quoted words, AM/PM."""


_NAMES_A_DAY = re.compile("aaa|(?<![a-z])e(?![a-z+-])", re.IGNORECASE)


CHINESE_DATES = {
    **dict.fromkeys((27, 36, 50, 52, 57), "ym"),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), "md"),
    **dict.fromkeys((30, 31), "ymd"),
    **dict.fromkeys((32, 33, 34, 35, 55, 56), "hm"),
}
"""What the formats that Chinese Excel builds in show: year, month, day, or only hours.

ECMA-376 part 1, 18.8.30, zh-cn. A file names them by number alone, and openpyxl knows none.
"""


_NO_WORDS = str.maketrans("", "", "-()（）－¥￥")
"""What says nothing of the number's scale: signs, and that it is money. Headers say 万元, not ¥."""


_LEAST_GROUPED = 1000


_DIGITS_KEPT = 15  # a spreadsheet shows no more: 1.1 times 3 is 3.3 to it


class _Section(NamedTuple):
    """One part of a format: what stands before and behind the number, and what divides it."""

    before: str
    behind: str
    divisor: Decimal
    condition: tuple[str, Decimal] | None


_PLAIN = _Section("", "", Decimal(1), None)


def shown(value: float, code: str) -> str:
    """The text of a cell that holds `value` in the number format `code`, all its digits kept."""
    number = Decimal(f"{value:.{_DIGITS_KEPT}g}") if isinstance(value, float) else Decimal(value)
    section = _chosen(_sections(code), number)
    sign = "-" if number < 0 else ""
    digits = _digits(abs(number) / section.divisor, grouped=isinstance(value, float))
    if not section.before and not section.behind:
        return f"{sign}{digits}"
    return f"{section.before}{sign}{digits}{section.behind}"


def date_parts(code: str) -> str:
    """The letters of a date's format: `ym` is one that shows no day. The era's year, e, is y."""
    codes = _NO_CODES.sub("", code).partition(";")[0].casefold()
    return codes.replace("e", "y")


def is_day_name(code: str) -> bool:
    """Whether a format shows a number as a day in a way that openpyxl does not know: aaaa, e年."""
    return _NAMES_A_DAY.search(_NO_CODES.sub("", code).partition(";")[0]) is not None


def day_text(day: date, parts: str) -> str:
    """A date as precise as the cell shows it: Excel keeps 2021年5月 as the first of May."""
    if set(parts) & set("dhsa") or not set(parts) & set("ym"):
        timed = isinstance(day, datetime) and day.time() != time()
        return str(day) if timed else f"{day:%Y-%m-%d}"
    return f"{day:%Y-%m}" if "m" in parts else f"{day:%Y}年"


def _digits(number: Decimal, grouped: bool) -> str:
    """The number as it is written; 2,021.1 is an amount, 2021.1 might pass for a month."""
    plain = plain_digits(number)
    if grouped and "." in plain and number >= _LEAST_GROUPED:
        whole, _, rest = plain.partition(".")
        return f"{int(whole):,}.{rest}"
    return plain


def _chosen(sections: tuple[_Section | None, ...], number: Decimal) -> _Section:
    """The section a spreadsheet would use; a section without digits hides no number from us."""
    conditional = any(section and section.condition for section in sections)
    if conditional:
        for section in sections:
            if section is None:
                continue
            if section.condition is None:
                return section
            sign, limit = section.condition
            if _COMPARED[sign](number, limit):
                return section
        return _PLAIN
    wanted = 0 if number > 0 else 1 if number < 0 else 2
    at = wanted if wanted < len(sections) else 0
    return (sections[at] or _PLAIN) if sections else _PLAIN


@cache
def _sections(code: str) -> tuple[_Section | None, ...]:
    """The sections of a format; None for one that shows no digits."""
    parts = [match[1] for match in _SECTIONS.finditer(code)]
    if len(parts) > 1 and not parts[-1]:
        parts.pop()  # the empty match at the very end
    sections = tuple(_section(part) for part in parts[:4])
    return tuple(
        section
        and section._replace(
            before=section.before.translate(_NO_WORDS), behind=section.behind.translate(_NO_WORDS)
        )
        for section in sections
    )


def _section(part: str) -> _Section | None:
    before, behind = "", ""
    divisor, condition = Decimal(1), None
    digits = commas = inserted = 0
    for match in _TOKEN.finditer(part):  # fractions and powers of ten show the number itself
        kind, text = match.lastgroup, match[match.lastgroup] if match.lastgroup else ""
        if kind in ("digit", "general"):
            digits, commas = digits + 1, 0
            inserted += behind == "."
            divisor *= 10 if inserted else 1
            behind = "." if inserted else ""
        elif kind == "mark" and text != "%":
            commas += text == ","
        elif kind == "bracket":
            if found := _CONDITION.fullmatch(text):
                condition = (found[1], Decimal(found[2]))
            text = found[1].strip() if (found := _CURRENCY.fullmatch(text)) else ""
        if kind == "mark" and text == "%":
            divisor /= 100
        if kind in ("quoted", "escaped", "inserted", "plain", "bracket") or text == "%":
            before, behind = (before, behind + text) if digits else (before + text, behind)
    if not digits:
        return None
    divisor *= Decimal(1000) ** commas
    return _Section(before.strip(), behind.lstrip(".").strip(), divisor, condition)
