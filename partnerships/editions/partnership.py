"""Editions of partnerships."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cms.core.dates import PartialDate, date_document, stored_date
from cms.core.editions.documents import file_documents
from cms.core.rich_text import document_html, plain_text
from cms.core.site.wording import WORDING
from cms.publishing.context import Context
from cms.publishing.types import Built, EditionType, Json, Words

from ..anniversaries import next_anniversary, years_since
from ..models import Milestone, Partnership, Side, SideStatus
from ..models.fields_of_work import FieldOfWork
from ..models.partnership import NAME_JOINT
from ..names import published_names
from ..shapes import CelebrationDocument, ClaimDocument, CodeLabel, MilestoneDocument, SideDocument, SideSummary
from .paths import entry_path
from .references import is_valid_on, iso, named, place_names, summaries, summary

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NOT_PUBLISHED = "not_published"


class LibraryPartnerships(QuerySet[Partnership]):
    """Partnerships that know the published names of their sides (``side_names``), read once for all rows."""

    def _fetch_all(self) -> None:
        fresh = self._result_cache is None
        super()._fetch_all()
        rows = [row for row in self._result_cache or () if isinstance(row, Partnership)]
        if fresh and rows:
            works = {row.pk: _works_of(row) for row in rows}
            names = published_names({key for keys in works.values() for key in keys})
            for row in rows:
                row.side_names = _flat(names, works[row.pk])  # type: ignore[attr-defined]  # see the docstring


class PartnershipEdition(EditionType[Partnership]):
    """A partnership with its sides, milestones and what is disputed."""

    name = "partnership"
    collection = "partnerships"
    label: ClassVar[StrOrPromise] = _("Partnerships")
    kind_labels: ClassVar[Mapping[str, StrOrPromise]] = WORDING["partnership_kind"]
    layer: ClassVar[int] = 2
    day_dependent: ClassVar[bool] = True
    models = (Partnership,)

    def queryset(self, model: type[Partnership]) -> QuerySet[Partnership]:
        return (
            LibraryPartnerships(model)
            .select_related("locale")
            .prefetch_related(
                "sides__municipality",
                "milestones__place",
                "celebrations",
                "links",
                "sources",
                "documents",
                "contacts__contact",
                "claims",
            )
        )

    def build(self, obj: Partnership, context: Context) -> Built:
        with override(context.locale):
            return self._build(obj, context)

    def _build(self, obj: Partnership, context: Context) -> Built:
        locale = context.locale
        sides = list(obj.sides.all())
        towns = [summary(context, "municipality", side.municipality) for side in sides]
        title = NAME_JOINT.join(town["name"] for town in towns if town)
        founding = obj.founding()
        since = date_document(founding.date, locale) if founding else None
        founded = stored_date(founding.date) if founding else None
        item: Json = {
            "sides": [_side(side, town, locale) for side, town in zip(sides, towns, strict=True)],
            "since": since,
            "fields_of_work": _fields_of_work(obj),
            "years": None,
        }
        remarks = document_html(obj.remarks, context)
        milestones = [_milestone(row, context) for row in obj.ordered_milestones()]
        document = item | {
            "next_anniversary": None,
            "milestones": milestones,
            "celebrations": [_celebration(row, locale) for row in obj.celebrations.all()],
            "remarks": remarks,
            "links": [{"title": row.title, "url": row.url} for row in obj.links.all()],
            "documents": file_documents([row.document_id for row in obj.documents.all()], context),
            "contacts": summaries(context, "contact", (row.contact for row in obj.contacts.all())),
            "sources": [{"text": row.text, "url": row.url} for row in obj.sources.all()],
            "claims": [_claim(row) for row in obj.claims.all()],
            "last_verified": iso(obj.last_verified),
        }
        shown = {
            "partnership_kind": obj.kind,
            "sides": [_side_summary(side, town) for side, town in zip(sides, towns, strict=True)],
            "since": since,
        }
        return Built(
            kind=obj.kind,
            title=title,
            slug=obj.slug,
            path=entry_path(context, self.name, obj.slug),
            document=document,
            item=item,
            summary=shown,
            earliest=founded.earliest if founded else None,
            latest=founded.latest if founded else None,
            terms=_terms(obj, sides, towns),
            words=Words(
                names=tuple(_names(obj)),
                body="\n".join(filter(None, (plain_text(remarks), *(row["wording"] for row in milestones)))),
                about=_about(obj, document, sides, towns),
            ),
            point=_point(towns),
        )

    def at(self, document: Json, today: date) -> Json:
        """With years and next anniversary (none once every side has ended it), without contacts that are not valid."""
        changed: Json = {}
        since = document.get("since")
        if since and not all(side["status"] == SideStatus.ENDED for side in document.get("sides", ())):
            founded = PartialDate.parse(since["edtf"])
            if "years" in document:
                changed["years"] = years_since(founded, today)
            if "next_anniversary" in document:
                changed["next_anniversary"] = next_anniversary(founded, today)
        if document.get("contacts"):
            changed["contacts"] = [contact for contact in document["contacts"] if is_valid_on(contact, today)]
        return document | changed if changed else document


def _works_of(obj: Partnership) -> list[UUID]:
    return [side.municipality.translation_key for side in obj.sides.all()]


def _flat(names: dict[UUID, list[str]], works: Collection[UUID]) -> list[str]:
    return [name for key in works for name in names[key]]


def _names(obj: Partnership) -> list[str]:
    """Every published name of every side."""
    names: list[str] | None = getattr(obj, "side_names", None)
    if names is None:  # a draft: our queryset has not read it
        works = _works_of(obj)
        names = _flat(published_names(works), works)
    return names


def _side(side: Side, town: Json | None, locale: str) -> SideDocument:
    return {
        "municipality": town,
        "reason": None if town else NOT_PUBLISHED,
        "status": side.status,
        "status_since": date_document(side.status_since, locale),
        "decided_by": side.decided_by,
        "source": side.source,
    }


def _side_summary(side: Side, town: Json | None) -> SideSummary:
    region = town["region"] if town else None
    return {
        "key": str(side.municipality.translation_key),
        "name": town["name"] if town else "",
        "country": town["country"] if town else "",
        "region": region["code"] if region else None,
        "status": side.status,
    }


def _fields_of_work(obj: Partnership) -> list[CodeLabel]:
    labels = dict(FieldOfWork.choices)
    return [{"code": code, "label": str(labels[code])} for code in obj.fields_of_work if code in labels]


def _about(obj: Partnership, document: Json, sides: list[Side], towns: list[Json | None]) -> tuple[str, ...]:
    """How firm it is, what it works on, what its sides are and where they lie, what happened to it, and what it has to
    download. By the kinds of its sides one between towns can be told from one between districts.
    """
    fields = (str(field["label"]) for field in document["fields_of_work"])
    labels = WORDING["municipality_kind"]
    kinds = (
        str(labels.get(side.municipality.kind, ""))
        for side, town in zip(sides, towns, strict=True)
        if town and side.municipality
    )
    places = (name for town in towns if town for name in place_names(town))
    milestones = (str(row["type_label"]) for row in document["milestones"])
    files = (file["title"] for file in document["documents"])
    return tuple(
        dict.fromkeys((str(obj.get_kind_display()), *fields, *filter(None, kinds), *places, *milestones, *files))
    )


def _milestone(row: Milestone, context: Context) -> MilestoneDocument:
    return {
        "type": row.type,
        "type_label": row.get_type_display(),
        "date": date_document(row.date, context.locale),
        "place": named(summary(context, "municipality", row.place)),
        "wording": row.wording,
        "source": row.source,
        **context.lang("milestones", row.translation_key),
    }


def _celebration(row: Any, locale: str) -> CelebrationDocument:
    return {
        "years": row.years,
        "state": row.state,
        "state_label": row.get_state_display(),
        "date": date_document(row.date, locale),
    }


def _claim(row: Any) -> ClaimDocument:
    return {"field": row.field, "field_label": row.get_field_display(), "value": row.value, "source": row.source}


def _terms(obj: Partnership, sides: list[Side], towns: list[Json | None]) -> tuple[tuple[str, str], ...]:
    terms: set[tuple[str, str]] = {("field_of_work", code) for code in obj.fields_of_work}
    for side, town in zip(sides, towns, strict=True):
        terms.add(("status", side.status))
        terms.add(("place", str(side.municipality.translation_key)))
        if town:
            terms.add(("country", town["country"]))
            if town["region"]:
                terms.add(("region", town["region"]["code"]))
    return tuple(sorted(terms))


def _point(towns: list[Json | None]) -> tuple[float, float] | None:
    """Where a partnership lies on a map: at its first side that has a point."""
    point = next((town["point"] for town in towns if town and town["point"]), None)
    return (point[0], point[1]) if point else None
