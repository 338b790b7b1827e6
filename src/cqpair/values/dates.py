"""Dates as people write them, and what to write where a text could be none or several.

A date has the same mark twice (2021.5.13, 2021/5/13) or its Chinese words: `2021.4-6` is April to
June to one reader and the sixth of April to another, so it is not a day.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from cqpair.messages import say
from cqpair.source import BadValueError
from cqpair.values.text import compiled, folded, has_odd_digit, parse_digits, parse_numeral

EXCEL_DAY_ZERO = date(1899, 12, 30)
"""The day from which Excel counts days, as of March 1900."""


_EXCEL_SERIALS = range(20000, 80000)  # 1954 to 2119: five digits that can only be a day

_MARKS = str.maketrans({**dict.fromkeys("‐‒−", "-"), "―": "—", "〜": "~"})

_WEEKDAYS = "一二三四五六日天"

_WEEKDAY = rf"\(?(?:周|星期|礼拜)(?P<weekday>[{_WEEKDAYS}])\)?$"

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}[时点](?:\d{1,2}分|半|整)?"

_PART = "凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|全天"

_TIME = rf"(?:(?:{_PART})(?P<exact>{_CLOCK})?|(?:[ T]|(?<=[日号){_WEEKDAYS}]))(?P<clock>{_CLOCK}))$"

_MIDNIGHT = r"0?0:00(?::00)?"

_YMD = r"(?P<y>\d{4})(?P<mark>[-–—/.])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})[日号]?"

_YMD_WORDS = r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?"

_MD_WORDS = r"(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?"

_MD = r"(?P<m>\d{1,2})(?P<mark>[-–—/.])(?P<d>\d{1,2})[日号]?"

_YM = r"(?P<y>\d{4})(?:[-–—/.年])(?P<m>\d{1,2})(?:月份?)?"

_DAYS = (_YMD, _YMD_WORDS, r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})", _MD_WORDS)

_LOST_NOUGHT = r"(\d{4})\.1"

_YEAR = r"(\d{4})(?:年度?)?"

_RANGE = "[-–—~至到]+"

_STARTS = (_YMD, _YMD_WORDS, _MD_WORDS, _MD, _YM, r"(?P<m>\d{1,2})月份?")

_BARE_MONTH = r"(?P<m>\d{1,2})"

_DAY_ENDS = (*_STARTS[:4], r"(?P<d>\d{1,2})[日号]?")

_MONTH_ENDS = (*_STARTS[4:], _BARE_MONTH)

_DAY_OR_MONTHS = r"(?:(?P<y>\d{4})[-–—/.年])?(?P<m>\d{1,2})(?P<mark>[-–—])(?P<d>\d{1,2})"

_ONLY_MONTH = r"(?:(?P<y>\d{4})年)?(?P<m>\d{1,2})月(?:份|[上中下]旬|[初中底末])?"

_SHORT_YEAR = r"(?P<y>\d{2})(?:([-/.])(?P<m>\d{1,2})\2|年(?P<n>\d{1,2})月)(?P<d>\d{1,2})日?"

_YEAR_LAST = r"(?P<m>\d{1,2})([-/.])(?P<d>\d{1,2})\2(?P<y>\d{4})"

_SIX = r"(?P<y>\d{4})(?P<m>\d{2})"

_ANY_MARKS = r"(?P<y>\d{4})\D(?P<m>\d{1,2})\D(?P<d>\d{1,2})\D?"

_NUMERAL_YEAR = "[〇○零一二三四五六七八九]{4}(?=年)"

_NUMERAL = "[一二三四五六七八九十]{1,3}(?=[月日号])"


class PartialDate(NamedTuple):
    """A date known to the day, the month or the year: its first and last possible day."""

    first: date
    last: date

    def __str__(self) -> str:
        """As precise as it is known: 2021-05-13, 2021-05 or 2021."""
        text = self.first.isoformat()
        if self.first == self.last:
            return text
        return text[:7] if self.first.month == self.last.month else text[:4]


class _Written(NamedTuple):
    """A date's text without its time and weekday, which a day alone may have."""

    text: str
    time: str
    weekday: str


def parse_date(text: str, year: int | None) -> PartialDate:
    """A date as people write it; `5月13日` takes its year from the folder's quarter, `year`.

    Known to the day, the month or the year. BadValueError for any other text, with the sentence
    that says what it is instead: a span, a day without its year, a slip of which the right text is
    known.
    """
    written = _written(text)
    if not has_odd_digit(text):
        if found := _day_written(text, written.text, year):
            return found
        if not (written.time or written.weekday) and (found := _longer(text, written.text)):
            return found
    raise _refusal(text, written, year)


