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
from cqpair.render.document import Annex, Block, Chart, Document, Heading, Listing, Paragraph, Table
from cqpair.render.page.tables import Anchors, Grid, grid_of
from cqpair.render.text import annex_label, caption_of
from cqpair.text import escape_control

_STYLES = ("page.css", "figures.css", "print.css")


def write_document(document: Document) -> bytes:
    """A document as a page, in UTF-8."""
    style, script = "\n".join(map(_asset, _STYLES)), _asset("sort.js")
    anchors = Anchors(document)
    body = parts_of(document.blocks, anchors)
    annexes = annexes_of(document.annexes, anchors)
    page = _template().render(
        document=document,
        body=body,
        annexes=annexes,
        outline=outline(body, annexes),
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
    return environment.from_string(_asset("page.html.jinja"))


def _hash(code: str) -> str:
    """How a Content-Security-Policy names code that may act."""
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"


_OUTLINED = 2  # levels of headings in the table of contents


class PageBlock(NamedTuple):
    """A block with what its `kind` needs: a `grid` for tables and charts, a `picture`."""

    kind: str
    block: Block
    anchor: str = ""
    level: int = 0
    label: str = ""
    grid: Grid | None = None
    picture: Markup | None = None


class PageAnnex(NamedTuple):
    """An annex with its mark, 附件1."""

    mark: str
    title: str
    anchor: str
    parts: tuple[PageBlock, ...]


class Entry(NamedTuple):
    """A line of the table of contents."""

    text: str
    anchor: str
    level: int


def parts_of(
    blocks: Iterable[Block], anchors: Anchors, within: str = "part", above: int = 1
) -> tuple[PageBlock, ...]:
    """The parts of `blocks`, whose headings stand below a heading of level `above`."""
    return tuple(
        _part(block, anchors, f"{within}-{no}", above) for no, block in enumerate(blocks, 1)
    )


def annexes_of(annexes: tuple[Annex, ...], anchors: Anchors) -> tuple[PageAnnex, ...]:
    """The annexes, numbered when there is more than one."""
    return tuple(
        PageAnnex(
            annex_label(no, of=len(annexes)),
            annex.title,
            anchor := f"annex-{no}",
            parts_of(annex.blocks, anchors, anchor, above=2),
        )
        for no, annex in enumerate(annexes, 1)
    )


def outline(body: tuple[PageBlock, ...], annexes: tuple[PageAnnex, ...]) -> list[Entry]:
    """What the table of contents lists."""
    headings = [
        Entry(part.block.text, part.anchor, part.block.level)
        for part in body
        if isinstance(part.block, Heading) and part.block.level <= _OUTLINED
    ]
    return headings + [Entry(f"{each.mark} {each.title}", each.anchor, 1) for each in annexes]


def _part(block: Block, anchors: Anchors, anchor: str, above: int) -> PageBlock:
    """A block with what a template needs to show it; `above` is the level of headings above it."""
    match block:
        case Heading(level=level):
            return PageBlock("heading", block, anchor, level + above)
        case Table(name=name):
            label = caption_of(block) or name or say("document.table")
            return PageBlock("table", block, label=label, grid=grid_of(block, anchors))
        case Chart(table=table):
            grid = grid_of(table, anchors)
            picture = _picture(block)
            return PageBlock("chart", block, label=caption_of(block), grid=grid, picture=picture)
        case Paragraph():
            return PageBlock("paragraph", block)
        case Listing():
            return PageBlock("listing", block)


def _picture(chart: Chart) -> Markup | None:
    """A chart as SVG; None where there is nothing to draw."""
    from cqpair.render.page.charts import draw

    return draw(chart)


def shown(value: object) -> object:
    """What a template prints: nothing in a text acts, and HTML and XML allow all of it."""
    return (
        escape_control(value) if isinstance(value, str) and not isinstance(value, Markup) else value
    )
