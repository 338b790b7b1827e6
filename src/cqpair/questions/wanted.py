"""Which records an answer is to be about, by the texts that say so."""

from pathlib import Path

from cqpair import CqpairError
from cqpair.areas import find_area, no_area
from cqpair.book import Book
from cqpair.messages import choose, say
from cqpair.model.tasks import Area, LeadKind, Status, Tasks
from cqpair.names import Match
from cqpair.questions import NoAnswerError, not_found, sound_tasks, unusable
from cqpair.select import Filter
from cqpair.source import Fault, Reject


def find_pair(book: Book, name: str | None) -> str | None:
    """The county of the pairing that `name` is in. NoAnswerError when there is none."""
    if name is None:
        return None
    found = book.names.find(name)
    if not isinstance(found, Match):
        raise NoAnswerError(not_found(found, name))
    pairing = book.pairing_of(found.unit)
    if pairing is None:
        raise NoAnswerError(say("answers.unpaired", name=found.unit.name))
    return pairing.county


def find_one_area(tasks: Tasks, area: str | None) -> Area | None:
    """The area that `--area` names. CqpairError when it names none."""
    if area is None:
        return None
    found = find_area(area, tasks)
    if found is None:
        raise CqpairError(no_area(area, tasks, "--area"))
    return found


def filter_of(
    opened: Book,
    folder: Path,
    pair: str | None,
    area: str | None,
    lead: str | None,
    status: str | None = None,
    text: str | None = None,
    exemplar: bool = False,
) -> Filter:
    """The filter that the options name. CqpairError for what names nothing.

    It is raised too where a table of `folder` has errors.
    """
    if opened.tables.damage:
        raise unusable(opened.tables.damage, folder)
    tasks = sound_tasks(opened.tasks, folder)
    return Filter(
        find_pair(opened, pair),
        find_one_area(tasks, area),
        LeadKind(choose(lead, tasks.lead_kinds, "--lead")) if lead is not None else None,
        Status(choose(status, tasks.statuses, "--status")) if status is not None else None,
        text,
        exemplar,
    )


def need_every_pairing(book: Book, folder: Path) -> None:
    """CqpairError where a county has no pairing: its records would stand in no row."""
    paired = {pairing.county for pairing in book.pairings}
    for row in book.tables.units:
        if row.value.role == "county" and row.value.name not in paired:
            place, params = row.at("name"), {"name": row.value.name}
            damage = Reject(Fault.MISSING_VALUE, place, "rules.T203", params)
            raise unusable(damage, folder)
