"""Periods as people write them, and the folders and files that are named by one."""

import re
import unicodedata
from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from cqpair.values import PartialDate

ACTIVITIES = "activities"
"""The folder of the record files, in which folders are named by their period."""


SUBMISSIONS = "submissions"
"""The folder of what was received and decided, in which folders are named by their quarter."""


REMARKS = "remarks"
"""The folder of what people add to reports, in files named by their period."""


_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}


_QUARTER = re.compile(r"(\d{4})(?:年|-)?(?:Q([1-4])|第?([一二三四1-4])季度?)", re.IGNORECASE)


_HALF = re.compile(r"(\d{4})(?:年|-)?(?:H([12])|([上下])半年)", re.IGNORECASE)


_YEAR = re.compile(r"(\d{4})年?")


class BadPeriodError(ValueError):
    """A text that names no period. `key` is the sentence that says what would."""

    def __init__(self, key: str, value: str) -> None:
        super().__init__(value)
        self.key = key
        self.value = value


class Period(NamedTuple):
    """Days from `start` to `end`, both included.

    `months` is its length where it is a calendar period (3, 6 or 12), 0 for any other span.
    """

    start: date
    end: date
    months: int = 0

    @property
    def label(self) -> str:
        """What `--quarter`, `--half` or `--year` takes: `2021Q2`, `2021H1`, `2021`."""
        year = f"{self.start.year:04d}"
        match self.months:
            case 3:
                return f"{year}Q{(self.start.month + 2) // 3}"
            case 6:
                return f"{year}H{(self.start.month + 5) // 6}"
            case 12:
                return year
            case _:
                return f"{self.start}..{self.end}"

    def holds(self, span: PartialDate) -> bool:
        """True when every possible day of `span` lies in the period."""
        return self.start <= span.first and span.last <= self.end

    def touches(self, span: PartialDate) -> bool:
        """True when some possible day of `span` lies in the period."""
        return self.start <= span.last and span.first <= self.end

    def overlaps(self, other: "Period") -> bool:
        """True when both have a day in common."""
        return self.start <= other.end and other.start <= self.end

    def previous(self) -> "Period | None":
        """The period of the same length just before; None at the beginning of the calendar."""
        try:
            if self.months:
                return _months(self.start.year, self.start.month - self.months, self.months)
            end = self.start - timedelta(days=1)
            if self.start.day == 1 and (self.end + timedelta(days=1)).day == 1:  # whole months
                months = 12 * (self.end.year - self.start.year) + self.end.month
                first = _months(self.start.year, 2 * self.start.month - months - 1, 1).start
                return Period(first, end)
            return Period(end - (self.end - self.start), end)
        except (ValueError, OverflowError):
            return None

    def last_year(self) -> "Period | None":
        """The same period a year before; 29 February becomes the 28th."""
        try:
            if self.months:
                return _months(self.start.year - 1, self.start.month, self.months)
            return Period(_year_before(self.start), _year_before(self.end))
        except ValueError:
            return None

    def last_quarter(self) -> "Period":
        """The quarter that the last day lies in."""
        return quarter_of(self.end)

    def quarters(self) -> "tuple[Period, ...]":
        """The quarters that have a day in common with it, oldest first."""
        found = [self.last_quarter()]
        while found[-1].start > self.start and (before := found[-1].previous()):
            found.append(before)
        return tuple(reversed(found))

    def quarter_after(self) -> "Period | None":
        """The quarter that begins after the last day; None where that is in the middle of one."""
        last = self.last_quarter()
        try:
            after = _months(last.start.year, last.start.month + 3, 3)
        except ValueError:
            return None
        return after if last.end == self.end else None

    def year_to_date(self) -> "Period | None":
        """The year up to the last day; None for a period that begins in an earlier year."""
        start = date(self.end.year, 1, 1)
        if self.start <= start:
            return self if self.start == start else None
        ends_half = (self.end.month, self.end.day) == (6, 30)
        ends_year = (self.end.month, self.end.day) == (12, 31)
        return Period(start, self.end, 6 if ends_half else 12 if ends_year else 0)


