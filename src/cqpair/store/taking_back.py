"""What is taken back when a run ends before it is done: by a fault, or by a signal.

A signal does not raise an exception here: Python raises it between any two instructions, and
libraries turn it into errors of their own, or lose it. So what has to be taken back is noted.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

_steps: list[Callable[[], None]] = []


@contextmanager
def taken_back(step: Callable[[], None]) -> Iterator[None]:
    """Call `step`, which must not fail, if what is done meanwhile fails or is interrupted."""
    _steps.append(step)
    try:
        yield
    except BaseException:
        step()
        raise
    finally:
        _steps.remove(step)


def take_back() -> None:
    """Call what is noted, the latest first; the run is about to end."""
    for step in reversed(_steps):
        step()
