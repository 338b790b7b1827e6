"""Key figures: each with its name, in large digits, and what is to be known of it."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from cqpair.messages import say
from cqpair.render.document import KeyFigure
from cqpair.render.workbook.cells import Cells, Formats, number_format, numeric
from cqpair.render.workbook.formulas import Records
from cqpair.render.workbook.page import lines, row_height
from cqpair.render.workbook.rough import looks_of, mark_figure

FIGURE_WIDTHS = (14.0, 25.0, 40.0)
"""The columns of names, of figures and of notes, in characters."""

_LEAST_LINES = 2


def write_figures(
    sheet: Worksheet,
    formats: Formats,
    figures: Sequence[KeyFigure],
    records: Records | None,
    row: int,
) -> int:
    """A row for each figure below their header in the row `row`; the row below them.

    A figure stands in full, with its unit: 约373,600元. It can be calculated with.
    """
    cells = Cells(sheet, formats)
    for col, key in enumerate(("figure", "value", "when")):
        cells.text(row, col, say(f"document.sheet-{key}"), ("header",))
    for at, figure in enumerate(figures, row + 1):
        cells.text(at, 0, figure.title, ("cell", "heading3", "item"))
        _write_value(sheet, formats, at, figure, records)
        cells.text(at, 2, figure.note, ("cell", "item"))
        sheet.set_row(at, row_height(max(lines(figure.note, FIGURE_WIDTHS[2] - 2), _LEAST_LINES)))
    return row + 1 + len(figures)


def _write_value(
    sheet: Worksheet, formats: Formats, row: int, figure: KeyFigure, records: Records | None
) -> None:
    """The figure itself; its text where it is not a number."""
    cells = Cells(sheet, formats)
    number, kind = numeric(figure.value), figure.kind
    if number is None:
        cells.text(row, 1, figure.text, ("cell", "figure"))
        return
    styles = ("cell", kind.name, "figure", _with_unit(number_format(figure.value, kind), figure))
    if records and figure.query and (told := records.formula(figure.query, figure.value)):
        cells.formula(row, 1, told, number, kind, styles)
        is_rough, *looks = looks_of(figure.value, kind)
        exact, rough = (_with_unit(look, figure) for look in looks)
        mark_figure(sheet, formats, records, figure.query, (row, 1), (is_rough, exact, rough))
    else:
        cells.write(row, 1, number, kind, styles)


def _with_unit(look: str, figure: KeyFigure) -> str:
    """The number format `look` with the unit of the figure behind it."""
    if not figure.unit:
        return look
    return ";".join(f'{part}"{figure.unit}"' for part in look.split(";"))
