"""A document as one HTML file: it loads nothing, and nothing in it needs its script to be read.

Below: its parts in order, each block with the anchor, table or picture it needs.
"""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from cqpair.messages import say
from cqpair.render.document import (
    Annex,
    Block,
    CellKind,
    Chart,
    Document,
    Heading,
    Listing,
    Overview,
    Paragraph,
    Table,
)
from cqpair.render.page.charts import Bars, Line, picture_of
from cqpair.render.page.tables import Anchors, Grid, grid_of
from cqpair.render.text import annex_label, caption_of
from cqpair.text import escape_control

_STYLES = ("page.css", "figures.css", "print.css")

_TEMPLATES = ("charts.jinja", "page.html.jinja")

_PARTICULAR = (CellKind.ID, CellKind.REFS)  # whoever prints the page does without, unless asked


def write_document(document: Document) -> bytes:
    """A document as a page, in UTF-8."""
    style, script = "\n".join(map(_asset, _STYLES)), _asset("sort.js")
    anchors = Anchors(document)
    body = parts_of(document.blocks, anchors)
    annexes = annexes_of(document, anchors)
    page = _template().render(
        document=document,
        pictures=pictures_of(document.overview, anchors),
        body=body,
        annexes=annexes,
        outline=outline(body, annexes),
        asides=any(each.aside for each in annexes),
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
    )
    return page.encode("utf-8")


@cache
def _asset(name: str) -> str:
    """The text of a file of this package."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    """The template of a page; what is put into it is escaped, and a name it does not know fails."""
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = say
    return environment.from_string("".join(map(_asset, _TEMPLATES)))


def _hash(code: str) -> str:
    """How a Content-Security-Policy names code that may act."""
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"


_OUTLINED = 1  # levels of headings in the table of contents


class PageBlock(NamedTuple):
    """A block with what its `kind` needs: a `grid` for tables and charts, a `picture`.

    `label` is seen, `name` is read out, and no other part of the page has it.
    """

    kind: str
    block: Block
    anchor: str = ""
    level: int = 0
    label: str = ""
    name: str = ""
    grid: Grid | None = None
    picture: Bars | Line | None = None


class PageAnnex(NamedTuple):
    """A part that unfolds, with its mark, 附件1.

    One that is `aside` is printed only where it is asked for.
    """

    mark: str
    title: str
    anchor: str
    parts: tuple[PageBlock, ...]
    aside: bool
    open: bool = False


class Entry(NamedTuple):
    """A line of the table of contents."""

    text: str
    anchor: str


def parts_of(
    blocks: Iterable[Block], anchors: Anchors, within: str = "part", above: int = 1
) -> tuple[PageBlock, ...]:
    """The parts of `blocks`, whose headings stand below a heading of level `above`."""
    return tuple(
        _part(block, anchors, f"{within}-{no}", above) for no, block in enumerate(blocks, 1)
    )


def pictures_of(overview: Overview | None, anchors: Anchors) -> list[PageBlock]:
    """The table and the charts that the page opens with."""
    if overview is None:
        return []
    blocks = (*((overview.grid,) if overview.grid else ()), *overview.charts)
    return [
        part._replace(
            name=say("document.overview-of", label=part.label),
            grid=part.grid and part.grid._replace(fixed=True),
        )
        for part in parts_of(blocks, anchors, "overview")
    ]


def annexes_of(document: Document, anchors: Anchors) -> list[PageAnnex]:
    """The annexes, numbered when there is more than one, and the notes as the last of them.

    They are folded where the page opens with an overview.
    """
    folded = [
        PageAnnex(
            annex_label(no, of=len(document.annexes)),
            annex.title,
            anchor := f"annex-{no}",
            parts_of(annex.blocks, anchors, anchor, above=2),
            aside := _is_aside(annex),
            open=document.overview is None and not aside,
        )
        for no, annex in enumerate(document.annexes, 1)
    ]
    if document.notes:
        notes = parts_of(map(Paragraph, document.notes), anchors, "notes")
        folded.append(PageAnnex("", say("document.notes"), "notes", notes, aside=True))
    return folded


def _is_aside(annex: Annex) -> bool:
    """True where an annex tells of one record after the other."""
    return any(
        column.kind in _PARTICULAR
        for block in annex.blocks
        if isinstance(block, Table)
        for column in block.columns
    )


def outline(body: tuple[PageBlock, ...], annexes: list[PageAnnex]) -> list[Entry]:
    """What the table of contents lists."""
    headings = [
        Entry(part.block.text, part.anchor)
        for part in body
        if isinstance(part.block, Heading) and part.block.level <= _OUTLINED
    ]
    return headings + [Entry(f"{each.mark} {each.title}".lstrip(), each.anchor) for each in annexes]


def _part(block: Block, anchors: Anchors, anchor: str, above: int) -> PageBlock:
    """A block with what a template needs to show it; `above` is the level of headings above it."""
    match block:
        case Heading(level=level):
            return PageBlock("heading", block, anchor, level + above)
        case Table(name=name):
            label = caption_of(block) or name or say("document.table")
            return PageBlock("table", block, label=label, name=label, grid=grid_of(block, anchors))
        case Chart(table=table):
            label, grid = caption_of(block), grid_of(table, anchors)
            return PageBlock(
                "chart", block, label=label, name=label, grid=grid, picture=picture_of(block)
            )
        case Paragraph():
            return PageBlock("paragraph", block)
        case Listing():
            return PageBlock("listing", block)


def shown(value: object) -> object:
    """What a template prints: nothing in a text acts, and HTML and XML allow all of it."""
    return (
        escape_control(value) if isinstance(value, str) and not isinstance(value, Markup) else value
    )
