"""The command line: parse, call, print, exit. Nothing is imported before it can be interrupted."""

import os
import sys
from collections.abc import Sequence


def main(args: Sequence[str] | None = None) -> int:
    """Run one command. The exit code: 0 done, 1 no, 2 wrong use, 3 a bug, 130 interrupted."""
    try:
        return _tried(list(sys.argv[1:] if args is None else args))
    except KeyboardInterrupt:
        return 130


def _tried(words: Sequence[str]) -> int:
    from cqpair.cli import console

    try:
        console.prepare_streams()
        console.choose_language(words, os.environ)
        from cqpair.cli.app import run

        return run(words)
    except console.WrongUseError as error:
        console.tell(str(error))
        return 2
    except Exception as error:
        console.tell_bug(error)
        return 3
