"""The settings of a data folder, read where it has any."""

import os
from pathlib import Path

from cqpair.book.settings import SettingsFile, build_settings, unfit
from cqpair.read.toml_text import read_toml
from cqpair.source import Reject
from cqpair.store import SETTINGS
from cqpair.store.folder import read_file


def settings_from(folder: Path, data: bytes | None, rejects: list[Reject]) -> SettingsFile:
    """Settings from the bytes of their file, or from what kept it from being read."""
    toml, found = (None, rejects) if data is None else read_toml(SETTINGS, data)
    made = build_settings(toml, tuple(found))
    base = made.settings.base
    if toml is None or base is None or os.path.isfile(folder / base):
        return made
    missing = unfit(toml, "base", "no-base", {"value": base})
    return made._replace(
        settings=made.settings._replace(base=None), rejects=(*made.rejects, missing)
    )


def open_settings(folder: Path) -> SettingsFile:
    """What `folder` settles; nothing where it has no such file."""
    return settings_from(folder, *read_file(folder, SETTINGS))
