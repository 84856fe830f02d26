"""How drf-spectacular learns about our endpoints: from their declarations instead of from serializers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ComponentRegistry, ResolvedComponent

from ..types import Problem
from .shapes import Json, reference_to

if TYPE_CHECKING:
    from ..base_view import ApiView
    from .operation import Operation

PROBLEMS = {
    "400": ("BadRequest", "A parameter is unknown or has a value that is not allowed; `errors` names each."),
    "401": ("Unauthorized", "The API key is wrong, expired or revoked. Without one, everything public can be read."),
    "404": ("NotFound", "Nothing public is there, at least not in the requested locale."),
    "405": ("MethodNotAllowed", "Every other method than GET, HEAD and OPTIONS; `Allow` names these."),
    "406": ("NotAcceptable", "The `Accept` header leaves nothing to answer with."),
    "410": ("Gone", "What was to be continued is no longer there: start over."),
    "412": ("PreconditionFailed", "What `If-Match` or `If-Unmodified-Since` demands is not so."),
    "429": ("TooManyRequests", "The limit of requests from one address, or with one key; `Retry-After` holds seconds."),
    "500": ("ServerError", "A fault on the server's side."),
}

HEADERS: dict[str, tuple[str, str]] = {
    "ETag": ("string", "Strong; changes exactly when the answer does."),
    "Last-Modified": ("string", "When the answer changed at the latest."),
    "Cache-Control": ("string", "Always to be asked for again; a 304 costs one query."),
    "Surrogate-Key": ("string", "Names under which a CDN can purge the answer."),
    "Content-Language": ("string", "The locales that are served."),
    "Allow": ("string", "The methods that are possible."),
    "Retry-After": ("integer", "Seconds to wait."),
    "WWW-Authenticate": ("string", "The scheme of keys: `Bearer`."),
}
ANSWERED = ("ETag", "Last-Modified", "Cache-Control", "Surrogate-Key")
"""Headers of every answer that may be kept."""
EXPLAINED = {"401": ("WWW-Authenticate",), "405": ("Allow",), "429": ("Retry-After",)}
"""Headers of problems."""


class DeclaredSchema(AutoSchema):
    """Builds an operation from what the view declares."""

    def get_operation(
        self, path: str, path_regex: str, path_prefix: str, method: str, registry: ComponentRegistry
    ) -> dict[str, Any] | None:
        """The OpenAPI operation, or None for what is not part of the contract."""
        view = cast("ApiView", self.view)
        operation = view.operation()
        if operation is None:
            return None
        parameters = [_path_parameter(name) for name in ("key",) if f"{{{name}}}" in path]
        parameters += [parameter.schema() for parameter in view.parameters()]
        described: Json = {"operationId": operation.id, "summary": operation.summary, "tags": [operation.tag]}
        if operation.description:
            described["description"] = operation.description
        if parameters:
            described["parameters"] = parameters
        return {**described, "responses": _responses(operation, registry)}


def _path_parameter(name: str) -> Json:
    schema = {"type": "string", "format": "uuid"}
    return {"name": name, "in": "path", "required": True, "description": "The id of the work.", "schema": schema}


def _responses(operation: Operation, registry: ComponentRegistry) -> Json:
    reference = reference_to(operation.name, operation.shape, registry)
    schema = _page(operation.name, reference, registry) if operation.is_list else reference
    answered = ANSWERED if operation.cached else ("Cache-Control",)
    headers = _headers((*answered, *(("Content-Language",) if operation.localized else ())), registry)
    content = {"application/json": {"schema": schema}}
    for entry in operation.formats:
        content[entry.media_type] = {"schema": reference_to(entry.component, entry.shape, registry)}
    success = {"description": "OK", "headers": headers, "content": content}
    responses: Json = {"200": success}
    if operation.cached:
        responses["304"] = {"description": "Not modified: what the client has is still right.", "headers": headers}
    possible = {"404": operation.missing, "410": operation.gone, "412": operation.cached}
    for status in PROBLEMS:
        if possible.get(status, True):
            responses[status] = {"$ref": _problem(status, registry)}
    return responses


def _page(name: str, reference: Json, registry: ComponentRegistry) -> Json:
    address = {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    schema = {
        "type": "object",
        "properties": {
            "count": {"type": "integer", "description": "Rows on all pages."},
            "next": address,
            "previous": address,
            "results": {"type": "array", "items": reference},
        },
        "required": ["count", "next", "previous", "results"],
    }
    return _component(f"{name.removesuffix('Row')}List", ResolvedComponent.SCHEMA, schema, registry)


def _problem(status: str, registry: ComponentRegistry) -> str:
    name, description = PROBLEMS[status]
    schema = reference_to("Problem", Problem, registry)
    content = {"application/problem+json": {"schema": schema}}
    response: Json = {"description": description, "content": content}
    if status in EXPLAINED:
        response["headers"] = _headers(EXPLAINED[status], registry)
    return str(_component(name, ResolvedComponent.RESPONSE, response, registry)["$ref"])


def _headers(names: Iterable[str], registry: ComponentRegistry) -> Json:
    return {name: {"$ref": _header(name, registry)} for name in names}


def _header(name: str, registry: ComponentRegistry) -> str:
    kind, description = HEADERS[name]
    header = {"description": description, "schema": {"type": kind}}
    return str(_component(name, ResolvedComponent.HEADER, header, registry)["$ref"])


def _component(name: str, kind: str, schema: Json, registry: ComponentRegistry) -> Json:
    component = ResolvedComponent(name=name, type=kind, object=name, schema=schema)
    registry.register_on_missing(component)
    reference: Json = component.ref
    return reference
