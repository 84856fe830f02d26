"""Type-ahead: titles and names of places that begin with what has been typed. Always from the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Min
from django.db.models.functions import Length

from cms.api.parameters import Parameter
from cms.api.values import PRINTABLE, Text
from cms.publishing.locales import fallback_order
from cms.publishing.models import Edition

from .models import Suggestion
from .suggestions import HEAD, LONGEST, folded

MOST: Final = 10
"""Suggestions."""


@dataclass(frozen=True)
class Beginning(Text):
    """What has been typed so far; nothing at all is fine, too."""

    longest: int = 100

    def schema(self) -> dict[str, Any]:
        """A string with its limit, without control characters."""
        return {"type": "string", "maxLength": self.longest, "pattern": PRINTABLE}


SUGGESTION_TEXT = Parameter(
    name="q",
    description="What has been typed so far. There are suggestions from the second letter on.",
    value=Beginning(),
    empty=True,
)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A work that may be meant, in the reader's locale or the best there is."""

    text: str
    """Its title."""
    type: str
    key: str
    locale: str
    path: str


def suggest(typed: str, locale: str) -> list[Suggested]:
    """The works, places first, short titles before long ones. Two queries, none below two letters."""
    text = folded(typed)[:LONGEST]
    if len(text) < HEAD:
        return []
    # Not by what restricted editions are called either: other locales of the work would tell that they are called so.
    public = Suggestion.objects.filter(edition__restricted=False)
    rows = public.filter(locale__in=(locale, ""), head=text[:HEAD], text__startswith=text)
    best = rows.values("type", "key").annotate(best=Min("rank"), shortest=Min(Length("text")), first=Min("text"))
    order = {
        (entry["type"], entry["key"]): number
        for number, entry in enumerate(best.order_by("best", "shortest", "first", "key")[:MOST])
    }
    if not order:
        return []
    keys = [key for _type, key in order]
    types = {type_name for type_name, _key in order}
    editions = Edition.objects.of_type(*types).filter(key__in=keys, change_id__isnull=False)
    columns = ("type", "key", "locale", "title", "path")
    shown = [
        edition
        for edition in editions.best(fallback_order(locale)).only(*columns)
        if (edition.type, edition.key) in order
    ]
    shown.sort(key=lambda edition: order[(edition.type, edition.key)])
    return [
        Suggested(edition.title, edition.type, str(edition.key), edition.locale, edition.path or "")
        for edition in shown
    ]
