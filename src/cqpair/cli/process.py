"""One run as a process: what interrupts it, and its exit code."""

import os
import signal
import sys
from contextlib import suppress
from time import monotonic
from types import FrameType
from typing import NoReturn

from cqpair.cli import main

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_ENDING = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
_SAME_WISH = 1.0
"""Seconds in which a second signal means what the first did: `timeout`, for one, sends two."""


class _Ending:
    """What a signal does: it interrupts the run, so that the run tidies up behind itself."""

    def __init__(self) -> None:
        self.number = 0
        self.over = False
        self._since = 0.0

    def __call__(self, number: int, frame: FrameType | None) -> None:
        if not self.number and not self.over:
            self.number, self._since = number, monotonic()
            raise KeyboardInterrupt
        if self.over or monotonic() - self._since > _SAME_WISH:
            os._exit(128 + (self.number or number))


def start() -> NoReturn:
    """Run the command of this process and end it: 128 and the signal's number if interrupted.

    An interrupt that a library swallows still gives the exit code. The interpreter is not taken
    down piece by piece: that takes longer than some queries, and a signal in it goes unheard.
    """
    ending, code = _Ending(), 0
    try:
        for number in _ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` wants it
                signal.signal(number, ending)
        sys.unraisablehook = _say_no_interrupt
        code = main()
        ending.over = True
    except KeyboardInterrupt:
        pass
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # full, closed, or none at all
            stream.flush()
    os._exit(128 + ending.number if ending.number else code)


def _say_no_interrupt(lost: "sys.UnraisableHookArgs") -> None:
    """Python would print a traceback of an interrupt in a place that can raise nothing."""
    if lost.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(lost)
