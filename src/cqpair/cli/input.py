"""Files that options name."""

from cqpair.cli import console, options
from cqpair.messages import reason, say
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
        raise console.WrongUseError(
            say("cli.not-readable", path=word, reason=reason(error))
        ) from None
