"""Files that options name, and what comes by a stream."""

from collections.abc import Callable

from cqpair.cli import console, options
from cqpair.messages import reason, say
from cqpair.store import streams
from cqpair.store.folder import NotRegularError, read_regular


def read_input(word: str) -> bytes:
    """The bytes of the file that an option names. WrongUseError when it cannot be read."""
    return _read(word, lambda: read_regular(options.here() / word))


def read_stream(word: str) -> bytes:
    """All that comes by a stream, `-` being stdin. WrongUseError for too much of it."""
    return _read(word, lambda: streams.read_bounded(word))


def _read(word: str, read: Callable[[], bytes]) -> bytes:
    try:
        return read()
    except FileNotFoundError:
        told = say("cli.no-file", path=word)
    except NotRegularError:
        told = say("cli.not-regular", path=word)
    except streams.TooLargeError:
        told = say("cli.too-large", path=word, most=streams.MOST // 2**20)
    except OSError as error:
        told = say("cli.not-readable", path=word, reason=reason(error))
    raise console.WrongUseError(told)
