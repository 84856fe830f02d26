"""The edition type of articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.core.blocks import body_document, body_text
from cms.core.editions.documents import file_documents
from cms.core.editions.images import image_document
from cms.core.editions.page_paths import page_path
from cms.core.site.wording import WORDING
from cms.publishing.context import Context
from cms.publishing.types import Built, EditionType, Json, Words
from partnerships.editions.references import is_valid_on, place_names, region_terms, summaries, summary

from ..kinds import ArticleKind
from ..models import (
    ArticleContact,
    ArticleDocument,
    ArticlePage,
    ArticlePartnership,
    ArticlePlace,
    ArticleTag,
    ConferenceReportPage,
    PressReleasePage,
    RelatedArticle,
    SolidarityLetterPage,
)
from . import shapes
from .conference_report import conference_report_fields
from .press_release import press_release_fields
from .solidarity_letter import solidarity_letter_fields
from .tags import TAG

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

FIELDS_OF_KIND: dict[ArticleKind, Callable[[Any, Context], Json]] = {
    ArticleKind.PRESS_RELEASE: press_release_fields,
    ArticleKind.SOLIDARITY_LETTER: solidarity_letter_fields,
    ArticleKind.CONFERENCE_REPORT: conference_report_fields,
}


class ArticleEditionType(EditionType[ArticlePage]):
    """Articles of all kinds."""

    name = "article"
    collection = "articles"
    label: ClassVar[StrOrPromise] = _("Articles")
    kind_labels: ClassVar[Mapping[str, StrOrPromise]] = WORDING["article_kind"]
    layer: ClassVar[int] = 3
    day_dependent: ClassVar[bool] = True
    models = (PressReleasePage, SolidarityLetterPage, ConferenceReportPage)

    def queryset(self, model: type[ArticlePage]) -> QuerySet[ArticlePage]:
        """Return all rows with the rows that belong to them and the ids of the works that those name."""
        related = ["locale", "dateline_place", "conference"]
        if model is ConferenceReportPage:
            related.append("organisation")
        return (
            super()
            .queryset(model)
            .select_related(*related)
            .prefetch_related(
                Prefetch("places", ArticlePlace.objects.select_related("municipality")),
                Prefetch("partnerships", ArticlePartnership.objects.select_related("partnership")),
                Prefetch("contacts", ArticleContact.objects.select_related("contact")),
                Prefetch("related", RelatedArticle.objects.select_related("article")),
                Prefetch("documents", ArticleDocument.objects.all()),
                Prefetch("tagged_items", ArticleTag.objects.all()),
                "corrections",
            )
        )

    def held_back_until(self, obj: ArticlePage) -> datetime | None:
        """Return the end of a press release's embargo."""
        return obj.embargo_until if isinstance(obj, PressReleasePage) else None

    def build(self, obj: ArticlePage, context: Context) -> Built:
        """Return the article as it stands in the context's locale."""
        lead = obj.lead.strip()
        shown: shapes.ArticleSummary = {
            "lead": lead,
            "date": obj.date.isoformat(),
            "image": image_document(obj.lead_image_id, context),
        }
        item: shapes.ArticleItem = {
            **shown,
            "places": summaries(context, "municipality", (row.municipality for row in obj.places.all())),
        }
        body = body_document(obj.body, context)
        document = {**self._document(obj, item, body, context), **FIELDS_OF_KIND[obj.kind](obj, context)}
        return Built(
            kind=obj.kind.value,
            title=obj.title,
            slug=obj.slug,
            path=page_path(obj),
            document=document,
            item=dict(item),
            summary=dict(shown),
            earliest=obj.date,
            latest=obj.date,
            terms=_terms(obj, item, context),
            words=Words(
                lead=lead,
                body="\n".join(filter(None, (obj.kicker, body_text(obj.body, body)))),
                about=_about(document, self.kind_label(obj.kind.value, context.locale)),
            ),
        )

    def depends_on_day(self, document: Json) -> bool:
        """Return whether it has contacts, which may come to their end."""
        return bool(document["contacts"])

    def at(self, document: Json, today: date) -> Json:
        """Leave out contacts that are not valid on the day."""
        contacts = document.get("contacts")
        if not contacts or all(is_valid_on(contact, today) for contact in contacts):
            return document
        return document | {"contacts": [contact for contact in contacts if is_valid_on(contact, today)]}

    def _document(
        self, obj: ArticlePage, item: shapes.ArticleItem, body: list[Any], context: Context
    ) -> shapes.ArticleDocument:
        return {
            **item,
            "kicker": obj.kicker,
            "dateline": {
                "place": summary(context, "municipality", obj.dateline_place),
                "date": obj.date.isoformat(),
            },
            "body": body,
            "contacts": _contacts(obj, context),
            "documents": file_documents([row.document_id for row in obj.documents.all()], context),
            "related": summaries(context, "article", (row.article for row in obj.related.all())),
            "tags": [{"slug": tag.slug, "name": tag.name} for tag in _tags(obj, context)],
            "partnerships": summaries(context, "partnership", (row.partnership for row in obj.partnerships.all())),
            "conference": summary(context, "conference", obj.conference),
            "corrections": [
                {
                    "date": correction.date.isoformat(),
                    "text": correction.text,
                    **context.lang("corrections", correction.translation_key),
                }
                for correction in obj.corrections.all()
                if correction.date and correction.text
            ],
            "republished_from": _republished_from(obj, context),
            "seo": {"title": obj.seo_title, "description": obj.search_description},
        }


