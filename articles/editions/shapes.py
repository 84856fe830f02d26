"""Shapes of what article documents are made of, for builders and for the API's schema."""

from typing import Any

from typing_extensions import TypedDict

from cms.core.blocks import BlockDocument
from cms.core.editions.documents import FileDocument
from cms.core.editions.images import ImageDocument
from cms.publishing.types import LangMark

Summary = dict[str, Any]
"""What another work shows of itself; its shape is that work's own."""


class Dateline(TypedDict):
    """Where and on which (ISO) day a text was written. ``place`` is None where there is none that is public."""

    place: Summary | None
    date: str


class TagDocument(TypedDict):
    """A tag; filters use the slug."""

    slug: str
    name: str


class CorrectionDocument(LangMark):
    """A correction. ``date`` is an ISO day."""

    date: str
    text: str


class Seo(TypedDict):
    """What search engines are told; "" where title and lead will do."""

    title: str
    description: str


class RepublishedFrom(LangMark):
    """Who published the text first."""

    issuer: str
    url: str
    introduction: str


class ArticleSummary(TypedDict):
    """What other works show of an article. ``date`` is an ISO day."""

    lead: str
    date: str
    image: ImageDocument | None


class ArticleItem(ArticleSummary):
    """A row in a list of articles."""

    places: list[Summary]


class ArticleDocument(ArticleItem):
    """What all kinds of articles have in common."""

    kicker: str
    dateline: Dateline
    body: list[BlockDocument]
    contacts: list[Summary]
    documents: list[FileDocument]
    related: list[Summary]
    tags: list[TagDocument]
    partnerships: list[Summary]
    conference: Summary | None
    corrections: list[CorrectionDocument]
    republished_from: RepublishedFrom | None
    seo: Seo


class PublicSignatory(TypedDict):
    """A signatory who wants to be seen. The name is in the script of the edition's language where it was given."""

    name: str
    role: str
    organisation: str
    municipality: Summary | None
    capacity: str


class Signatories(TypedDict):
    """Signatures under a letter.

    ``displayed_count`` counts all, also those not in ``public``; ``state`` is open or closed.
    """

    displayed_count: int
    state: str
    public: list[PublicSignatory]
