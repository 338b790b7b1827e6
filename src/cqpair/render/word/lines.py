"""Where a title breaks into lines: between words, the lines as like as can be."""

import re
from collections.abc import Iterator, Sequence

from cqpair.render.word.styles import Font, run
from cqpair.text import full_width

_MOST_LINES = 4

# What stays together, beside every run of Latin letters and digits.
_WHOLE = re.compile(
    r"“[^”]{1,10}”|《[^》]{1,16}》|（[^）]{1,10}）"
    r"|\d+年(?:第[一二三四]季度|[上下]半年)?|[一二三四]季度"
    r"|区县科协|科学技术协会|科协|区县|对口|协同|协作|发展|工作|情况|报告|汇总|活动|统计|结对|关于|重庆市?"
    r"|[!-~]+|."
)

_NOT_FIRST = "，。、；：？！）》”’的和与及"


def title_lines(text: str, most: int) -> list[str]:
    """`text` in as few lines of `most` half widths as hold it, their lengths as like as can be.

    What needs more than a few lines is no title any more, and is left to Word.
    """
    total = full_width(text)
    count = -(-total // most)
    pieces = list(_pieces(text)) if 1 < count <= _MOST_LINES else []
    for limit in range(-(-total // max(count, 1)), most + 1):
        lines = _filled(pieces, limit)
        if 1 < len(lines) <= count:
            return lines
    return [text]


def _pieces(text: str) -> Iterator[str]:
    """The pieces of a title between which a line may end; none begins with a mark that may not."""
    piece = ""
    for match in _WHOLE.finditer(text):
        if piece and match[0] not in _NOT_FIRST:
            yield piece
            piece = ""
        piece += match[0]
    yield piece


def _filled(pieces: list[str], limit: int) -> list[str]:
    """The pieces in lines of at most `limit`; a piece that is longer has a line for itself."""
    lines: list[str] = []
    for piece in pieces:
        if lines and full_width(lines[-1] + piece) <= limit:
            lines[-1] += piece
        else:
            lines.append(piece)
    return lines


def broken(lines: Sequence[str], font: Font) -> Iterator[str]:
    """The runs of a text in lines."""
    for n, line in enumerate(lines):
        if n:
            yield "<w:r><w:br/></w:r>"
        yield run(line, font)
