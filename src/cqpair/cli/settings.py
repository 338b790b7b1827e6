"""What the data folder settles for a run, where it settles anything: cqpair.toml."""

from pathlib import Path

from cqpair.cli import console
from cqpair.messages import say
from cqpair.source import Fault
from cqpair.store.folder import path_teller
from cqpair.store.settings import open_settings

OWN = ("validate", "report", "status")
"""The commands of which a setting changes what they say: they tell themselves what is wrong."""


def language_of(folder: Path) -> str | None:
    """The language that the folder settles, if any."""
    return open_settings(folder).settings.lang


def usual_format(folder: Path, command: str | None) -> str | None:
    """The format that the folder settles, if any; what is wrong with its settings is told.

    That is no reason not to answer who pairs with whom.
    """
    found = open_settings(folder)
    if command not in OWN:
        shown = path_teller(folder)
        for one in sorted(found.rejects, key=lambda reject: reject.place.order):
            if one.fault is not Fault.LEGACY_ENCODING:
                fix = say(f"{one.key}.fix", **one.params)
                console.tell(say("cli.setting", **one.told(shown), fix=fix))
    return found.settings.format
