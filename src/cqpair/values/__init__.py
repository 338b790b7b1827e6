"""What the text of a cell means: dates as precise as they are known, figures, money.

Each parser takes a text as people write it; what it does not accept raises `BadValueError`.
Blank and zero are different things: `None` is “not reported”, 0 is none.
"""

from cqpair.values.dates import EXCEL_DAY_ZERO, PartialDate, lost_in, parse_date, weekday_in
from cqpair.values.figures import (
    SMALLEST_WITHOUT_UNIT,
    Figure,
    has_mark_alone,
    has_unit,
    parse_count,
    parse_money,
    plain_digits,
    tell_money,
    to_fen,
    to_yuan,
    write_count,
    write_money,
)
from cqpair.values.text import BLANKS, UNSEEN, folded, is_blank

__all__ = [
    "BLANKS",
    "EXCEL_DAY_ZERO",
    "SMALLEST_WITHOUT_UNIT",
    "UNSEEN",
    "Figure",
    "PartialDate",
    "folded",
    "has_mark_alone",
    "has_unit",
    "is_blank",
    "lost_in",
    "parse_count",
    "parse_date",
    "parse_money",
    "plain_digits",
    "tell_money",
    "to_fen",
    "to_yuan",
    "weekday_in",
    "write_count",
    "write_money",
]