def weekday_in(text: str) -> int | None:
    """The day of the week that stands behind a date, 0 for Monday; None where there is none."""
    weekday = _written(text).weekday
    return min(_WEEKDAYS.index(weekday), 6) if weekday else None


def lost_in(text: str, day: date) -> bool:
    """True when the text says what `day` does not: a time, or another day of the week.

    Midnight is no time, since a spreadsheet writes it behind every day.
    """
    written = _written(text)
    weekday = weekday_in(text)
    other_day = weekday is not None and weekday != day.weekday()
    return other_day or bool(written.time and not compiled(_MIDNIGHT).fullmatch(written.time))


def is_date(text: str) -> bool:
    """True for a day or a month where a figure belongs: `3月5日`, `2021-03-05`, `2021年5月`."""
    if folded(text).isdecimal():
        return False
    try:
        parse_date(text, 2000)
    except BadValueError as bad:
        return bad.key == "values.date-near" and folded(text).rstrip("份").endswith("月")
    return True


def _written(text: str) -> _Written:
    """A text without its time and its day of the week, which are kept apart; numerals as digits."""
    plain, time, weekday = folded(text), "", ""
    if plain.isascii() and ":" not in plain:
        return _Written(plain, "", "")
    plain = plain.translate(_MARKS)
    for _ in range(2):
        if not time and (match := compiled(_TIME).search(plain)):
            time = match["clock"] or match[0]
            plain = plain[: match.start()]
        if not weekday and (match := compiled(_WEEKDAY).search(plain)):
            weekday = match["weekday"]
            plain = plain[: match.start()]
    return _Written(_arabic(plain), time, weekday)


def _arabic(plain: str) -> str:
    """Years, months and days in Chinese numerals as digits: 二〇二一年五月十三日."""
    plain = compiled(_NUMERAL_YEAR).sub(lambda match: parse_digits(match[0]) or match[0], plain)
    return compiled(_NUMERAL).sub(lambda match: str(parse_numeral(match[0]) or match[0]), plain)


def _day_written(text: str, plain: str, year: int | None) -> PartialDate | None:
    """A day, or None.

    BadValueError for a month and day whose year nobody tells, or for no such day.

    A bare number of five digits in `_EXCEL_SERIALS` is a day as Excel counts them.
    """
    for pattern in _DAYS:
        if match := compiled(pattern).fullmatch(plain):
            named = match.groupdict()
            if named.get("y") is None and year is None:
                raise BadValueError("values.date-without-year", value=text)
            return _day(text, int(named.get("y") or year or 0), int(named["m"]), int(named["d"]))
    if plain.isdecimal() and len(plain) == 5 and int(plain) in _EXCEL_SERIALS:
        day = EXCEL_DAY_ZERO + timedelta(days=int(plain))
        return PartialDate(day, day)
    return None


def _longer(text: str, plain: str) -> PartialDate | None:
    """A date known to the month or the year."""
    if compiled(_LOST_NOUGHT).fullmatch(plain):  # 2021.10 typed as a number is 2021.1
        return None
    if match := compiled(_YM).fullmatch(plain):
        return _month(text, int(match["y"]), int(match["m"]))
    if match := compiled(_YEAR).fullmatch(plain):
        first = _day(text, int(match[1]), 1, 1).first
        return PartialDate(first, first.replace(month=12, day=31))
    return None


def _refusal(text: str, written: _Written, year: int | None) -> BadValueError:
    """Why a text is not a date, with the right text where it can be worked out.

    It is returned, not raised. Its `replacement` is what a fix may put in without asking anybody.
    """
    plain = written.text
    if year is None and _lacks_year(plain):
        return BadValueError("values.date-without-year", value=text)
    near = list(dict.fromkeys(_near(plain, year)))
    span = _find_span(plain, year)
    if span and near and compiled(_DAY_OR_MONTHS).fullmatch(plain):
        return BadValueError("values.date-or-span", value=text, day=near[0], **_ends(span))
    if span:
        return BadValueError("values.date-span", value=text, **_ends(span))
    if near:
        sure = len(near) == 1 and _is_sure(plain) and not (written.time or written.weekday)
        right = say("problems.or").join(near)
        replacement = near[0] if sure else None
        return BadValueError("values.date-near", replacement=replacement, value=text, right=right)
    return BadValueError("values.date", value=text)


