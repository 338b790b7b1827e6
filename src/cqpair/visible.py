"""Text from data never acts: what could move a cursor or turn a line round is written out."""

import re

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


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape", "surrogatepass").decode("ascii")
