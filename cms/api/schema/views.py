"""`schema/` and `docs/`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

import yaml
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.settings import spectacular_settings

from ..accepting import JSON_TYPE
from ..base_view import ApiView, Asked
from ..caching import Answer
from ..parameters import Parameter
from ..values import Choice
from .conventions import CONVENTIONS, KEYS

_started_at = datetime.now(UTC)
"""The schema changes with the code only."""


@cache
def openapi() -> dict[str, Any]:
    """The whole description."""
    schema: dict[str, Any] = SchemaGenerator(urlconf="cms.api.root").get_schema(request=None, public=True)
    schema["info"]["description"] = CONVENTIONS
    schema["components"]["securitySchemes"] = {"key": KEYS}
    schema["security"] = [{}, {"key": []}]
    return schema


YAML_TYPE = "application/yaml"
OPENAPI = "application/vnd.oai.openapi"

FORMAT = Parameter(
    name="format",
    description="Overrides what the `Accept` header asks for.",
    value=Choice(("json", "yaml")),
)


class SchemaView(ApiView):
    """This description. JSON, unless YAML is asked for with `format` or `Accept`."""

    media_types = (JSON_TYPE, f"{OPENAPI}+json", OPENAPI, YAML_TYPE)

    def parameters(self) -> Sequence[Parameter]:
        """The format."""
        return (FORMAT,)

    def answer(self, asked: Asked) -> Answer:
        """The description as JSON or YAML."""
        media_type = self.media_type
        is_yaml = media_type in (OPENAPI, YAML_TYPE)
        wanted = asked.values.get("format")
        if wanted and is_yaml != (wanted == "yaml"):
            is_yaml = wanted == "yaml"
            media_type = YAML_TYPE if is_yaml else JSON_TYPE
        content = yaml.safe_dump(openapi(), sort_keys=False, allow_unicode=True) if is_yaml else _json(openapi())
        return Answer(
            content=content.encode(),
            changed_at=_started_at,
            surrogate_keys=("schema",),
            varies=("Accept",),
            content_type=media_type,
        )


class DocsView(ApiView):
    """The description for people. Scripts and styles come from this server."""

    media_types = ("text/html",)

    def answer(self, asked: Asked) -> Answer:
        """The page."""
        assets = "drf_spectacular_sidecar/swagger-ui-dist/"
        context = {
            "title": spectacular_settings.TITLE,
            "swagger_ui_css": static(f"{assets}swagger-ui.css"),
            "swagger_ui_bundle": static(f"{assets}swagger-ui-bundle.js"),
            "swagger_ui_standalone": static(f"{assets}swagger-ui-standalone-preset.js"),
            "favicon_href": static(f"{assets}favicon-32x32.png"),
            "schema_url": reverse("api:schema"),
            "settings": json.dumps(spectacular_settings.SWAGGER_UI_SETTINGS),
            "oauth2_config": "{}",
            "template_name_js": "drf_spectacular/swagger_ui.js",
            "csrf_header_name": "",
            "schema_auth_names": "[]",
        }
        page = render_to_string("drf_spectacular/swagger_ui.html", context)
        return Answer(
            content=page.encode(),
            changed_at=_started_at,
            content_language="en",
            surrogate_keys=("schema",),
            content_type="text/html; charset=utf-8",
        )


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False)
