"""Where the tables of a sheet stand: what is above the header, and what below it is not a record.

Offices put a title and a 填报单位 line above the table, a line of totals below it, notes and
signatures after that, and sometimes a second table. A line is passed over only if it cannot be a
record: what looks like one is never taken for a title or a total.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import zip_longest
from typing import NamedTuple

from cqpair.book.headings import OURS, Headers
from cqpair.source import Grid, Row
from cqpair.values import folded

LAST_HEADER_ROW = 20
"""The row by which the header has to come."""


_SURE = 3  # known columns that make a row a header


_LONGEST_HEADER = 24


_PERIOD = "(?:本页|本表|本季度?|本年度?|全年|全部|[一二三四1-4]季度|[上下]半年)"


_TOTAL = re.compile(
    rf"{_PERIOD}?(?:合计|小计|总计|累计|共计|汇总|总数)(?:数|[（(:].*)?|.{{1,12}}[小合总]计"
    "|(?:以上|本表|本季度)?总?共[计有]?.{0,8}[项次场个条].{0,20}"
)


_SUM = re.compile(f"{_PERIOD}?[小合总]计[:：]?")


_NOTE = re.compile(
    r"(?:备?注|附注|说明|填[表报]说明|注意事项|以上|本表)(?:[:：、.．]|\d|[一二三]、).*|备?注|说明"
    "|(?:以上|本表|注意).{8,}"
)


_SIGNED = re.compile(
    "(?:(?:单位|部门|分管|主管|填[表报]|制表|审[核批]|复核|经办|联系|报送|负责){1,2})?"
    "(?:负责人|领导|人|电话|方式|日期|时间|单位|签字|签名|盖章|公章)"
    "(?:[（(][^）)]*[）)])?(?:[:：].*)?|制表(?:[:：].*)?|审[核批](?:[:：].*)?"
)


_STAMPED = re.compile(
    r".{2,20}(?:科协|科学技术协会)(?:[（(](?:盖章|公章|章)[）)])?|\d{4}年\d{1,2}月\d{1,2}日"
)


_SENDER = re.compile("填[表报]单位|报送单位|(?:金额)?单位[:：]")


_SECTION = re.compile("[（(]?[一二三四五六七八九十]+[）)、.．].{2,}|携手.{2,}")


class LineKind(Enum):
    """What a line below the header is, where it is not a record."""

    TOTAL = "total"
    NOTE = "note"
    SIGNATURE = "signature"
    SECTION = "section"


class Table(NamedTuple):
    """A header, the rows below it that may be records, and the lines around them that are not.

    `above` are title lines, which nobody needs to be told of.
    """

    grid: Grid
    above: Sequence[Row] = ()
    lines: "Sequence[Line]" = ()


class Line(NamedTuple):
    """A line that is not a record, and the words that say so.

    It is `sure` where its own cells begin with 合计: those before them belong to the rows above.
    """

    row: Row
    kind: LineKind
    text: str
    sure: bool = False


Looks = Callable[[Row, Row], bool]
"""Whether a row looks like a record under a header."""


def header_of(grid: Grid, headers: Headers, header_row: int | None = None) -> Row | None:
    """The first header of `grid`, or None where no row within the first 20 is one."""
    rows = grid.all_rows
    start = 0 if grid.headed else _start_of(rows, grid, headers, header_row)
    return None if start is None else rows[start]


def _start_of(
    rows: Sequence[Row], grid: Grid, headers: Headers, header_row: int | None
) -> int | None:
    """Where the header is: in the line `header_row`, where a person said so."""
    if header_row is not None:
        return next((at for at, row in enumerate(rows) if row.line == header_row), None)
    return _header_at(rows, grid.sheet is not None, headers)


def lay_out(
    grid: Grid,
    looks_like_record: Looks,
    headers: Headers = OURS,
    header_row: int | None = None,
) -> list[Table]:
    """The tables of `grid`; none where no row within the first 20 is a header."""
    if grid.headed:
        return [Table(grid)]
    rows = grid.all_rows
    start = _start_of(rows, grid, headers, header_row)
    if start is None:
        return []
    above = rows[:start]
    if above and _is_upper_line(above[-1], rows[start], headers):
        rows[start] = _joined(above.pop(), rows[start], headers)
    tables: list[Table] = []
    for head, body in _split(rows[start:], headers):
        last = _titles_from(body)
        tables.append(_table(grid, above, head, body[:last], looks_like_record))
        above = body[last:]
    if above:  # nothing comes after them, so they are no titles
        tables[-1] = _table(grid, tables[-1].above, head, body, looks_like_record)
    return tables


def _header_at(rows: Sequence[Row], in_sheet: bool, headers: Headers) -> int | None:
    """The first row that is a header for sure, else one that may be a poor header.

    A sheet may hold notes, with a 备注 among them: there half the cells have to be known.
    """
    within = [row for row in rows if row.line <= LAST_HEADER_ROW] or rows[:1]
    for at, row in enumerate(within):
        if _is_header(row, headers):
            return at
    for at, row in enumerate(within):
        if 2 * _known(row, headers) >= (_filled(row) if in_sheet else 2):
            return at
    return None


def _known(row: Row, headers: Headers) -> int:
    found = (headers.heading_of(cell.strip()) for cell in row.cells)
    return len({heading.column.key for heading in found if heading})


def _is_header(row: Row, headers: Headers) -> bool:
    return _known(row, headers) >= _SURE


def _could_be_header(row: Row, headers: Headers) -> bool:
    """A quick look at the first cells: a header's are no numbers, and most of them are known."""
    seen = 0
    for cell in row.cells:
        if text := cell.strip():
            short = not text[0].isdigit() and len(text) <= _LONGEST_HEADER
            if short and (headers.heading_of(text) or headers.is_unread(text)):
                return True
            seen += 1
            if seen == _SURE:
                return False
    return False


