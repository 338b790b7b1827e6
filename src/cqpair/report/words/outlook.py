"""What comes next: what the period still plans, and what the next quarter does."""

from collections.abc import Iterator, Sequence

from cqpair.fields import Activity
from cqpair.messages import say
from cqpair.period import Period
from cqpair.render.document import Block, Heading, Paragraph
from cqpair.report.wording import LONGEST_QUOTED, Wording, period_words, sentences
from cqpair.report.words.progress import named_title

_MOST_NAMED = 2


def outlook(wording: Wording) -> Iterator[Block]:
    """The section on what comes; none where nothing is planned and nobody wrote of it."""
    text = "".join(_sentences(wording))
    if text:
        yield Heading(say("report.next"))
        yield Paragraph(text)


def _sentences(wording: Wording) -> Iterator[str]:
    report = wording.report
    still = [plan for plan in report.planned if plan.date.last >= wording.today]
    if still:
        yield _plans(wording, say("report.still", this=wording.this), still)
    if report.spans.ahead and report.planned_next:
        yield _plans(wording, _ahead(report.period, report.spans.ahead), report.planned_next)
    yield sentences(wording.remarks.next)


def _ahead(period: Period, ahead: Period) -> str:
    """The next quarter by its name, without the year where that is the same."""
    name = period_words(ahead)
    year = say("document.year", year=ahead.start.year)
    return name.removeprefix(year) if period.end.year == ahead.start.year else name


def _plans(wording: Wording, when: str, planned: Sequence[Activity]) -> str:
    """How many activities are planned, and the first by their titles."""
    titles = dict.fromkeys(named_title(wording, a) for a in planned)
    short = [title for title in titles if len(title) <= LONGEST_QUOTED][:_MOST_NAMED]
    if not short:
        return say("report.plans", when=when, n=len(planned)) + "。"
    key = "plans-all" if len(short) == len(planned) else "plans-some"
    return say(f"report.{key}", when=when, n=len(planned), titles=_joined(short)) + "。"


def _joined(titles: Sequence[str]) -> str:
    """Titles one after the other, with 和 before the last where one of them is a list itself."""
    if len(titles) > 1 and any("、" in title for title in titles):
        return say("report.and", first="、".join(titles[:-1]), last=titles[-1])
    return "、".join(titles)
