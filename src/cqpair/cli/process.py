"""One run as a process: what interrupts it, and its exit code."""

import os
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import NoReturn

from cqpair.cli import main
from cqpair.store.taking_back import take_back

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")

_ENDING = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]


def run_process() -> NoReturn:
    """Run the command of this process and end it, at a signal with 128 and its number.

    The interpreter is not taken down piece by piece: that takes long beside a query, and a signal
    that comes meanwhile is not heard.
    """
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
