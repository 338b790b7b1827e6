"""Each task area and safeguard in a line or two: how much was done by whom, and one result."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from cqpair.fields import Activity
from cqpair.messages import say
from cqpair.model.tasks import MEETING
from cqpair.render.document import Block, Heading, Paragraph
from cqpair.report import AreaLine
from cqpair.report.wording import LONGEST_QUOTED, Wording, enumerated, numeral, sentences
from cqpair.report.words.opening import growth

_TWO_LINES = 46
"""Characters that two lines take behind the indent, some being left for lines not quite full."""


_FEW = 2
"""Pairings that are named; more are counted."""


_FIRST = 3
"""Pairings that are named before 等."""


_MOST_EXAMPLES = 3
"""Activities that the report of one area tells of."""


_TRIED = 50
"""How many examples are looked at for one that fits, the most telling first."""


_NO_OUTCOME = ("无", "暂无")


def progress(wording: Wording) -> Iterator[Block]:
    """The task areas, then the safeguards, each in the order of the notice (二、 and 三、).

    What has no activity is told once, as a problem.
    """
    areas, safeguards = wording.report.areas, wording.report.safeguards
    for key, lines in (("areas", areas), ("safeguards", safeguards)):
        done = [line for line in lines if line.line.counted]
        if done and len(areas) + len(safeguards) == 1:
            yield from _alone(wording, done[0])
        elif done:
            yield Heading(say(f"report.{key}"))
            yield from _lines(wording, done) if key == "areas" else _together(wording, done)
    if wording.report.totals.counted:
        yield from highlights(wording)


def highlights(wording: Wording) -> Iterator[Block]:
    """The section on what people found worth telling; none where nobody wrote of it."""
    if wording.remarks.highlights:
        yield Heading(say("report.highlights"))
        yield Paragraph(sentences(wording.remarks.highlights))


def _alone(wording: Wording, area: AreaLine) -> Iterator[Block]:
    """The only area of a report: what was done there; how much it was the headline tells."""
    counted = area.line.counted
    meetings = _meetings_asked_for(area)
    others = [a for a in counted if a not in meetings]
    chosen = _most_telling(wording, others)[:_MOST_EXAMPLES]
    texts = [_meetings(wording, meetings)] if meetings else []
    if chosen:
        told = [_listed(wording, a) for a in sorted(chosen, key=others.index)]
        key = "some" if len(chosen) < len(others) else "all" if len(others) > 1 else "only"
        between = "；" if any("、" in text for text in told) else "、"
        beside = "beside-" if meetings else ""
        texts.append(say(f"report.examples-{beside}{key}", titles=between.join(told)))
    if texts:
        yield Heading(say("report.progress"))
        yield Paragraph("，".join(texts) + "。")


def _most_telling(wording: Wording, counted: Sequence[Activity]) -> list[Activity]:
    """Activities with titles that can be quoted: first with a result, recommended, with many."""
    short = [a for a in counted if len(wording.title_of(a)) <= LONGEST_QUOTED]
    return sorted(short, key=lambda a: (not _is_told(a), not a.exemplar, -_people(a)))


def _listed(wording: Wording, activity: Activity) -> str:
    """An activity among others, with what came of it where brackets can hold that."""
    own = len(wording.report.pairs) == 1
    what = wording.title_of(activity) if own else named_title(wording, activity)
    outcome = _outcome(activity)
    held = _is_told(activity) and "）" not in (what[-1:], outcome[-1:])
    return say("report.result", what=what, outcome=outcome) if held else what


def _is_told(activity: Activity) -> bool:
    """Whether what came of an activity is short enough to be quoted."""
    return 0 < len(_outcome(activity)) <= LONGEST_QUOTED


def _lines(wording: Wording, lines: Sequence[AreaLine]) -> Iterator[Paragraph]:
    for n, line in enumerate(lines, 1):
        lead = say("report.lead", n=numeral(n), title=line.area.title)
        yield Paragraph(_done(wording, line, _TWO_LINES - len(lead)), lead=lead)


def _together(wording: Wording, lines: Sequence[AreaLine]) -> Iterator[Paragraph]:
    """Several lines in one paragraph, without results: there is less to tell of safeguards."""
    clauses = (
        say("report.clause", title=line.area.title, done=_how_far(wording, line)) for line in lines
    )
    yield Paragraph("；".join(clauses) + "。")


def _done(wording: Wording, area: AreaLine, room: int) -> str:
    """What was done in an area: 13对开展15项，较上季度增加10项。 and a result.

    `room` is how many characters there are for it.
    """
    counted = area.line.counted
    text = _how_far(wording, area) + _how_much_more(wording, area)
    meetings = _meetings_asked_for(area)
    others = [a for a in counted if a not in meetings]
    named = len(counted) == 1 or len(wording.report.pairs) == 1
    too_long: list[str] = []
    for example in islice(_examples(wording, others, named), _TRIED):
        if len(text + example) <= room:
            return text + example
        too_long.append(example)
    return text + min(too_long, key=len, default="。")


def _how_far(wording: Wording, area: AreaLine) -> str:
    """How much was done by whom."""
    counted = area.line.counted
    meetings = _meetings_asked_for(area)
    if meetings and len(meetings) == len(counted):
        return _meetings(wording, meetings)
    text = _how_many(wording, counted)
    return text + say("report.meetings-too", n=len(meetings)) if meetings else text


def _how_much_more(wording: Wording, area: AreaLine) -> str:
    """How many more or fewer than before, where that is notable and not told of the whole."""
    own = len(area.line.counted) == wording.report.totals.now.activities
    return "" if own or not _is_notable(area) else growth(wording, area.line)


def _meetings_asked_for(area: AreaLine) -> list[Activity]:
    """The joint meetings of the part of the notice that asks for them: 三（一）."""
    asked = any(MEETING in measure for measure in area.area.measures)
    return [a for a in area.line.counted if a.is_meeting] if asked else []


def _is_notable(area: AreaLine) -> bool:
    """Whether an area has so many more or fewer activities than before that it should be told."""
    if area.line.before is None:
        return False
    before = area.line.before.activities
    return abs(area.line.now.activities - before) >= max(3, before / 2)


def _how_many(wording: Wording, counted: Sequence[Activity]) -> str:
    """How many activities, of which pairings where these are few."""
    n, scope = len(counted), len(wording.report.pairs)
    if scope == 1:
        return say("report.done-own", n=n)
    counties = wording.in_order(a.county.name for a in counted)
    pairs = len(counties)
    if n == 1:
        county, *partners = wording.members(counted[0])
        who = say("report.with", county=county, partners="、".join(partners))
        return say("report.done-named", who=who, n=n)
    if pairs == scope:
        return say("report.done-all", n=n, pairs=pairs)
    key = "done-each" if pairs == n else "done"
    if pairs <= _FEW:
        who = "、".join(counties)
        return say(f"report.{key}-named" if pairs > 1 else "report.done-named", who=who, n=n)
    return say(f"report.{key}", pairs=pairs, n=n)


def _meetings(wording: Wording, meetings: Sequence[Activity]) -> str:
    """Joint meetings: 万州区、开州区、忠县等8对各召开1次."""
    counts = Counter(a.county.name for a in meetings)
    counties = wording.in_order(counts)
    n, pairs = len(meetings), len(counties)
    if len(wording.report.pairs) == 1:
        return say("report.meetings-own", n=n)
    names = enumerated(counties, _FIRST)
    count = say("report.pairs", n=pairs) if pairs > _FIRST else ""
    each = pairs > 1 and len(set(counts.values())) == 1
    key = "meetings-each" if each else "meetings"
    return say(f"report.{key}", who=names + count, n=n // pairs if each else n)


def _examples(wording: Wording, counted: Sequence[Activity], named: bool) -> Iterator[str]:
    """Activities with what came of them, the most telling first; else examples by their titles.

    Each ends the sentence before it, too. `named` says that it has been told who took part.
    """
    only = len(counted) == 1
    what = wording.title_of if named else partial(named_title, wording)

    def told(text: str) -> str:
        return say("report.only" if only else "report.example", what=text)

    short = [a for a in counted if len(wording.title_of(a)) <= LONGEST_QUOTED]
    with_result = [a for a in short if _is_told(a)]
    if with_result:
        ranked = sorted(with_result, key=lambda a: (not a.exemplar, -_people(a)))
        return (told(_result(what(a), _outcome(a))) for a in ranked)
    return (told(what(a)) for a in short if a.exemplar or only)


def _result(title: str, outcome: str) -> str:
    """An activity and what came of it, in brackets where neither has any at its end."""
    key = "result-apart" if "）" in (title[-1:], outcome[-1:]) else "result"
    return say(f"report.{key}", what=title, outcome=outcome)


def named_title(wording: Wording, activity: Activity) -> str:
    """The title of a record, with who took part behind it where it does not tell that itself."""
    text = wording.title_of(activity)
    county, *partners = wording.members(activity)
    if county in text and any(name in text for name in partners):
        return text
    return say("report.title-with", title=text, members="、".join((county, *partners)))


def _outcome(activity: Activity) -> str:
    """What came of an activity, on one line and without its full stop; "" for nothing."""
    text = " ".join((activity.outcome or "").split()).rstrip("。；！.;! ")
    return "" if text in _NO_OUTCOME else text


def _people(activity: Activity) -> int:
    return int(activity.participants.value) if activity.participants else 0
