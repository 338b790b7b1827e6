"""The records as a table that one can sort, filter, group and add to.

Its header is the first row of its sheet, with nothing above; what is blank is an empty cell. The
rows are written as they go into the file: XlsxWriter keeps each cell, and 50,000 records have a
million.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name

from cqpair.render.csv_file import is_formula
from cqpair.render.document import Cell, CellKind, Column, Refs, cell_text
from cqpair.render.workbook.cells import Formats, about, cell_string, date_style, numeric
from cqpair.render.workbook.formulas import Records
from cqpair.render.workbook.page import fit_row, row_height, set_up
from cqpair.render.workbook.rough import mark_column
from cqpair.render.workbook.sheets import RecordsSheet
from cqpair.render.workbook.tables import MOST_DRESSED
from cqpair.render.workbook.widths import (
    PADDING,
    column_width,
    header_lines,
    most_lines,
    named_by,
    pages_wide,
)
from cqpair.values import EXCEL_DAY_ZERO, PartialDate

_STYLE = "Table Style Light 1"

_MARKED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what Excel would take for one of its escapes


def write_records(
    sheet: RecordsSheet, formats: Formats, records: Records, banner: str | None
) -> None:
    """The table, what its cells may be chosen from, and how it is printed."""
    table = records.table
    widths = [column_width(table, col) for col in range(len(table.columns))]
    for col, wide in enumerate(widths):
        sheet.set_column(col, col, wide)
    _add_table(sheet, formats, records)
    fit_row(sheet, 0, header_lines(table, widths))
    sheet.rows = _Rows(formats, records, [wide - PADDING for wide in widths]).written()
    for title, col in records.columns.items():
        mark_column(sheet, formats, records, col)
        choices = records.choices(title)
        if choices and not table.columns[col].follows:
            rule = {"validate": "list", "source": f"={choices}", "error_type": "warning"}
            sheet.data_validation(1, col, records.last_row, col, rule)
    sheet.freeze_panes(1, named_by(table))
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, named_by(table) - 1)
    area = f"A1:{xl_col_to_name(len(widths) - 1)}{records.last_row}"
    sheet.ignore_errors({"number_stored_as_text": area, "calculated_column": area})
    set_up(sheet, banner, landscape=True, pages_wide=pages_wide(widths))


def _add_table(sheet: RecordsSheet, formats: Formats, records: Records) -> None:
    """The table round the rows.

    XlsxWriter makes it for one row, since it notes every cell of a table; then it is made longer.
    """
    columns = [
        {
            "header": cell_string(column.title),
            "header_format": formats(("header",)),
            "formula": column.follows and _following(records, column, _in_row(records, column)),
        }
        for column in records.table.columns
    ]
    options = {"name": records.name, "columns": columns, "style": _STYLE}
    sheet.add_table(0, 0, 1, len(columns) - 1, options)
    last_row = max(len(records.table.rows), 1)
    whole = f"A1:{xl_col_to_name(len(columns) - 1)}{last_row + 1}"
    sheet.tables[-1].update({"range": whole, "a_range": whole, "autofilter": whole})
    sheet.dim_rowmax = last_row


def _in_row(records: Records, column: Column) -> str:
    """The cell of the same row that a column follows, as a table's own formulas say it."""
    title = re.sub(r"([\[\]#'])", r"'\1", column.follows.column if column.follows else "")
    return f"{records.name}[[#This Row],[{title}]]"


def _following(records: Records, column: Column, cell: str) -> str:
    """The formula of what follows from a cell."""
    if column.follows is None:
        return ""
    if not column.follows.texts:
        return f'IF(ISNUMBER({cell}),YEAR({cell})&"Q"&ROUNDUP(MONTH({cell})/3,0),"")'
    choices, texts = records.choices(column.follows.column), records.choices(column.title)
    return f'IFERROR(INDEX({texts},MATCH({cell}&"",{choices},0)),"")'


_Writer = Callable[[int, Cell], str]

_ROW_CELL = "\0"  # stands in a formula for a cell of its row


def _nothing(n: int, value: Cell) -> str:
    """What is written by another."""
    return ""


