"""One value into one cell: text stays text, a figure can be calculated with."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from cqpair.messages import say
from cqpair.render.csv_file import is_formula
from cqpair.render.document import Cell, CellKind, Refs, Table, cell_text
from cqpair.text import escape_control
from cqpair.values import Figure, PartialDate

_FIRST_YEAR = 1901  # Excel's 1900 has a 29 February

_REFS_MARK = "、"

Styles = tuple[str, ...]


class Formats:
    """The formats of a workbook, by the names of the styles they are made of."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[Styles, Format] = {}

    def __call__(self, styles: Styles) -> Format:
        """The format that has all these styles, a later one over those before.

        What is no style is a number format.
        """
        if styles not in self._made:
            made: dict[str, Any] = {"valign": "vcenter", "text_wrap": True}
            for name in styles:
                made |= _STYLES.get(name, {"num_format": name})
            self._made[styles] = self._book.add_format(made)
        return self._made[styles]

    def number(self, number_format: str) -> Format:
        """A format that changes how a number is shown, and nothing else."""
        key = ("", number_format)
        if key not in self._made:
            self._made[key] = self._book.add_format({"num_format": number_format})
        return self._made[key]


class Cells:
    """Writes cells of a sheet. `missing` stands where a number or a date is not reported.

    Empty cells have a frame only where they are `framed`: it takes a third of the time.
    """

    def __init__(
        self,
        sheet: Worksheet,
        formats: Formats,
        missing: str = cell_text(None),
        *,
        framed: bool = True,
    ) -> None:
        self._sheet = sheet
        self._formats = formats
        self._missing = missing
        self._framed = framed

    def text(self, row: int, col: int, text: str, styles: Styles) -> None:
        """Text as it is; with a quote prefix where editing would make a formula of it."""
        if not text:
            if self._framed:
                self._sheet.write_blank(row, col, None, self._formats(styles))
            return
        told, calculates, is_markup = _prepared(text)
        look = self._formats((*styles, "quoted") if calculates else styles)
        if is_markup:
            self._sheet.write_rich_string(row, col, told[0], self._formats(()), told[1:], look)
        else:
            self._sheet.write_string(row, col, told, look)

    def write(self, row: int, col: int, value: Cell, kind: CellKind, styles: Styles) -> None:
        """A value of a column of this kind; `styles` are those of its column."""
        match value:
            case str():
                self.text(row, col, value, styles)
            case None:
                calculated = kind.is_number or kind is CellKind.DATE
                self.text(row, col, self._missing if calculated else "", styles)
            case Refs(ids=ids):
                self.text(row, col, whole(_REFS_MARK.join(ids), _REFS_MARK), styles)
            case PartialDate(first=first):
                if look := date_style(value):
                    self._sheet.write_datetime(row, col, first, self._formats((*styles, look)))
                else:
                    self.text(row, col, str(value), styles)
            case _:
                self._number(row, col, value, kind, styles)

    def formula(
        self, row: int, col: int, formula: str, value: Cell, kind: CellKind, styles: Styles
    ) -> None:
        """A formula and what it gives, for readers that do not calculate."""
        number = numeric(value)
        given = self._missing if number is None else stored(number, kind)
        look = self._formats((*styles, *about(value)))
        self._sheet.write_formula(row, col, formula, look, given)

    def _number(
        self, row: int, col: int, value: int | Decimal | Figure, kind: CellKind, styles: Styles
    ) -> None:
        """A number, so that one can calculate with it; as text beyond Excel's 15 digits."""
        styles, number = (*styles, *about(value)), numeric(value)
        if number is None:
            self.text(row, col, cell_text(value, kind), styles)
        else:
            self._sheet.write_number(row, col, stored(number, kind), self._formats(styles))


@lru_cache(maxsize=10_000)  # texts of records repeat
def _prepared(text: str) -> tuple[str, bool, bool]:
    """A text as a cell holds it, whether a sheet would calculate it, and whether it is `<r>…</r>`.

    XlsxWriter takes such a string for its own mark-up and would not escape it.
    """
    told = cell_string(text)
    return told, is_formula(text), told.startswith("<r>") and told.endswith("</r>")


def date_style(value: PartialDate) -> str | None:
    """How a day, or the first day of a month or a year that is all that is known, is shown.

    Such a date sorts; its format says no more than is known. None for one that has to be text.
    """
    first, last = value
    if first.year < _FIRST_YEAR:
        return None
    if first == last:
        return "DATE"
    return "MONTH" if first.month == last.month else "YEAR"


def about(value: Cell) -> Styles:
    """What an approximate figure has beside the style of its column."""
    return ("about",) if isinstance(value, Figure) and value.approximate else ()


FONT = "宋体"  # on every Chinese desktop, WPS on Linux included; 等线 came with Office 2016

SIZE = 11

HEAT = ("#FFFFFF", "#7FB3D5")

_LINE = "#BFBFBF"

