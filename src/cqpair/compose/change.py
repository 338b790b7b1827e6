"""A figure beside the period compared with and the year so far, in words."""

from datetime import date

from cqpair.compose.words import before_words, day_words, span_words, to_date_words
from cqpair.messages import say
from cqpair.report import Line, Report


def change_words(report: Report, line: Line, today: date) -> str:
    """How many more or fewer activities than before, and how many this year; "" for neither.

    A period that is not over is not compared: part of it would stand beside the whole. One before
    which there was nothing is said so once, of the whole.
    """
    whole = report.totals.before
    if today <= report.period.end or line.before is None or whole is None:
        return _to_date_alone(report, line)
    now, before, word = line.now.activities, line.before.activities, _before(report, line)
    to_date = _to_date(report, line)
    if not whole.activities:
        is_whole = line is report.totals and now
        told = say("document.none-before", before=word, to_date=to_date)
        return told if is_whole else _to_date_alone(report, line)
    if not now:
        told = say("document.only-before", before=word, activities=before, to_date=to_date)
        return told if before else _to_date_alone(report, line)
    key = "same" if now == before else "more" if now > before else "fewer"
    n = abs(now - before)
    return say(f"document.{key}", before=word, activities=before, n=n, to_date=to_date)


def _before(report: Report, line: Line) -> str:
    """What stands beside, with its days where a reader could not know them."""
    compared = report.compared
    if line is report.totals and compared and not compared.months:
        return say("document.previous-span", span=span_words(compared))
    return before_words(report)


def unfinished_words(report: Report, today: date) -> str:
    """That the period has not begun or is not over; "" for one that is."""
    if today < report.period.start:
        return say("document.not-begun")
    if today <= report.period.end:
        return say("document.open", today=day_words(today))
    return ""


def _to_date(report: Report, line: Line) -> str:
    span, found = report.spans.to_date, line.to_date
    if span is None or found is None:
        return ""
    return say("document.to-date", span=to_date_words(span), n=found.activities)


def _to_date_alone(report: Report, line: Line) -> str:
    span, found = report.spans.to_date, line.to_date
    if span is None or found is None or not found.activities:
        return ""
    return say("document.only-to-date", span=to_date_words(span), n=found.activities)
