"""What a JSON answer is declared with: types, and what holds of a value beyond its type.

An answer is a TypedDict and a dict that mypy holds against it: to write it needs no library.
`cqpair.schema.models` makes models of them, which check answers, and schemas.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, NamedTuple, TypedDict

JsonSchema = dict[str, Any]
"""A JSON Schema, or a part of one."""


class Fact(NamedTuple):
    """What holds of a value beyond its type.

    `shape` is what a model and a schema take it for where its type says less: a declaration made
    by `declare`, a `date` of which JSON has the text, a closed list of texts. `least` is the
    smallest number.
    """

    description: str | None = None
    pattern: str | None = None
    least: int | None = None
    shape: Any = None


Count = Annotated[int, Fact(least=0)]
"""How many."""


LineNumber = Annotated[int, Fact("Counted from 1; of a sheet, the row", least=1)]
"""A line of a file."""


Yuan = Annotated[str, Fact("元, two decimals", r"^-?[0-9]+\.[0-9]{2}$")]
"""An amount."""


AreaKey = Annotated[
    str, Fact("A task area, 1 to 6, or a safeguard, 保障1 to 保障3", "^(保障)?[0-9]+$")
]
"""What a record calls a task area or a safeguard."""


QuarterLabel = Annotated[str, Fact(pattern="^[0-9]{4}Q[1-4]$")]
"""A quarter: 2021Q2."""


Day = Annotated[str, Fact(shape=date)]
"""A date known to the day: 2021-05-13."""


Path = Annotated[str, Fact("Relative to the current folder, else absolute; with /")]
"""A file."""


def declare(name: str, description: str, *parts: Mapping[str, Any]) -> Any:
    """The keys in `parts` and their types, as a TypedDict: for keys that no class can spell out."""
    make: Any = TypedDict  # which mypy lets have literal keys only
    made = make(name, {key: kind for part in parts for key, kind in part.items()})
    made.__doc__ = description
    return made