def _about(document: Json, kind: str) -> tuple[str, ...]:
    """Return what the article is and has to do with: places with their regions, works, files, authors, tags."""
    dateline = document["dateline"]["place"]
    places = (name for place in filter(None, (*document["places"], dateline)) for name in place_names(place))
    works = (*document["partnerships"], document["conference"], document.get("organisation"))
    titles = (work["title"] for work in (*filter(None, works), *document["documents"]))
    issuer = document["republished_from"]["issuer"] if document["republished_from"] else ""
    tags = (tag["name"] for tag in document["tags"])
    found = (kind, *places, *titles, document.get("author", ""), issuer, *tags)
    return tuple(dict.fromkeys(filter(None, found)))


def _contacts(obj: ArticlePage, context: Context) -> list[Json]:
    """Return the public contacts, each with what readers may turn to it for."""
    found = ((context.summary("contact", row.contact.translation_key), row.purpose) for row in obj.contacts.all())
    return [{**contact, "purpose": purpose} for contact, purpose in found if contact]


def _republished_from(obj: ArticlePage, context: Context) -> shapes.RepublishedFrom | None:
    if not obj.republished_issuer:
        return None
    return {
        "issuer": obj.republished_issuer,
        "url": obj.republished_url,
        "introduction": obj.republished_introduction,
        **context.lang("republished_introduction"),
    }


def _tags(obj: ArticlePage, context: Context) -> list[Any]:
    tags = (context.asset(TAG, item.tag_id) for item in obj.tagged_items.all())
    return sorted((tag for tag in tags if tag), key=lambda tag: tag.name)


def _terms(obj: ArticlePage, item: shapes.ArticleItem, context: Context) -> tuple[tuple[str, str], ...]:
    """Return what lists are filtered by. Works are named by id, so that every locale's row means the same."""
    terms = [("place", str(row.municipality.translation_key)) for row in obj.places.all()]
    terms += region_terms(item["places"])
    terms += [("partnership", str(row.partnership.translation_key)) for row in obj.partnerships.all()]
    if obj.conference:
        terms.append(("conference", str(obj.conference.translation_key)))
    terms += [("tag", tag.slug) for tag in _tags(obj, context)]
    return tuple(dict.fromkeys(terms))
