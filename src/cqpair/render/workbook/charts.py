"""Charts as Excel draws them itself, from figures on a sheet of their own."""

from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cqpair.messages import say
from cqpair.render.document import Cell, Chart, ChartKind, Table, cell_text
from cqpair.render.text import caption_of
from cqpair.render.workbook.cells import FONT, Cells, Formats, cell_string, numeric
from cqpair.render.workbook.formulas import Records
from cqpair.render.workbook.page import Page, set_up

_COLOURS = ("#1F4E79", "#F4B183", "#7F7F7F", "#A9D18E")  # dark and light by turns, for grey prints

_WIDTHS = (36, *(14,) * 5)

_HEIGHT = 270

_PER_BAR = 18

_HIGHEST = 520  # a row has at most 545 pixels

_MARGIN = 8

_POINTS = 0.75  # of a pixel

_ONE_BY_ONE = 10  # up to here Excel would put ticks at halves

_FONT = {"name": FONT, "size": 10, "bold": False}


class Charts:
    """The charts of a workbook, and the sheet of their data."""

    def __init__(
        self, book: Workbook, formats: Formats, records: Records | None, banner: str | None
    ) -> None:
        self._book = book
        self._name = say("document.sheet-charts")
        self._sheet = book.add_worksheet(self._name)
        self._formats = formats
        self._records = records
        self._page = Page(self._sheet, formats, _WIDTHS)
        for col, width in enumerate(_WIDTHS):
            self._sheet.set_column(col, col, width)
        set_up(self._sheet, banner)
        if banner:
            self._page.line(banner, "banner")
        self._page.line(self._name, "title")

    def insert(self, chart: Chart, sheet: Worksheet, row: int, width: int) -> int:
        """Draw a chart in a row high enough for it, so that it covers nothing; the next row."""
        header = self._write_data(chart)
        height = _HEIGHT
        if chart.kind is ChartKind.BARS:
            height += _PER_BAR * max(0, _bars(chart) - 8)
        height = min(height, _HIGHEST)
        sheet.set_row(row, (height + 2 * _MARGIN) * _POINTS)
        drawn = self._drawn(chart, header)
        drawn.set_size({"width": width - _MARGIN, "height": height})
        place = {
            "x_offset": _MARGIN,
            "y_offset": _MARGIN,
            "object_position": 2,
            "description": _told(chart),
        }
        sheet.insert_chart(row, 0, drawn, place)
        return row + 1

    def _write_data(self, chart: Chart) -> int:
        """The figures below those of the chart before; the row of their header.

        What is not reported stays blank here: a chart would draw text as 0.
        """
        self._page.row += 1
        self._page.line(caption_of(chart), "subtitle")
        header, cells = self._page.row, Cells(self._sheet, self._formats, missing="")
        for col, column in enumerate(chart.table.columns):
            cells.text(header, col, column.title, ("header",))
            for n, line in enumerate(chart.table.rows):
                cell = (header + 1 + n, col)
                styles = ("cell", column.kind.name)
                if told := self._formula(chart.table, n, col):
                    cells.formula(*cell, told, line[col], column.kind, styles)
                else:
                    cells.write(*cell, line[col], column.kind, styles)
        self._page.row += len(chart.table.rows) + 1
        return header

    def _formula(self, table: Table, n: int, col: int) -> str | None:
        """What calculates a figure of a chart from the records."""
        query = table.query(n, col)
        return self._records.formula(query, table.rows[n][col]) if query and self._records else None

    def _drawn(self, chart: Chart, header: int) -> Any:
        """A chart of the rows below `header`, in which its data stands; its numbers stand on it."""
        columns, rows = chart.table.columns, (header + 1, header + len(chart.table.rows))
        bars = chart.kind is ChartKind.BARS
        place = "outside_end" if bars else "above"
        drawn = self._book.add_chart({"type": "bar" if bars else "line"})
        for col in range(1, len(columns)):
            drawn.add_series(
                {
                    "name": [self._name, header, col],
                    "categories": [self._name, rows[0], 0, rows[1], 0],
                    "values": [self._name, rows[0], col, rows[1], col],
                    "data_labels": {"value": True, "font": _FONT, "position": place},
                    "gap": 60,
                    **_series(_COLOURS[(col - 1) % len(_COLOURS)], bars=bars),
                }
            )
        title = {"name": [self._name, header - 1, 0], "name_font": {**_FONT, "size": 12}}
        drawn.set_title({**title, "overlay": False})
        label, value = self._axes(chart, header)
        if bars:
            drawn.set_y_axis({**label, "reverse": True, "crossing": "max"})
            drawn.set_x_axis(value)
        else:
            drawn.set_x_axis(label)
            drawn.set_y_axis(value)
        drawn.set_legend(
            {"position": "bottom", "font": _FONT} if len(columns) > 2 else {"none": True}
        )
        return drawn

    def _axes(self, chart: Chart, header: int) -> tuple[dict[str, Any], dict[str, Any]]:
        """The axis of the labels and that of the values, which begins at 0."""
        fonts = {"num_font": _FONT, "name_font": _FONT}
        value: dict[str, Any] = {
            "name": [self._name, header, 1]
            if len(chart.table.columns) == 2
            else say("document.sheet-axis"),
            "min": 0,
            "num_format": "#,##0",
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
            **fonts,
        }
        if _largest(chart) <= _ONE_BY_ONE:
            value["major_unit"] = 1
        label = {"name": [self._name, header, 0], "interval_unit": 1, **fonts}
        return label, value


def _series(colour: str, *, bars: bool) -> dict[str, Any]:
    """How the bars or the line and its points of one column look."""
    if bars:
        return {"fill": {"color": colour}, "border": {"color": "#404040", "width": 0.5}}
    marker = {"type": "circle", "size": 7, "fill": {"color": colour}, "border": {"color": colour}}
    return {"line": {"color": colour, "width": 2}, "marker": marker}


def _told(chart: Chart) -> str:
    """The chart for who cannot see it: its title and its figures."""
    titles = [column.title for column in chart.table.columns]
    rows = "；".join(_told_row(titles, row) for row in chart.table.rows)
    return cell_string(
        say(
            "document.sheet-alt",
            title=caption_of(chart),
            sheet=say("document.sheet-charts"),
            rows=rows,
        )
    )


def _told_row(titles: list[str], row: tuple[Cell, ...]) -> str:
    """A row of a chart in words, for those who do not see it."""
    label, *values = (cell_text(cell) for cell in row)
    return f"{label} " + "、".join(f"{t}{v}" for t, v in zip(titles[1:], values, strict=True))


def _bars(chart: Chart) -> int:
    """How many bars a chart has."""
    return len(chart.table.rows) * (len(chart.table.columns) - 1)


def _largest(chart: Chart) -> Decimal:
    """The largest number of a chart; nought for one without any."""
    numbers = (numeric(cell) for row in chart.table.rows for cell in row[1:])
    return max((number for number in numbers if number is not None), default=Decimal(0))
