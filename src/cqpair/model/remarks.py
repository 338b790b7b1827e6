"""What people know of a period and its records do not tell: what a file of remarks holds."""

from typing import NamedTuple

LONGEST = 500
"""The most characters of one sentence: what is longer is an article, and breaks the page."""


class Remarks(NamedTuple):
    """Sentences that the report of one period takes over as they are, each list in its order.

    `highlights` are what is worth telling, `problems` what is wrong, `next` what is intended.
    """

    highlights: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
