"""What all addresses outside the API have in common: the format stands in the address, the locale too where there is
one. Parameters, errors, throttling and caching are the API's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language

from cms.api.base_view import ApiView
from cms.api.collection import Collection, collections
from cms.api.errors import NoSuchWorkError
from cms.api.filters import Filter
from cms.api.negotiation import Locales
from cms.publishing.locales import content_locales
from cms.publishing.models.edition import EditionQuerySet


class FormatView(ApiView):
    """An address outside `/api/` that machines read, in the default locale unless a subclass says otherwise."""

    media_types = ()  # there is one format at an address, whatever the client would like best

    def locales(self, request: HttpRequest, values: Mapping[str, Any]) -> Locales:
        """The default locale."""
        return Locales(settings.LANGUAGE_CODE, (settings.LANGUAGE_CODE,))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The answer, without a body for HEAD: there is no middleware of the API's around it."""
        response = super().dispatch(request, *args, **kwargs)
        if response.status_code not in (204, 304):
            response.headers["Content-Length"] = str(len(response.content))  # type: ignore[attr-defined]  # see ApiView
        if request.method == "HEAD":
            response.content = b""  # type: ignore[attr-defined]  # never a stream
        return response


class LocalView(FormatView):
    """An address below `/<locale>/`: all that it says, errors included, is in that locale."""

    def spoken(self, request: HttpRequest, texts: Mapping[str, Sequence[str]]) -> str:
        """The locale of the address."""
        active = get_language()
        return active if active in content_locales() else settings.LANGUAGE_CODE

    def locales(self, request: HttpRequest, values: Mapping[str, Any]) -> Locales:
        """The locale of the address, and no other: nothing stands in for a missing translation."""
        locale = self.spoken(request, {})
        return Locales(locale, (locale,))


def collection_of(type_name: str) -> Collection:
    """The API's collection of an edition type. Raises NoSuchWorkError where it has none."""
    found = collections.of_type(type_name)
    if found is None:
        raise NoSuchWorkError("")
    return found


def filters_of(type_name: str, names: Iterable[str]) -> tuple[Filter, ...]:
    """Those filters of the API's list, in the order of `names`."""
    by_name = {entry.name: entry for entry in collection_of(type_name).filters}
    return tuple(by_name[name] for name in names if name in by_name)


def narrowed(editions: EditionQuerySet, filters: Iterable[Filter], values: Mapping[str, Any]) -> EditionQuerySet:
    """The editions that pass the filters that were given."""
    for entry in filters:
        if entry.name in values:
            editions = entry.apply(editions, values[entry.name])
    return editions
