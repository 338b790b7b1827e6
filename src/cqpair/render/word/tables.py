"""Tables with a native caption, a repeated header and rows that stay whole."""

from collections.abc import Iterator, Sequence

from cqpair.document import Cell, CellKind, Column, Table, heat
from cqpair.render.titles import caption_of
from cqpair.render.width import full_width
from cqpair.render.word.fonts import FANGSONG, HEITI, Font
from cqpair.render.word.markup import KEEP, field, paragraph, run, text_paragraph
from cqpair.render.word.styles import CAPTION, END, GRID, Look
from cqpair.render.word.widths import fit
from cqpair.visible import visible

# One blue, each step darker on grey paper too; black on the darkest has a contrast of 9 to 1.
_HEATS = ("", "E6EEF6", "C9DAEB", "A6C2DE", "7FA8CF")
_MOST_WHOLE = 1600  # half widths in a cell beyond which its row may break over pages


def table_xml(table: Table, room: int) -> str:
    """A table as wide as `room` twips, below its caption."""
    texts = [list(map(visible, row)) for row in table.texts()]
    look, widths = fit(table.columns, texts, room)
    hottest, sums = table.hottest, set(table.sums)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [_header(table.columns, look, widths)]
    for n, (row, shown) in enumerate(zip(table.rows, texts, strict=True)):
        font = HEITI if n in sums else FANGSONG
        cells = _cells(table.columns, row, shown, 0 if n in sums else hottest)
        keep = table.totalled and n == len(table.rows) - 2  # a total is never alone on a page
        rows.append(_row(cells, look, font, widths, keep))
    return (
        f'{_caption(table)}<w:tbl><w:tblPr><w:tblStyle w:val="{GRID}"/>'
        f'<w:tblW w:w="{room}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{paragraph(END)}"
    )


def _caption(table: Table) -> str:
    if not table.caption:
        return ""
    if not table.no:
        return text_paragraph(CAPTION, table.caption)
    label, no, name = caption_of(table).partition(str(table.no))
    number = field(f"SEQ {label} \\* ARABIC", no, CAPTION.font)
    return paragraph(CAPTION, run(label, CAPTION.font), number, run(name, CAPTION.font))


def _header(columns: Sequence[Column], look: Look, widths: Sequence[int]) -> str:
    layout = f'{KEEP}<w:jc w:val="center"/>'
    cells = "".join(
        _cell(width, paragraph(look, run(column.title, HEITI), layout=layout))
        for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _cells(
    columns: Sequence[Column], row: Sequence[Cell], texts: Sequence[str], hottest: int
) -> Iterator[tuple[str, str, str]]:
    """The text of each cell, its alignment and its shade."""
    for column, value, text in zip(columns, row, texts, strict=True):
        shade = _HEATS[heat(value, hottest)] if column.heat else ""
        yield text, _alignment(column), shade


def _alignment(column: Column) -> str:
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
    whole = True
    made = []
    for (text, align, shade), width in zip(cells, widths, strict=True):
        whole = whole and full_width(text) < _MOST_WHOLE
        layout = KEEP if keep else ""
        if align != look.align:
            layout += f'<w:jc w:val="{align}"/>'
        content = paragraph(look, run(text, font), layout=layout)
        made.append(_cell(width, content, shade))
    return f"<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if whole else ''}{''.join(made)}</w:tr>"


def _cell(width: int, content: str, shade: str = "") -> str:
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{content}</w:tc>"
    )
