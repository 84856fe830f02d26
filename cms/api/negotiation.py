"""Which locale is asked for, and which others will do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import parse_accept_lang_header

from cms.publishing.locales import content_locales

from .parameters import Parameter, alone
from .values import Choice, Value, ValueNotAllowedError

ANY = "any"
NONE = "none"


def locale_codes() -> tuple[str, ...]:
    """The locales content is published in, in the order of the settings."""
    return tuple(content_locales())


@dataclass(frozen=True, slots=True)
class Locales:
    """What a request asked for."""

    requested: str
    accepted: tuple[str, ...]
    """In order of preference, `requested` first."""
    negotiated: bool = False
    """Whether `Accept-Language` had a say."""


class _FallbackValue(Value):
    def parse(self, text: str) -> str:
        return Choice((*locale_codes(), ANY, NONE)).parse(text)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": [*locale_codes(), ANY, NONE]}


class FallbackParameter(Parameter):
    """Locales in order of preference, or one of two words."""

    def combine(self, values: list[Any]) -> tuple[str, ...]:
        """The further locales in order; with `any` all of them."""
        if values == [ANY]:
            return locale_codes()
        if values == [NONE]:
            return ()
        for value in values:
            if value in (ANY, NONE):
                raise ValueNotAllowedError(_("“%(word)s” stands alone") % {"word": value})
            if values.count(value) > 1:
                raise ValueNotAllowedError(_("“%(word)s” is named twice") % {"word": value})
        return tuple(values)

    def array(self) -> dict[str, Any]:
        """Each locale once; the words stand alone."""
        return alone({**super().array(), "uniqueItems": True}, ANY, NONE)


LOCALE = Parameter(
    name="locale",
    description="The locale to answer in. Without it `Accept-Language` decides, then the default locale.",
    value=Choice(locale_codes),
)
FALLBACK = FallbackParameter(
    name="fallback",
    description=(
        "Locales that will do where the requested one does not exist: codes in order of preference, `any`, or `none` "
        "(the default). A list then holds one row per work in the best locale available, chosen before filtering, "
        "ordering, counting and paging."
    ),
    value=_FallbackValue(),
    many=True,
)


def negotiate(request: HttpRequest, values: Mapping[str, Any]) -> Locales:
    """The locales of a request whose parameters have been read."""
    given = values.get(LOCALE.name)
    requested = given or accepted_locale(request)
    accepted = tuple(dict.fromkeys((requested, *values.get(FALLBACK.name, ()))))
    return Locales(requested=requested, accepted=accepted, negotiated=given is None)


def accepted_locale(request: HttpRequest) -> str:
    """The locale that `Accept-Language` prefers among ours (`de-AT` accepts `de`), else the default locale."""
    accept = request.META.get("HTTP_ACCEPT_LANGUAGE", "")
    if not accept:
        return settings.LANGUAGE_CODE
    codes = {code.lower(): code for code in locale_codes()}
    try:
        preferences = parse_accept_lang_header(accept.lower())
    except ValueError:  # longer than anybody's list of languages
        preferences = ()
    for language, quality in preferences:
        subtags = language.split("-") if quality else []
        for length in range(len(subtags), 0, -1):
            if code := codes.get("-".join(subtags[:length])):
                return code
    return settings.LANGUAGE_CODE


def message_locale(request: HttpRequest, given: Mapping[str, Sequence[str]]) -> str:
    """The language to speak in about a request, be it ever so wrong."""
    named = given.get(LOCALE.name, ())
    return named[0] if len(named) == 1 and named[0] in locale_codes() else accepted_locale(request)
