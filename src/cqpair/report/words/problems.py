"""What the data show to be amiss, in the order in which a leader asks, and only what there is."""

from collections.abc import Iterable, Iterator, Sequence

from cqpair.fields import BY_KEY
from cqpair.messages import say
from cqpair.model.tasks import LeadKind
from cqpair.render.document import Block, Heading, Paragraph
from cqpair.report import AreaLine, Report
from cqpair.report.wording import MOST_NAMED, AnnexKind, Wording, ended, numeral, silence_words
from cqpair.select import Exclusion, Kind


def problems(wording: Wording) -> Iterator[Block]:
    """The section on problems: 一是 and on; none where there is nothing to say."""
    shown = [text for text in _judged(wording) if text]
    shown += [ended(text) for text in wording.remarks.problems]
    errors = [text for text in _errors(wording) if text]
    if not shown + errors:
        return
    yield Heading(say("report.problems"))
    numbered = [*_numbered(shown + errors)]
    if shown:
        yield Paragraph("".join(numbered[: len(shown)]))
    if errors:
        yield Paragraph("".join(numbered[len(shown) :]), alert=True)


def _numbered(sentences: Sequence[str]) -> Iterator[str]:
    for n, text in enumerate(sentences, 1):
        mark = say("report.point", n=numeral(n)) if len(sentences) > 1 else ""
        yield mark + ended(text)


def _judged(wording: Wording) -> Iterator[str]:
    """What is amiss in the work and in what was reported of it."""
    if _can_be_judged(wording):
        yield _uneven(wording)
        yield _uncovered(wording)
    yield _overdue(wording)
    yield _incomplete(wording)


def _can_be_judged(wording: Wording) -> bool:
    """Nobody is silent before the notice, in a period not begun, or where nothing is known."""
    report = wording.report
    if wording.today < report.period.start:
        return False
    if report.notice and report.period.end < report.notice.date:
        return False
    return bool(report.totals.counted)


def _uneven(wording: Wording) -> str:
    """Pairings without records and for how long; those of which one partner took no part."""
    report = wording.report
    clauses = []
    if report.silent:
        clauses.append(_silent(wording) + _for_how_long(wording))
    if report.returned:
        names = _named(wording, report.returned)
        clauses.append(say("report.returned-only", names=names, such=_such(wording)))
    if report.one_sided:
        clauses.append(_one_sided(wording))
    return say("report.uneven", clauses="；".join(clauses)) if clauses else ""


def _silent(wording: Wording) -> str:
    silent = wording.report.silent
    key = "silent" if len(silent) <= MOST_NAMED else "silent-many"
    return say(
        f"report.{key}",
        n=len(silent),
        names="、".join(wording.in_order(silent)),
        such=_such(wording),
        see=_where_pairings_stand(wording),
    )


def _such(wording: Wording) -> str:
    """Which activities somebody has none of: they may have others, of another area."""
    area = wording.report.record_filter.area
    if area is None:
        return wording.such
    return say(f"report.of-{'safeguard' if area.is_safeguard else 'area'}") + wording.such


def _where_pairings_stand(wording: Wording) -> str:
    """The annex that has a row for each pairing; "" where none has."""
    if AnnexKind.COVERAGE in wording.annexes or wording.report.has_own_rows:
        return wording.see(AnnexKind.COVERAGE)
    return wording.see(AnnexKind.FIGURES)


def _for_how_long(wording: Wording) -> str:
    """Who is silent for longer than the period itself: all of them alike, or in groups."""
    report = wording.report
    own = report.period.months // 3
    groups: dict[tuple[int, bool], list[str]] = {}
    for county, quarters, at_least in report.silences:
        if quarters > own:
            groups.setdefault((quarters, at_least), []).append(county)
    if not groups:
        return ""
    if len(groups) == 1 and sum(map(len, groups.values())) == len(report.silent):
        (length,) = groups
        key = "silent-all" if len(report.silent) > 1 else "silent-one"
        return silence_words(f"report.{key}", *length)
    texts = [
        silence_words("report.silent-group", *length, names=_named(wording, names))
        for length, names in sorted(groups.items(), reverse=True)
    ]
    return say("report.silent-groups", groups="，".join(texts))


def _named(wording: Wording, counties: Sequence[str]) -> str:
    """Counties by name, or of many how many pairings they are."""
    if len(counties) > MOST_NAMED:
        return say("report.pairs", n=len(counties))
    return "、".join(wording.in_order(counties))


def _one_sided(wording: Wording) -> str:
    pairings = wording.report.one_sided
    names = [say("report.one-sided-name", **one._asdict()) for one in pairings[:MOST_NAMED]]
    more = say("report.and-more-pairs", n=len(pairings)) if len(pairings) > MOST_NAMED else ""
    return say("report.one-sided", names="、".join(names) + more, such=_such(wording))


def _uncovered(wording: Wording) -> str:
    """How many cells of the grid have no activity, and which parts are hardly touched.

    That all cells have none is told of the areas.
    """
    lead, area = wording.report.record_filter.lead, wording.report.record_filter.area
    if area or lead not in (None, LeadKind.ASSOCIATION):  # nobody asked others to lead in all
        return ""
    clauses = [*_cells(wording), *_idle_parts(wording), *_idle_measures(wording)]
    if not clauses:
        return ""
    return say("report.uncovered", clauses="，".join(clauses))


