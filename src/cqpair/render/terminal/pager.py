"""The pager of whoever is at the terminal: which it is, and how long texts are sent to it."""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import PurePath
from typing import NamedTuple

_LESS = "-RFX"  # colours act, what fits the screen needs no key, and all of it stays on the screen


class Pager(NamedTuple):
    """A program that shows a text a screen at a time, and whether colours act in it."""

    words: tuple[str, ...]
    environment: Mapping[str, str]
    has_colours: bool

    def show(self, text: str) -> bool:
        """Show `text`, until its reader has seen enough; False where the program cannot be run."""
        try:
            process = subprocess.Popen(self.words, stdin=subprocess.PIPE, env=self.environment)
        except OSError:
            return False
        assert process.stdin is not None
        encoding = sys.stdout.encoding or "utf-8"
        with suppress(OSError):  # the reader has gone
            process.stdin.write(text.encode(encoding, "backslashreplace"))
            process.stdin.close()
        while True:
            try:
                process.wait()
            except KeyboardInterrupt:  # it is for the pager, which has the screen until it ends
                continue
            return True


def find_pager(environment: Mapping[str, str]) -> Pager | None:
    """The pager that PAGER names, else `less`; None where there is none, or nobody to use it.

    `less` gets the options of LESS; without any, such as let colours act.
    """
    named = environment.get("PAGER")
    try:
        words = tuple(shlex.split("less" if named is None else named))
    except ValueError:  # a quotation that does not end
        return None
    found = shutil.which(words[0]) if words else None
    if found is None or PurePath(words[0]).stem == "cat" or not _has_reader(environment):
        return None
    if PurePath(words[0]).stem != "less":
        return Pager((found, *words[1:]), environment, False)
    setting = {**environment}
    setting["LESS"] = setting.get("LESS") or _LESS
    if (sys.stdout.encoding or "").lower() == "utf-8":
        setting.setdefault("LESSCHARSET", "utf-8")  # less asks the locale otherwise, which may be C
    return Pager((found, *words[1:]), setting, _raw(setting["LESS"], *words[1:]))


def _has_reader(environment: Mapping[str, str]) -> bool:
    """Whether somebody sees what is shown, and has keys to press."""
    streams = (sys.stdin, sys.stdout)
    seen = all(stream is not None and stream.isatty() for stream in streams)
    return seen and environment.get("TERM") not in ("dumb", "emacs")


def _raw(*options: str) -> bool:
    """Whether options of `less` let colours act."""
    words = " ".join(options).split()
    return any(
        "r" in word.lower() if word[:2] != "--" else word.lower() == "--raw-control-chars"
        for word in words
        if word.startswith("-")
    )
