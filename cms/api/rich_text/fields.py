"""Where rich text stands in answers: found in their shapes, never guessed from their texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from cms.publishing.rich_text import RICH_TEXT

_DEFINITIONS = "#/$defs/"


class UnclearRichTextError(TypeError):
    """A shape does not tell where its rich text stands: it is recursive, or a union that nothing tells apart."""


@dataclass(frozen=True, slots=True)
class _Text:
    """Rich text itself."""

    def rewritten(self, value: Any, rewrite: Callable[[str], Any]) -> Any:
        return rewrite(value) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class _List:
    """A list whose members hold rich text."""

    member: _Place

    def rewritten(self, value: Any, rewrite: Callable[[str], Any]) -> Any:
        return [self.member.rewritten(part, rewrite) for part in value] if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class _Object:
    """An object, some of whose fields hold rich text."""

    fields: Mapping[str, _Place]

    def rewritten(self, value: Any, rewrite: Callable[[str], Any]) -> Any:
        if not isinstance(value, dict):
            return value
        found = {name: place for name, place in self.fields.items() if name in value}
        return value | {name: place.rewritten(value[name], rewrite) for name, place in found.items()}


@dataclass(frozen=True, slots=True)
class _Union:
    """An object of one of several kinds, told apart by the value of a field."""

    told_by: str
    members: Mapping[str, _Place]

    def rewritten(self, value: Any, rewrite: Callable[[str], Any]) -> Any:
        place = self.members.get(value.get(self.told_by, "")) if isinstance(value, dict) else None
        return place.rewritten(value, rewrite) if place else value


_Place = _Text | _List | _Object | _Union


class RichTextFields:
    """The rich text of answers of one shape. Raises UnclearRichTextError when made."""

    def __init__(self, shape: Any) -> None:
        schema = TypeAdapter(shape).json_schema(mode="serialization")
        self._definitions: Mapping[str, Any] = schema.get("$defs", {})
        self._place = self._find(schema, ())

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self._place is not None

    def rewritten(self, answer: Any, rewrite: Callable[[str], Any]) -> Any:
        """A copy of the answer with `rewrite` applied to the HTML of every rich text."""
        return self._place.rewritten(answer, rewrite) if self._place else answer

    def _find(self, schema: Mapping[str, Any], inside: tuple[str, ...]) -> _Place | None:
        if name := schema.get("$ref", "").removeprefix(_DEFINITIONS):
            return self._find_definition(name, inside)
        if discriminator := schema.get("discriminator"):
            told = {value: self._find({"$ref": ref}, inside) for value, ref in discriminator["mapping"].items()}
            members = {value: place for value, place in told.items() if place}
            return _Union(discriminator["propertyName"], members) if members else None
        if "anyOf" in schema or "oneOf" in schema:
            return _only([self._find(member, inside) for member in schema.get("anyOf") or schema["oneOf"]])
        if "items" in schema:
            member = self._find(schema["items"], inside)
            return _List(member) if member else None
        found = {name: self._find(part, inside) for name, part in schema.get("properties", {}).items()}
        fields = {name: place for name, place in found.items() if place}
        return _Object(fields) if fields else None

    def _find_definition(self, name: str, inside: tuple[str, ...]) -> _Place | None:
        if name == RICH_TEXT:
            return _Text()
        if name in inside:
            raise UnclearRichTextError(f"{name} holds itself")
        return self._find(self._definitions[name], (*inside, name))


def _only(places: list[_Place | None]) -> _Place | None:
    found = [place for place in places if place]
    if len(found) > 1:
        raise UnclearRichTextError("Several members of a union hold rich text, and no field tells them apart")
    return found[0] if found else None
