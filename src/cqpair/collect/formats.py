"""What became of the files of an import, for a person and for a program."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cqpair.collect.importing import Mode, Outcome, State
from cqpair.collect.paragraphs import SHEET as PARAGRAPHS
from cqpair.collect.paragraphs import PassedOver
from cqpair.lint import STANDARD
from cqpair.lint.formats.text import write_text
from cqpair.lint.run import CheckReport
from cqpair.messages import listed, say
from cqpair.render import JSON, TEXT, Format
from cqpair.source import Place

_MOST_IDS = 6


_MOST_PARAGRAPHS = 6


class Imported(NamedTuple):
    """The outcomes in the order of the files, and how their problems are shown.

    `shown` turns a path into the one a reader is told; `lines` and `cells` are those of the files,
    as for `CheckReport`.
    """

    outcomes: Sequence[Outcome]
    dry_run: bool
    shown: Callable[[str], str]
    lines: Callable[[str], Sequence[str]]
    cells: Callable[[Place], Sequence[tuple[int, str, str]]]


def imported_text(imported: Imported) -> str:
    """A paragraph a file, then all problems with what they are about."""
    lines = [line for one in imported.outcomes for line in _file(one, imported.shown)]
    if imported.dry_run:
        lines.append(say("returns.dry-run"))
    text = "".join(f"{line}\n" for line in lines)
    problems = [problem for one in imported.outcomes for problem in one.problems]
    if not problems:
        return text
    records = sum(len(one.found.activities) + len(one.found.drafts) for one in imported.outcomes)
    found = CheckReport(
        problems,
        STANDARD,
        len(imported.outcomes),
        records,
        imported.shown,
        imported.lines,
        imported.cells,
    )
    return f"{text}\n{write_text(found)}"


def _file(outcome: Outcome, shown: Callable[[str], str]) -> Iterator[str]:
    found = outcome.found
    params = {
        "path": shown(found.path),
        "sender": found.sender.name if found.sender else "",
        "quarter": found.quarter.label if found.quarter else "",
        "n": len(outcome.added),
    }
    if outcome.overtaken:
        file, later, mode = outcome.overtaken
        yield say("returns.overtaken", **params, file=file, later=later)
        if mode is not Mode.UNSAID:
            yield "  " + say("returns.option-idle", option=f"--{mode.value}")
        return
    yield say(f"returns.{_sentence(outcome)}", **params)
    if outcome.added:
        yield "  " + say("returns.ids", ids=listed(outcome.added, _MOST_IDS))
    for one in outcome.changed:
        old, new = one.old or say("returns.blank"), one.new or say("returns.blank")
        yield "  " + say("returns.changed", id=one.id, column=one.column, old=old, new=new)
    if outcome.missing:
        yield "  " + say("returns.missing", ids=listed(outcome.missing))
    if outcome.state not in (State.UNCHANGED, State.REFUSED):
        yield from ("  " + filled.sentence() for filled in found.filled)
        yield from _passed_over(found.passed_over, shown)


def _passed_over(passed: Sequence[PassedOver], shown: Callable[[str], str]) -> Iterator[str]:
    """A line for each; of paragraphs that say nothing in particular only the first few."""
    plain = [one for one in passed if one.place.sheet == PARAGRAPHS and not one.doubtful]
    for one in passed:
        if one in plain[_MOST_PARAGRAPHS:]:
            continue
        at = one.place
        place = at.spot("").removeprefix(" › ") if at.sheet else at.spot(shown(at.path))
        yield "  " + say("returns.passed-over", place=place, why=one.why)
    if n := len(plain[_MOST_PARAGRAPHS:]):
        yield "  " + say("returns.more-paragraphs", n=n)


def _sentence(outcome: Outcome) -> str:
    if outcome.state is State.IMPORTED and outcome.changed:
        return "imported-corrected" if outcome.added else "imported-corrected-only"
    return outcome.state.value


def _json(imported: Imported) -> object:
    from cqpair.collect.json import import_json

    return import_json(imported.outcomes, imported.shown)


IMPORTS: Mapping[str, Format[Imported]] = {"text": TEXT.of(imported_text), "json": JSON.of(_json)}
