"""What a header says: which column it names, and the unit it gives to bare numbers."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from cqpair.fields import BY_HEADER, Column, ValueKind
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
        "亿": 10**8,
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


_NAMED = re.compile(
    r"(?<![一-龥\d])(?:人民币)?(?P<unit>(?:[百千]?万|千|亿)?\s?元|[千万]?人次?)(?:人民币)?"
    r"(?![一-龥\d])"
)
"""A unit that stands alone among other words: （万元）, 单位：人次、万元."""


_SHORT = re.compile(r"(?<!\w)单位\s?[:：(]?\s?(?P<unit>万|亿)(?!\s?[一-龥])")


_IN_WORDS = re.compile(
    "(?:单位[为是]|以|按)(?P<unit>(?:[百千]?万|千|亿)?元)(?:计|为单位|统计|填报|填写|$)"
)


_LABEL = re.compile(r"单位|计量|\(|:\s?(?:人民币)?[百千万亿]{0,2}\s?元")


_SENDERS = re.compile("(?:填[报表]|[上报]报|报送|制表|编制|主办|承办|协办|牵头|责任|参与)单位")


_ODD_UNIT = re.compile(
    r"单位[:：为是]?\s?(?P<unit>[^:：\s、,，;；]{0,9}[元w])(?![一-龥])", re.IGNORECASE
)


class Heading(NamedTuple):
    """The column a header names, and the factor its unit gives a bare number; None without one.

    It is `own` where the name is one of the format's, not one that an office uses instead.
    """

    column: Column
    factor: int | None = None
    own: bool = True


_NO_NAMES: Mapping[str, Column] = MappingProxyType({})


class Headers:
    """What the headers of a table may be called.

    In a record file only by our own names; in what an office sends also by `others`, which are
    folded. A column called by one of `unread` (folded too) is passed over. `unit` is what a bare
    amount is multiplied by where no unit is told; without it, an amount under a name that is not
    ours is a fault. A column that is not known is told by the sentence `unknown`, and only
    where it holds something if this is `lenient`.
    """

    def __init__(
        self,
        others: Mapping[str, Column] = _NO_NAMES,
        unread: Collection[str] = (),
        unit: int | None = None,
        unknown: str = "records.unknown-column",
        lenient: bool = False,
    ) -> None:
        self._names = {**others, **BY_HEADER}
        self._unread = _NUMBERING | frozenset(unread)
        self.unit = unit
        self.unknown = unknown
        self.lenient = lenient
        self.heading_of = lru_cache(4096)(self._heading_of)
        self.is_unread = lru_cache(4096)(self._is_unread)

    def unit_in(self, header: str) -> tuple[Column | None, str] | None:
        """The unit that a header ends in, known or not, and the column before it if it is one."""
        match = _WITH_UNIT.fullmatch(fold(header))
        return (self._names.get(match["name"]), match["unit"] or match["per"]) if match else None

    def joined(self, upper: str, lower: str) -> str:
        """The header that two lines make together: 投入（万元） over 资金投入, 资金投入 over 万元.

        The lower one names the column, unless only both do; the unit may stand in either.
        """
        upper, lower = upper.strip(), lower.strip()
        if not upper or not lower:
            return lower or upper
        given = self.unit_in(upper)
        unit = given[1] if given else upper
        found = self.heading_of(lower)
        if found:
            with_unit = f"{lower}（{unit}）"
            return with_unit if found.factor is None and self.heading_of(with_unit) else lower
        name = re.split(r"[（(\[【]", upper)[0]
        tries = (
            f"{name}{lower}（{unit}）",
            f"{name}{lower}",
            f"{upper}{lower}",
            f"{upper}（{lower}）",
        )
        return next((one for one in tries if self.heading_of(one)), lower)

    def _heading_of(self, header: str) -> Heading | None:
        """What a header names; None where it is no column, is unread, or its unit is not known."""
        if self.is_unread(header):
            return None
        plain = fold(header)
        if column := self._names.get(plain):
            return Heading(column, own=plain in BY_HEADER)
        if given := self.unit_in(header):
            column, unit = given
            factor = factor_of(column, unit) if column else None
            return Heading(column, factor) if column and factor else None
        return None

    def _is_unread(self, header: str) -> bool:
        """True for 序号, which numbers the lines and says nothing of them, and what is left out."""
        return fold(header) in self._unread


OURS = Headers()
"""The headers of the record format, in both languages."""


def unit_above(rows: Sequence[Row], column: Column) -> tuple[str, Row, int] | None:
    """The unit of `column` that lines around its table give (单位：万元、人次), its row and cell.

    A unit of money that is not known is given too, and several, so that they can be told.
    """
    known = _FACTORS.get(column.kind, {})
    found: dict[str, Row] = {}
    for row in rows:
        for unit in _units_in(row):
            if unit in known or _is_odd_money(unit, column):
                found.setdefault(unit, row)
    if not found:
        return None
    first, row = next(iter(found.items()))
    filled = [i for i, cell in enumerate(row.cells) if cell.strip()]
    i = next((i for i in filled if first in folded(row.cells[i])), filled[0])
    one = len({known.get(unit) for unit in found}) == 1  # 人、人次 are one and the same
    return first if one else "、".join(found), row, i


def _units_in(row: Row) -> Iterator[str]:
    """The units that a line names, in the order of its words."""
    text = " ".join(cell.strip() for cell in row.cells if cell.strip())
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if not _LABEL.search(plain) and not _IN_WORDS.search(folded(plain)):
        return
    found = [match["unit"] for match in _NAMED.finditer(plain)]
    found += [match["unit"] for match in _SHORT.finditer(plain)]
    found += [match["unit"] for match in _IN_WORDS.finditer(folded(plain))]
    if not any("元" in unit or unit in "万亿" for unit in found):
        found += [match["unit"] for match in _ODD_UNIT.finditer(_SENDERS.sub("", plain))]
    yield from (folded(unit) for unit in found)


def _is_odd_money(unit: str, column: Column) -> bool:
    return column.kind is ValueKind.MONEY and unit.endswith(("元", "w", "W"))


def factor_of(column: Column, unit: str) -> int | None:
    """What `unit` multiplies a bare number of `column` by; None for a unit that is not known."""
    return _FACTORS.get(column.kind, {}).get(unit)


def units_of(column: Column) -> Sequence[str]:
    """The units that a bare number of `column` may have."""
    return tuple(_FACTORS.get(column.kind, ()))
