"""Which sheets a document becomes, in their order; nothing here knows the library."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cqpair.messages import say
from cqpair.render.document import (
    Annex,
    Block,
    Chart,
    Document,
    KeyFigure,
    Paragraph,
    Table,
)
from cqpair.render.text import annex_title, caption_of
from cqpair.render.workbook.cells import cell_string

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")

_LONGEST_NAME = 31


class SheetPlan(NamedTuple):
    """A sheet: its title, text and charts, and below them at most one table.

    `figures` are key figures, above all else.
    """

    name: str
    title: str
    blocks: tuple[Block, ...] = ()
    table: Table | None = None
    figures: tuple[KeyFigure, ...] = ()


class Names:
    """Names of sheets as Excel takes them: short, without its signs, no two alike."""

    def __init__(self, *taken: str) -> None:
        self._taken = {name.casefold() for name in taken} | {"history"}

    def new(self, *wanted: str) -> str:
        """A free name, the first of `wanted` that says something where that is possible."""
        plain = (_NOT_IN_NAMES.sub("", cell_string(text)).strip("' ") for text in wanted)
        base = next(filter(None, plain), say("document.table"))
        name, n = _cut(base, _LONGEST_NAME), 1
        while name.casefold() in self._taken:
            n += 1
            name = f"{_cut(base, _LONGEST_NAME - len(f'({n})'))}({n})"
        self._taken.add(name.casefold())
        return name


def plan(document: Document) -> tuple[SheetPlan, ...]:
    """The sheets of a document; those of what others draw or choose from are not among them.

    The first has the key figures and their charts, or the text of a document without any. A sheet
    with a table has no room for charts: those of its annex stand there too. Above the records
    stands nothing, so that they are a table: their notes stand with those on the data.
    """
    names = Names(
        *map(say, ("document.sheet-summary", "document.sheet-charts", "document.sheet-lists"))
    )
    body = [_table_part(names, "", (), table) for table in _tables(document.blocks)]
    parts = [*body, *_annex_parts(names, document)]
    where = iter(body)
    text: list[Block] = []
    if document.overview:
        text += document.overview.charts
    else:
        text += [_pointer(next(where)) if isinstance(b, Table) else b for b in document.blocks]
    for annex in document.annexes:
        if _tables(annex.blocks):
            text += [block for block in annex.blocks if isinstance(block, Chart)]
    figures = document.overview.figures if document.overview else ()
    name = say("document.sheet-summary")
    first = SheetPlan(name, document.title, _drawable(text), figures=figures)
    bare = [p._replace(blocks=()) if p.table and p.table.is_records else p for p in parts]
    return (first, *bare, *_notes_part(names, document, parts))


def _notes_part(
    names: Names, document: Document, parts: Sequence[SheetPlan]
) -> Iterator[SheetPlan]:
    """What whoever works on the data has to know, where there is anything."""
    blocks: list[Block] = []
    for part in parts:
        if part.table and part.table.is_records:
            blocks += [Paragraph(say("document.sheet-live", name=part.name)), *part.blocks]
    blocks += map(Paragraph, filter(None, (*document.notes, document.origin)))
    if blocks:
        name = say("document.sheet-notes")
        yield SheetPlan(names.new(name), name, _drawable(blocks))


def _annex_parts(names: Names, document: Document) -> Iterator[SheetPlan]:
    """For each annex a sheet for each table, what stands between them above; or one of text."""
    for no, annex in enumerate(document.annexes, 1):
        title = annex_title(document, no)
        tables = _tables(annex.blocks)
        if not tables:
            yield SheetPlan(names.new(annex.title), title, _drawable(annex.blocks))
            continue
        for table, notes in zip(tables, _notes(annex), strict=True):
            yield _table_part(names, title, notes, table)


def _notes(annex: Annex) -> list[tuple[Block, ...]]:
    """For each table the text that stands below it; the first has what stands above it too."""
    notes: list[list[Block]] = [[] for _ in _tables(annex.blocks)]
    at = 0
    for n, block in enumerate(annex.blocks):
        if isinstance(block, Table):
            at = len(_tables(annex.blocks[:n]))
        elif not isinstance(block, Chart):
            notes[at].append(block)
    return [tuple(note) for note in notes]


def _table_part(names: Names, title: str, notes: tuple[Block, ...], table: Table) -> SheetPlan:
    """A sheet for a table."""
    return SheetPlan(names.new(table.name, table.caption), title, notes, table)


def _drawable(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, with the caption in the place of a chart that has nothing to draw."""
    return tuple(
        Paragraph(caption_of(block))
        if isinstance(block, Chart) and not (block.table.rows and block.table.columns[1:])
        else block
        for block in blocks
    )


def _tables(blocks: tuple[Block, ...]) -> list[Table]:
    """The tables among the blocks."""
    return [block for block in blocks if isinstance(block, Table)]


def _pointer(part: SheetPlan) -> Paragraph:
    """A sentence that says on which sheet a table stands."""
    title = caption_of(part.table) if part.table else ""
    return Paragraph(say("document.sheet-see", title=title or part.name, name=part.name))


def _cut(name: str, most: int) -> str:
    """The beginning of a name, counted as Excel does, in UTF-16."""
    while len(name.encode("utf-16-le")) > 2 * most:
        name = name[:-1]
    return name
