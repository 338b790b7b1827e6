"""What reaches the person: the answer on stdout, everything about the run on stderr."""

import errno
import os
import re
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from io import TextIOWrapper
from shutil import get_terminal_size
from typing import TextIO

from cqpair import CqpairError
from cqpair.messages import LANGUAGES, reason, say, use
from cqpair.store import NoDataError, find_folder, has_settings, here
from cqpair.text import escape_control, wrap


class WrongUseError(CqpairError):
    """Wrong use or an unusable environment: its sentence is told, and the exit code is 2.

    Whatever is wrong with the data is not such an error: that is a problem, or an answer of “no”.
    """


def not_writable(path: str, error: OSError) -> WrongUseError:
    """What to raise, or tell, where a file cannot be written; nothing of it was."""
    from cqpair.store.write import NotReadableError, WriteProtectedError

    if isinstance(error, NotReadableError):
        return WrongUseError(say("cli.not-readable", path=path, reason=reason(error)))
    if isinstance(error, WriteProtectedError):
        return WrongUseError(say("cli.write-protected", path=path))
    return WrongUseError(say("cli.not-writable", path=path, reason=reason(error)))


def choose_language(words: Sequence[str], environment: Mapping[str, str]) -> None:
    """`--lang`, else CQPAIR_LANG, else what the data folder settles, else a locale, else zh.

    A locale counts where it is zh or en.
    """
    use("zh")
    asked = _asked("--lang", words)
    if asked is None:
        asked = environment.get("CQPAIR_LANG") or None
    if asked is not None:
        if asked not in LANGUAGES:
            raise WrongUseError(say("cli.language", value=asked))
        use(asked)
        return
    if settled := _settled_language(words, environment):
        use(settled)
        return
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    known = next((environment[name] for name in names if environment.get(name)), None)
    if known is None and sys.platform == "win32":  # which sets none of them
        import locale

        known = locale.getlocale()[0]
    use("en" if (known or "").lower().startswith("en") else "zh")


def prepare_streams() -> None:
    """What a terminal's encoding lacks is written out, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def answer(text: str, painted: bool = False) -> None:
    """Print an answer for a person, in the encoding of their terminal; nothing is lost.

    Nothing in it acts, but for the colours of one that is `painted`. WrongUseError where stdout is
    closed or full. A reader that has gone, as `head` does, is no error.
    """
    try:
        _write(sys.stdout, text, painted)
    except OSError as error:
        raise _no_output(error) from None


def answer_data(data: str | bytes) -> None:
    """Print an answer for a program: UTF-8 whatever the locale, or bytes as they are.

    WrongUseError where stdout is closed or full. A reader that has gone, as `head` does, is no
    error.
    """
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.flush()
        sys.stdout.buffer.write(data.encode("utf-8") if isinstance(data, str) else data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _close(sys.stdout)
    except OSError as error:
        raise _no_output(error) from None


def tell(text: str) -> None:
    """Print a sentence about the run; if nobody can be told, the exit code still tells."""
    if sys.stderr is not None and sys.stderr.isatty():
        columns = get_terminal_size().columns
        text = "\n".join(line for told in text.split("\n") for line in wrap(told, columns))
    with suppress(OSError):
        _write(sys.stderr, f"{text}\n")


def be_quiet(quiet: bool) -> None:
    """Whether notes are left out from here on, as `--quiet` asks; errors are told all the same."""
    global _quiet
    _quiet = quiet


_quiet = False


def note(text: str) -> None:
    """Print a sentence about a run in which nothing is wrong; not in one that is to be quiet."""
    if not _quiet:
        tell(text)


def columns() -> int | None:
    """How many columns the terminal has on which the answer is seen; None where it is on none."""
    return get_terminal_size().columns if is_terminal() else None


def is_terminal() -> bool:
    """True when a person is looking at stdout."""
    return sys.stdout is not None and sys.stdout.isatty()


def has_colours() -> bool:
    """True when the answer is to have colours, and whatever shows it understands them."""
    from cqpair.render import is_colour_wanted

    if not is_colour_wanted(os.environ, is_terminal()):
        return False
    return sys.platform != "win32" or not is_terminal() or _understands_escapes()


def _understands_escapes() -> bool:
    """Whether the console of Windows takes escape sequences for colours, after asking it to."""
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    output, mode = kernel.GetStdHandle(-11), ctypes.c_ulong()
    if not kernel.GetConsoleMode(output, ctypes.byref(mode)):
        return False
    return bool(kernel.SetConsoleMode(output, mode.value | 4))  # virtual terminal processing


def clear() -> None:
    """Empty the screen where the answer is seen on one that can be."""
    if not is_terminal() or os.environ.get("TERM") == "dumb":
        return
    if sys.platform != "win32" or _understands_escapes():
        sys.stdout.write("\x1b[2J\x1b[3J\x1b[H")
        sys.stdout.flush()


def can_ask() -> bool:
    """True when a person can be asked: they see what is told, and type what is read."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def tell_bug(error: Exception) -> None:
    """Say in one sentence that cqpair failed, and where its traceback is kept."""
    import tempfile
    import traceback

    stamp = f"cqpair-{datetime.now():%Y%m%d-%H%M%S}-"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix=stamp, suffix=".log", delete=False, encoding="utf-8", errors="replace"
        ) as log:
            log.write("".join(traceback.format_exception(error)))
    except OSError:  # no room for a log either
        tell(say("cli.bug-unlogged", error=repr(error)))
    else:
        tell(say("cli.bug", error=type(error).__name__, log=log.name))


def _settled_language(words: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """The language that the data folder of this run settles; None where it settles none."""
    try:
        folder = find_folder(_asked("--data", words), environment.get("CQPAIR_DATA"), here())
    except (NoDataError, CqpairError):  # which the command tells, where it needs a folder
        return None
    if folder is None or not has_settings(folder):
        return None
    from cqpair.cli.settings import language_of

    return language_of(folder)


def _asked(option: str, words: Sequence[str]) -> str | None:
    """The value of an option; found before options are parsed, since help needs the language."""
    asked = None
    for i, word in enumerate(words):
        if word == "--":
            break
        if word == option and i + 1 < len(words):
            asked = words[i + 1]
        elif word.startswith(f"{option}="):
            asked = word.removeprefix(f"{option}=")
    return asked


def _no_output(error: OSError) -> WrongUseError:
    """Standard output is closed or full: what is left in it goes nowhere, and that is told."""
    if sys.stdout is not None:
        _close(sys.stdout)
    return WrongUseError(say("cli.no-output", reason=reason(error)))


_COLOUR = re.compile("(\x1b\\[[0-9;]*m)")


def _write(stream: TextIO | None, text: str, painted: bool = False) -> None:
    """Print text on a stream, nothing in it acting. OSError where the stream is closed or full."""
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    safe = "\n".join(_safe(line, painted) for line in text.split("\n"))
    try:
        stream.write(safe)
        stream.flush()
    except BrokenPipeError:
        _close(stream)


def _safe(line: str, painted: bool) -> str:
    """A line in which nothing acts, but for its colours where it has any."""
    if not painted:
        return escape_control(line)
    parts = _COLOUR.split(line)
    return "".join(part if i % 2 else escape_control(part) for i, part in enumerate(parts))


def _close(stream: TextIO) -> None:
    """The reader has gone, as `head` does: what is left to print goes nowhere, quietly."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
