"""Completion put where a shell finds it: a script, and where need be a line that reads it.

bash, zsh and PowerShell read what their own file of settings says, and the line there only names
the script, so that a newer script replaces it and whoever takes the line out is rid of it. fish
reads every file of a folder.
"""

import codecs
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from cqpair.cli import console
from cqpair.cli.completion.scripts import SCRIPTS
from cqpair.messages import listed, say

_MARK = "# cqpair --install-completion"
"""What ends the line in a file of settings, by which it is known again."""


class Place(NamedTuple):
    """Where a script goes, and the file of settings with the line that reads it, if any does."""

    script: Path
    settings: Path | None = None
    line: str = ""


def shell_in_use() -> str:
    """The shell from which this run was started. WrongUseError where it is none that is known."""
    from shellingham import ShellDetectionFailure, detect_shell

    with suppress(ShellDetectionFailure):
        name: str = detect_shell()[0]
        _known(name)
        return name
    raise console.WrongUseError(say("completion.which-shell", shells=listed(list(SCRIPTS))))


def show_script(shell: str) -> None:
    """Print the script for a shell. WrongUseError for one that is not known."""
    console.answer_data(SCRIPTS[_known(shell)])


def install_script(shell: str) -> None:
    """Put the script for a shell where it finds it, and tell what was done and how to undo it.

    Once more is no harm. WrongUseError for a shell that is not known, where there is no home, and
    where nothing can be written there.
    """
    name = _known(shell)
    place = _powershell(_home(name), shell) if name == "powershell" else _PLACES[name](_home(name))
    _write(place.script, SCRIPTS[name].encode(), name)
    console.answer(say("completion.script", path=str(place.script)) + "\n")
    if place.settings:
        key = "line" if _add_line(place.settings, place.line, name) else "line-there"
        console.answer(say(f"completion.{key}", path=str(place.settings), line=place.line) + "\n")
    console.note(say("completion.anew", shell=name))
    undo = "undo-line" if place.settings else "undo"
    paths = {"path": str(place.script), "settings": str(place.settings)}
    console.note(say(f"completion.{undo}", **paths))
    if name == "powershell":
        console.note(say("completion.policy"))


def _known(shell: str) -> str:
    """The name of a shell as `SCRIPTS` has it, whatever its path, case or suffix."""
    name = Path(shell.replace("\\", "/")).name.casefold().removesuffix(".exe")
    name = {"pwsh": "powershell"}.get(name, name)
    if name in SCRIPTS:
        return name
    shells = listed(list(SCRIPTS))
    raise console.WrongUseError(say("completion.unknown-shell", shell=shell, shells=shells))


def _home(shell: str) -> Path:
    """The folder of the person who runs this. WrongUseError where there is none."""
    try:
        home = Path.home()
    except RuntimeError:
        home = Path()
    if not home.is_absolute() or not home.is_dir():
        raise console.WrongUseError(say("completion.no-home", shell=shell))
    return home


def _bash(home: Path) -> Place:
    script = _data(home) / "bash-completion" / "completions" / "cqpair"
    return Place(script, home / ".bashrc", f"[ -r {_quoted(script)} ] && . {_quoted(script)}")


def _zsh(home: Path) -> Place:
    script = _data(home) / "cqpair" / "cqpair.zsh"
    settings = Path(os.environ.get("ZDOTDIR") or home) / ".zshrc"
    return Place(script, settings, f"[ -r {_quoted(script)} ] && . {_quoted(script)}")


def _fish(home: Path) -> Place:
    folder = _folder("XDG_CONFIG_HOME", home / ".config")
    return Place(folder / "fish" / "completions" / "cqpair.fish")


def _powershell(home: Path, shell: str) -> Place:
    profile = (
        _profile(shell) or home / ".config" / "powershell" / "Microsoft.PowerShell_profile.ps1"
    )
    name = "cqpair-completion.ps1"  # beside the profile, whose folder the line need not spell
    return Place(profile.with_name(name), profile, f". (Join-Path $PSScriptRoot '{name}')")


_PLACES: Mapping[str, Callable[[Path], Place]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
}


def _data(home: Path) -> Path:
    return _folder("XDG_DATA_HOME", home / ".local" / "share")


def _folder(setting: str, usual: Path) -> Path:
    """The folder that a setting names, which counts only where it is absolute."""
    named = Path(os.environ.get(setting) or "")
    return named if named.is_absolute() else usual


def _quoted(path: Path) -> str:
    from shlex import quote

    return quote(str(path))


_PROFILE = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; $PROFILE.CurrentUserCurrentHost"


def _profile(shell: str) -> Path | None:
    """The profile, as PowerShell itself tells it; None where it cannot be asked.

    Its folder lies in the documents of Windows, which may be anywhere; that of `pwsh` is another
    than that of the `powershell` of Windows, and the one that was named is asked first.
    """
    newer_first = "pwsh" in shell.casefold() or sys.platform != "win32"
    for program in ("pwsh", "powershell") if newer_first else ("powershell", "pwsh"):
        with suppress(OSError, subprocess.SubprocessError):
            words = [program, "-NoProfile", "-NonInteractive", "-Command", _PROFILE]
            told = subprocess.run(words, capture_output=True, check=True, timeout=30).stdout
            if path := told.decode("utf-8", "replace").strip().lstrip("\ufeff"):
                return Path(path)
    return None


def _add_line(path: Path, line: str, shell: str) -> bool:
    """Add `line` to a file of settings in its own encoding; False where it is there already.

    A line of an earlier installation that says something else is replaced.
    """
    try:
        old = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise _not_possible(path, error, shell) from None
    mark = next((mark for mark in _ENCODINGS if old.startswith(mark)), b"")
    encoding = _ENCODINGS.get(mark, "utf-8")
    text = old[len(mark) :].decode(encoding, "surrogateescape")
    ours = f"{line}  {_MARK}"
    lines = text.splitlines(keepends=True)
    if any(one.rstrip() == ours for one in lines):
        return False
    end = "\r\n" if "\r\n" in text else "\n"
    kept = "".join(one for one in lines if not one.rstrip().endswith(_MARK))
    kept += end if kept and not kept.endswith("\n") else ""
    _write(path, mark + f"{kept}{ours}{end}".encode(encoding, "surrogateescape"), shell)
    return True


_ENCODINGS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
"""What PowerShell writes files of settings in, by the mark they begin with."""


def _write(path: Path, data: bytes, shell: str) -> None:
    from cqpair.store.write import write_whole

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        raise _not_possible(path, error, shell) from None


def _not_possible(path: Path, error: OSError, shell: str) -> console.WrongUseError:
    """What to raise where nothing can be written there, with the way to do it by hand."""
    told = console.not_writable(str(path), error)
    return console.WrongUseError(f"{told}\n{say('completion.by-hand', shell=shell)}")
