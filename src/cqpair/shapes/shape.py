"""What all shapes have in common."""

from decimal import ROUND_HALF_UP, Decimal

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A promised shape: these keys, no others."""

    model_config = ConfigDict(extra="forbid")


def money(value: Decimal | None) -> str | None:
    """元 as a text with two decimals, half a 分 rounded up; None stays None."""
    if value is None:
        return None
    return str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))
