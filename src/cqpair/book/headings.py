"""What a header says: which column it names, and the unit it gives to bare numbers."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cqpair.columns import BY_HEADER, Column, ValueKind
from cqpair.names import fold
from cqpair.source import Row
from cqpair.values import folded

_NUMBERING = frozenset({"序号", "序", "项次", "no", "no.", "№", "#"})
_FACTORS = {
    ValueKind.MONEY: {
        "元": 1,
        "千元": 10**3,
        "万元": 10**4,
        "万": 10**4,
        "百万元": 10**6,
        "千万元": 10**7,
        "亿元": 10**8,
    },
    ValueKind.COUNT: {
        **dict.fromkeys(("人次", "人", "名", "位", "次", "个"), 1),
        **dict.fromkeys(("千人次", "千人"), 10**3),
        **dict.fromkeys(("万人次", "万人"), 10**4),
    },
}
"""What a bare number is multiplied by under a header, or a line above it, with this unit."""

_WITH_UNIT = re.compile(
    r"(?P<name>.+?)(?:[(\[【](?:单位:?)?(?P<unit>[^()\[\]【】]+)[)\]】]|/(?P<per>.+))"
)
_UNIT_LINE = re.compile("(?<![一-龥])(?:计量|金额|资金)?单位:(.+)")


class Heading(NamedTuple):
    """The column a header names, and the factor its unit gives a bare number; None without one."""

    column: Column
    factor: int | None = None


@lru_cache(4096)
def heading_of(header: str) -> Heading | None:
    """What a header names; None where it is no column, or its unit is not known."""
    plain = fold(header)
    if column := BY_HEADER.get(plain):
        return Heading(column)
    if given := unit_in(header):
        column, unit = given
        factor = factor_of(column, unit) if column else None
        return Heading(column, factor) if column and factor else None
    return None


@lru_cache(4096)
def is_numbering(header: str) -> bool:
    """True for 序号: it numbers the lines and says nothing of them."""
    return fold(header) in _NUMBERING


def unit_in(header: str) -> tuple[Column | None, str] | None:
    """The unit that a header ends in, known or not, and the column before it if it is one."""
    match = _WITH_UNIT.fullmatch(fold(header))
    return (BY_HEADER.get(match["name"]), match["unit"] or match["per"]) if match else None


def unit_above(rows: Sequence[Row], column: Column) -> tuple[str, Row, int] | None:
    """The unit of `column` that a line above its table gives (单位：万元、人次), its row and cell.

    A unit of money that is not known is given too, so that it can be told.
    """
    known = _FACTORS.get(column.kind, {})
    cells = ((row, i, cell) for row in rows for i, cell in enumerate(row.cells))
    for row, i, cell in cells:
        if match := _UNIT_LINE.search(folded(cell)):
            for unit in re.split("[、,;/和 ]", match[1].strip("()")):
                if unit in known or (column.kind is ValueKind.MONEY and unit.endswith("元")):
                    return unit, row, i
    return None


def factor_of(column: Column, unit: str) -> int | None:
    """What `unit` multiplies a bare number of `column` by; None for a unit that is not known."""
    return _FACTORS.get(column.kind, {}).get(unit)


def units_of(column: Column) -> Sequence[str]:
    """The units that a bare number of `column` may have."""
    return tuple(_FACTORS.get(column.kind, ()))
