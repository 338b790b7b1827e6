"""The three questions, asked of a data folder on the disk: for a command and for other programs.

Who pairs with whom, are the records right, how did a period go. Nothing here prints or exits: what
keeps an answer from being given is a `CqpairError`, whose sentence is what a person is told. What
stands in this file is needed only where something is told, so that few questions import it.
"""

from datetime import date
from pathlib import Path

from cqpair import CqpairError
from cqpair.book import TaskTable, first_damage
from cqpair.messages import fill, say
from cqpair.model.settings import NO_SETTINGS, Settings
from cqpair.model.tasks import Tasks
from cqpair.names import Ambiguous, Unknown
from cqpair.source import BadValueError, Reject
from cqpair.store import has_settings
from cqpair.store.folder import path_teller


class NoAnswerError(CqpairError):
    """The answer is “no”: a name that nobody has, one that several could be meant by."""

    exit_code = 1


def not_found(found: Ambiguous | Unknown, name: str) -> str:
    """What to say where `name` does not mean one unit: what it could mean."""
    if isinstance(found, Ambiguous):
        words = say("cli.or").join(unit.name for unit in found.candidates)
        return say("answers.ambiguous", query=name, candidates=words)
    if not found.near:
        return say("answers.unknown-far", query=name)
    words = say("cli.or").join(unit.name for unit in found.near)
    return say("answers.unknown", query=name, near=words)


def day_of(text: str, option: str) -> date:
    """The day that `text` is. CqpairError for what is not a date, or known to no day."""
    from cqpair.values import parse_date

    try:
        span = parse_date(text, None)
    except BadValueError as bad:
        key = "cli.no-such-day" if bad.key == "values.no-such-day" else "cli.day"
        raise CqpairError(say(key, option=option, value=text)) from None
    if span.first != span.last:
        raise CqpairError(say("cli.day", option=option, value=text))
    return span.first


def sound_tasks(table: TaskTable, folder: Path) -> Tasks:
    """The task table, when it has no errors. CqpairError when it has."""
    if table.damage:
        raise unusable(table.damage, folder)
    assert table.tasks is not None
    return table.tasks


def unusable(damage: Reject, folder: Path) -> CqpairError:
    """What to raise where a table of `folder` has an error that any answer could be wrong by.

    Its sentence names the place and what is wrong there; `validate` tells all of it.
    """
    place = damage.place.spot(path_teller(folder)(damage.place.path))
    return CqpairError(say("cli.unusable-table", place=place, why=_why(damage)))


def sound_settings(folder: Path) -> Settings:
    """All that the folder settles, if anything. CqpairError where any of it does not fit."""
    if not has_settings(folder):
        return NO_SETTINGS
    from cqpair.store.settings import open_settings

    found = open_settings(folder)
    if damage := first_damage(found.rejects):
        raise unusable(damage, folder)
    return found.settings


def _why(damage: Reject) -> str:
    """What is wrong; `rules.CODE` is what the rule of that code says."""
    topic, _, code = damage.key.partition(".")
    if topic != "rules":
        return say(damage.key, **damage.params)
    from cqpair.lint.run import find_rules

    (rule,) = find_rules(code)
    return fill(rule.sentences[""].text, **damage.params)
