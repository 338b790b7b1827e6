"""What all shapes have in common."""

from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from cqpair.values import to_fen


class Shape(BaseModel):
    """A promised shape: these keys, no others."""

    model_config = ConfigDict(extra="forbid")


def money(value: Decimal | None) -> str | None:
    """元 as a text with two decimals, half a 分 rounded up; None stays None."""
    if value is None:
        return None
    return str(to_fen(value))
