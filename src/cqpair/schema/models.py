"""Models of declared answers, made on demand: to check an answer, and to describe it."""

from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, is_typeddict

from pydantic import BaseModel, ConfigDict, Field, RootModel, create_model
from pydantic.json_schema import GenerateJsonSchema

from cqpair.schema import Fact, JsonSchema


class _Schema(GenerateJsonSchema):
    """JSON Schema without a title for every key: it would only repeat the key."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """No."""
        return False


def _titled(cls: type[Any]) -> str:
    """What a schema calls a declaration."""
    return cls.__name__.removesuffix("Shape")


_CLOSED = ConfigDict(extra="forbid", model_title_generator=_titled)


@cache
def model_of(declaration: Any) -> type[BaseModel]:
    """The model of a TypedDict: its keys, no others. Of a list with a `Fact`, one of the list."""
    if is_typeddict(declaration):
        keys: dict[str, Any] = {
            key: (_seen(kind), ...) for key, kind in declaration.__annotations__.items()
        }
        name, doc = declaration.__name__, declaration.__doc__
        return create_model(name, __config__=_CLOSED, __doc__=doc, **keys)
    kind, fact = get_args(declaration)
    root: Any = RootModel
    model: type[BaseModel] = type("Answer", (root[_seen(kind)],), {"__doc__": fact.description})
    return model


def schema_of(declaration: Any) -> JsonSchema:
    """The JSON Schema of what `model_of` the declaration lets pass."""
    model = model_of(declaration)
    return model.model_json_schema(schema_generator=_Schema, mode="serialization")


def _seen(kind: Any) -> Any:
    """A declared type as pydantic takes it."""
    if is_typeddict(kind):
        return model_of(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(*inner)
    if origin in (Union, UnionType):
        return Union[tuple(map(_seen, inner))]  # noqa: UP007 of as many as there are
    if origin in (list, dict):
        return origin[tuple(map(_seen, inner))]
    return kind


def _annotated(kind: Any, *facts: Fact) -> Any:
    """A type with all that is declared of it beyond the type."""
    seen = _seen(next((fact.shape for fact in facts if fact.shape), kind))
    for fact in facts:
        told = {"description": fact.description, "pattern": fact.pattern, "ge": fact.least}
        known: dict[str, Any] = {key: one for key, one in told.items() if one is not None}
        seen = Annotated[seen, Field(**known)]
    return seen
