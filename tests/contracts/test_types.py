"""Nothing in the contract is "any": a generated client knows the type of everything it sends and receives."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

COMBINED = ("anyOf", "oneOf", "allOf")


@pytest.fixture
def openapi(client: Client, db: None) -> dict[str, Any]:
    return client.get("/api/v1/schema/").json()


def schemas_in(openapi: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema that the description holds, outermost ones only, with the place where it stands."""
    parts = openapi["components"]
    for name, schema in parts["schemas"].items():
        yield name, schema
    for kind in ("headers", "parameters"):
        yield from ((name, part["schema"]) for name, part in parts.get(kind, {}).items())
    for name, item in openapi.get("webhooks", {}).items():
        for media, content in item["post"]["requestBody"]["content"].items():
            yield f"{name} {media}", content["schema"]
    answers = [(name, response) for name, response in parts["responses"].items()]
    for path, item in openapi["paths"].items():
        for operation in item.values():
            yield from ((f"{path}?{p['name']}", p["schema"]) for p in operation.get("parameters", ()) if "schema" in p)
            answers += [(f"{path} {status}", response) for status, response in operation["responses"].items()]
    for name, response in answers:
        yield from ((f"{name} {media}", content["schema"]) for media, content in response.get("content", {}).items())


def untyped(schema: Any, place: str) -> Iterator[str]:
    """The places in a schema that leave open what stands there."""
    if not isinstance(schema, dict) or not schema:
        yield f"{place}: anything"
    elif "$ref" in schema or "enum" in schema or "const" in schema:
        pass
    elif "type" not in schema and (combined := next((schema[name] for name in COMBINED if name in schema), None)):
        for number, member in enumerate(combined):
            yield from untyped(member, f"{place}|{number}")
    elif schema.get("type") == "object":
        yield from untyped_object(schema, place)
    elif schema.get("type") == "array":
        for item in [*schema.get("prefixItems", ()), *([schema["items"]] if schema.get("items") else ())] or [None]:
            yield from untyped(item, f"{place}[]")
    elif schema.get("type") not in {"string", "integer", "number", "boolean", "null"}:
        yield f"{place}: {schema}"


def untyped_object(schema: dict[str, Any], place: str) -> Iterator[str]:
    if not schema.get("properties"):
        yield f"{place}: an object without properties"
    if schema.get("additionalProperties") not in (None, False) or "patternProperties" in schema:
        yield f"{place}: an object with further properties"
    for name, member in schema.get("properties", {}).items():
        yield from untyped(member, f"{place}.{name}")


def test_everything_has_a_type(openapi: dict[str, Any]) -> None:
    schemas = list(schemas_in(openapi))

    assert len(schemas) > 200
    assert [complaint for place, schema in schemas for complaint in untyped(schema, place)] == []


@pytest.mark.parametrize(
    "schema",
    [
        {}, True, {"description": "whatever"}, {"type": "object"}, {"type": "array"}, {"type": "array", "items": {}},
        {"type": "object", "properties": {"a": {}}}, {"anyOf": [{"type": "null"}, {}]},
        {"type": "object", "additionalProperties": {"type": "string"}},
        {"type": "object", "properties": {"a": {"type": "null"}}, "additionalProperties": True},
    ],
)  # fmt: skip
def test_what_has_no_type_is_found(schema: Any) -> None:
    assert list(untyped(schema, "here"))


def test_every_union_can_be_told_apart(openapi: dict[str, Any]) -> None:
    """A union of several objects is discriminated, or all its members have `type` or are alone in having a property."""
    schemas = openapi["components"]["schemas"]

    assert schemas["Article"]["discriminator"]["propertyName"] == "kind"
    for name in ("ArticleBlock", "PageBlock"):
        union = schemas[name]
        assert union["discriminator"]["propertyName"] == "type"
        for word, reference in union["discriminator"]["mapping"].items():
            member = schemas[reference.rsplit("/", 1)[-1]]
            assert member["properties"]["type"] == {"const": word, "type": "string"}
            assert "type" in member["required"]
