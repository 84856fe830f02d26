"""One request to Wagtail's API, from its token to its answer."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch
from django.utils.translation import gettext as _
from wagtail.api.v3.auth import BearerTokenAuth
from wagtail.api.v3.errors import problem_response
from wagtail.log_actions import LogContext

from .closing import close_references
from .finding import look_up_by_id
from .parameters import unknown_parameters
from .refusals import refusal

ACCESS = "wagtailadmin.access_admin"

DOCS = "openapi-view"
"""Ninja's pages for reading, which load their scripts from another host."""


def answer(request: HttpRequest, match: ResolverMatch, prefix: str) -> HttpResponse:
    """What Wagtail answers, without what the token's owner could not look up in the admin.

    Wagtail answers strangers too, with whatever is live in its own eyes: embargoed pages, titles of unpublished
    parents. Here public content is the content API's, and nothing is told without the token of somebody who works in
    the admin.
    """
    if BearerTokenAuth()(request) is None:
        detail = _("This API needs a token: “Authorization: Bearer …”. Public content is at /api/v1/.")
        response = problem_response(status=401, detail=detail)
        response.headers["WWW-Authenticate"] = "Bearer"
        return response
    user: Any = request.user
    if not user.has_perm(ACCESS):
        return problem_response(status=403, detail=_("The owner of this token may not enter the admin."))
    if match.url_name == DOCS:
        return problem_response(status=404, detail=_("There is nothing at this address."))
    unknown = unknown_parameters(request, match, prefix)
    if unknown:
        errors = [{"loc": ["query", name], "msg": _("There is no such parameter here.")} for name in unknown]
        return problem_response(status=422, detail=f"{errors[0]['msg']} ({', '.join(unknown)})", errors=errors)
    if match.url_name == "find_page":
        look_up_by_id(request)
    refused = refusal(str(request.method), match, user)
    if refused:
        return problem_response(status=409, detail=refused)
    with LogContext(user=user):  # as in the admin: what follows from it is done on behalf of the token's owner
        response = match.func(request, *match.args, **match.kwargs)
    close_references(request, response)
    return response
