"""How wide text is, and where a line of a terminal may end."""

import unicodedata
from collections.abc import Iterator

_NOT_LAST = "（《「『“‘([{"
_NOT_FIRST = "，。、；：？！）》」』”’…,.;:?!)]}%"


def width(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


def full_width(text: str) -> int:
    """Half widths that `text` takes in a Chinese font, where “ ” — … take two each."""
    return width(text) + sum(unicodedata.east_asian_width(char) == "A" for char in text)


def wrap(text: str, columns: int) -> Iterator[str]:
    """`text` in lines of at most `columns`; no line begins with a mark that ends something."""
    line = ""
    for piece in _pieces(text):
        if line and width(line) + width(piece.rstrip()) > columns:
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
        while width(line) > columns:
            head = _fitting(line, columns)
            yield head
            line = line[len(head) :]
    if line:
        yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """What stays together: a wide character with the marks after it, or a narrow word."""
    piece = ""
    for char in text:
        ends = piece and char not in _NOT_FIRST and piece[-1] not in _NOT_LAST
        if ends and (_is_wide(char) or _is_wide(piece[-1]) or piece[-1] == " "):
            yield piece
            piece = ""
        piece += char
    if piece:
        yield piece


def _fitting(text: str, columns: int) -> str:
    """The longest beginning of `text` that fits, at least one character."""
    end = 1
    while end < len(text) and width(text[: end + 1]) <= columns:
        end += 1
    return text[:end]


def _is_wide(char: str) -> bool:
    return not char.isascii()


def _char_width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
