"""Shapes of articles in the API, for its schema: what the builders make, with the envelope around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict

from cms.api.schema.shapes import block_union, named_union
from cms.api.types import Envelope, Summary
from cms.core.blocks import BlockDocument
from cms.core.editions.documents import FileDocument
from cms.core.editions.images import ImageDocument
from cms.publishing.rich_text import RichText
from partnerships.api_shapes import (
    ConferenceSummary,
    ContactSummary,
    MunicipalitySummary,
    OrganisationSummary,
)
from partnerships.shapes import PartnershipSummary

from .blocks import ArticleBodyBlock
from .editions.shapes import CorrectionDocument, RepublishedFrom, Seo, TagDocument

ArticleKindName = Literal["press_release", "solidarity_letter", "conference_report"]

if TYPE_CHECKING:
    ArticleBlock = BlockDocument
else:
    ArticleBlock = block_union(
        "ArticleBlock", {name: block.document_type for name, block in ArticleBodyBlock().child_blocks.items()}
    )


class ArticleSummary(Summary):
    """An article inside another work. `date` is an ISO day."""

    lead: str
    date: str
    image: ImageDocument | None


class ArticleContact(ContactSummary):
    """A contact of an article and what readers may turn to it for."""

    purpose: str


class Dateline(TypedDict):
    """Where and on which (ISO) day a text was written."""

    place: MunicipalitySummary | None
    date: str


class _ArticleRow(Envelope):
    type: Literal["article"]
    lead: str
    date: str
    image: ImageDocument | None
    places: list[MunicipalitySummary]


class ArticleRow(_ArticleRow):
    """An article in a list. `date` is an ISO day."""

    kind: ArticleKindName


class _Article(_ArticleRow):
    kicker: str
    dateline: Dateline
    body: list[ArticleBlock]
    contacts: list[ArticleContact]
    documents: list[FileDocument]
    related: list[ArticleSummary]
    tags: list[TagDocument]
    partnerships: list[PartnershipSummary]
    conference: ConferenceSummary | None
    corrections: list[CorrectionDocument]
    republished_from: RepublishedFrom | None
    seo: Seo


class PressRelease(_Article):
    """A press release. `embargo_until` is a moment that has passed."""

    kind: Literal["press_release"]
    embargo_until: str | None
    boilerplate: RichText


class PublicSignatory(TypedDict):
    """A signatory who wants to be seen, named in the script of the edition's language where that name is known."""

    name: str
    role: str
    organisation: str
    municipality: MunicipalitySummary | None
    capacity: Literal["official", "personal"]


class Signatories(TypedDict):
    """Signatures under a letter. `displayed_count` counts all, also those that are not in `public`."""

    displayed_count: int
    state: str
    public: list[PublicSignatory]


class SolidarityLetter(_Article):
    """A solidarity letter. `original_locale` is empty where it was not said."""

    kind: Literal["solidarity_letter"]
    sender: str
    addressees: str
    occasion: str
    original_locale: str
    translation_credit: str
    signatories: Signatories


class ConferenceReport(_Article):
    """A conference report."""

    kind: Literal["conference_report"]
    author: str
    organisation: OrganisationSummary | None


Article = named_union("Article", (PressRelease, SolidarityLetter, ConferenceReport), discriminator="kind")
