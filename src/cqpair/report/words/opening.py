"""How a report opens: its title, its basis, and the period as a whole in one paragraph."""

from collections.abc import Iterator

from cqpair.fields import COUNTS, MONEY
from cqpair.messages import say
from cqpair.model.tasks import LeadKind
from cqpair.render.document import Block, Heading, Paragraph
from cqpair.report import By, Line, Report
from cqpair.report.amounts import sum_words, told_sums
from cqpair.report.wording import (
    MOST_NAMED,
    AnnexKind,
    Wording,
    day_words,
    enumerated,
    sentences,
    silence_words,
    span_words,
)
from cqpair.report.words.changes import other_changes, own_changes

_TITLES = {
    (False, False): "report.title",
    (False, True): "report.title-area",
    (True, False): "report.title-pair",
    (True, True): "report.title-pair-area",
}
"""By whether the report is of one pairing, and of one area."""


def title(wording: Wording) -> str:
    """What the report is called; what it was narrowed to stands in it."""
    report, period = wording.report, wording.period
    pair, area, lead, *_ = report.record_filter
    text = say(
        _TITLES[bool(pair), bool(area)],
        period=period,
        county=pair,
        partners="、".join(report.pairs[0].pairing.partners) if pair else "",
        title=area.title if area else "",
    )
    return say("report.title-lead", title=text, kind=_kind(lead)) if lead else text


def opening(wording: Wording) -> Iterator[Block]:
    """What the report is about, and the headline."""
    notice = wording.report.notice
    about = say("report.about-period", period=wording.period)
    if notice and wording.report.period.end >= notice.date:
        about = say("report.basis", number=notice.number) + about
    yield Paragraph(about)
    yield Heading(say("report.overall"))
    yield Paragraph("".join(headline(wording)))
    if wording.remarks.highlights and not wording.report.totals.counted:
        yield Paragraph(sentences(wording.remarks.highlights))
    yield from own_changes(wording)
    yield from other_changes(wording)


def headline(wording: Wording) -> Iterator[str]:
    """The period as a whole: activities, growth, who led, and what was reported of them."""
    now = wording.report.totals.now
    yield _as_of(wording)
    if now.activities:
        parts = _parts(wording) + _ongoing(wording)
        beside = growth(wording, wording.report.totals) + _to_date(wording)
        if parts and beside:  # what they are parts of is told before other figures are
            beside = "；" + beside.removeprefix("，")
        yield _activities(wording) + parts + beside + _excluded(wording) + "。"
        yield _by_region(wording)
        yield _sums(wording)
    else:
        yield _none(wording) + _to_date(wording) + "。"
    yield _nil(wording)


def growth(wording: Wording, line: Line) -> str:
    """，较上季度增加7项; "" where the period is not over or nothing is known of the other."""
    report = wording.report
    whole = report.totals.before
    if wording.before is None or wording.today <= report.period.end:
        return ""
    if line.before is None or not (whole and whole.activities):
        return ""
    n = line.now.activities - line.before.activities
    key = "same" if not n else "more" if n > 0 else "fewer"
    return say(f"report.{key}", before=_before(wording, line), n=abs(n))


def _before(wording: Wording, line: Line) -> str | None:
    """What stands beside, with its days where a reader could not know them."""
    compared = wording.report.compared
    if line is wording.report.totals and compared and not compared.months:
        return say("report.previous-span", span=span_words(compared))
    return wording.before


def _as_of(wording: Wording) -> str:
    """The period by its name, and up to which day it is told where it is not over."""
    today, period, notice = wording.today, wording.report.period, wording.report.notice
    if notice and period.end < notice.date:
        return say("report.before-notice", this=wording.this, date=day_words(notice.date))
    if today < period.start:
        return say("report.not-begun", this=wording.this)
    if today <= period.end:
        return say("report.as-of", this=wording.this, today=day_words(today))
    return wording.this


def _activities(wording: Wording) -> str:
    """How many activities there were, and of how many pairings."""
    report, such = wording.report, wording.such
    n, scope, pairs = report.totals.now.activities, len(report.pairs), report.totals.now.pairs
    counted = report.totals.counted
    if scope == 1:
        return say("report.headline-own", such=such, n=n)
    if pairs == 1:
        members = {name for activity in counted for name in wording.members(activity)}
        county, *partners = wording.in_order(members)
        who = say("report.with", county=county, partners="、".join(partners))
        return say("report.headline-one", who=who, such=such, n=n)
    key = "headline-all" if pairs == scope else "headline-some"
    return say(f"report.{key}", scope=scope, pairs=pairs, such=such, n=n)


