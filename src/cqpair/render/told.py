"""What the formats for programs tell of a problem alike: its spot, the way out, a fingerprint."""

from collections import Counter
from hashlib import sha256

from cqpair.check import Findings
from cqpair.messages import say
from cqpair.problem import Problem
from cqpair.source import Place
from cqpair.visible import visible


def spot(place: Place, findings: Findings) -> str:
    """The place in one word, as a person is told it."""
    return visible(place.spot(findings.shown(place.path)))


def cell(place: Place) -> str:
    """`台账!B7` for a place in a workbook, else nothing."""
    return visible(f"{place.sheet}!{place.cell or place.line}") if place.sheet else ""


def message(problem: Problem) -> str:
    """What is wrong, led by the cell where a workbook's lines would not find it."""
    where = cell(problem.place)
    return visible(f"{where}: {problem.message}" if where else problem.message)


def way_out(problem: Problem) -> str:
    """How to mend it, as a line of its own."""
    return say("problems.fix") + visible(problem.fix)


def see_also(problem: Problem, findings: Findings) -> list[str]:
    """The other places a problem is about, a line each."""
    return [
        f"{say('problems.related')}{spot(related.place, findings)}: {visible(related.message)}"
        for related in problem.related
    ]


def fingerprints(findings: Findings) -> list[str]:
    """A fingerprint for each problem, which lives on when lines above it come or go.

    It is made of code, path, sheet and message, and of how many before it are equal in these.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    prints = []
    for problem in findings.problems:
        place = problem.place
        told = (problem.code, findings.shown(place.path), place.sheet or "", problem.message)
        seen[told] += 1
        text = "\0".join((*told, str(seen[told])))
        prints.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return prints
