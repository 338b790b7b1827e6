"""The form of one office as an Excel workbook: it opens in Excel, WPS and LibreOffice alike.

What is typed is shown as it was typed: no cell of the table has a format that would make a day of a
month or a round figure of an exact one. Only cells of the head are locked, without a password. Rows
of the table can be inserted and deleted since nothing in them is locked, the style Normal included,
which the cells beside the table and pasted ones have.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_range, xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from cqpair.collect.checks import check_of, lists_of, nil_check, quarter_words
from cqpair.collect.form import (
    EXAMPLE,
    FORM_COLUMNS,
    HIDDEN,
    LISTS,
    NAMES,
    NIL_NOTE,
    NUMBERING,
    SHEET,
    TABLE_NAME,
    Form,
    Label,
)
from cqpair.fields import Column, ValueKind
from cqpair.messages import say
from cqpair.render.workbook.cells import FONT, SIZE, cell_string
from cqpair.render.workbook.page import A4

_TITLE, _HEAD, _BOX, _HOW, _HEADER, _EXAMPLE = range(6)


_FIRST = _EXAMPLE + 1
"""The first row to be filled in."""


_USUAL = 12
"""Rows with frames, that one page holds; further rows get theirs when they are filled."""


_LAST = 2000
"""The last row whose cells are checked while they are filled in."""


_WIDTHS = {
    "partners": 6.8,
    "area": 10.3,
    "measure": 10.3,
    "lead": 8.5,
    "lead_kind": 3.9,
    "title": 12,
    "form": 6.6,
    "place": 7,
    "experts": 3.9,
    "outcome": 10,
}
"""By column, in digits of the style Normal. Together they are as wide as A4 lying where 宋体 is
missing and a wider font stands in for it, and leave a margin where it is there."""


_WIDTHS_OF_KINDS = {
    ValueKind.DATE: 9.3,
    ValueKind.COUNT: 6.6,
    ValueKind.MONEY: 6.6,
    ValueKind.FLAG: 3.9,
}


_OTHER_WIDTH, _NUMBERING_WIDTH = 6.2, 3.8


_TO_THE_END = 1000.0


_HEAD_WIDTHS = {
    Label.UNIT: 26,
    Label.QUARTER: 10,
    Label.VERSION: 10,
    Label.PAIRING: _TO_THE_END,
}
"""The values of the first line of the head, in its order, and how wide they are."""


_SCALE = 76  # per cent on paper: letters of 10 points are printed with 7.6, nearly 六号


_ROW_HEIGHT = 43.5  # three lines in any font; the usual rows fit on a page


_ROWS_OF_HEIGHT = 200


_LINE = "#A6A6A6"


_TEXT: dict[str, Any] = {"font_size": 10, "text_wrap": True, "valign": "vcenter"}


_FRAMED = {**_TEXT, "border": 1, "border_color": _LINE}


_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"},
    "label": {**_FRAMED, "bold": True, "align": "center", "bg_color": "#F2F2F2"},
    "value": {**_FRAMED, "align": "center"},
    "box": {**_FRAMED, "align": "center", "bold": True, "bg_color": "#FFF2CC", "locked": False},
    "how": _TEXT,
    "header": {**_FRAMED, "bold": True, "align": "center", "bg_color": "#DDEBF7"},
    "required": {**_FRAMED, "bold": True, "align": "center", "bg_color": "#9DC3E6"},
}


_LOCKED = {name: {"locked": True, **style} for name, style in _STYLES.items()}


_MARGINS = {"left": 0.2, "right": 0.2, "top": 0.3, "bottom": 0.4}


_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": FONT, "font_size": SIZE, "locked": False},
}


_MAY = (
    "format_cells",
    "format_columns",
    "format_rows",
    "insert_rows",
    "delete_rows",
    "insert_hyperlinks",
    "sort",
    "autofilter",
)


class _Seat(NamedTuple):
    """A column of the table: where it stands and how wide it is; None is 序号."""

    at: int
    column: Column | None
    width: float

    @property
    def header(self) -> str:
        """Its header; that of an amount says that it is in 元."""
        return self.column.sum_title if self.column else NUMBERING


def write_template(form: Form, made_at: datetime) -> bytes:
    """The form of an office as the bytes of an .xlsx."""
    out = BytesIO()
    book = Workbook(out, _OPTIONS)
    sheet, lists = book.add_worksheet(SHEET), book.add_worksheet(LISTS)
    seats = tuple(_seats())
    _write_lists(book, lists, form)
    _write_head(book, sheet, form, seats)
    _write_table(book, sheet, form, seats)
    _check_cells(sheet, form, seats)
    _mark_rows(book, sheet, seats)
    _set_up(sheet)
    _sign(book, form, made_at)
    book.close()
    return _with_growing_rows(out.getvalue())


def _seats() -> Iterator[_Seat]:
    """The hidden column, 序号, then the others in their canonical order."""
    seen = [column for column in FORM_COLUMNS if column.key != HIDDEN]
    hidden = next(column for column in FORM_COLUMNS if column.key == HIDDEN)
    for at, column in enumerate((hidden, None, *seen)):
        yield _Seat(at, column, _width(column))


def _width(column: Column | None) -> float:
    if column is None:
        return _NUMBERING_WIDTH
    return _WIDTHS.get(column.key) or _WIDTHS_OF_KINDS.get(column.kind) or _OTHER_WIDTH


def _write_lists(book: Workbook, sheet: Worksheet, form: Form) -> None:
    """What the drop-downs offer, a list a column, each with a name."""
    for at, (name, texts) in enumerate(lists_of(form).items()):
        sheet.write_string(0, at, name)
        for row, text in enumerate(texts, 1):
            sheet.write_string(row, at, _plain(text))
        book.define_name(name, f"='{LISTS}'!{xl_range_abs(1, at, max(len(texts), 1), at)}")
    sheet.hide()


def _write_head(book: Workbook, sheet: Worksheet, form: Form, seats: Sequence[_Seat]) -> None:
    """Title, the two rows of labels and values, and how to fill in the form."""
    looks = {name: book.add_format(style) for name, style in _LOCKED.items()}
    last = seats[-1].at
    title = say("document.form-title", office=form.unit.office_name, **quarter_words(form))
    sheet.merge_range(_TITLE, 1, _TITLE, last, _plain(title), looks["title"])
    place = _Line(sheet, _HEAD, seats)
    for label, wide in _HEAD_WIDTHS.items():
        place(label, 10, looks["label"])
        if label in NAMES:
            _name(book, label, _HEAD, place.at)
        place(_plain(form.head[label]), wide, looks["value"])
    place = _Line(sheet, _BOX, seats)
    place(Label.NIL, 10, looks["label"])
    _name(book, Label.NIL, _BOX, place.at)
    sheet.data_validation(_BOX, place.at, _BOX, place.at, nil_check())
    place("", 8, looks["box"])
    place(NIL_NOTE, _TO_THE_END, looks["how"])
    required = "、".join(column.header for column in FORM_COLUMNS if column.required)
    how = say("document.form-how", required=required)
    sheet.merge_range(_HOW, 1, _HOW, last, how, looks["how"])
    for row, height in {_TITLE: 26, _HEAD: 20, _BOX: 20, _HOW: 30, _HEADER: 30}.items():
        sheet.set_row(row, height)


class _Line:
    """A line above the table, whose texts go over as many columns as they need."""

    def __init__(self, sheet: Worksheet, row: int, seats: Sequence[_Seat]) -> None:
        self.at = 1
        self._sheet = sheet
        self._row = row
        self._seats = seats

    def __call__(self, text: str, wide: float, look: Format) -> None:
        """Write `text` from the next column over those that together are `wide`."""
        first = end = self.at
        width, last = self._seats[first].width, self._seats[-1].at
        while width < wide and end < last:
            end += 1
            width += self._seats[end].width
        if end > first:
            self._sheet.merge_range(self._row, first, self._row, end, text, look)
        else:
            self._sheet.write_string(self._row, first, text, look)
        self.at = end + 1


def _name(book: Workbook, label: Label, row: int, at: int) -> None:
    book.define_name(NAMES[label], f"='{SHEET}'!{xl_rowcol_to_cell(row, at, True, True)}")


def _write_table(book: Workbook, sheet: Worksheet, form: Form, seats: Sequence[_Seat]) -> None:
    """The header, the example, and the rows to fill in."""
    looks = {name: book.add_format(_LOCKED[name]) for name in ("header", "required")}
    example = form.example
    book.define_name(TABLE_NAME, f"='{SHEET}'!{xl_rowcol_to_cell(_HEADER, 0, True, True)}")
    for seat in seats:
        required = seat.column is not None and seat.column.required
        sheet.write_string(
            _HEADER, seat.at, seat.header, looks["required" if required else "header"]
        )
        style = {**_TEXT, **_alignment(seat.column), "locked": False}
        framed = book.add_format({**style, **_FRAMED})
        shaded = {"bg_color": "#EDEDED", "font_color": "#404040"}
        _write_example(sheet, seat, example, book.add_format({**style, **_FRAMED, **shaded}))
        for row in range(_FIRST, _FIRST + _USUAL):
            sheet.write_blank(row, seat.at, None, framed)
        hidden = {"hidden": seat.column is not None and seat.column.key == HIDDEN}
        sheet.set_column(seat.at, seat.at, seat.width, book.add_format(style), hidden)
    for row in range(_EXAMPLE, _FIRST + _ROWS_OF_HEIGHT):
        sheet.set_row(row, _ROW_HEIGHT)


def _alignment(column: Column | None) -> dict[str, Any]:
    """How a column is set. Free text is kept as text, lest `3-5` become a day of March."""
    if column is None or column.kind in (ValueKind.DATE, ValueKind.FLAG):
        return {"align": "center"}
    if column.kind in (ValueKind.COUNT, ValueKind.MONEY):
        return {"align": "right"}
    return {"num_format": "@"} if column.kind is ValueKind.TEXT else {}


def _write_example(sheet: Worksheet, seat: _Seat, example: Mapping[str, str], look: Format) -> None:
    text = example.get(seat.column.key, "") if seat.column else EXAMPLE
    if not text:
        sheet.write_blank(_EXAMPLE, seat.at, None, look)
    elif seat.column and seat.column.kind in (ValueKind.COUNT, ValueKind.MONEY):
        sheet.write_number(_EXAMPLE, seat.at, int(text), look)
    else:
        sheet.write_string(_EXAMPLE, seat.at, _plain(text), look)


def _check_cells(sheet: Worksheet, form: Form, seats: Sequence[_Seat]) -> None:
    area = next(seat.at for seat in seats if seat.column and seat.column.kind is ValueKind.AREA)
    area_cell = f"${xl_col_to_name(area)}{_EXAMPLE + 1}"
    for seat in seats:
        if seat.column and (check := check_of(seat.column, form, area_cell)):
            sheet.data_validation(_EXAMPLE, seat.at, _LAST, seat.at, check)


def _mark_rows(book: Workbook, sheet: Worksheet, seats: Sequence[_Seat]) -> None:
    """A row that is begun has its required cells coloured, and below the usual rows a frame."""
    last = seats[-1].at

    def filled(row: int) -> str:
        cells = xl_range(row, 1, row, last).split(":")
        return "COUNTA(" + ":".join("$" + cell for cell in cells) + ")>0"

    lacking = book.add_format({"bg_color": "#FCE4D6"})
    for seat in seats:
        if seat.column and seat.column.required:
            cell = xl_rowcol_to_cell(_FIRST, seat.at)
            rule = {"criteria": f'=AND({filled(_FIRST)},{cell}="")', "format": lacking}
            sheet.conditional_format(_FIRST, seat.at, _LAST, seat.at, {"type": "formula", **rule})
    beyond = _FIRST + _USUAL
    framed = book.add_format({"border": 1, "border_color": _LINE})
    rule = {"criteria": f"={filled(beyond)}", "format": framed}
    sheet.conditional_format(beyond, 1, _LAST, last, {"type": "formula", **rule})


def _set_up(sheet: Worksheet) -> None:
    """On paper A4 lying, the header on each page; on screen it stays.

    The scale is fixed: made to fit a page, letters would shrink with each row, and made to fit its
    width, a page would hold fewer rows the narrower the font is.
    """
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_print_scale(_SCALE)
    sheet.set_margins(**_MARGINS)
    sheet.center_horizontally()
    sheet.set_footer(say("document.sheet-pages"), {"margin": 0.15})
    sheet.repeat_rows(_HEADER)
    sheet.freeze_panes(_HEADER + 1, 0)
    sheet.set_selection(_FIRST, 2, _FIRST, 2)
    sheet.protect("", dict.fromkeys(_MAY, True))


def _sign(book: Workbook, form: Form, made_at: datetime) -> None:
    """What says whose form it is, once more, where the sheet is kept as it was made."""
    title = say("document.form-title", office=form.unit.office_name, **quarter_words(form))
    created = made_at.astimezone(UTC)
    book.set_properties({"title": _plain(title), "author": "cqpair", "created": created})
    for label, text in form.head.items():
        if label in NAMES and label is not Label.NIL:
            book.set_custom_property(NAMES[label], _plain(text))


def _plain(text: str) -> str:
    """`text` so that nothing in it acts. XlsxWriter takes `<r>…</r>` for its own mark-up."""
    told = cell_string(text)
    return f"{told} " if told.startswith("<r>") else told


_OWN_HEIGHT = re.compile(rb'(<row r="(\d+)"[^>]* ht="[^"]*") customHeight="1"')


def _with_growing_rows(packed: bytes) -> bytes:
    """The workbook with rows of the table that grow with their text.

    XlsxWriter can only fix a height, and what does not fit is then cut off, on paper too.
    """

    def grow(match: re.Match[bytes]) -> bytes:
        return match[1] if int(match[2]) > _EXAMPLE else match[0]

    out = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                data = _OWN_HEIGHT.sub(grow, data)
            new.writestr(part, data)
    return out.getvalue()
