"""cqpair.toml: from values as they are written to settings, or rejects."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from cqpair.messages import LANGUAGES, listed
from cqpair.model.settings import FORMATS, MOST_DAYS, NO_SETTINGS, Settings
from cqpair.read.toml_text import Toml
from cqpair.source import Fault, Place, Reject


class SettingsFile(NamedTuple):
    """What is settled, without what does not fit, which is in the rejects; `toml` has its places.

    `toml` is None for a file that cannot be read, and for none.
    """

    settings: Settings = NO_SETTINGS
    rejects: tuple[Reject, ...] = ()
    toml: Toml | None = None


def build_settings(toml: Toml | None, found: tuple[Reject, ...] = ()) -> SettingsFile:
    """The settings of a file. `found` are the rejects its reader already made."""
    if toml is None:
        return SettingsFile(rejects=found)
    rejects = list(found)
    fitting: dict[str, Any] = {}
    for key, value in toml.values.items():
        if key not in Settings._fields:
            params = {"key": key, "keys": listed(Settings._fields)}
            rejects.append(_reject(toml.at(key), "unknown-key", params))
        elif told := _READ[key](value):
            name, params = told
            rejects.append(unfit(toml, key, name, {"key": key, "value": _shown(value), **params}))
        else:
            fitting[key] = tuple(value) if isinstance(value, list) else value
    return SettingsFile(Settings(**fitting), tuple(rejects), toml)


def unfit(
    toml: Toml, key: str, name: str, params: Mapping[str, object], word: str | None = None
) -> Reject:
    """A reject of the value of `key`, or of `word` in it; `name` is what is wrong with it."""
    return _reject(toml.at_value(key, word), name, params)


def _reject(place: Place, name: str, params: Mapping[str, object]) -> Reject:
    return Reject(Fault.SETTING, place, f"settings.{name}", params)


Told = tuple[str, dict[str, Any]] | None
"""What is wrong with a value, and more to fill its sentence with; None for nothing."""


def _words(value: Any) -> Told:
    fits = isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)
    return None if fits else ("codes", {})


def _line(value: Any) -> Told:
    fits = isinstance(value, str) and value.strip() and value.isprintable()
    return None if fits else ("line", {})


def _document(value: Any) -> Told:
    if told := _line(value):
        return told
    return None if value.casefold().endswith(".docx") else ("docx", {})


def _days(value: Any) -> Told:
    fits = type(value) is int and 0 <= value <= MOST_DAYS  # true is an int, to Python
    return None if fits else ("days", {"most": MOST_DAYS})


def _one_of(choices: tuple[str, ...]) -> Callable[[Any], Told]:
    def told(value: Any) -> Told:
        return None if value in choices else ("choice", {"choices": listed(choices)})

    return told


_READ: dict[str, Callable[[Any], Told]] = {
    "ignore": _words,
    "sign": _line,
    "base": _document,
    "due_days": _days,
    "lang": _one_of(LANGUAGES),
    "format": _one_of(FORMATS),
}


def _shown(value: Any) -> str:
    """A value as a sentence may hold it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_shown, value))}]"
    return "{…}" if isinstance(value, dict) else str(value)