def _find_span(plain: str, year: int | None) -> tuple[PartialDate, PartialDate] | None:
    """Start and end where a text names both, as in 5月13日至15日; None unless just one way fits."""
    found = set()
    for mark in compiled(_RANGE).finditer(plain):
        left, right = plain[: mark.start()], plain[mark.end() :]
        months = right.rstrip("份").endswith("月") or compiled(_DAY_OR_MONTHS).fullmatch(plain)
        starts = (*_STARTS, _BARE_MONTH) if months else _STARTS
        for start in _matches(starts, left):
            if start.get("y") is None and start.get("mark") == mark[0]:
                continue  # 5-13-15 may be anything
            for end in _matches(_DAY_ENDS if start.get("d") else _MONTH_ENDS, right):
                found.add(_span(start, end, year))
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _span(
    start: dict[str, str], end: dict[str, str], year: int | None
) -> tuple[PartialDate, PartialDate] | None:
    """Both ends of a span as it is written, or None where they make none.

    The year of one end holds for the other. A last month before the first is of the next year.
    """
    first_year = int(start.get("y") or end.get("y") or year or 0)
    first = _try(first_year, start["m"], start.get("d"))
    last_year = int(end.get("y") or first_year)
    last = _try(last_year, end.get("m") or start["m"], end.get("d"))
    if first and last and last.first < first.first and end.get("m") and not end.get("y"):
        last = _try(last_year + 1, end["m"], end.get("d"))
    return (first, last) if first and last and first.first < last.first else None


def _near(plain: str, year: int | None) -> Iterator[str]:
    """The dates that a text which is not one may mean, as ISO 8601 writes them.

    They are only told; a fix may put one in where it is the only one. `year` is that of the
    folder.
    """
    told = None if year is None else str(year)
    if match := compiled(_LOST_NOUGHT).fullmatch(plain):
        yield from (f"{match[1]}-01", f"{match[1]}-10")
    for pattern in (_MD, _ONLY_MONTH, _SIX, _ANY_MARKS, _DAY_OR_MONTHS):
        if match := compiled(pattern).fullmatch(plain):
            named = match.groupdict()
            days = [named.get("d")]
            if named.get("mark") == "." and named["d"] in ("1", "2", "3"):
                days.append(f"{named['d']}0")  # 5.10 typed as a number is 5.1
            yield from _dates((named.get("y") or told, named["m"], day) for day in days)
    if match := compiled(_YEAR_LAST).fullmatch(plain):
        m, d = match["m"], match["d"]
        yield from _dates([(match["y"], m, d), (match["y"], d, m)])
    match = compiled(_SHORT_YEAR).fullmatch(plain)
    if match and year is not None and int(match["y"]) == year % 100:
        yield from _dates([(told, match["m"] or match["n"], match["d"])])


def _is_sure(plain: str) -> bool:
    """False where a near date drops something, or where its last number could be a month too."""
    numbers = re.findall(r"\d+", plain)
    return (
        "旬" not in plain
        and not re.search("月[初中底末]", plain)
        and (
            len(numbers) < 3 or int(numbers[-1]) > 12 or bool(compiled(_YEAR_LAST).fullmatch(plain))
        )
    )


def _lacks_year(plain: str) -> bool:
    """True for a month, a day or a span that has no year anywhere."""
    return not re.search(r"\d{4}", plain) and bool(
        compiled(_MD).fullmatch(plain)
        or compiled(_ONLY_MONTH).fullmatch(plain)
        or _find_span(plain, 2000)
    )


def _matches(patterns: tuple[str, ...], plain: str) -> list[dict[str, str]]:
    """The named parts of each pattern that `plain` fits as a whole."""
    return [match.groupdict() for p in patterns if (match := compiled(p).fullmatch(plain))]


def _dates(parts: Iterator[tuple[str | None, ...]] | list[tuple[str | None, ...]]) -> Iterator[str]:
    """What of `parts`, each a year, a month and a day, is a date: as ISO 8601 writes it."""
    for year, month, day in parts:
        if year and month and (found := _try(int(year), month, day)):
            yield str(found)


def _ends(span: tuple[PartialDate, PartialDate]) -> dict[str, Any]:
    """Both ends of a span as the sentence about it takes them."""
    return {"start": str(span[0]), "end": str(span[1])}


def _try(year: int, month: str, day: str | None) -> PartialDate | None:
    """The day, or the month where no day is told; None where the calendar has none."""
    try:
        return _day("", year, int(month), int(day)) if day else _month("", year, int(month))
    except BadValueError:
        return None


def _day(text: str, year: int, month: int, day: int) -> PartialDate:
    """One day as a span.

    BadValueError where the calendar has no such day; `text` is what was written.
    """
    try:
        found = date(year, month, day)
    except ValueError:
        raise BadValueError("values.no-such-day", value=text) from None
    return PartialDate(found, found)


def _month(text: str, year: int, month: int) -> PartialDate:
    """A month as a span from its first day to its last. BadValueError for no such month."""
    first = _day(text, year, month, 1).first
    return PartialDate(first, first.replace(day=monthrange(year, month)[1]))
