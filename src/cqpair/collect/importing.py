"""What becomes of a return: taken, known already, or refused; all of it or nothing."""

from collections.abc import Sequence
from datetime import date
from enum import Enum, StrEnum
from pathlib import Path
from typing import NamedTuple

from cqpair.book import Book
from cqpair.book.submissions import RECEIVED, ReturnKind, submission_path
from cqpair.cells import Context
from cqpair.collect.archive import Archive, File, Revision, Sending
from cqpair.collect.matching import Difference, Matched, corrected, foreign_ids, match
from cqpair.collect.returns import Return
from cqpair.fields import Activity
from cqpair.lint.rule import Problem, Severity
from cqpair.lint.run import check, choose
from cqpair.messages import say
from cqpair.model.units import Unit
from cqpair.report.closing import refusal_of
from cqpair.source import Fault, Place, Reject

_RULES = choose((), ("A306",))
"""Those of a record file; in which quarter a return belongs is told by its own words."""


class Mode(Enum):
    """What a second return of an office is said to be."""

    UNSAID = "unsaid"
    SUPPLEMENT = "supplement"
    REPLACE = "replace"


class State(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    NIL = "nil"
    REFUSED = "refused"


class Overtaken(NamedTuple):
    """A file that was taken before, since when the same office has sent others.

    `file` is the original that was kept of it, `later` how many came after it.
    """

    file: str
    later: int
    mode: Mode


class Outcome(NamedTuple):
    """What a file did, or would do. `problems` are those of `found`, in reading order."""

    found: Return
    state: State
    added: tuple[str, ...] = ()
    changed: tuple[Difference, ...] = ()
    missing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    overtaken: Overtaken | None = None


class Importer:
    """Takes returns one after another into a data folder. A dry run says what it would do."""

    def __init__(
        self, folder: Path, book: Book, received_on: date, mode: Mode, dry_run: bool = False
    ) -> None:
        assert book.tasks.tasks is not None
        self._book = book
        self._received_on = received_on
        self._mode = mode
        context = Context(book.names, book.tasks.tasks)
        self._archive = Archive(folder, book.names, context, dry_run)

    def known(self, file: File, sender: Unit | None) -> Outcome | None:
        """What becomes of a file that was taken before, under whatever name.

        None where it is told to be of a `sender` of whom it was not taken.
        """
        taken = self._archive.known(file.sha256, sender.name if sender else None)
        if taken is None:
            return None
        quarter, row = taken
        office = self._book.names.unit(row.unit)
        later = self._archive.later(quarter, row)
        path = submission_path(quarter, row.file or RECEIVED)
        overtaken = Overtaken(path, later, self._mode) if later else None
        return Outcome(Return(file.path, office, quarter), State.UNCHANGED, overtaken=overtaken)

    def take(self, file: File, found: Return) -> Outcome:
        """What becomes of a file. What is taken is written by `finish` at the latest."""
        problems = self._problems(found)
        if found.sender is None or found.quarter is None:
            return Outcome(found, State.REFUSED, problems=problems)
        sending = Sending(file, found, found.sender, found.quarter, self._received_on)
        earlier = self._archive.earlier(found.sender.name, found.quarter)
        if isinstance(earlier, Reject):
            return self._refused(found, [earlier])
        against = (found.activities, earlier, found.sender.name, found.quarter.label)
        if any(problem.severity is Severity.ERROR for problem in problems):
            return self._refused(found, list(foreign_ids(*against)))
        matched = match(*against)
        closed = self._closed(sending)
        if refusal := [*matched.rejects, *self._unsaid(sending, matched)]:
            return self._refused(found, [*closed, *refusal], matched)
        if self._changes_nothing(sending, matched):
            return Outcome(found, State.UNCHANGED, problems=problems)
        if closed:
            return self._refused(found, closed, matched)
        return self._put(sending, matched, problems)

    def finish(self) -> None:
        """Write all that was taken. OSError and ChangedMeanwhileError where that cannot be."""
        self._archive.write()

    def _problems(self, found: Return) -> tuple[Problem, ...]:
        """What the rules say of a file; what they say of others does not concern its sender."""
        verdict = check(found.book(self._book), _RULES)
        return tuple(p for p in verdict.problems if p.place.path == found.path)

    def _unsaid(self, sending: Sending, matched: Matched) -> list[Reject]:
        """What a correction needs to be said: it is, by an option or by the return itself."""
        found, sender, quarter = sending.found, sending.sender.name, sending.quarter.label
        params: dict[str, object] = {"sender": sender, "quarter": quarter}
        place = Place(found.path)
        if found.is_nil and matched.missing and self._mode is not Mode.REPLACE:
            params["n"] = len(matched.missing)
            return [Reject(Fault.RETURN, place, "returns.nil-over-records", params)]
        if self._mode is not Mode.UNSAID or found.corrects:
            return []
        why = _correction(len(matched.differences), len(matched.missing))
        if why is None:
            return []
        params["why"] = why
        return [Reject(Fault.RETURN, place, "returns.changes-unsaid", params)]

    def _closed(self, sending: Sending) -> list[Reject]:
        """What keeps the quarter from being changed, where it was closed."""
        refusal = refusal_of(self._archive.returns(sending.quarter), sending.sender.name)
        if refusal is None:
            return []
        place = Place(sending.file.path)
        return [Reject(Fault.RETURN, place, refusal.key, refusal.params)]

    def _refused(
        self, found: Return, rejects: Sequence[Reject], matched: Matched | None = None
    ) -> Outcome:
        again = found._replace(rejects=(*found.rejects, *rejects))
        verdict = check(again.book(self._book), _RULES)
        paths = {found.path, *(reject.place.path for reject in rejects)}
        problems = tuple(p for p in verdict.problems if p.place.path in paths)
        changed = matched.differences if matched else ()
        missing = tuple(one.id or "" for one in matched.missing) if matched else ()
        return Outcome(found, State.REFUSED, (), changed, missing, problems)

    def _withdrawn(self, matched: Matched) -> Sequence[Activity]:
        return matched.missing if self._mode is Mode.REPLACE else ()

    def _changes_nothing(self, sending: Sending, matched: Matched) -> bool:
        """Whether the office has told all of this before, in other bytes."""
        last = self._archive.last(sending.sender.name, sending.quarter)
        if last is None or matched.added or matched.differences or self._withdrawn(matched):
            return False
        if self._mode is Mode.REPLACE and self._lost(sending, matched):
            return False
        return sending.found.is_nil == (last.kind is ReturnKind.NIL)

    def _lost(self, sending: Sending, matched: Matched) -> bool:
        """Whether the office told of a record before that is not here, nor in any file."""
        told = {old.id for _, old in matched.pairs}
        origins = self._archive.returns(sending.quarter).origins
        return any(o.unit == sending.sender.name and o.id not in told for o in origins)

    def _put(self, sending: Sending, matched: Matched, problems: tuple[Problem, ...]) -> Outcome:
        """Put the return into its files. Refused where one of them has errors of its own."""
        kept = [(corrected(new, old), old) for new, old in matched.pairs]
        revision = Revision(
            matched.added, kept, self._withdrawn(matched), self._mode is Mode.REPLACE
        )
        added = self._archive.put(sending, revision)
        if isinstance(added, Reject):
            return self._refused(sending.found, [added], matched)
        state = State.NIL if sending.found.is_nil else State.IMPORTED
        ids = tuple(one.id or "" for one in added)
        missing = tuple(one.id or "" for one in matched.missing)
        return Outcome(sending.found, state, ids, matched.differences, missing, problems)


def _correction(changed: int, missing: int) -> str | None:
    """What a second return does to the first, in words; None where it only adds."""
    counts = {"changed": changed, "missing": missing}
    told = [say(f"returns.unsaid-{key}", n=n) for key, n in counts.items() if n]
    if len(told) > 1:
        return say("returns.unsaid-both", one=told[0], other=told[1])
    return told[0] if told else None
