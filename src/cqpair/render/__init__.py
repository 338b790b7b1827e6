"""Documents, tables and texts as bytes. One module a format; none knows what an answer is about."""

from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from cqpair.text import json_safe

if TYPE_CHECKING:  # a query for partners has neither
    from cqpair.render.document import Document, Table


T = TypeVar("T")

S = TypeVar("S")


class Format(NamedTuple, Generic[T]):
    """How a T is written in one format, and what is true of everything that is.

    `suffixes` are those that a file of it may have; a suffix picks the first format of a command
    that may have it. `for_person` is written to stdout in the encoding of the terminal, others as
    they are; `is_binary` is nothing that a terminal could show. `mark` stands before a file, though
    not in a pipe. `draw` shows a T to whoever is at the terminal, where that is better than text;
    `paint` writes it as `write` does, with colours.

    A format imports its writer when it writes, so that whoever lists formats imports none.
    """

    write: Callable[[T], str | bytes]
    suffixes: tuple[str, ...]
    for_person: bool = False
    is_binary: bool = False
    mark: bytes = b""
    draw: Callable[[T], None] | None = None
    paint: Callable[[T], str] | None = None

    def of(self, make: Callable[[S], T]) -> "Format[S]":
        """The same format for an S, which `make` turns into a T when it is written."""
        write, draw = self.write, self.draw

        def write_made(value: S) -> str | bytes:
            """Write what is made of `value`."""
            return write(make(value))

        def draw_made(value: S) -> None:
            """Draw what is made of `value`."""
            if draw is not None:
                draw(make(value))

        drawn = None if draw is None else draw_made
        return Format(write_made, self.suffixes, self.for_person, self.is_binary, self.mark, drawn)


def _text(document: "Document") -> str:
    from cqpair.render.text import write_document

    return write_document(document)


def _draw(document: "Document") -> None:
    from cqpair.render.terminal import print_document

    print_document(document)


def _markdown(document: "Document") -> str:
    from cqpair.render.markdown import write_document

    return write_document(document)


def _html(document: "Document") -> bytes:
    from cqpair.render.page import write_document

    return write_document(document)


def _docx(document_and_base: "tuple[Document, bytes | None]") -> bytes:
    from cqpair.render.word import write_document

    return write_document(*document_and_base)


def _xlsx(document: "Document") -> bytes:
    from cqpair.render.workbook import write_document

    return write_document(document)


def _text_table(table: "Table") -> str:
    from cqpair.render.text import write_table

    return write_table(table)


def _draw_table(table: "Table") -> None:
    from cqpair.render.terminal import print_table

    print_table(table)


def _draw_lines(text: str) -> None:
    from cqpair.render.terminal import print_lines

    print_lines(text)


def _csv_table(table: "Table") -> str:
    from cqpair.render.csv_file import write_table

    return write_table(table)


def _markdown_table(table: "Table") -> str:
    from cqpair.render.markdown import write_table

    return write_table(table)


TEXT: Format[str] = Format(str, (".txt",), for_person=True)

LINES: Format[str] = TEXT._replace(draw=_draw_lines)
"""A text of which a line that is wider than the terminal goes on below, behind where it began."""


def write_json(value: object) -> str:
    """`value`, of plain lists, dicts, texts, numbers and None, as one JSON document."""
    import json

    return json_safe(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


JSON: Format[object] = Format(write_json, (".json",))

DOCX: "Format[tuple[Document, bytes | None]]" = Format(_docx, (".docx",), is_binary=True)
"""A document, and the office's own .docx that it is added to, if any."""


DOCUMENTS: "Mapping[str, Format[Document]]" = {
    "text": Format(_text, (".txt",), for_person=True, draw=_draw),
    "markdown": Format(_markdown, (".md",)),
    "html": Format(_html, (".html",)),
    "xlsx": Format(_xlsx, (".xlsx",), is_binary=True),
}

TABLES: "Mapping[str, Format[Table]]" = {
    "table": Format(_text_table, (".txt",), for_person=True, draw=_draw_table),
    "csv": Format(_csv_table, (".csv",), mark=BOM_UTF8),  # so that Excel reads it as UTF-8
    "markdown": Format(_markdown_table, (".md",)),
}


def is_colour_forced(environment: Mapping[str, str]) -> bool:
    """Whether colours are asked for where nobody is at a terminal, see `is_colour_wanted`."""
    if environment.get("NO_COLOR"):
        return False
    asked = (environment.get("FORCE_COLOR"), environment.get("CLICOLOR_FORCE"))
    return any(value not in (None, "", "0") for value in asked)


def is_colour_wanted(environment: Mapping[str, str], terminal: bool) -> bool:
    """Whether what goes to stdout, a `terminal` or none, is to have colours.

    As no-color.org and bixense.com/clicolors say: NO_COLOR goes before all others, then FORCE_COLOR
    and CLICOLOR_FORCE, then CLICOLOR.
    """
    if environment.get("NO_COLOR"):
        return False
    plain = environment.get("CLICOLOR") == "0" or environment.get("TERM") == "dumb"
    return is_colour_forced(environment) or (terminal and not plain)
