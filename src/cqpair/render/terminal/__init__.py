"""Documents and tables on a terminal: headings stand out, and no id or path is broken."""

import os

from rich.text import Text

from cqpair.messages import listed, say
from cqpair.render.document import (
    Block,
    Chart,
    Document,
    Heading,
    Listing,
    Paragraph,
    Table,
)
from cqpair.render.terminal import tables
from cqpair.render.terminal.bars import chart_lines
from cqpair.render.terminal.looks import Look, Screen, open_screen
from cqpair.render.terminal.pager import find_pager
from cqpair.render.terminal.tables import print_line, print_wrapped
from cqpair.render.text import annex_title, caption_of
from cqpair.text import escape_control, wrap

_HANGING = 4  # columns that a line's further parts begin further in


def print_document(document: Document) -> None:
    """A document on this terminal: its digest, and without one all of it, by a pager if there is.

    It is in colours where there are any, and no line of it is wider than the screen.
    """
    if document.digest:
        _print_digest(open_screen(), document)
        return
    pager = find_pager(os.environ)
    if pager:
        screen = open_screen(letters_only=not pager.has_colours)
        with screen.console.capture() as captured:
            _print_whole(screen, document)
        if pager.show(captured.get()):
            return
    _print_whole(open_screen(), document)


def print_table(table: Table) -> None:
    """A table on this terminal: ruled where it fits, else a row as titles and cells in lines."""

    def silent(left: list[str]) -> str:
        return say("answers.all-silent", columns=listed(left))

    tables.print_table(open_screen(), table, silent)


def print_lines(text: str) -> None:
    """Lines on this terminal; what one has too much goes on below, further in than it begins."""
    screen = open_screen()
    for line in text.splitlines():
        told = line.lstrip()
        indent = len(line) - len(told)
        first, *rest = [*wrap(told, screen.columns - indent - _HANGING)] or [""]
        print_line(screen, Text(" " * indent + first))
        for part in rest:
            print_line(screen, Text(" " * (indent + _HANGING) + part))


def _print_digest(screen: Screen, document: Document) -> None:
    """What a reader in a hurry wants of a document, in few lines, and how to see all of it."""
    _print_title(screen, document)
    for i, block in enumerate(document.digest):
        if i and not isinstance(block, Paragraph | Listing):
            screen.console.print()
        _print_block(screen, block, close=True)
    print_wrapped(screen, say("answers.digest"), look=Look.QUIET)


def _print_whole(screen: Screen, document: Document) -> None:
    """All of a document, an empty line between two blocks."""
    _print_title(screen, document)
    for block in document.blocks:
        screen.console.print()
        _print_block(screen, block)
    screen.console.print()
    for line in document.signature:
        print_wrapped(screen, escape_control(line.text))
    for n, annex in enumerate(document.annexes, 1):
        for block in (Heading(annex_title(document, n)), *annex.blocks):
            screen.console.print()
            _print_block(screen, block)
    if document.origin:
        screen.console.print()
        print_wrapped(screen, escape_control(document.origin), look=Look.QUIET)


def _print_title(screen: Screen, document: Document) -> None:
    """The banner and the title, in the middle."""
    for text, look in ((document.banner, Look.BANNER), (document.title, Look.TITLE)):
        if text:
            shown = Text(escape_control(text), style=screen.style(look))
            screen.console.print(shown, justify="center")


def _print_block(screen: Screen, block: Block, *, close: bool = False) -> None:
    """A block, a table of it in few lines where `close` asks for it.

    Nothing in a text acts as a control sequence or as markup.
    """
    match block:
        case Heading(text=text, level=level):
            look = Look.HEADING if level == 1 else Look.HEAD
            print_wrapped(screen, escape_control(text), look=look)
        case Paragraph(text=text, alert=alert, lead=lead):
            look = Look.ALERT if alert else Look.NONE
            print_wrapped(screen, escape_control(text), look=look, lead=escape_control(lead))
        case Listing(marked=marked):
            for mark, item in marked:
                print_wrapped(screen, escape_control(item), f"{mark} ")
        case Table():
            if block.caption:
                print_wrapped(screen, escape_control(caption_of(block)))
            draw = tables.print_close if close else tables.print_table
            draw(screen, block, _silent_columns)
        case Chart(table=table):
            print_wrapped(screen, escape_control(caption_of(block)))
            for line in chart_lines(screen, table):
                print_line(screen, line)


def _silent_columns(left: list[str]) -> str:
    """The sentence in a report, which is Chinese whatever the language of messages."""
    return say("document.all-silent", columns="、".join(left))
