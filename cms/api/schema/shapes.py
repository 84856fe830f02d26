"""From Python types to JSON schema components."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, NotRequired, Union

from drf_spectacular.plumbing import ComponentRegistry, ResolvedComponent
from pydantic import Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from typing_extensions import TypeAliasType, TypedDict

from cms.publishing.types import Lang

REFERENCE = "#/components/schemas/{model}"

Json = dict[str, Any]


class ComponentNameTakenError(ValueError):
    """Two different shapes have the same name."""


class _Untitled(GenerateJsonSchema):
    """Pydantic's, without a title that repeats each property's name."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Never."""
        return False


def reference_to(name: str, shape: Any, registry: ComponentRegistry) -> Json:
    """A reference to the component `name` that describes `shape`, which is registered with all its parts."""
    schema = TypeAdapter(list[shape]).json_schema(
        ref_template=REFERENCE, mode="serialization", schema_generator=_Untitled
    )
    for part, definition in schema.get("$defs", {}).items():
        _register(part, definition, registry)
    items: Json = schema["items"]
    if items == {"$ref": REFERENCE.format(model=name)}:
        return items
    _register(name, items, registry)
    return {"$ref": REFERENCE.format(model=name)}


def _register(name: str, schema: Json, registry: ComponentRegistry) -> None:
    component = ResolvedComponent(name=name, type=ResolvedComponent.SCHEMA, object=name, schema=_tidy(schema))
    registry.register_on_missing(component)
    if registry[component].schema != component.schema:
        raise ComponentNameTakenError(name)


def _tidy(schema: Any) -> Any:
    """Without titles, which repeat the component's name."""
    if isinstance(schema, dict):
        return {key: _tidy(value) for key, value in schema.items() if not (key == "title" and isinstance(value, str))}
    return [_tidy(value) for value in schema] if isinstance(schema, list) else schema


def named_union(name: str, members: Iterable[Any], *, discriminator: str) -> Any:
    """One of several shapes, told apart by the value of their `discriminator`: a component of its own."""
    union = Union[tuple(members)]  # type: ignore[valid-type]  # noqa: UP007  (made of a list)
    return TypeAliasType(name, Annotated[union, Field(discriminator=discriminator)])  # type: ignore[misc]  # as above


def block_union(name: str, documents: Mapping[str, type]) -> Any:
    """The shape of one block of a body that may hold these types of blocks, told apart by `type`.

    `documents` maps each block's name to the TypedDict of its value; `name` is the component's.
    """
    members = [_block(f"{_camel(block)}Block", block, document) for block, document in documents.items()]
    return named_union(name, members, discriminator="type")


def _block(component: str, name: str, document: type) -> Any:
    fields = {
        "type": Literal[name],  # type: ignore[valid-type]
        "id": str,
        "value": document | None,
        "reason": NotRequired[Literal["not_published"]],
        "lang": NotRequired[Lang],
    }
    return TypedDict(component, fields)  # type: ignore[operator]


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))
