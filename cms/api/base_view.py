"""What all endpoints share: parameters are checked, messages speak the reader's language, errors are problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.views import APIView

from cms.publishing.models import Edition
from cms.publishing.models.edition import EditionQuerySet

from .accepting import JSON_TYPE, accepted
from .caching import Answer, respond
from .errors import ProblemError, problem_of
from .keys import InvalidKeyError, key_of, named_key, note_use
from .models import ApiKey
from .negotiation import LOCALE, Locales, message_locale, negotiate
from .parameters import Parameter, Texts, read_parameters, split_query
from .recent import Recent
from .schema.inspector import DeclaredSchema
from .schema.operation import Operation
from .throttling import throttle_address, throttle_key


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that has been read and found good."""

    values: Mapping[str, Any]
    """Parameters that were given, by name."""
    texts: Texts
    """The same as they were written."""
    locales: Locales
    origin: str
    """Scheme and host."""
    today: date
    key: ApiKey | None = None
    """The API key that came with it."""

    @property
    def reads_restricted(self) -> bool:
        """Whether whoever asks may also read what is restricted."""
        return self.key is not None and self.key.reads_restricted

    @property
    def editions(self) -> EditionQuerySet:
        """What whoever asks may read."""
        return Edition.everything.all() if self.reads_restricted else Edition.objects.all()


class ApiView(APIView):
    """One endpoint: says which parameters it takes, and what it answers to a request that is in order.

    DRF's view is what the schema's generator looks for. What DRF itself does with each request is not needed here, and
    would cost more than all the rest.
    """

    schema = DeclaredSchema()
    http_method_names = ["get", "head", "options"]
    media_types: Sequence[str] = (JSON_TYPE,)
    """What the `Accept` header may choose among; nothing where it has no say."""
    media_type = ""
    """Its choice, once there is a request."""
    texts: Texts = MappingProxyType({})
    """The request's parameters as they were written."""
    key: ApiKey | None = None
    """The API key that the request came with."""

    def parameters(self) -> Sequence[Parameter]:
        """The query parameters it takes."""
        return ()

    def operation(self) -> Operation | None:
        """What the schema says of it; None for what is no part of the contract."""
        return None

    def answer(self, asked: Asked) -> Answer:
        """The answer. Raises ProblemError."""
        raise NotImplementedError

    def spoken(self, request: HttpRequest, texts: Mapping[str, Sequence[str]]) -> str:
        """The language of messages about a request, be it ever so wrong."""
        return message_locale(request, texts)

    def locales(self, request: HttpRequest, values: Mapping[str, Any]) -> Locales:
        """The locales asked for, from parameters that have been read."""
        return negotiate(request, values if LOCALE in self.parameters() else {})

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The answer or the problem, in the reader's language from the first message to the last."""
        try:
            self.texts = split_query(request.META.get("QUERY_STRING", ""))
            refusal = None
        except ProblemError as error:
            refusal = error
        with translation.override(self.spoken(request, self.texts)):
            response: HttpResponseBase
            try:
                if refusal is not None:
                    raise refusal
                response = self._response(request)
            except Exception as exc:  # noqa: BLE001  (every error is a problem document; unexpected ones are logged)
                response = problem_of(exc, request)
        if self.key is not None:
            note_use(self.key, response)
        return response

    def _response(self, request: HttpRequest) -> HttpResponseBase:
        if self.media_types:
            self.media_type = accepted(request, self.media_types)
        self._admit(request)
        if request.method in ("GET", "HEAD"):
            return self.get(request)
        if request.method == "OPTIONS":
            return self.options(request)
        raise MethodNotAllowed(str(request.method))

    def _admit(self, request: HttpRequest) -> None:
        """Counts the request for its API key or else its address.

        Raises InvalidKeyError rather than to answer as if there were no key, and TooManyRequestsError.
        """
        token = named_key(request)
        if token is None:
            throttle_address(request)
            return
        try:
            key = key_of(token)
        except InvalidKeyError:
            throttle_address(request)
            raise
        throttle_key(key)
        self.key = key

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Reads the parameters and answers; also for HEAD."""
        values = self._values(request)
        asked = Asked(
            values=values,
            texts=self.texts,
            locales=self.locales(request, values),
            origin=f"{request.scheme}://{request.get_host()}",
            today=timezone.localdate(),
            key=self.key,
        )
        return self.finish(request, asked, self.answer(asked))

    def _values(self, request: HttpRequest) -> Mapping[str, Any]:
        """The parameters' values: the same for everybody who asks the same of the same endpoint."""
        match = request.resolver_match
        name = (match and match.route, self.media_type, request.META.get("QUERY_STRING", ""))
        values = _read.get(name)
        if values is None:
            values = MappingProxyType(read_parameters(self.texts, self.parameters()))
            _read.put(name, values)
        return values

    def finish(self, request: HttpRequest, asked: Asked, answer: Answer) -> HttpResponseBase:
        """The response made of an answer."""
        if "HTTP_AUTHORIZATION" in request.META:
            answer = replace(answer, private=True, restricted=asked.reads_restricted)
        response = respond(request, answer)
        if response.status_code == 412:
            raise ProblemError(412)
        return response

    def options(self, request: HttpRequest) -> HttpResponse:  # type: ignore[override]  # without DRF's metadata
        """What can be done here."""
        return HttpResponse(status=204, headers={"Allow": "GET, HEAD, OPTIONS"})


def varies(asked: Asked) -> tuple[str, ...]:
    """The headers that had a say in choosing the locale."""
    return ("Accept-Language",) if asked.locales.negotiated else ()


_read: Recent[Mapping[str, Any]] = Recent(500)
