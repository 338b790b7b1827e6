"""The text of a cell as every parser takes it: narrow, without what only parts or is not seen."""

import re
import unicodedata
from functools import cache

from cqpair.text import NO_WIDTH

BLANKS = frozenset({"", "-", "--", "—", "——", "–", "/", "无数据", "未统计"})
"""Texts that mean “not reported”, after full-width forms are folded."""


UNSEEN = dict.fromkeys(map(ord, NO_WIDTH))
"""For `str.translate`, which drops them."""


_PARTING = re.compile(rf"[\s{NO_WIDTH}]+")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, when it is first asked for: compiling all of them would delay every command."""
    return re.compile(pattern)


def folded(text: str) -> str:
    """Full-width forms made narrow; white space dropped, but for what keeps two digits apart."""
    if text.isascii() and not _PARTING.search(text):
        return text
    return _PARTING.sub(_parted, unicodedata.normalize("NFKC", text)).strip()


def is_blank(text: str) -> bool:
    """True for an empty cell and for the marks that mean “not reported”."""
    first = text[:1]
    if first.isalnum() and first not in "无未":  # as nearly every cell that says something
        return False
    return folded(text) in BLANKS


def has_odd_digit(text: str) -> bool:
    """True for a superscript, circled or Roman digit: `300²` is not 3002."""
    return not text.isascii() and any(
        unicodedata.category(c) in ("No", "Nl") and c != "〇" for c in text
    )


def _parted(between: re.Match[str]) -> str:
    text, (start, end) = between.string, between.span()
    return " " if text[start - 1 : start].isdigit() and text[end : end + 1].isdigit() else ""
