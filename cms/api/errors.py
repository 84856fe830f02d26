"""Every error of the API as `application/problem+json` (RFC 9457), in the language of the request."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions

PROBLEM_TYPE = "application/problem+json"
BLANK = "about:blank"
"""Of a problem that says no more than its status code does."""
BAD_PARAMETERS = "urn:trilog:problem:parameters"
OTHER_LOCALES = "urn:trilog:problem:other-locales"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one parameter."""

    parameter: str
    detail: str
    allowed: Sequence[str] = ()
    """The values or names that are possible, where they can be listed."""

    def as_json(self) -> dict[str, Any]:
        """As it stands in `errors[]`."""
        entry: dict[str, Any] = {"parameter": self.parameter, "detail": self.detail}
        if self.allowed:
            entry["allowed"] = list(self.allowed)
        return entry


class ProblemError(Exception):
    """Ends the request with a problem document."""

    def __init__(
        self,
        status: int,
        *,
        detail: str = "",
        kind: str = BLANK,
        errors: Iterable[FieldError] = (),
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(status, detail)
        self.status = status
        self.detail = detail
        self.kind = kind
        self.errors = tuple(errors)
        self.headers = dict(headers or {})
        self.more = more
        """Further members of the document."""


class BadParametersError(ProblemError):
    """Some parameters are unknown or have a value that is not allowed."""

    def __init__(self, errors: Iterable[FieldError]) -> None:
        errors = tuple(errors)
        detail = "; ".join(
            f"{error.parameter}: {error.detail}" if error.parameter else error.detail for error in errors
        )
        super().__init__(400, kind=BAD_PARAMETERS, detail=detail, errors=errors)


class NoSuchWorkError(ProblemError):
    """Nothing public has that id or path in the locales asked for. `elsewhere` lists what there is in others."""

    def __init__(self, detail: str, elsewhere: Sequence[Mapping[str, str]] = ()) -> None:
        if elsewhere:
            super().__init__(404, detail=detail, kind=OTHER_LOCALES, available=list(elsewhere))
        else:
            super().__init__(404, detail=detail)


@dataclass(frozen=True, slots=True)
class _Plain:
    status: int
    detail: str = ""
    headers: dict[str, str] = field(default_factory=dict)


def title_of(status: int) -> str:
    """The short name of a status code in the active language."""
    titles = {
        400: _("Bad request"),
        401: _("Not authorized"),
        404: _("Not found"),
        405: _("Method not allowed"),
        406: _("Not acceptable"),
        410: _("Gone"),
        412: _("Precondition failed"),
        429: _("Too many requests"),
        500: _("Server error"),
    }
    return titles.get(status) or (titles[400] if status < 500 else titles[500])


def problem(error: ProblemError) -> HttpResponse:
    """The answer that tells of `error`. Never stored by caches."""
    title = title_of(error.status)
    body: dict[str, Any] = {"type": error.kind, "title": title, "status": error.status, "detail": error.detail or title}
    if error.errors:
        body["errors"] = [entry.as_json() for entry in error.errors]
    body.update(error.more)
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    headers = {"Cache-Control": "no-store", "Vary": "Accept-Language", **error.headers}
    return HttpResponse(content, status=error.status, content_type=PROBLEM_TYPE, headers=headers)


def problem_of(exc: Exception, request: HttpRequest) -> HttpResponse:
    """The answer to a request that ended with `exc`. What nobody expected is logged, and tells the client nothing."""
    if isinstance(exc, ProblemError):
        return problem(exc)
    expected = _expected(exc)
    if expected is not None:
        return problem(ProblemError(expected.status, detail=expected.detail, headers=expected.headers))
    got_request_exception.send(sender=None, request=request)
    logger.error("Internal error at %s", request.path, exc_info=exc, extra={"status_code": 500, "request": request})
    return problem(ProblemError(500, detail=_("Something went wrong on our side. It has been noted.")))


def _expected(exc: Exception) -> _Plain | None:
    if isinstance(exc, exceptions.MethodNotAllowed):
        return _Plain(
            405, _("This address can only be read: use GET, HEAD or OPTIONS."), {"Allow": "GET, HEAD, OPTIONS"}
        )
    if isinstance(exc, exceptions.NotAcceptable):
        return _Plain(406, _("No representation of this address matches the request's Accept header."))
    if isinstance(exc, exceptions.Throttled):
        seconds = max(1, math.ceil(getattr(exc, "wait", None) or 1))
        detail = _("Too many requests from this address. Try again in %(seconds)d seconds.") % {"seconds": seconds}
        return _Plain(429, detail, {"Retry-After": str(seconds)})
    if isinstance(exc, Http404 | exceptions.NotFound):
        return _Plain(404, _("There is nothing at this address."))
    if isinstance(exc, SuspiciousOperation):
        return _Plain(400, _("The request is malformed."))
    if isinstance(exc, PermissionDenied | exceptions.PermissionDenied):
        return _Plain(404, _("There is nothing at this address."))
    if isinstance(exc, exceptions.APIException):
        return _Plain(exc.status_code)
    return None