_STYLES: dict[str, dict[str, Any]] = {
    "banner": {"bold": True, "bg_color": "#FFE699", "align": "center"},
    "title": {"bold": True, "font_size": 16, "align": "center"},
    "subtitle": {"bold": True, "font_size": 12},
    "caption": {"bold": True, "align": "center"},
    "heading1": {"bold": True, "font_size": 14},
    "heading2": {"bold": True, "font_size": 12},
    "heading3": {"bold": True},
    "text": {},
    "alert": {"bold": True, "font_color": "#9C0006", "bg_color": "#FFF2CC"},
    "item": {"indent": 1},
    "header": {
        "bold": True,
        "bg_color": "#DDEBF7",
        "align": "center",
        "border": 1,
        "border_color": _LINE,
    },
    "cell": {"border": 1, "border_color": _LINE},
    "TEXT": {},
    "ORDINAL": {"num_format": "0", "align": "center"},
    "ID": {},
    "REFS": {},
    "DATE": {"num_format": "yyyy-mm-dd", "align": "center"},
    "MONTH": {"num_format": "yyyy-mm", "align": "center"},
    "YEAR": {"num_format": "yyyy", "align": "center"},
    "COUNT": {"num_format": "#,##0", "align": "right"},
    "MONEY": {"num_format": "#,##0.00;-#,##0.00;0", "align": "right"},
    "SHARE": {"num_format": "0.0%", "align": "right"},
    "about": {"num_format": f'"{say("document.about")}"#,##0', "align": "right"},
    "figure": {"bold": True, "font_size": 16, "align": "right", "indent": 1},
    "sum": {"bold": True, "bg_color": "#F2F2F2", "top": 1, "top_color": "#000000"},
    "quoted": {"quote_prefix": True},
}


def number_format(value: Cell, kind: CellKind) -> str:
    """How a figure is shown in a table."""
    return str(_STYLES[(*about(value), kind.name)[0]]["num_format"])


def scale(style: str) -> float:
    """How large the letters of a style are beside those of a table."""
    return float(_STYLES[style].get("font_size", SIZE)) / SIZE


_LONGEST = 32_767  # UTF-16 units in a cell


def cell_string(text: str) -> str:
    """`text` so that nothing in it acts or breaks XML; what is too long says that it is cut."""
    told = escape_control(text)
    return (
        told
        if len(told) <= _LONGEST // 2 or _fits(told)
        else _head(told) + say("document.sheet-cut")
    )


def measure(text: str) -> float:
    """How wide `text` is in a Chinese font: “ and — are as wide as 中 there.

    Half of characters and bytes is 1 for a narrow character and 2 for a wide one, and ten times as
    fast as to ask for the width of each.
    """
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) / 2


def whole(ids: str, mark: str) -> str:
    """Ids with `mark` between, cut after a whole one if at all: half of one would be another."""
    if _fits(ids):
        return ids
    return _head(ids).rpartition(mark)[0] + say("document.sheet-cut")


def _fits(text: str) -> bool:
    """Whether Excel takes a text whole: at most 32,767 units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) <= 2 * _LONGEST


def _head(text: str) -> str:
    """As much of `text` as leaves room for the word that it is cut."""
    room = 2 * (_LONGEST - len(say("document.sheet-cut")))
    return text.encode("utf-16-le", "surrogatepass")[:room].decode("utf-16-le", "ignore")


_MOST_RANGES = 200  # a function takes 254, and a formula 8,192 characters

_DIGITS = 15

_SURE, _FEN = Decimal(10**12), Decimal("0.01")  # of so few digits none is lost


def numeric(value: Cell) -> Decimal | None:
    """A figure that Excel can hold; None for text, and for one of more than 15 digits."""
    if not isinstance(value, int | Decimal | Figure):
        return None
    exact = value.decimal if isinstance(value, Figure) else Decimal(value)
    if -_SURE < exact < _SURE and exact == exact.quantize(_FEN):  # much faster
        return exact
    return exact if Decimal(f"{exact:.{_DIGITS}g}") == exact else None


def is_held(value: Cell) -> bool:
    """Whether a cell can hold a figure as a number, or there is none."""
    return value is None or numeric(value) is not None


def stored(number: Decimal, kind: CellKind) -> float:
    """A number as its cell holds it: a share of 40% is 0.4."""
    return float(number / 100 if kind is CellKind.SHARE else number)


def data_runs(table: Table) -> list[range]:
    """The rows that are no sums, as runs without a sum between."""
    edges = [-1, *table.sums, len(table.rows)]
    runs = [range(a + 1, b) for a, b in pairwise(edges)]
    return [run for run in runs if run]


def added_rows(table: Table, row: int) -> list[range]:
    """The rows a sum row adds up: the last row all, any other those since the sum before."""
    runs = data_runs(table)
    if row == len(table.rows) - 1:
        return runs
    return [run for run in runs if run.stop == row]


def total(table: Table, row: int, col: int, first: int) -> str | None:
    """The formula of a sum whose table begins at sheet row `first`; None where it would not agree.

    The runs are named one by one: a total then does not rely on SUBTOTAL leaving subtotals out.
    """
    column, runs = table.columns[col], added_rows(table, row)
    if not column.adds or not column.kind.is_number or not 0 < len(runs) <= _MOST_RANGES:
        return None
    if not _agrees([table.rows[n][col] for run in runs for n in run], table.rows[row][col]):
        return None
    cells = ",".join(xl_range(first + r.start, col, first + r.stop - 1, col) for r in runs)
    return f'=IF(SUBTOTAL(2,{cells})=0,"{cell_text(None)}",SUBTOTAL(9,{cells}))'


def _agrees(cells: Sequence[Cell], total: Cell) -> bool:
    """True when the numbers among `cells` add up to `total`; without any it is not reported."""
    numbers = [number for cell in cells if (number := numeric(cell)) is not None]
    return numeric(total) == sum(numbers) if numbers else total is None
