"""What receivers get, in the schema of the content API: OpenAPI 3.1 has a place for it beside the paths."""

from __future__ import annotations

from typing import Any

from drf_spectacular.generators import SchemaGenerator
from typing_extensions import TypedDict

from cms.api.schema.shapes import reference_to
from cms.api.types import ChangeEntry

Json = dict[str, Any]


class WebhookMessage(TypedDict):
    """One change. `type` is the work's type and the action, such as `article.published`."""

    type: str
    timestamp: str
    data: ChangeEntry


HEADERS = {
    "webhook-id": "Names the message: the same for every attempt and every replay.",
    "webhook-timestamp": "Of the attempt, in seconds since 1970. Refuse what is older than some minutes.",
    "webhook-signature": (
        "One or more signatures, separated by spaces: `v1,` and the Base64 form of the HMAC-SHA256 of id, timestamp "
        "and body, joined by full stops. One that is right is enough."
    ),
}
ANSWERS = {
    "2XX": "The message has arrived.",
    "410": "The receiver is gone for good: the endpoint is switched off.",
    "default": "Everything else, redirects included, and no answer within the time: the message is sent again later.",
}


def describe_messages(result: Json, generator: SchemaGenerator, **_kwargs: Any) -> Json:
    """Adds the messages and their shape to the schema that has been generated."""
    message = reference_to("WebhookMessage", WebhookMessage, generator.registry)
    schemas = generator.registry.build({})["schemas"]
    result["components"]["schemas"] = schemas
    operation = {
        "operationId": "change_message",
        "summary": "A change, told to those who asked to be told",
        "description": "Sent as in Standard Webhooks to endpoints that administrators have set up.",
        "tags": ["changes"],
        "parameters": [_header(name, text) for name, text in HEADERS.items()],
        "requestBody": {"required": True, "content": {"application/json": {"schema": message}}},
        "responses": {status: {"description": text} for status, text in ANSWERS.items()},
    }
    return {**result, "webhooks": {"change": {"post": operation}}}


def _header(name: str, description: str) -> Json:
    return {"name": name, "in": "header", "required": True, "description": description, "schema": {"type": "string"}}