def parse_quarter(text: str) -> Period:
    """`2021Q2`, `2021-Q2`, `2021q2`, `2021年二季度`, `2021年第2季度`.

    BadPeriodError for any other text, and for a year that no calendar has.
    """
    match = _QUARTER.fullmatch(_plain(text))
    if match is None:
        raise BadPeriodError("period.quarter", text)
    quarter = _number(match[2] or match[3])
    return _checked("period.quarter", text, int(match[1]), 3 * quarter - 2, 3)


def parse_half(text: str) -> Period:
    """`2021H1`, `2021-H1`, `2021年上半年`. BadPeriodError for any other text."""
    match = _HALF.fullmatch(_plain(text))
    if match is None:
        raise BadPeriodError("period.half", text)
    half = _number(match[2] or match[3])
    return _checked("period.half", text, int(match[1]), 6 * half - 5, 6)


def parse_year(text: str) -> Period:
    """`2021` or `2021年`. BadPeriodError for any other text."""
    match = _YEAR.fullmatch(_plain(text))
    if match is None:
        raise BadPeriodError("period.year", text)
    return _checked("period.year", text, int(match[1]), 1, 12)


def parse_period(text: str) -> Period:
    """A quarter, a half-year or a year, in any of their forms.

    BadPeriodError, whose sentence names all of them, for any other text.
    """
    for parse in (parse_quarter, parse_half, parse_year):
        with suppress(BadPeriodError):
            return parse(text)
    raise BadPeriodError("period.any", text)


def quarter_of(day: date) -> Period:
    """The quarter that `day` lies in: January to March is the first."""
    return _months(day.year, 3 * ((day.month - 1) // 3) + 1, 3)


def may_hold(path: str, period: Period) -> bool:
    """Whether a record file may hold records of `period`, as far as its folder tells.

    A folder of no quarter may hold any. What the records say is not asked: A306 is about that.
    """
    quarter = folder_quarter(path)
    return quarter is None or quarter.overlaps(period)


def is_remarks(path: str) -> bool:
    """Whether a file is one of remarks, by its folder; all below `activities/` is of records."""
    in_folder = path.split("/")[-2:-1] == [REMARKS] and not path.startswith(f"{ACTIVITIES}/")
    return in_folder or path.startswith(f"{REMARKS}/")


@cache
def folder_quarter(path: str) -> Period | None:
    """The quarter that names the folder of a record file: `activities/2021Q2/wushan.csv`.

    None for a folder that names none; a year alone is not one either.
    """
    for part in _folders(path):
        if (match := _QUARTER.fullmatch(part)) and int(match[1]):
            return parse_quarter(match[0])
    return None


def folder_year(path: str) -> int | None:
    """The year of a record file's folder, named by a quarter or by a year."""
    for part in _folders(path):
        match = _QUARTER.fullmatch(part) or _YEAR.fullmatch(part)
        if match and int(match[1]):
            return int(match[1])
    return None


def _folders(path: str) -> list[str]:
    """The folders that tell a file's period, the nearest first.

    Of a file beside the data folder it is its own folder only: what lies above is somebody's disk.
    """
    parts = path.split("/")[:-1]
    return parts[::-1] if parts[:1] == [ACTIVITIES] else parts[-1:]


def _plain(text: str) -> str:
    """`text` narrow and without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _number(text: str) -> int:
    """A numeral of one character, or digits, as a number."""
    return _DIGITS.get(text) or int(text)


def _checked(key: str, text: str, year: int, month: int, months: int) -> Period:
    """A period of so many months. BadPeriodError, with `key` and `text`, for one that cannot be."""
    try:
        return _months(year, month, months)
    except ValueError:
        raise BadPeriodError(key, text) from None


def _months(year: int, month: int, months: int) -> Period:
    """The `months` calendar months from `month`, which may lie outside 1 to 12."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = month + months - 1
    return Period(date(year, month, 1), date(year, last, monthrange(year, last)[1]), months)


def _year_before(day: date) -> date:
    """The same day a year before; for 29 February the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
