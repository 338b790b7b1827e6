"""What a report calls things in its words and tables, made once and handed down to all of them."""

from datetime import date
from typing import NamedTuple

from cqpair.messages import say
from cqpair.report import MadeUp, Report
from cqpair.report.words.times import before_words, period_words, this_words, to_date_words

_MOST_LISTED = 2000  # records; more are named by the command that lists them


class Wording(NamedTuple):
    """A report, the day it is written on, and the phrases that its sections and tables share.

    `period` is its period by name (2021年第二季度) and `this` what that is called in its own report
    (本季度). `before` is what it stands beside (上季度, 上年同期) and `to_date` the year so far
    (1至6月), each None where there is none. `such` is 此类 where what is said holds for a part of
    the activities only, "" else. `banner` says that records are made up; None when none are.

    `is_narrowed` says that the report is not of everything that its pairings did; `tells_measures`
    that some record names its measure, for else that is said once, of all; `lists_records` that
    the records are few enough to be listed in an annex.
    """

    report: Report
    today: date
    period: str
    this: str
    before: str | None
    to_date: str | None
    such: str
    banner: str | None
    is_narrowed: bool
    tells_measures: bool
    lists_records: bool


def wording_of(report: Report, today: date) -> Wording:
    """The wording of `report` as it is written on the day `today`."""
    period, compared, to_date = report.period, report.compared, report.spans.to_date
    is_narrowed = report.record_filter.area is not None or report.record_filter.lead is not None
    lines = (*report.areas, *report.safeguards)
    return Wording(
        report,
        today,
        period=period_words(period),
        this=this_words(period),
        before=before_words(period, compared) if compared else None,
        to_date=to_date_words(to_date) if to_date else None,
        such=say("document.such") if is_narrowed else "",
        banner=_banner(report.made_up),
        is_narrowed=is_narrowed,
        tells_measures=any(count for line in lines for count in line.measures.values()),
        lists_records=len(report.totals.records) <= _MOST_LISTED,
    )


def _banner(made_up: MadeUp) -> str | None:
    if not made_up.records:
        return None
    key = "banner" if made_up.records == made_up.of else "banner-some"
    return say(f"document.{key}", n=made_up.records)
