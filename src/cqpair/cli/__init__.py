"""The command line: parse, call, print, exit. Nothing is imported before it can be interrupted."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import NoReturn

from cqpair import CqpairError
from cqpair.store.taking_back import take_back


def main(args: Sequence[str] | None = None) -> int:
    """Run one command. The exit code: 0 done, 1 no, 2 wrong use, 3 a bug, 130 interrupted."""
    try:
        return _tried(list(sys.argv[1:] if args is None else args))
    except KeyboardInterrupt:
        return 130


def _tried(words: Sequence[str]) -> int:
    if "_CQPAIR_COMPLETE" in os.environ:
        from cqpair.cli.completion.answer import answer

        return answer(words, os.environ)
    from cqpair.cli import console

    try:
        console.prepare_streams()
        console.choose_language(words, os.environ)
        from cqpair.cli.app import run

        return run(words)
    except CqpairError as error:
        console.tell(str(error))
        return error.exit_code
    except Exception as error:
        console.tell_bug(error)
        return 3


_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")

_ENDING = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]


_COLLECTED = (200_000, 50, 1000)
"""How seldom circles of garbage are looked for: records hardly make any, and looking at 100,000 of
them again and again took a quarter of a check."""


def run_process() -> NoReturn:
    """Run the command of this process and end it, at a signal with 128 and its number.

    The interpreter is not taken down piece by piece: that takes long beside a query, and a signal
    that comes meanwhile is not heard.
    """
    gc.set_threshold(*_COLLECTED)
    for number in _ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` wants it
            signal.signal(number, _end)
    code = main()
    with suppress(ValueError, AttributeError, BrokenPipeError):  # closed, none, its reader gone
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError:  # what somebody printed past the console is lost
            code = code or 2
    os._exit(code)


def _end(number: int, frame: FrameType | None) -> None:
    """End the run here and now, and leave nothing half done."""
    take_back()
    os._exit(128 + number)
