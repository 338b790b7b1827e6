"""Text from data never acts: what could move a cursor or turn a line round is written out."""

import re

NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Characters that nobody sees, which come along when text is pasted from a page."""

_PLANE_ENDS = "".join(chr(end - 1) + chr(end) for end in range(0xFFFF, 0x110000, 0x10000))
_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
    f"|[\ud800-\udfff]|[\ufdd0-\ufdef{_PLANE_ENDS}]"  # these no XML or HTML may hold
)


def visible(text: str) -> str:
    """`text` with control and direction characters and what is none written out, as in Python."""
    return text if text.isprintable() else _ACTING.sub(_escape, text)  # the former is much faster


def json_safe(text: str) -> str:
    """A JSON text in which the same characters are escapes, so that it can be printed."""
    return _ACTING.sub(lambda m: m[0] if m[0] == "\n" else _json_escape(m[0]), text)


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape", "surrogatepass").decode("ascii")


def _json_escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