def _none(wording: Wording) -> str:
    """That there is none, and how many there were before."""
    report = wording.report
    if wording.today < report.period.start:
        return ""
    scope, notice = len(report.pairs), report.notice
    of_all = scope > 1 and not (notice and report.period.end < notice.date)
    key = "uncounted" if report.exclusions else "none-all" if of_all else "none"
    text = say(f"report.headline-{key}", scope=scope, such=wording.such) + _excluded(wording)
    before = report.totals.before
    if wording.before and before and before.activities and wording.today > report.period.end:
        text += say("report.only-before", before=wording.before, n=before.activities)
    return text + _own_silence(report)


def _own_silence(report: Report) -> str:
    """For how long the only pairing of a report is silent, where that is more than its period."""
    own = report.period.months // 3
    if len(report.pairs) > 1 or not report.silences or report.silences[0].quarters <= own:
        return ""
    _, quarters, at_least = report.silences[0]
    return silence_words("report.silent-one", quarters, at_least)


def _to_date(wording: Wording) -> str:
    line = wording.report.totals
    if wording.to_date is None or line.to_date is None or not line.to_date.activities:
        return ""
    return say("report.to-date", span=wording.to_date, n=line.to_date.activities)


def _parts(wording: Wording) -> str:
    """How many of the activities are of task areas and of safeguards, and how many 科协 led."""
    report = wording.report
    areas, support = report.in_areas.now.activities, report.in_support.now.activities
    n, led = areas + support, report.totals.now.led_by_associations
    parts, some = [], False
    if report.record_filter.area is None:
        some = bool(areas and support)
        key = "areas" if areas else "safeguards"
        only = f"report.all-{key}" if n > 1 else f"report.is-{key}"
        parts.append(say("report.parts" if some else only, areas=areas, support=support))
    if led and not report.record_filter.lead:
        some = some or (led < n and not parts)
        key = "led" if led < n else "led-all" if n > 1 else "led-one"
        parts.append(say(f"report.{key}", n=led))
    if not parts:
        return ""
    return "，" + (say("report.among") if some else "") + "，".join(parts)


def _ongoing(wording: Wording) -> str:
    now = wording.report.totals.now
    if now.completed or not now.ongoing:
        return ""
    return say("report.all-ongoing" if now.ongoing > 1 else "report.is-ongoing")


def _excluded(wording: Wording) -> str:
    """That errors keep something out of the figures, which the section on problems tells."""
    return say("report.without-errors") if wording.report.exclusions else ""


def _by_region(wording: Wording) -> str:
    """How many activities there were in each region, in a report by regions."""
    report = wording.report
    if report.by is not By.REGION or len(report.rows) < 2:
        return ""
    rows = [row for row in report.rows if row.line.now.activities]
    key = "region" if len(rows) > 1 else "one-region"
    counts = (say(f"report.{key}", name=r.label, n=r.line.now.activities) for r in rows)
    return say("report.by-region", counts="、".join(counts))


def _sums(wording: Wording) -> str:
    """The sums of what half of the activities or more reported: 参与约4530人次、专家167人次."""
    now = wording.report.totals.now
    groups = [told_sums(now, keys) for keys in (COUNTS, MONEY)]
    texts = [
        "、".join(sum_words(key, total, about) for key, total, about, _ in group)
        for group in groups
        if group
    ]
    if not texts:
        return ""
    some = any(one.unreported for group in groups for one in group)
    return "，".join(texts) + (_reported_only(wording) if some else "") + "。"


def _reported_only(wording: Wording) -> str:
    if AnnexKind.FIGURES not in wording.annexes:
        return say("report.reported-only-here")
    return say("report.reported-only", annex=wording.annex(AnnexKind.FIGURES))


def _nil(wording: Wording) -> str:
    """Who sent 零报告: that is no silence."""
    nil = wording.in_order(wording.report.nil)
    if not nil:
        return ""
    if len(wording.report.pairs) == 1:
        return say("report.nil-own")
    key = "nil" if len(nil) <= MOST_NAMED else "nil-many"
    return say(f"report.{key}", n=len(nil), names=enumerated(nil, MOST_NAMED))


def _kind(lead: LeadKind) -> str:
    return say(f"report.kind-{lead.value}")