class _Rows:
    """The rows below the header as XML. Long tables have no frames and no heights of their own."""

    def __init__(self, formats: Formats, records: Records, widths: list[float]) -> None:
        self._formats = formats
        self._table = records.table
        self._widths = widths
        self._framed = len(records.table.rows) <= MOST_DRESSED
        columns = records.table.columns
        self._writers = [
            _nothing if column.follows else self._writer(col, column)
            for col, column in enumerate(columns)
        ]
        self._following = [
            (col, self._follower(records, col, column))
            for col, column in enumerate(columns)
            if column.follows
        ]

    def written(self) -> Iterator[str]:
        """Each row."""
        for n, row in enumerate(self._table.rows, 2):
            cells = [write(n, value) for write, value in zip(self._writers, row, strict=True)]
            for col, follow in self._following:
                cells[col] = follow(n, row)
            yield f'<row r="{n}"{self._height(row)}>{"".join(cells)}</row>'
        if not self._table.rows:
            yield '<row r="2"/>'

    def _height(self, row: tuple[Cell, ...]) -> str:
        """The height of a row, where it has one of its own."""
        count = most_lines(row, self._widths) if self._framed else 1
        return f' ht="{row_height(count):g}" customHeight="1"' if count > 1 else ""

    def _style(self, *styles: str) -> int:
        """The number of a format in the file."""
        number: int = self._formats(styles)._get_xf_index()
        return number

    def _writer(self, col: int, column: Column) -> _Writer:
        """What writes the cells of a column: a figure and a day as numbers, all else as text."""
        name, kind, styles = xl_col_to_name(col), column.kind, ("cell", column.kind.name)
        plain, rough = self._style(*styles), self._style(*styles, "about")
        dates = {key: self._style(*styles, key) for key in ("DATE", "MONTH", "YEAR")}
        text = self._text_writer(name, styles)
        if kind in (CellKind.TEXT, CellKind.ID):
            return text

        def write(n: int, value: Cell) -> str:
            match value:
                case None | str():
                    return text(n, value)
                case PartialDate(first=first):
                    key = date_style(value)
                    if key is None:
                        return text(n, str(value))
                    days = (first - EXCEL_DAY_ZERO).days
                    return f'<c r="{name}{n}" s="{dates[key]}"><v>{days}</v></c>'
                case Refs():
                    return text(n, cell_text(value))
            number = numeric(value)
            if number is None:
                return text(n, cell_text(value, kind))
            look = rough if about(value) else plain
            return f'<c r="{name}{n}" s="{look}"><v>{_number(number, kind)}</v></c>'

        return write

    def _text_writer(self, name: str, styles: tuple[str, ...]) -> _Writer:
        """What writes a text into the column called `name`."""
        plain, quoted = self._style(*styles), self._style(*styles, "quoted")
        framed = self._framed

        def text(n: int, value: Cell) -> str:
            if not value:
                return f'<c r="{name}{n}" s="{plain}"/>' if framed else ""
            told, calculates = _told(cell_text(value) if isinstance(value, Refs) else str(value))
            look = quoted if calculates else plain
            return f'<c r="{name}{n}" s="{look}" t="inlineStr"><is><t{told}</t></is></c>'

        return text

    def _follower(
        self, records: Records, col: int, column: Column
    ) -> Callable[[int, tuple[Cell, ...]], str]:
        """What writes a cell that follows another: a formula where that gives its value."""
        follows = column.follows
        assert follows
        other, name = records.columns[follows.column], xl_col_to_name(col)
        of, style = xl_col_to_name(other), self._style("cell", column.kind.name)
        text, formula = self._writer(col, column), escape(_following(records, column, _ROW_CELL))
        values = self._table.columns[other].values
        given = dict(zip(values, follows.texts, strict=bool(follows.texts)))

        def follow(n: int, row: tuple[Cell, ...]) -> str:
            value, by = row[col], row[other]
            if not value or value != (given.get(str(by)) if given else _quarter(by)):
                return text(n, value)
            told = formula.replace(_ROW_CELL, f"{of}{n}")
            shown = escape(str(value))
            return f'<c r="{name}{n}" s="{style}" t="str"><f>{told}</f><v>{shown}</v></c>'

        return follow


@lru_cache(maxsize=10_000)  # texts of records repeat
def _told(text: str) -> tuple[str, bool]:
    """The end of the tag, the text and whether a sheet would calculate it."""
    told = escape(_MARKED.sub("_x005F_", cell_string(text)))
    space = ' xml:space="preserve"' if told != told.strip() else ""
    return f"{space}>{told}", is_formula(text)


def _quarter(value: Cell) -> str:
    """What the formula of a quarter gives."""
    if not isinstance(value, PartialDate) or date_style(value) is None:
        return ""
    return f"{value.first.year}Q{(value.first.month + 2) // 3}"


def _number(number: Decimal, kind: CellKind) -> str:
    """A number as the file has it."""
    return f"{number / 100 if kind is CellKind.SHARE else number:f}"