def _cells(wording: Wording) -> Iterator[str]:
    """How many cells of the grid have no activity, of the pairings of which all is known."""
    report = wording.report
    pairs = len(report.pairs) - len(report.uncertain)
    areas, blank = len(report.areas), len(report.untouched)
    if 0 < blank < pairs * areas and pairs > 1 and areas > 1:
        yield say(
            "report.cells",
            pairs=pairs,
            areas=areas,
            cells=pairs * areas,
            blank=blank,
            such=wording.such,
            see=wording.see(AnnexKind.COVERAGE),
        )


def _idle_parts(wording: Wording) -> Iterator[str]:
    """The areas and safeguards without an activity, and an area that has far fewer than others."""
    report = wording.report
    if report.uncertain:
        return
    for key, lines in (("areas", report.areas), ("safeguards", report.safeguards)):
        idle = [line for line in lines if not line.line.counted]
        if idle and len(idle) == len(lines):
            yield say(f"report.idle-all-{key}", such=wording.such)
        elif 2 * len(idle) > len(lines):
            done = _titles(line for line in lines if line.line.counted)
            yield say(f"report.idle-but-{key}", titles=done, n=len(idle), such=wording.such)
        elif idle:
            yield say(f"report.idle-{key}", titles=_titles(idle), such=wording.such)
    if least := _least(report):
        yield say("report.least", title=least.area.title, n=least.line.now.activities)


def _titles(lines: Iterable[AreaLine]) -> str:
    return "".join(say("report.quoted", title=line.area.title) for line in lines)


def _least(report: Report) -> AreaLine | None:
    """The one area with the fewest activities, where that is less than half of the average."""
    done = [line for line in report.areas if line.line.counted]
    if len(done) < 2 or len(report.pairs) == 1:
        return None
    first, second = sorted(done, key=lambda line: line.line.now.activities)[:2]
    n = first.line.now.activities
    average = report.in_areas.now.activities / len(report.areas)
    return first if n < second.line.now.activities and 2 * n < average else None


def _idle_measures(wording: Wording) -> Iterator[str]:
    """How many of the measures that the notice lists nobody took, where they are not few.

    It is told only where most records name their measure.
    """
    lines = [*wording.report.areas, *wording.report.safeguards]
    counts = [count for line in lines for count in line.measures.values()]
    n, idle = wording.report.totals.now.activities, counts.count(0)
    if len(wording.report.pairs) > 1 and 4 * idle >= len(counts) and 2 * sum(counts) > n:
        yield say("report.idle-measures", all=len(counts), n=idle, such=wording.such)


def _overdue(wording: Wording) -> str:
    """What the period planned for a day that is over and has no record of doing."""
    report = wording.report
    overdue = [a for a in report.planned if a.date.last < wording.today]
    if not overdue:
        return ""
    names, n = wording.in_order(a.county.name for a in overdue), len(overdue)
    if len(names) > MOST_NAMED or len(report.pairs) == 1:
        return say("report.overdue", n=n, see=wording.see(AnnexKind.DETAILS))
    key = "overdue-each" if len(names) == n and n > 1 else "overdue-named"
    return say(f"report.{key}", names="、".join(names), n=n)


def _incomplete(wording: Wording) -> str:
    """What records do not tell: figures, measures, and on which day."""
    report, now = wording.report, wording.report.totals.now
    clauses = []
    if now.activities:
        missing = {key: now.sums[key].unreported for key in now.measured}
        if all(n == now.activities for n in missing.values()):
            clauses.append(say("report.unreported-every"))
        elif any(missing.values()):
            told = (
                say("report.unreported-of", name=BY_KEY[key].header, n=n)
                for key, n in missing.items()
                if n
            )
            clauses.append(say("report.unreported", figures="、".join(told)))
        if not wording.tells_measures:
            clauses.append(say("report.no-measures"))
    if report.imprecise:
        key = "imprecise-too" if clauses else "imprecise"
        clauses.append(say(f"report.{key}", n=len(report.imprecise), this=wording.this))
    return say("report.incomplete", clauses="，".join(clauses)) if clauses else ""


def _errors(wording: Wording) -> Iterator[str]:
    """What errors keep out of the figures, and records that may tell one event twice."""
    report, see = wording.report, wording.see(AnnexKind.LEFT_OUT)
    if report.exclusions:
        unsure = "".join(_unsure(wording))
        yield say("report.left-out", what=_counts(report.exclusions), see=see, unsure=unsure)
    if report.exclusions_beside:
        see = "" if report.exclusions else see
        yield say("report.left-out-beside", what=_counts(report.exclusions_beside), see=see)
    if report.undecided:
        yield say("report.undecided", n=len(report.undecided))


def _unsure(wording: Wording) -> Iterator[str]:
    """Of whom it cannot be said that they did nothing."""
    idle = [p.pairing.county for p in wording.report.pairs if not p.line.now.activities]
    names = [county for county in idle if county in wording.report.uncertain]
    if names:
        yield say("report.unsure", names=_named(wording, names))


def _counts(exclusions: Sequence[Exclusion]) -> str:
    """How many records, columns and files."""
    counts = [(kind, sum(one.kind is kind for one in exclusions)) for kind in Kind]
    return "、".join(say(f"report.left-out-{kind}", n=n) for kind, n in counts if n)
