"""A Word report as LibreOffice sets it: the lines of its pages, and how long its text is.

Lengths are millimetres. Tests that use it need `SOFFICE`.
"""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber

SOFFICE = shutil.which("soffice")
MM = 25.4 / 72
TOP, RIGHT, BOTTOM, LEFT = 37, 26, 35, 28
PITCH = 28.95 * MM

_SAME_LINE = 1.5  # between the middles of letters of two fonts


class Line(NamedTuple):
    """Characters that stand on one line, and where."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


class Page(NamedTuple):
    """The lines of a page, and those that are written from top to bottom."""

    width: float
    height: float
    lines: list[Line]
    turned: list[Line]


class Extent(NamedTuple):
    """How long a text is: its printed lines, its pages, and lines taken, blank ones counted."""

    lines: int
    pages: int
    taken: int


def pages_of(docx: bytes, folder: Path) -> list[Page]:
    """The pages of a .docx, set in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.docx").write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "report.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    with pdfplumber.open(folder / "report.pdf") as pdf:
        return [
            Page(
                float(page.width) * MM,
                float(page.height) * MM,
                list(_lines(page.chars, upright=True)),
                list(_lines(page.chars, upright=False)),
            )
            for page in pdf.pages
        ]


def main_text(pages: list[Page]) -> list[list[Line]]:
    """The lines of each page from the title to before 附件：, headers and page numbers left out.

    Without annexes the signature is among them.
    """
    found: list[list[Line]] = []
    for page in pages:
        body = [line for line in page.lines if line.bottom > TOP - 1 and line.top < 297 - BOTTOM]
        found.append([])
        for line in body:
            if line.text.strip().startswith(("附件：", "附件:")):
                return found if found[-1] else found[:-1]
            found[-1].append(line)
    return found


def extent(pages: list[Page]) -> Extent:
    """How long the main text is, in lines of the standard: 22 a page, 28 characters a line."""
    text = main_text(pages)
    last = text[-1][-1]
    within = round(((last.top + last.bottom) / 2 - TOP) / PITCH + 0.5)
    return Extent(sum(map(len, text)), len(text), 22 * (len(text) - 1) + within)


def _lines(chars: list[dict[str, Any]], upright: bool) -> Iterator[Line]:
    """The lines of a page from top to bottom; turned ones from left to right."""
    low, high = ("top", "bottom") if upright else ("x0", "x1")
    mine = [char for char in chars if char["upright"] == upright and char["text"].strip()]
    line: list[dict[str, Any]] = []
    for char in sorted(mine, key=lambda char: char[low] + char[high]):
        if line and (char[low] + char[high] - line[0][low] - line[0][high]) / 2 * MM > _SAME_LINE:
            yield _line(line, upright)
            line = []
        line.append(char)
    if line:
        yield _line(line, upright)


def _line(chars: list[dict[str, Any]], upright: bool) -> Line:
    """Characters on one line, in reading order."""
    chars.sort(key=lambda char: float(char["x0" if upright else "top"]))
    return Line(
        "".join(char["text"] for char in chars),
        min(float(char["x0"]) for char in chars) * MM,
        max(float(char["x1"]) for char in chars) * MM,
        min(float(char["top"]) for char in chars) * MM,
        max(float(char["bottom"]) for char in chars) * MM,
    )
