"""OpenDocument sheets (.ods): each cell the text that a clerk sees.

Read row by row: a blank row repeated a million times is one element, and costs nothing.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from io import BytesIO
from typing import NamedTuple

from cqpair.read.number_format import day_text, shown
from cqpair.read.packed import TooLargeError, xml_of
from cqpair.read.sheet_file import MOST_CELLS
from cqpair.read.sheet_grid import BeyondError, MergedRange, Sheet, check_inside, grid_of, range_of
from cqpair.source import Fault, Grid, Place, Reject

_URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"


_OFFICE, _TABLE, _TEXT, _STYLE, _NUMBER = (
    _URN % name for name in ("office", "table", "text", "style", "datastyle")
)


_VALUE_TYPES = (
    f"{_OFFICE}value-type",
    "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type",
)


_WITHIN = [f"{_OFFICE}spreadsheet", f"{_TABLE}table"]
"""What a row stands in that is part of a sheet; the third and fourth from the top."""


_DATE_PARTS = {
    "year": "y",
    "month": "m",
    "day": "d",
    "day-of-week": "a",
    "hours": "h",
    "minutes": "h",
    "seconds": "s",
}


_FIGURE = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


_NO_WORDS = re.compile(r"[\d.,，\s/+()（）¥￥$€-]|E[+-]?\d+", re.IGNORECASE)


_MOST_DIGITS = 15


_POWERS = (0, 2, 3, 4, 6, 8)  # %, 千, 万, 百万, 亿


_ERROR = re.compile(r"#[\w/!?]+|Err:\d+|错误:\d+")


class _CellStyle(NamedTuple):
    """What is looked at of a style: its parent, how a date is shown, whether a sheet is."""

    parent: str
    data: str
    hidden: bool


class _Styles:
    """The styles of a document by name."""

    def __init__(self) -> None:
        self._styles: dict[str, _CellStyle] = {}
        self._dates: dict[str, str] = {}

    def take(self, element: ET.Element) -> None:
        """Remember a style."""
        name = element.get(f"{_STYLE}name", "")
        if element.tag == f"{_NUMBER}date-style":
            kinds = (child.tag.rpartition("}")[2] for child in element)
            self._dates[name] = "".join(_DATE_PARTS.get(kind, "") for kind in kinds)
        elif element.tag == f"{_STYLE}style":
            properties = element.find(f"{_STYLE}table-properties")
            self._styles[name] = _CellStyle(
                element.get(f"{_STYLE}parent-style-name", ""),
                element.get(f"{_STYLE}data-style-name", ""),
                properties is not None and properties.get(f"{_TABLE}display") == "false",
            )

    def hides(self, name: str) -> bool:
        """Whether a sheet of this style is not shown."""
        return name in self._styles and self._styles[name].hidden

    def date_parts(self, name: str) -> str:
        """The letters of what a date in this style shows, as `number_format.date_parts` has."""
        for _ in range(10):
            if (style := self._styles.get(name)) is None:
                break
            if style.data:
                return self._dates.get(style.data, "ymd")
            name = style.parent
        return "ymd"


def read_records(
    path: str, data: bytes, most_cells: int = MOST_CELLS
) -> tuple[list[Grid], list[Reject]]:
    """The grids of a document. Row numbers are the sheet's own, leading blank rows included.

    A document with more than `most_cells` filled cells, repeated ones counted, is not read.
    """
    try:
        grids = [grid for sheet in _sheets(data, most_cells) if (grid := grid_of(path, sheet, 0))]
    except BeyondError as beyond:
        return [], [Reject(Fault.UNREADABLE, Place(path), beyond.key, beyond.params)]
    except TooLargeError as large:
        return [], [
            Reject(Fault.UNREADABLE, Place(path), "return_file.too-large", {"most": large.most})
        ]
    except Exception:  # a damaged document fails in as many ways as it has parts
        return [], [Reject(Fault.UNREADABLE, Place(path), "read.broken")]
    if not any(not grid.hidden for grid in grids):
        return grids, [Reject(Fault.MISSING_VALUE, Place(path), "read.no-cells")]
    return grids, []


def _sheets(data: bytes, most_cells: int) -> list[Sheet]:
    styles = _Styles()
    try:
        for _, element in ET.iterparse(BytesIO(xml_of(data, "styles.xml"))):
            styles.take(element)
    except KeyError:
        pass  # all styles may stand in the content
    sheets: list[_SheetReader] = []
    above: list[str] = []
    for event, element in ET.iterparse(BytesIO(xml_of(data, "content.xml")), ("start", "end")):
        if event == "start":
            if element.tag == f"{_TABLE}table" and above[-1:] == [f"{_OFFICE}spreadsheet"]:
                sheets.append(_SheetReader(element, styles, most_cells))
            above.append(element.tag)
            continue
        above.pop()
        styles.take(element)
        if above[2:4] == _WITHIN and above.count(f"{_TABLE}table") == 1:
            sheets[-1].take(element)
            if element.tag == f"{_TABLE}table-row":
                element.clear()
    return [reader.sheet() for reader in sheets]


class _SheetReader:
    """Takes the columns and rows of a sheet one after the other."""

    def __init__(self, table: ET.Element, styles: _Styles, most_cells: int) -> None:
        self._name = table.get(f"{_TABLE}name", "")
        self._hidden = styles.hides(table.get(f"{_TABLE}style-name", ""))
        self._styles = styles
        self._most = most_cells
        self._count = 0
        self._line = 1
        self._columns: list[tuple[int, str]] = []
        self._rows: dict[int, dict[int, str]] = {}
        self._merged: list[MergedRange] = []
        self._hidden_rows: set[int] = set()

    def sheet(self) -> Sheet:
        """All that was taken."""
        hidden = frozenset(self._hidden_rows)
        return Sheet(self._name, self._hidden, self._rows, self._merged, hidden)

    def take(self, element: ET.Element) -> None:
        """Read a column's style, or a row and all that it stands for."""
        if element.tag == f"{_TABLE}table-column":
            style = element.get(f"{_TABLE}default-cell-style-name", "")
            self._columns.append((_times(element, "columns"), style))
        elif element.tag == f"{_TABLE}table-row":
            times = _times(element, "rows")
            texts = self._texts(element)
            if texts:
                self._fill(texts, times, element.get(f"{_TABLE}visibility", "visible"))
            self._line += times

    def _fill(self, texts: dict[int, str], times: int, visibility: str) -> None:
        self._check(len(texts) * times)
        check_inside(self._name, self._line + times - 1, max(texts))
        for line in range(self._line, self._line + times):
            self._rows[line] = dict(texts)
            if visibility != "visible":
                self._hidden_rows.add(line)

    def _check(self, more: int) -> None:
        self._count += more
        if self._count > self._most:
            raise BeyondError("read.too-many-cells", sheet=self._name, most=self._most)

    def _texts(self, row: ET.Element) -> dict[int, str]:
        """The texts of a row by column; what is merged in it is remembered."""
        texts: dict[int, str] = {}
        column = 1
        for cell in row:
            if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                continue
            times = _times(cell, "columns")
            text = self._text(cell, row, column) if len(cell) or cell.attrib else ""
            if text.strip():
                self._check(0 if times == 1 else times)
                texts.update(dict.fromkeys(range(column, column + times), text))
            wide, high = (_number(cell, f"number-{way}-spanned") for way in ("columns", "rows"))
            if wide > 1 or high > 1:
                right, bottom = column + wide - 1, self._line + high - 1
                self._merged.append(range_of(column, self._line, right, bottom))
            column += times
        return texts

    def _text(self, cell: ET.Element, row: ET.Element, column: int) -> str:
        text = "\n".join(_shown_text(part) for part in cell if part.tag == f"{_TEXT}p")
        kinds = [cell.get(name, "") for name in _VALUE_TYPES]
        value = cell.get(f"{_OFFICE}value")
        if "error" in kinds or _ERROR.fullmatch(text.strip()):
            return text.strip() or "#N/A"
        match kinds[0]:
            case "date":
                style = cell.get(f"{_TABLE}style-name") or row.get(
                    f"{_TABLE}default-cell-style-name"
                )
                parts = self._styles.date_parts(style or self._style_of(column))
                return _date_text(cell.get(f"{_OFFICE}date-value", ""), text, parts)
            case "boolean":
                return "是" if cell.get(f"{_OFFICE}boolean-value") == "true" else "否"
            case "float" | "percentage" | "currency" if value is not None:
                return _number_text(value, text)
            case _:
                formula = cell.get(f"{_TABLE}formula", "").partition("=")
                kept = cell.get(f"{_OFFICE}string-value") or cell.get(f"{_OFFICE}time-value")
                uncalculated = "" if kinds[0] in ("string", "time") else "".join(formula[1:])
                return text or kept or uncalculated

    def _style_of(self, column: int) -> str:
        """The style that a column gives to cells without their own."""
        for times, style in self._columns:
            if column <= times:
                return style
            column -= times
        return ""


