"""Documents, tables and problems as bytes or text. One module a format."""

from codecs import BOM_UTF8
from typing import NamedTuple


class Format(NamedTuple):
    """What is true of every answer in one format.

    `suffixes` are those that a file of it may have; a suffix picks the first format of a command
    that may have it. `for_person` is written to stdout in the encoding of the terminal, others as
    they are; `is_binary` is nothing that a terminal could show. `mark` stands before a file, though
    not in a pipe.
    """

    suffixes: tuple[str, ...]
    for_person: bool = False
    is_binary: bool = False
    mark: bytes = b""


TEXT = Format((".txt",), for_person=True)

LINES = Format((".txt",))

MARKDOWN = Format((".md",))

HTML = Format((".html",))

DOCX = Format((".docx",), is_binary=True)

XLSX = Format((".xlsx",), is_binary=True)

JSON = Format((".json",))

CSV = Format((".csv",), mark=BOM_UTF8)  # so that Excel reads it as UTF-8

SARIF = Format((".sarif", ".json"))

JUNIT = Format((".xml",))
