import json
import re

import pytest
import yaml
from drf_spectacular.validation import validate_schema
from typing_extensions import TypedDict

from cms.api.collection import field_names
from cms.api.schema.inspector import PROBLEMS
from cms.api.schema.shapes import ComponentNameTakenError, block_union, reference_to

from .conftest import Get


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        ("", "*/*", "application/json"),
        ("?format=json", "*/*", "application/json"),
        ("?format=yaml", "*/*", "application/yaml"),
        ("", "application/vnd.oai.openapi+json", "application/vnd.oai.openapi+json"),
        ("", "application/vnd.oai.openapi", "application/vnd.oai.openapi"),
        ("", "application/yaml", "application/yaml"),
        ("?format=json", "application/yaml", "application/json"),
    ],
)
def test_json_and_yaml(get: Get, query: str, accept: str, media_type: str) -> None:
    response = get(f"schema/{query}", headers={"Accept": accept})

    assert response.status_code == 200
    assert response["Content-Type"] == media_type
    parse = json.loads if "json" in media_type else yaml.safe_load
    schema = parse(response.content)
    assert schema["openapi"].startswith("3.1")
    assert schema == get("schema/").json()


def test_it_is_valid_and_complete(get: Get) -> None:
    schema = get("schema/").json()

    validate_schema(schema)
    assert set(schema["paths"]) >= {
        f"/api/v1/{path}"
        for path in (
            "locales/", "articles/", "articles/{key}/", "partnerships/", "partnerships/{key}/", "municipalities/",
            "municipalities/{key}/", "conferences/", "conferences/{key}/", "resolve/",
        )
    }  # fmt: skip
    for path in schema["paths"].values():
        assert path.keys() == {"get"}
        assert path["get"]["summary"]
        assert path["get"]["responses"].keys() >= set(PROBLEMS) - {"404", "410", "412"}
        assert all(parameter["description"] for parameter in path["get"].get("parameters", ()))


def test_blocks_are_told_apart_by_their_type(get: Get) -> None:
    schemas = get("schema/").json()["components"]["schemas"]

    assert schemas["PressRelease"]["properties"]["body"]["items"] == {"$ref": "#/components/schemas/ArticleBlock"}
    body = schemas["ArticleBlock"]
    assert body["discriminator"]["propertyName"] == "type"
    assert {"heading", "paragraph", "quote", "image", "timeline", "table"} <= body["discriminator"]["mapping"].keys()
    assert schemas["HeadingBlock"]["properties"]["type"] == {"const": "heading", "type": "string"}
    assert schemas["Article"]["discriminator"]["propertyName"] == "kind"


def test_the_schema_is_made_without_warnings(get: Get, capsys) -> None:
    from cms.api.schema.views import openapi

    openapi.cache_clear()
    get("schema/")

    captured = capsys.readouterr()
    assert "warning" not in (captured.out + captured.err).lower()


def test_docs_need_no_other_server(get: Get) -> None:
    response = get("docs/", headers={"Accept": "text/html"})

    assert response.status_code == 200
    page = response.content.decode()
    assert "swagger-ui-bundle.js" in page
    assert "/api/v1/schema/" in page
    assert not re.findall(r"(?:src|href)=\"(?:https?:)?//", page)


def test_shapes_of_the_same_name_must_be_the_same() -> None:
    from drf_spectacular.plumbing import ComponentRegistry

    registry = ComponentRegistry()
    reference_to("Thing", TypedDict("Thing", {"a": int}), registry)
    reference_to("Thing", TypedDict("Thing", {"a": int}), registry)

    with pytest.raises(ComponentNameTakenError):
        reference_to("Thing", TypedDict("Thing", {"a": str}), registry)


def test_names_of_fields_of_a_union() -> None:
    union = block_union("Block", {"a": TypedDict("A", {"x": int}), "b": TypedDict("B", {"y": int})})

    assert field_names(union) == ("type", "id", "value", "reason", "lang")
