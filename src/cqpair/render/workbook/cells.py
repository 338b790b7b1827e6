"""One value into one cell: text stays text, a figure can be calculated with."""

from decimal import Decimal
from functools import lru_cache

from xlsxwriter.worksheet import Worksheet

from cqpair.document import Cell, CellKind, Refs, cell_text
from cqpair.render.formula import is_formula
from cqpair.render.workbook.formats import Formats, Styles
from cqpair.render.workbook.sums import numeric, stored
from cqpair.render.workbook.text import cell_string, whole
from cqpair.values import DateSpan, Figure

_FIRST_YEAR = 1901  # Excel's 1900 has a 29 February
_REFS_MARK = "、"


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
            case DateSpan(first=first, last=last):
                if first == last and first.year >= _FIRST_YEAR:
                    self._sheet.write_datetime(row, col, first, self._formats(styles))
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
        look = self._formats((*styles, *_about(value)))
        self._sheet.write_formula(row, col, formula, look, given)

    def _number(
        self, row: int, col: int, value: int | Decimal | Figure, kind: CellKind, styles: Styles
    ) -> None:
        styles, number = (*styles, *_about(value)), numeric(value)
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


def _about(value: Cell) -> Styles:
    """What an approximate figure has beside the style of its column."""
    return ("about",) if isinstance(value, Figure) and value.approximate else ()
