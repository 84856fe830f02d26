"""Editions of municipalities."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.core.dates import date_document
from cms.core.rich_text import document_html, plain_text
from cms.core.site.wording import WORDING
from cms.publishing.context import Context
from cms.publishing.types import Built, EditionType, Json, Words

from ..countries import country_name
from ..models import Municipality, MunicipalityAlias, Side
from ..names import published_names
from ..shapes import AliasDocument, OfficialIds, RegionDocument, SeekingPartner
from .paths import entry_path
from .references import is_valid_on, iso, place_names, summary

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class LibraryMunicipalities(QuerySet[Municipality]):
    """Municipalities that know the ids of their partnerships (``partnership_keys``) and their published names in every
    language (``published_names``), each read once for all rows.
    """

    def _fetch_all(self) -> None:
        fresh = self._result_cache is None
        super()._fetch_all()
        rows = [row for row in self._result_cache or () if isinstance(row, Municipality)]
        if fresh and rows:
            works = {row.translation_key for row in rows}
            keys, names = partnership_keys(works), published_names(works)
            for row in rows:
                row.partnership_keys = keys[row.translation_key]  # type: ignore[attr-defined]  # see the docstring
                row.published_names = names[row.translation_key]  # type: ignore[attr-defined]  # see the docstring


def partnership_keys(municipalities: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """The ids of the partnerships in which each of these works is a side, drafts included."""
    found: dict[UUID, list[UUID]] = {key: [] for key in municipalities}
    pairs = Side.objects.filter(municipality__translation_key__in=municipalities).order_by("partnership_id")
    for key, partnership in pairs.values_list("municipality__translation_key", "partnership__translation_key"):
        if partnership not in found[key]:
            found[key].append(partnership)
    return found


class MunicipalityEdition(EditionType[Municipality]):
    """A municipality with all its names, where it lies, and its partnerships."""

    name = "municipality"
    collection = "municipalities"
    label: ClassVar[StrOrPromise] = _("Municipalities")
    kind_labels: ClassVar[Mapping[str, StrOrPromise]] = WORDING["municipality_kind"]
    layer: ClassVar[int] = 0
    day_dependent: ClassVar[bool] = True
    is_place: ClassVar[bool] = True
    models = (Municipality,)

    def queryset(self, model: type[Municipality]) -> QuerySet[Municipality]:
        return (
            LibraryMunicipalities(model)
            .select_related("locale", "region", "parent", "seeking_contact")
            .prefetch_related("aliases")
        )

    def build(self, obj: Municipality, context: Context) -> Built:
        locale = context.locale
        point = None if obj.longitude is None or obj.latitude is None else (obj.longitude, obj.latitude)
        shown: Json = {
            "name": obj.name,
            "country": obj.country,
            "country_name": country_name(obj.country, locale),
            "region": _region(obj, locale),
            "point": list(point) if point else None,
        }
        seeking = _seeking(obj, context)
        aliases = list(obj.aliases.all())
        intro = document_html(obj.intro, context)
        document = shown | {
            "aliases": [_alias(alias, locale) for alias in aliases],
            "parent": summary(context, "municipality", obj.parent),
            "official_ids": _official_ids(obj),
            "point_is": obj.point_is if point else None,
            "population": {"value": obj.population, "year": obj.population_year}
            if obj.population is not None
            else None,
            "website": obj.website or None,
            "intro": intro,
            "seeking_partner": seeking,
            "partnerships": _partnerships(obj, context),
        }
        return Built(
            kind=obj.kind,
            title=obj.name,
            slug=obj.slug,
            path=entry_path(context, self.name, obj.slug),
            document=document,
            item=shown | {"seeking_partner": seeking},
            summary=shown,
            terms=_terms(obj),
            words=Words(
                names=tuple(_names(obj)),
                body=plain_text(intro),
                about=_about(document, self.kind_label(obj.kind, locale)),
            ),
            point=point,
        )

    def depends_on_day(self, document: Json) -> bool:
        """Only with a search, which may be over one day."""
        return bool(document["seeking_partner"])

    def at(self, document: Json, today: date) -> Json:
        """Without a search that is over, and without a contact that is not valid."""
        seeking = document.get("seeking_partner")
        if not seeking:
            return document
        if seeking["until"] and seeking["until"] < today.isoformat():
            return document | {"seeking_partner": None}
        if seeking["contact"] and not is_valid_on(seeking["contact"], today):
            return document | {"seeking_partner": seeking | {"contact": None}}
        return document


def _region(obj: Municipality, locale: str) -> RegionDocument | None:
    return {"code": obj.region.code, "name": obj.region.name_in(locale)} if obj.region else None


def _alias(alias: MunicipalityAlias, locale: str) -> AliasDocument:
    return {
        "text": alias.text,
        "language": alias.language,
        "kind": alias.kind,
        "from": date_document(alias.used_from, locale),
        "to": date_document(alias.used_to, locale),
    }


def _official_ids(obj: Municipality) -> OfficialIds:
    return {
        "ags": obj.ags or None,
        "oktmo": obj.oktmo or None,
        "geonames": obj.geonames_id,
        "wikidata": obj.wikidata_id or None,
    }


def _seeking(obj: Municipality, context: Context) -> SeekingPartner | None:
    if not obj.seeking_partner:
        return None
    return {
        "since": date_document(obj.seeking_since, context.locale),
        "wishes": obj.seeking_wishes,
        "contact": summary(context, "contact", obj.seeking_contact),
        "until": iso(obj.seeking_until),
        **context.lang("seeking_wishes"),
    }


def _partnerships(obj: Municipality, context: Context) -> list[Json]:
    keys = getattr(obj, "partnership_keys", None)
    if keys is None:  # a draft: our queryset has not read it
        keys = partnership_keys([obj.translation_key])[obj.translation_key]
    found = [context.summary("partnership", key) for key in keys]
    return sorted((work for work in found if work), key=lambda work: work["title"])


def _names(obj: Municipality) -> list[str]:
    names: list[str] | None = getattr(obj, "published_names", None)
    return published_names([obj.translation_key])[obj.translation_key] if names is None else names


def _about(document: Json, kind: str) -> tuple[str, ...]:
    """What it is, and where it lies."""
    parent = document["parent"]
    return tuple(filter(None, (kind, *place_names(document)[1:], parent["title"] if parent else "")))


def _terms(obj: Municipality) -> tuple[tuple[str, str], ...]:
    terms = [("country", obj.country), ("place", str(obj.translation_key))]
    if obj.region_id:
        terms.append(("region", obj.region_id))
    if obj.seeking_partner:
        # The last day of the search, so that a filter can leave out searches that are over.
        terms.append(("seeking_partner", iso(obj.seeking_until) or "true"))
    return tuple(terms)
