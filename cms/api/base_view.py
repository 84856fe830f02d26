"""What all endpoints share: parameters are checked, messages speak the reader's language, errors are problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation
from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from cms.publishing.models import Edition
from cms.publishing.models.edition import EditionQuerySet

from .caching import Answer, respond
from .errors import ProblemError, problem_of
from .keys import InvalidKeyError, key_of, named_key, note_use
from .models import ApiKey
from .negotiation import LOCALE, Locales, message_locale, negotiate
from .parameters import Parameter, read_parameters, split_query
from .schema.inspector import DeclaredSchema
from .schema.operation import Operation
from .throttling import throttle_address, throttle_key


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that has been read and found good."""

    values: dict[str, Any]
    """Parameters that were given, by name."""
    texts: dict[str, list[str]]
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


class HeaderNegotiation(BaseContentNegotiation):
    """Heeds the `Accept` header, refusals (`q=0`) included. What a `format` parameter means, each endpoint says."""

    def select_parser(self, request: Request, parsers: Iterable[BaseParser]) -> None:
        """None: nothing is ever sent to us."""

    def select_renderer(  # type: ignore[override]  # more precise than the stubs
        self, request: Request, renderers: Sequence[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """The renderer that the client prefers. Raises NotAcceptable."""
        if request.method == "OPTIONS" or not request.headers.get("Accept", "").strip():
            return renderers[0], str(renderers[0].media_type)
        place = _preferred(request.headers["Accept"], tuple(str(renderer.media_type) for renderer in renderers))
        if place is None:
            raise NotAcceptable(available_renderers=list(renderers))
        return renderers[place], str(renderers[place].media_type)


@lru_cache(maxsize=1000)
def _preferred(accept: str, media_types: tuple[str, ...]) -> int | None:
    """The place of the type that an `Accept` header prefers; None where it takes none of them."""
    # Some clients ask for the character set that we always use.
    character_sets = ("", "; charset=utf-8", "; charset=UTF-8")
    places = {f"{name}{more}": place for more in character_sets for place, name in enumerate(media_types)}
    request = HttpRequest()
    request.META["HTTP_ACCEPT"] = accept
    preferred = request.get_preferred_type(list(places))
    return None if preferred is None else places[preferred]


class ApiView(APIView):
    """One endpoint: says which parameters it takes, and what it answers to a request that is in order."""

    authentication_classes = ()
    permission_classes = ()
    renderer_classes: Sequence[type[BaseRenderer]] = (JSONRenderer,)
    parser_classes = ()
    throttle_classes = ()
    content_negotiation_class = HeaderNegotiation
    schema = DeclaredSchema()
    http_method_names = ["get", "head", "options"]
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
        """Like DRF's, in the reader's language from the first message to the last."""
        try:
            texts = split_query(request.META.get("QUERY_STRING", ""))
            refusal = None
        except ProblemError as error:
            texts, refusal = {}, error
        with translation.override(self.spoken(request, texts)):
            if refusal is not None:
                return problem_of(refusal, request)
            self.texts = texts
            response = super().dispatch(request, *args, **kwargs)
        if self.key is not None:
            note_use(self.key, response)
        return response

    def check_throttles(self, request: Request) -> None:
        """Admits the client, by its API key or else by its address.

        Raises InvalidKeyError rather than to answer as if there were no key, and TooManyRequestsError.
        """
        token = named_key(request._request)
        if token is None:
            throttle_address(request._request)
            return
        try:
            key = key_of(token)
        except InvalidKeyError:
            throttle_address(request._request)
            raise
        throttle_key(key)
        self.key = key

    def get(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Reads the parameters and answers; also for HEAD."""
        parameters = self.parameters()
        values = read_parameters(self.texts, parameters)
        asked = Asked(
            values=values,
            texts=self.texts,
            locales=self.locales(request._request, values),
            origin=request.build_absolute_uri("/")[:-1],
            today=timezone.localdate(),
            key=self.key,
        )
        return self.finish(request._request, asked, self.answer(asked))

    def finish(self, request: HttpRequest, asked: Asked, answer: Answer) -> HttpResponseBase:
        """The response made of an answer."""
        if "Authorization" in request.headers:
            answer = replace(answer, private=True, restricted=asked.reads_restricted)
        response = respond(request, answer)
        if response.status_code == 412:
            raise ProblemError(412)
        return response

    def options(  # type: ignore[override]  # a plain response, without DRF's metadata
        self, request: Request, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """What can be done here."""
        return HttpResponse(status=204, headers={"Allow": "GET, HEAD, OPTIONS"})

    def handle_exception(self, exc: Exception) -> HttpResponse:  # type: ignore[override]  # a plain response
        """Every error is a problem document; the unexpected ones are logged."""
        return problem_of(exc, self.request._request)


def varies(asked: Asked) -> tuple[str, ...]:
    """The headers that had a say in choosing the locale."""
    return ("Accept-Language",) if asked.locales.negotiated else ()
