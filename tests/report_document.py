"""A report as a Document, the way the command makes it, and what a reader sees of its main text."""

from functools import cache
from math import ceil
from pathlib import Path
from typing import NamedTuple
from unicodedata import east_asian_width

from cqpair.period import parse_period
from cqpair.questions.summary import open_period, summed_up
from cqpair.questions.wanted import filter_of
from cqpair.render.document import Document, Heading, Paragraph
from cqpair.report import By, Report
from cqpair.report.periods import Compare, spans
from cqpair.report.words import compose
from cqpair.store import now

LINE = 28
"""Full-width characters on a line of a page (GB/T 9704-2012, 5.2.2)."""


class Asked(NamedTuple):
    """What a report is asked for, as the options of the command name it."""

    period: str
    pair: str | None = None
    area: str | None = None
    lead: str | None = None
    compare: str = "previous"
    by: str = "area"
    trace: bool = False


DEMO = ("2022Q1", "2022Q2", "2022Q3", "2022Q4", "2022H1", "2022H2", "2022", "2023Q1")
"""The periods of the made-up year, the quarter of which there are only plans among them."""

NARROWED = (
    Asked(""),
    Asked("", pair="巫山县"),
    Asked("", pair="酉阳县"),
    Asked("", area="4"),
    Asked("", area="保障1"),
    Asked("", lead="科协"),
    Asked("", pair="忠县", area="保障1"),
    Asked("", pair="忠县", lead="科协"),
    Asked("", area="5", lead="党委政府"),
    Asked("", pair="巫山县", area="1", lead="部门"),
)
"""What reports are narrowed to."""


class Made(NamedTuple):
    """A report in numbers and in words."""

    report: Report
    document: Document


def made(folder: Path, asked: Asked) -> Made:
    """The report that is asked for of a data folder, as it is now."""
    moment = now()
    needed = spans(parse_period(asked.period), Compare(asked.compare))
    opened = open_period(folder, moment, needed)
    wanted = filter_of(opened.book, folder, asked.pair, asked.area, asked.lead)
    report, provenance, _ = summed_up(folder, opened, needed, wanted, By(asked.by), moment)
    return Made(report, compose(report, provenance, trace=asked.trace))


made_once = cache(made)
"""The same of a folder in which nothing changes."""


def every_demo_report() -> list[Asked]:
    """Each period of the made-up year with each narrowing, one case each."""
    return [asked._replace(period=period) for period in DEMO for asked in NARROWED]


def named(asked: Asked) -> str:
    """What a report was asked for, as a test of it is called."""
    return "-".join(
        str(part) for part in (asked.period, asked.pair, asked.area, asked.lead) if part
    )


def texts_of(document: Document) -> list[str]:
    """The main text, a heading or a paragraph each."""
    found = []
    for block in document.blocks:
        assert isinstance(block, Heading | Paragraph), "no table, list or chart in the main text"
        found.append(block.lead + block.text if isinstance(block, Paragraph) else block.text)
    return found


def main_text(document: Document) -> str:
    """The title and the main text."""
    return "\n".join((document.title, *texts_of(document)))


def headline_of(document: Document) -> str:
    """The paragraph on the period as a whole: the first behind what the report is about."""
    _, headline, *_ = (block for block in document.blocks if isinstance(block, Paragraph))
    return headline.text


def paragraphs_under(document: Document, heading: str) -> list[Paragraph]:
    """The paragraphs below a heading, named without its number; none where it is not there."""
    found, under = [], ""
    for block in document.blocks:
        if isinstance(block, Heading):
            under = block.text.partition("、")[2]
        elif isinstance(block, Paragraph) and under == heading:
            found.append(block)
    return found


def lines_of_text(document: Document) -> int:
    """How many lines title and main text take on paper.

    The title is in letters of which 20 fill a line, with an empty line below it; a paragraph and a
    heading begin two characters in.
    """
    title = ceil(_width(document.title) / 20) + 1
    return title + sum(ceil((2 + _width(text)) / LINE) for text in texts_of(document))


def lines_on_paper(document: Document) -> int:
    """The same with the list of annexes and the signature.

    Each has an empty line or two before it, and a line for each annex and each who signs.
    """
    listed = 1 + len(document.annexes) if document.annexes else 0
    return lines_of_text(document) + listed + 2 + len(document.signature)


def _width(text: str) -> float:
    """In full-width characters; letters and figures take half of one."""
    return sum(1 if east_asian_width(char) in "WFA" else 0.5 for char in text)
