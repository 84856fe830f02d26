"""Editions of conferences."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.core.dates import date_document
from cms.core.editions.documents import file_documents
from cms.core.rich_text import document_html, plain_text
from cms.publishing.context import Context
from cms.publishing.types import Built, EditionType, Json, Words

from ..models import Attendance, Conference, ProgrammeItem, WorkingGroup
from ..shapes import AttendanceDocument, OrganisationRow, ProgrammeRow, WorkingGroupDocument
from .paths import entry_path
from .references import iso, named, parts, place_names, region_terms, summaries, summary

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class ConferenceEdition(EditionType[Conference]):
    """A conference with programme, working groups and what is said about its attendance."""

    name = "conference"
    collection = "conferences"
    label: ClassVar[StrOrPromise] = _("Conferences")
    layer: ClassVar[int] = 3
    models = (Conference,)

    def queryset(self, model: type[Conference]) -> QuerySet[Conference]:
        return (
            super()
            .queryset(model)
            .select_related("locale", "series", "predecessor")
            .prefetch_related(
                "places__municipality",
                "organisations__organisation",
                "programme",
                "working_groups",
                "attendance",
                "sub_events__event",
                "documents",
            )
        )

    def build(self, obj: Conference, context: Context) -> Built:
        locale = context.locale
        places = summaries(context, "municipality", (row.municipality for row in obj.places.all()))
        period = obj.period()
        item: Json = {
            "series": obj.series.name_in(locale) if obj.series else "",
            "series_code": obj.series_id,
            "number": obj.number,
            "motto": obj.motto,
            "start": date_document(obj.start, locale),
            "end": date_document(obj.end, locale),
            "period": period.text(locale) if period else "",
            "places": places,
            "mode": obj.mode,
            "status": obj.status,
        }
        groups = [_group(row, context) for row in obj.working_groups.all()]
        programme = [_programme(row, context) for row in obj.programme.all()]
        document = item | {
            "organisations": _organisations(obj, context),
            "programme": programme,
            "working_groups": groups,
            "registration": {
                "state": obj.registration_state,
                "opens": iso(obj.registration_opens),
                "closes": iso(obj.registration_closes),
                "note": obj.registration_note,
                **context.lang("registration_note"),
            },
            "disclaimers": [line.strip() for line in obj.disclaimers.splitlines() if line.strip()],
            "attendance": [_attendance(row) for row in obj.attendance.all()],
            "sub_events": summaries(context, "conference", (row.event for row in obj.sub_events.all())),
            "documents": file_documents([row.document_id for row in obj.documents.all()], context),
            "predecessor": summary(context, "conference", obj.predecessor),
        }
        return Built(
            kind="",
            title=obj.title,
            slug=obj.slug,
            path=entry_path(context, self.name, obj.slug),
            document=document,
            item=item,
            summary={
                "number": obj.number,
                "start": item["start"],
                "end": item["end"],
                "places": [named(place) for place in places],
            },
            earliest=period.earliest if period else None,
            latest=period.latest if period else None,
            terms=_terms(obj, places),
            words=Words(
                names=(obj.number,) if obj.number else (),
                lead=obj.motto,
                body="\n".join(
                    [
                        *(place["name"] for place in places),
                        *(", ".join((row["title"], *row["speakers"])) for row in programme),
                        *(", ".join((group["title"], *group["coordinators"])) for group in groups),
                        *(plain_text(group["results"]) for group in groups),
                    ]
                ),
                about=_about(document),
            ),
            point=next((tuple(place["point"]) for place in places if place["point"]), None),
        )


def _about(document: Json) -> tuple[str, ...]:
    """Where it is held, the series it belongs to, who is behind it, and what it has to download."""
    places = (name for place in document["places"] for name in place_names(place))
    organisations = (row["organisation"]["title"] for row in document["organisations"])
    others = (row["title"] for row in (*document["sub_events"], *document["documents"]))
    return tuple(dict.fromkeys(filter(None, (*places, document["series"], *organisations, *others))))


def _terms(obj: Conference, places: list[Json]) -> tuple[tuple[str, str], ...]:
    terms = {("place", str(row.municipality.translation_key)) for row in obj.places.all()}
    terms.update(region_terms(places))
    terms.add(("status", obj.status))
    if obj.series_id:
        terms.add(("series", obj.series_id))
    return tuple(sorted(terms))


def _organisations(obj: Conference, context: Context) -> list[OrganisationRow]:
    rows = [(summary(context, "organisation", row.organisation), row.role) for row in obj.organisations.all()]
    return [{"organisation": organisation, "role": role} for organisation, role in rows if organisation]


def _programme(row: ProgrammeItem, context: Context) -> ProgrammeRow:
    moment = datetime.combine(row.day, row.time) if row.day and row.time else None
    return {
        "day": iso(row.day),
        "time": iso(moment) or iso(row.day),
        "title": row.title,
        "room": row.room,
        "speakers": parts(row.speakers),
        **context.lang("programme", row.translation_key),
    }


def _group(row: WorkingGroup, context: Context) -> WorkingGroupDocument:
    return {
        "number": row.number,
        "title": row.title,
        "coordinators": parts(row.coordinators),
        "results": document_html(row.results, context),
        **context.lang("working_groups", row.translation_key),
    }


def _attendance(row: Attendance) -> AttendanceDocument:
    return {
        "min": row.minimum,
        "max": row.minimum if row.maximum is None else row.maximum,
        "kind": row.kind,
        "source": row.source,
    }
