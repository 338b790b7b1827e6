"""What a report calls things in its words and tables, made once and handed down to all of them."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from cqpair.fields import Activity, Figures
from cqpair.messages import say
from cqpair.model.remarks import Remarks
from cqpair.model.tasks import MADE_UP
from cqpair.period import Period
from cqpair.render.text import annex_label
from cqpair.report import Line, MadeUp, Report

_MOST_LISTED = 2000  # records that a document to be read lists; a workbook has all

LONGEST_QUOTED = 40
"""Characters of a title or a result that the text quotes; the annex has every one."""


MOST_NAMED = 6
"""Pairings that the text names; more are counted, and the annex has them."""


class AnnexKind(StrEnum):
    """The annexes that a report may have, in their order."""

    FIGURES = "figures"
    COVERAGE = "coverage"
    DETAILS = "details"
    EXEMPLARS = "exemplars"
    CHANGES = "changes"
    LEFT_OUT = "left-out"
    TRACE = "trace"


class Wording(NamedTuple):
    """A report, the day it is written on, and the phrases that its sections and tables share.

    `period` is its period by name (2021年第二季度) and `this` what that is called in its own report
    (本季度). `before` is what it stands beside (上季度, 上年同期) and `to_date` the year so far
    (1至6月), each None where there is none to speak of. `such` is 科协牵头 where only what these
    led is told, "" else. `banner` says that records are made up; None when none are, and
    `is_all_made_up` that all are, so that no title has to.

    `tells_measures` says that some record names its measure, for else that is said once, of all.
    `ranks` is the place of each unit in the annex of the notice. `annexes` are those that there
    are.
    """

    report: Report
    today: date
    period: str
    this: str
    before: str | None
    to_date: str | None
    such: str
    banner: str | None
    is_all_made_up: bool
    tells_measures: bool
    ranks: Mapping[str, int]
    annexes: tuple[AnnexKind, ...]

    @property
    def remarks(self) -> Remarks:
        """What people wrote for this report; nothing where nobody did."""
        remarks = self.report.remarks or Remarks()
        return Remarks(*(tuple(map(self.unmarked, sentences)) for sentences in remarks))

    def annex(self, kind: AnnexKind) -> str:
        """How the text points to an annex that is there: 附件2, or 附件 for the only one."""
        return annex_label(self.annexes.index(kind) + 1, of=len(self.annexes))

    def see(self, kind: AnnexKind) -> str:
        """（见附件2）; "" where there is no such annex."""
        if kind not in self.annexes:
            return ""
        return say("report.see", annex=self.annex(kind))

    def caption(self, kind: str) -> str:
        """What a table is called; the one area that it is of, and who led, stand in it."""
        area, lead = self.report.record_filter.area, self.report.record_filter.lead
        whole = say("document.all-parts") if kind == "area" else ""
        what = say("report.quoted", title=area.title) if area else whole
        text = say(f"document.caption-{kind}", period=self.period, what=what)
        return say("document.caption-lead", caption=text, kind=self.such) if lead else text

    def beside(self, line: Line) -> tuple[Figures, ...]:
        """The figures that are told beside those of the period: before, then to date."""
        named = ((self.before, line.before), (self.to_date, line.to_date))
        return tuple(figures for words, figures in named if words and figures)

    def in_order(self, names: Iterable[str]) -> list[str]:
        """Units by name, each once, in the order of the annex of the notice."""
        return sorted(dict.fromkeys(names), key=lambda name: self.ranks.get(name, len(self.ranks)))

    def members(self, activity: Activity) -> list[str]:
        """Who took part: the county, then the partners."""
        return [activity.county.name, *self.in_order(unit.name for unit in activity.partners)]

    def title_of(self, activity: Activity) -> str:
        """The title of a record on one line, as it stands in a sentence.

        It is without its mark where a banner says that all are made up.
        """
        return self.unmarked(" ".join(activity.title.split()).rstrip("。"))

    def unmarked(self, text: str) -> str:
        """A text without the mark of what is made up, where a banner says it of all."""
        return text.removeprefix(f"【{MADE_UP}】") if self.is_all_made_up else text


def wording_of(
    report: Report, today: date, *, traced: bool = False, whole: bool = False
) -> Wording:
    """The wording of `report` as it is written on the day `today`.

    `traced` asks for the annex that names the records behind each figure; the `whole` lists all
    records, however many there are.
    """
    period, compared, to_date = report.period, report.compared, report.spans.to_date
    lead = report.record_filter.lead
    members = [name for pair in report.pairs for name in pair.pairing.members]
    lines = (*report.areas, *report.safeguards)
    return Wording(
        report,
        today,
        period=period_words(period),
        this=this_words(period),
        before=before_words(period, compared) if compared and report.is_comparable else None,
        to_date=to_date_words(to_date) if to_date else None,
        such=say(f"report.kind-{lead.value}") if lead else "",
        banner=_banner(report.made_up),
        is_all_made_up=report.made_up.records == report.made_up.of,
        tells_measures=any(count for line in lines for count in line.measures.values()),
        ranks={name: n for n, name in enumerate(members)},
        annexes=tuple(_annexes(report, traced, whole)),
    )


def _annexes(report: Report, traced: bool, whole: bool) -> Iterable[AnnexKind]:
    """Which annexes there are; those of figures only where there is a figure."""
    records = len(report.totals.records)
    listed = whole or records <= _MOST_LISTED
    several = len(report.pairs) > 1 and len(report.areas) > 1
    there = {
        AnnexKind.FIGURES: bool(report.totals.counted),
        AnnexKind.COVERAGE: bool(report.totals.counted) and several,
        AnnexKind.DETAILS: records > 0 and listed,
        AnnexKind.EXEMPLARS: bool(report.highlights),
        AnnexKind.CHANGES: bool(report.since_closing),
        AnnexKind.LEFT_OUT: bool(report.exclusions or report.exclusions_beside),
        AnnexKind.TRACE: traced and records > 0 and listed,
    }
    return (kind for kind in AnnexKind if there[kind])


def _banner(made_up: MadeUp) -> str | None:
    if not made_up.records:
        return None
    key = "banner" if made_up.records == made_up.of else "banner-some"
    return say(f"document.{key}", n=made_up.records)


_DIGITS = "〇一二三四五六七八九"


def period_words(period: Period) -> str:
    """A period by its name: 2021年第二季度, 2021年上半年; by its days where it has none."""
    year = period.start.year
    match period.months:
        case 3:
            return say("document.quarter", year=year, n=numeral(period.start.month // 3 + 1))
        case 6:
            return say(f"document.year-{_length(period)}", year=year)
        case 12:
            return say("document.year", year=year)
        case _:
            return span_words(period)


def span_words(period: Period) -> str:
    """The days of a period: 2021年4月1日至6月30日."""
    same_year = period.start.year == period.end.year
    end = day_of_year_words(period.end) if same_year else day_words(period.end)
    return say("document.span", start=day_words(period.start), end=end)


def this_words(period: Period) -> str:
    """What a period is called in its own report: 本季度."""
    return say(f"document.this-{_length(period)}")


def before_words(period: Period, compared: Period) -> str:
    """What the period `compared` with is called in the report of `period`: 上季度, 上年同期."""
    if compared == period.last_year() and period.months != 12:
        return say("document.last-year")
    return say(f"document.previous-{_length(period)}")


def _length(period: Period) -> str:
    """What the sentences about a period go by: 3, 6-first, 6-second, 12 or 0."""
    if period.months != 6:
        return str(period.months)
    return "6-first" if period.start.month == 1 else "6-second"


def to_date_words(period: Period) -> str:
    """A part of a year from its first day: 1至6月, or 年初至5月13日."""
    month = period.end.month
    if period.end.day == monthrange(period.end.year, month)[1]:
        key = {1: "january", 12: "whole-year"}.get(month, "months")
        return say(f"document.{key}", month=month)
    return say("document.days", day=day_of_year_words(period.end))


def day_words(day: date) -> str:
    """2021年7月5日."""
    return say("document.day", year=day.year, month=day.month, day=day.day)


def day_of_year_words(day: date) -> str:
    """7月5日."""
    return say("document.day-of-year", month=day.month, day=day.day)


def moment_words(time: datetime) -> str:
    """A time to the minute: 2021年7月5日9:30."""
    return f"{day_words(time.date())}{time.hour}:{time.minute:02d}"


def numeral(n: int) -> str:
    """A number in Chinese: 一, 十, 十一, 二十; figures beyond 99."""
    tens, ones = divmod(n, 10)
    if tens > 9:
        return str(n)
    head = f"{_DIGITS[tens] if tens > 1 else ''}十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def sentences(remarks: Sequence[str]) -> str:
    """Sentences that people wrote, one after the other, each with an end."""
    return "".join(map(ended, remarks))


_ENDED = re.compile("[。！？…!?][”’」）]*$")

_OPEN = "，、；：,;:. "


def ended(text: str) -> str:
    """A sentence with the mark that ends it, which may stand before a bracket or a quote."""
    return text if _ENDED.search(text) else f"{text.rstrip(_OPEN)}。"


def silence_words(key: str, quarters: int, at_least: bool, **more: str) -> str:
    """For how long somebody is silent, as the sentence `key` says it: 已连续2个季度."""
    return say(key, n=quarters, more=say("report.or-more") if at_least else "", **more)


def enumerated(names: Sequence[str], most: int) -> str:
    """Names one after the other; of more than `most` the first, with 等 behind them."""
    if len(names) <= most:
        return "、".join(names)
    return "、".join(names[:most]) + say("report.and-more")