def _split(rows: Sequence[Row], headers: Headers) -> Iterator[tuple[Row, list[Row]]]:
    """Each header with the rows up to the next. A header of two lines is one."""
    head, body = rows[0], list[Row]()
    for row in rows[1:]:
        if not body and row.line == head.line + 1 and _is_lower_line(head, row, headers):
            head = _joined(head, row, headers)
        elif _could_be_header(row, headers) and _is_header(row, headers):
            yield head, body
            head, body = row, []
        else:
            body.append(row)
    yield head, body


def _is_lower_line(head: Row, row: Row, headers: Headers) -> bool:
    """Whether the row right below a header goes on with it: each cell names a column or a unit."""
    if _is_header(row, headers):
        return True
    pairs = [(up, low.strip()) for up, low in _pairs(head, row)]
    filled = [(up, low) for up, low in pairs if low and not headers.is_unread(low)]
    return bool(filled) and all(
        (found := headers.heading_of(headers.joined(up, low)))
        and (not (over := headers.heading_of(up.strip())) or over.column is found.column)
        for up, low in filled
    )


def _is_upper_line(row: Row, head: Row, headers: Headers) -> bool:
    """Whether the row right above a header groups its columns, or gives them units."""
    texts = [cell.strip() for cell in row.cells if cell.strip()]
    short = all(len(text) <= _LONGEST_HEADER and not _SENDER.match(folded(text)) for text in texts)
    if row.line + 1 != head.line or len(texts) < 2 or not short:
        return False
    return any(
        up and low and headers.joined(up, low) != low.strip() for up, low in _pairs(row, head)
    )


def _joined(upper: Row, lower: Row, headers: Headers) -> Row:
    """The lower line of a header, with what the upper one says over it."""
    cells = [headers.joined(up, low) for up, low in _pairs(upper, lower)]
    return lower._replace(cells=cells)


def _pairs(upper: Row, lower: Row) -> Iterator[tuple[str, str]]:
    """The cells of two lines of a header; what groups columns goes on over the blanks behind it."""
    group = ""
    for up, low in zip_longest(_spread(upper), lower.cells, fillvalue=""):
        group = "" if not low.strip() else up.strip() or group
        yield up if up.strip() else group, low


def _spread(row: Row) -> list[str]:
    """The cells of a row, with what is merged over several columns in each of them."""
    first: dict[str, int] = {}
    cells = [*row.cells, *[""] * (max(row.merged, default=-1) + 1 - len(row.cells))]
    for i in sorted(row.merged):
        cells[i] = cells[first.setdefault(row.merged[i], i)]
    return cells


def _titles_from(body: Sequence[Row]) -> int:
    """Where the lines begin that stand right above the next header and can only be its titles."""
    at = len(body)
    while at and (_filled(body[at - 1]) == 1 or _SENDER.match(folded(_first(body[at - 1])))):
        at -= 1
    return at


def _filled(row: Row) -> int:
    return sum(map(bool, map(str.strip, row.cells)))


def _first(row: Row) -> str:
    return next((cell for cell in row.cells if cell.strip()), "")


def _table(
    grid: Grid, above: Sequence[Row], head: Row, body: Sequence[Row], looks_like_record: Looks
) -> Table:
    """A table with its records, and the lines among and below them that are not records."""
    records: list[Row] = []
    lines: list[Line] = []
    noted = False
    for row in body:
        line = _line(row, noted)
        if line is None or (not line.sure and looks_like_record(row, head)):
            if grid.sheet:  # a sheet keeps no blank cells at the end of a row
                row.cells.extend([""] * (len(head.cells) - len(row.cells)))
            records.append(row)
            noted = False
        else:
            lines.append(line)
            noted = noted or line.kind in (LineKind.NOTE, LineKind.SIGNATURE)
    return Table(grid._replace(head=head, rows=records, headed=True), above, lines)


def _line(row: Row, noted: bool) -> Line | None:
    """A line that is not a record, by its first words; what is merged from above is not its own."""
    first = _first(row)
    if (kind := _kind(first, row, noted)) is not None:
        return Line(row, kind, first.strip())
    for i, cell in enumerate(row.cells if row.merged else ()):
        if cell.strip() and i not in row.merged:
            text = cell.strip()
            sure = _SUM.fullmatch(folded(text)) is not None
            return Line(row, LineKind.TOTAL, text, sure) if sure else None
    return None


def kind_of_line(text: str) -> LineKind | None:
    """What a line of one cell below a table is by its words; None where it may be anything."""
    return _kind(text, Row(1, [text]), noted=False)


def _kind(first: str, row: Row, noted: bool) -> LineKind | None:
    """What a line is by its first words; after a note, a line of one cell goes on with it."""
    if not noted and first[:1].isdigit() and "年" not in first[:_LONGEST_HEADER]:
        return None
    text = folded(first)
    if _TOTAL.fullmatch(text):
        return LineKind.TOTAL
    if _NOTE.fullmatch(text):
        return LineKind.NOTE
    if _SIGNED.fullmatch(text):
        return LineKind.SIGNATURE
    if _filled(row) > 1:
        return None
    if _STAMPED.fullmatch(text):
        return LineKind.SIGNATURE
    if _SECTION.fullmatch(text):
        return LineKind.SECTION
    return LineKind.NOTE if noted else None
