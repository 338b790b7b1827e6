"""Text from data never acts: what could move a cursor or turn a line round is written out."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Characters that nobody sees, which come along when text is pasted from a page."""


_PLANE_ENDS = "".join(chr(end - 1) + chr(end) for end in range(0xFFFF, 0x110000, 0x10000))

_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
    f"|[\ud800-\udfff]|[\ufdd0-\ufdef{_PLANE_ENDS}]"  # these no XML or HTML may hold
)


_BREAKING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029][\s\x00-\x1f\x7f-\x9f]*")


def escape_control(text: str) -> str:
    """`text` with control characters, direction marks and non-characters escaped as in Python."""
    return text if text.isprintable() else _ACTING.sub(_escape, text)  # the former is much faster


def one_line(text: str) -> str:
    """What a person typed as one line: breaks and control characters are a blank, as others are."""
    return _BREAKING.sub(" ", text).strip()


def json_safe(text: str) -> str:
    """A JSON text in which the same characters are escapes, so that it can be printed."""
    return _ACTING.sub(lambda m: m[0] if m[0] == "\n" else _json_escape(m[0]), text)


def _escape(match: re.Match[str]) -> str:
    """A character as Python would write it out, `x1b` behind a backslash."""
    return match[0].encode("unicode_escape", "surrogatepass").decode("ascii")


def _json_escape(char: str) -> str:
    """A character as JSON writes it out, as one or two units of UTF-16, four digits each."""
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


_NOT_LAST = "（《「『“‘([{"

_NOT_FIRST = "，。、；：？！）》」』”’…,.;:?!)]}%"


def width(text: str) -> int:
    """How many columns of a terminal `text` takes.

    Two for a Chinese character, none for what is put over another.
    """
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


def full_width(text: str) -> int:
    """Half widths that `text` takes in a Chinese font, where “ ” — … take two each."""
    if text.isascii():
        return len(text)
    return width(text) + sum(unicodedata.east_asian_width(char) == "A" for char in text)


def wrap(text: str, columns: int) -> Iterator[str]:
    """`text` in lines of at most `columns`; no line begins with a mark that ends something.

    A word longer than a line is cut, so that nothing is ever wider than the terminal.
    """
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


def joined(lines: Sequence[str]) -> str:
    """Lines of a paragraph as one, with a blank between them unless both sides are wide."""
    text = lines[0]
    for line in lines[1:]:
        apart = text[-1:].isascii() or line[:1].isascii()
        text += f" {line}" if apart else line
    return text


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
    """True for what has to be looked at to know its width; ASCII is narrow."""
    return not char.isascii()


def _char_width(char: str) -> int:
    """Columns of the screen that a character takes: 0, 1 or 2 (Unicode, Annex 11)."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
