"""cqpair: who pairs with whom, and how the work went (渝科协发〔2021〕7号).

    import cqpair

    book = cqpair.open("data")
    book.partners("巫山")[0]["partners"][0]["name"]

`open`, the `DataFolder` that it gives and `CqpairError` are what other programs may rely on;
docs/python.md tells all of it.
Everything else in this package is private, and changes without notice.
"""

TYPE_CHECKING = False  # which type checkers take for true; `typing` is much to import for it
if TYPE_CHECKING:
    from cqpair.api import DataFolder, open  # noqa: A004 it is `cqpair.open`

__all__ = ["CqpairError", "DataFolder", "__version__", "open"]

__version__ = "0.1.0"


class CqpairError(Exception):
    """There is no answer; the sentence says why, as the command would tell a person.

    `exit_code` is what the command would end with: 1 where the answer is “no”, such as to a name
    that no unit has, 2 for wrong use and for data that cannot be used.
    """

    exit_code = 2


if not TYPE_CHECKING:  # lest every name be there

    def __getattr__(name: str) -> object:
        """What the command does not need is imported when it is asked for."""
        if name not in ("DataFolder", "open"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module("cqpair.api"), name)
