"""Files that options name, and what comes by a stream."""

from cqpair.cli import console, options
from cqpair.messages import reason, say
from cqpair.store import streams
from cqpair.store.folder import NotRegularError, read_regular


def read_input(word: str) -> bytes:
    """The bytes of the file that an option names. WrongUseError when it cannot be read."""
    try:
        return read_regular(options.here() / word)
    except FileNotFoundError:
        raise console.WrongUseError(say("cli.no-file", path=word)) from None
    except NotRegularError:
        raise console.WrongUseError(say("cli.not-regular", path=word)) from None
    except OSError as error:
        raise _not_readable(word, error) from None


def read_stream(word: str) -> bytes:
    """All that comes by a stream, `-` being stdin. WrongUseError for too much of it."""
    try:
        return streams.read_bounded(word)
    except FileNotFoundError:
        raise console.WrongUseError(say("cli.no-file", path=word)) from None
    except streams.TooLargeError:
        most = streams.MOST // 2**20
        raise console.WrongUseError(say("cli.too-large", path=word, most=most)) from None
    except OSError as error:
        raise _not_readable(word, error) from None


def _not_readable(word: str, error: OSError) -> console.WrongUseError:
    return console.WrongUseError(say("cli.not-readable", path=word, reason=reason(error)))
