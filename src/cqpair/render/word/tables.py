"""Tables with a native caption, a repeated header and rows that stay whole."""

from collections.abc import Iterator, Sequence

from cqpair.render.document import Cell, CellKind, Column, Table, heat
from cqpair.render.text import caption_of
from cqpair.render.word.fit import MARGINS, MOST_WHOLE, Fit
from cqpair.render.word.lines import broken, title_lines
from cqpair.render.word.styles import (
    CAPTION,
    END,
    FANGSONG,
    GRID,
    HEITI,
    KEEP,
    Font,
    Look,
    field,
    paragraph,
    run,
    text_paragraph,
)
from cqpair.text import escape_control, full_width

# One blue, each step darker on grey paper too; black on the darkest has a contrast of 9 to 1.
_HEATS = ("", "E6EEF6", "C9DAEB", "A6C2DE", "7FA8CF")


def table_texts(table: Table) -> list[list[str]]:
    """The cells of each row as they stand on paper."""
    return [list(map(escape_control, row)) for row in table.texts()]


def table_xml(table: Table, set_in: Fit, followed: bool = False) -> str:
    """A table as wide as its columns, below its caption.

    One that takes a page stands on one; where a longer one goes on, its total is not alone. What
    it is `followed` by, a note, has its last row on the same page.
    """
    look, widths, pages, _ = set_in
    hottest, sums = table.hottest, set(table.sums)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [_header(table.columns, look, widths)]
    kept = _kept(table, pages == 1, followed)
    for n, (row, shown) in enumerate(zip(table.rows, table_texts(table), strict=True)):
        font = HEITI if n in sums else FANGSONG
        cells = _cells(table.columns, row, shown, 0 if n in sums else hottest)
        rows.append(_row(cells, look, font, widths, n in kept))
    return (
        f'{_caption(table)}<w:tbl><w:tblPr><w:tblStyle w:val="{GRID}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}'
        f"</w:tbl>{paragraph(END, layout=KEEP if followed else '')}"
    )


def _kept(table: Table, whole: bool, followed: bool) -> range:
    """The rows that have what comes next on their page: it is the rest of them from one on."""
    end = len(table.rows) if followed else len(table.rows) - 1
    return range(0 if whole else len(table.rows) - 1 - table.totalled, end)


def _caption(table: Table) -> str:
    """The caption above a table, its number a field that Word counts; "" without one."""
    if not table.caption:
        return ""
    if not table.no:
        return text_paragraph(CAPTION, table.caption)
    label, no, name = caption_of(table).partition(str(table.no))
    number = field(f"SEQ {label} \\* ARABIC", no, CAPTION.font)
    return paragraph(CAPTION, run(label, CAPTION.font), number, run(name, CAPTION.font))


def _header(columns: Sequence[Column], look: Look, widths: Sequence[int]) -> str:
    """The row of titles, which Word repeats on each page."""
    layout = f'{KEEP}<w:jc w:val="center"/>'
    half = look.size * 10
    cells = []
    for column, width in zip(columns, widths, strict=True):
        lines = title_lines(escape_control(column.title), int((width - MARGINS) / half))
        cells.append(_cell(width, paragraph(look, *broken(lines, HEITI), layout=layout)))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _cells(
    columns: Sequence[Column], row: Sequence[Cell], texts: Sequence[str], hottest: int
) -> Iterator[tuple[str, str, str]]:
    """The text of each cell, its alignment and its shade."""
    for column, value, text in zip(columns, row, texts, strict=True):
        shade = _HEATS[heat(value, hottest)] if column.heat else ""
        yield text, _alignment(column), shade


def _alignment(column: Column) -> str:
    """Where the cells of a column stand: numbers to the right, days and ordinals in the middle."""
    if column.kind.is_number:
        return "center" if column.heat else "right"
    return "center" if column.kind in (CellKind.DATE, CellKind.ORDINAL) else "left"


def _row(
    cells: Iterator[tuple[str, str, str]],
    look: Look,
    font: Font,
    widths: Sequence[int],
    keep: bool,
) -> str:
    """A row, kept on one page; with `keep` on that of the next one."""
    whole = True
    made = []
    for (text, align, shade), width in zip(cells, widths, strict=True):
        whole = whole and full_width(text) < MOST_WHOLE
        layout = KEEP if keep else ""
        if align != look.align:
            layout += f'<w:jc w:val="{align}"/>'
        content = paragraph(look, run(text, font), layout=layout)
        made.append(_cell(width, content, shade))
    return f"<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if whole else ''}{''.join(made)}</w:tr>"


def _cell(width: int, content: str, shade: str = "") -> str:
    """A cell, `width` in twips; `shade` is a colour as RRGGBB."""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{content}</w:tc>"
    )
