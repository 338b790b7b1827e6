"""What all shapes have in common."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import GenerateJsonSchema

from cqpair.values import to_fen

Count = Annotated[int, Field(ge=0)]
"""How many."""

Line = Annotated[int, Field(ge=1, description="Counted from 1; of a sheet, the row")]
"""A line of a file."""

Yuan = Annotated[str, Field(pattern=r"^-?[0-9]+\.[0-9]{2}$", description="元, two decimals")]
"""An amount, as `money` writes it."""

AreaKey = Annotated[
    str,
    Field(
        pattern="^(保障)?[0-9]+$",
        description="A task area, 1 to 6, or a safeguard, 保障1 to 保障3",
    ),
]
"""What a record calls a task area or a safeguard."""

Code = Annotated[str, Field(description="GB/T 2260, six digits; null for a zone without one")]
"""The code of a unit."""

Path = Annotated[str, Field(description="Relative to the current folder, else absolute; with /")]
"""A file."""


def _titled(cls: type[Any]) -> str:
    return cls.__name__.removesuffix("Shape")


class Shape(BaseModel):
    """A promised shape: these keys, no others."""

    model_config = ConfigDict(extra="forbid", model_title_generator=_titled)


class Schema(GenerateJsonSchema):
    """JSON Schema without a title for every key: it would only repeat the key."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """No."""
        return False


def money(value: Decimal | None) -> str | None:
    """元 as a text with two decimals, half a 分 rounded up; None stays None."""
    if value is None:
        return None
    return str(to_fen(value))
