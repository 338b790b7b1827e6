"""The notice as lines of text, from a .txt or a .docx."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from cqpair.read.decode import decode
from cqpair.read.sheet_file import ZIP
from cqpair.source import lines_of

if TYPE_CHECKING:
    from docx.table import Table


Line = tuple[int | None, str]
"""A line and its number, which a .docx has none of."""


def read_notice(path: str, data: bytes) -> list[Line] | None:
    """The lines that hold something, in reading order; None when the file is none of the two."""
    if path.casefold().endswith(".docx") or data.startswith(ZIP):
        return _docx_lines(data)
    text, _ = decode(path, data)
    if text is None:
        return None
    lines = enumerate(lines_of(text.content), 1)
    return [(number, line.strip()) for number, line in lines if line.strip()]


def _docx_lines(data: bytes) -> list[Line] | None:
    from docx import Document
    from docx.table import Table

    try:
        blocks = list(Document(BytesIO(data)).iter_inner_content())
    except Exception:  # a damaged archive fails in as many ways as it has parts
        return None
    texts: list[str] = []
    for block in blocks:
        texts += _cells(block) if isinstance(block, Table) else lines_of(block.text)
    return [(None, text.strip()) for text in texts if text.strip()]


def _cells(table: "Table") -> Iterator[str]:
    """The cells of a table, row by row; what is merged over several rows is given once."""
    above: list[str] = []
    for row in table.rows:
        cells = [cell.text for cell in row.cells]
        kept = 2 if cells[:2] == above[:2] else 0
        yield from cells[kept:]
        above = cells
