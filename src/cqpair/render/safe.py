"""Text from data never acts: what could move a cursor, turn a line round or start a formula is
shown instead.
"""

import re
import unicodedata

_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
    "|[\ud800-\udfff]"
)


def visible(text: str) -> str:
    """`text` with control and direction characters written out, as Python would escape them."""
    return _ACTING.sub(_escape, text) if not text.isascii() or not text.isprintable() else text


def json_safe(text: str) -> str:
    """A JSON text in which the same characters are escapes, so that it can be printed."""
    return _ACTING.sub(lambda m: m[0] if m[0] == "\n" else f"\\u{ord(m[0]):04x}", text)


def width(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
