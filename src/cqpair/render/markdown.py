"""Markdown as GitHub renders it; nothing from data becomes structure."""

import re
from collections.abc import Iterable

from cqpair.render.document import Block, Chart, Document, Heading, Listing, Paragraph, Table
from cqpair.render.text import annex_title, caption_of
from cqpair.text import escape_control

_ACTING = re.compile(
    r"[`*~\[]"  # code, emphasis, a line through, a link or a picture
    r"|(?<![^\W_])_+|_+(?![^\W_])"  # emphasis; between two letters it is one
    r"|\\(?=[\0!-/:-@\[-`{-~]|$)"  # an escape, or a new line
    r"|<(?=[A-Za-z/!?])"  # a tag
    r"|&(?=#?\w+;)"  # an entity
    r"|(?i:(?<=http)|(?<=https)|(?<=ftp)):(?=//)"
)

_PIPE = "\\|"

_BLOCK = re.compile(  # a list, a heading, a quotation, a line, what makes a heading or a table
    r"^(?:\d{1,9}(?=[.)](?:\s|$))"
    r"|(?=[-+](?:\s|$)|#{1,6}(?:\s|$)|>|[-|:][-|:\s]*$|=+\s*$))"
)

_CLOSING = re.compile(r"(?<!\S)(?=#+$)")  # that a heading would end with

_PARTED = re.compile(
    r"(?<=[\w.+-])(?=@)|(?<![a-z0-9]www)(?<=www)(?=\.)"
    r"|(?<=:)(?=[\w+-]*[a-z+-][\w+-]*:|100:|1234:)",  # the last are emoji: :+1:
    re.ASCII | re.IGNORECASE,
)

_LEAD = re.compile(  # what can be bold, and what stands behind the asterisks
    r"((?>\\_|\\[^\w\s]|.)*?(?>\\_|\\[^\w\s]|[^\\\s]))(\s*(?:\\_|\\?[^\w\s])\s*|(?<=[^\W_])\s*)"
)

_LEAD_ENDS = "\0"  # stands in no text that shows its controls


def write_document(document: Document) -> str:
    """A document as Markdown. A chart is its figures, in a table."""
    parts = [_heading(document.title, 1)]
    if document.banner:
        parts.append(f"> **{_inline(document.banner)}**")
    parts += map(_block, document.blocks)
    parts.append("  \n".join(escape(line.text) for line in document.signature))
    for n, annex in enumerate(document.annexes, 1):
        parts.append(_heading(annex_title(document, n), 2))
        parts += map(_block, annex.blocks)
    if document.origin:
        parts.append(f"<sub>{_inline(document.origin)}</sub>")
    return "\n\n".join(parts) + "\n"


def write_table(table: Table) -> str:
    """A table as a GitHub table, numbers to the right."""
    lines = [_line(column.title for column in table.columns)]
    lines.append(f"| {' | '.join('---:' if c.kind.is_number else '---' for c in table.columns)} |")
    lines += map(_line, table.texts())
    return "".join(f"{line}\n" for line in lines)


def escape(text: str) -> str:
    """`text`, which begins a paragraph or an item, so that GitHub shows it as it is.

    A mark is escaped only where it would act.
    """
    return _BLOCK.sub(r"\g<0>\\", _inline(text))


def _inline(text: str, lead: str = "") -> str:
    """`text` so that GitHub shows it as it is where it begins no line, `lead` in bold before it.

    A comment parts what GitHub would make a link or a picture of even where its marks are escaped.
    """
    plain = escape_control(lead) + _LEAD_ENDS * bool(lead) + escape_control(text)
    shown = _ACTING.sub(_escaped, plain.strip())
    if shown.count("$") > 1:  # one alone begins no formula
        shown = shown.replace("$", "\\$")
    return _PARTED.sub("<!-- -->", shown)


def _escaped(match: re.Match[str]) -> str:
    """Each mark of a match with a backslash before it."""
    return "".join(f"\\{mark}" for mark in match[0])


def _heading(text: str, level: int) -> str:
    """A heading, the first level being the title's."""
    shown = _CLOSING.sub(r"\\", _inline(text))
    return f"{'#' * level} {shown}"


def _block(block: Block) -> str:
    """A block as Markdown; no text of it becomes structure."""
    match block:
        case Heading(text=text, level=level):
            return _heading(text, level + 1)
        case Paragraph(text=text, alert=True, lead=lead):
            return f"> **{_inline(lead + text)}**"
        case Paragraph(text=text, lead=""):
            return escape(text)
        case Paragraph(text=text, lead=lead):
            return _run_in(lead, text)
        case Listing(marked=marked):
            return "\n".join(f"{mark} {escape(item)}" for mark, item in marked)
        case Table() | Chart():
            table = block if isinstance(block, Table) else block.table
            title = f"**{_inline(caption_of(block))}**\n\n" if block.caption else ""
            return title + write_table(table).rstrip("\n")


def _run_in(lead: str, text: str) -> str:
    """A paragraph whose `lead` is bold.

    The mark that ends the lead, as 。 does, stands behind the asterisks: between it and a letter
    they would close nothing (CommonMark, 6.2).
    """
    bold, _, rest = _inline(text, lead).partition(_LEAD_ENDS)
    found = _LEAD.fullmatch(bold)
    if not found:
        return escape(lead + text)
    return f"**{found[1]}**{found[2]}{rest}"


def _line(cells: Iterable[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(_inline(cell).replace('|', _PIPE) for cell in cells)} |"