def _times(element: ET.Element, way: str) -> int:
    return _number(element, f"number-{way}-repeated")


def _number(element: ET.Element, name: str) -> int:
    text = element.get(f"{_TABLE}{name}", "1")
    return max(1, int(text[:12]))


def _shown_text(element: ET.Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: ET.Element) -> Iterator[str]:
    """The text of a paragraph, as much as is shown of it: notes beside it are left out."""
    yield element.text or ""
    for part in element:
        match part.tag.removeprefix(_TEXT):
            case "s":
                yield " " * min(100, int(part.get(f"{_TEXT}c", "1")[:3]))
            case "tab":
                yield "\t"
            case "line-break":
                yield "\n"
            case "span" | "a" | "ruby" | "ruby-base":
                yield from _pieces(part)
            case _ if not part.tag.startswith((_OFFICE, _TEXT)) or part.tag == f"{_TEXT}note":
                pass
            case _:  # a field, such as today's date or the sheet's name
                yield part.text or ""
        yield part.tail or ""


def _date_text(value: str, text: str, parts: str) -> str:
    """A day as precise as the cell shows it; what is shown where the value is not a day."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return text or value
    day: date = moment if "T" in value else moment.date()
    return day_text(day, parts)


def _number_text(value: str, text: str) -> str:
    """A number with the words that the cell shows beside it, and all the digits that it holds.

    1.5 shown as 2万元 is 1.5万元, and 53210 shown as 约5.3万 is 约5.321万.
    """
    try:
        number = Decimal(value)
        found = _FIGURE.search(text)
        if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
            return text or value
        if not _NO_WORDS.sub("", text) or not found:
            return shown(_plain(number), "General")
        exact = _exact(number, Decimal(found[0].replace(",", "")))
    except InvalidOperation:
        return text or value
    before, behind = (text[: found.start()], text[found.end() :])
    code = '"{}"0"{}"'.format(before.replace('"', ""), behind.replace('"', ""))
    return text if exact is None else shown(_plain(exact), code)


def _exact(number: Decimal, seen: Decimal) -> Decimal | None:
    """The number in the unit in which it is seen: 5.321 for 53210 that is seen as 5.3 (万)."""
    unit = Decimal(1).scaleb(int(seen.as_tuple().exponent))
    for power in _POWERS:
        exact = number.scaleb(-power)
        if abs(exact).quantize(unit, ROUND_HALF_UP) == abs(seen):
            return exact
    return None


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
