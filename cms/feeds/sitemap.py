"""`sitemap.xml` (sitemaps.org), each address with the work's other languages (`xhtml:link`)."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from cms.api.base_view import Asked
from cms.api.caching import Answer
from cms.api.errors import NoSuchWorkError
from cms.core.site.alternates import alternates_of
from cms.publishing.addresses import address, with_origin
from cms.publishing.models import Edition
from cms.publishing.models.edition import EditionQuerySet

from .indexing import unlisted
from .log import Position, kept, position
from .view import FormatView
from .xml import XmlWriter

PART_SIZE = 5_000
"""Addresses in one file: a tenth of what the protocol allows, because every address brings those of its translations
along, and a file is made in memory."""

MEDIA_TYPE = "application/xml"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class SitemapView(FormatView):
    """All public pages; of a large site an index of several files."""

    def answer(self, asked: Asked) -> Answer:
        """The addresses, or the files that hold them. Three queries, or one while nothing has changed."""
        now = position()
        return _answer(now, kept(self.request, now, lambda: _whole(asked)))


class SitemapPartView(FormatView):
    """One file of a large site's sitemap."""

    def answer(self, asked: Asked) -> Answer:
        """The file's addresses. Two queries, or one while nothing has changed. Raises NoSuchWorkError."""
        now = position()
        return _answer(now, kept(self.request, now, lambda: _addresses(asked, self.kwargs["number"] - 1)))


def _whole(asked: Asked) -> bytes:
    return _addresses(asked, 0) if _listed().count() <= PART_SIZE else _index(asked)


def _listed() -> EditionQuerySet:
    return Edition.objects.filter(path__isnull=False).exclude(unlisted()).order_by("pk")


def _addresses(asked: Asked, part: int) -> bytes:
    rows = _listed().values_list("path", "kind", "changed_at", "item__translations")
    found = list(rows[part * PART_SIZE : (part + 1) * PART_SIZE]) if part >= 0 else []
    if not found and part != 0:
        raise NoSuchWorkError(_("There is nothing at this address."))
    xml = XmlWriter()
    with xml.inside("urlset", {"xmlns": NAMESPACE, "xmlns:xhtml": "http://www.w3.org/1999/xhtml"}):
        for path, kind, changed_at, translations in found:
            with xml.inside("url"):
                xml.leaf("loc", f"{asked.origin}{path}")
                xml.leaf("lastmod", _written(changed_at))
                for locale, url in alternates_of(kind, translations or [], address("/")):
                    link = {"rel": "alternate", "hreflang": locale, "href": with_origin(url, asked.origin)}
                    xml.leaf("xhtml:link", attributes=link)
    return xml.finished()


def _index(asked: Asked) -> bytes:
    moments = list(_listed().values_list("changed_at", flat=True))
    xml = XmlWriter()
    with xml.inside("sitemapindex", {"xmlns": NAMESPACE}):
        for part, start in enumerate(range(0, len(moments), PART_SIZE), start=1):
            with xml.inside("sitemap"):
                xml.leaf("loc", f"{asked.origin}{reverse('site_files:sitemap-part', args=[part])}")
                xml.leaf("lastmod", _written(max(moments[start : start + PART_SIZE])))
    return xml.finished()


def _written(moment: datetime) -> str:
    """W3C date and time, to the second."""
    return moment.replace(microsecond=0).isoformat()


def _answer(now: Position, content: bytes) -> Answer:
    return Answer(content=content, changed_at=now.at, surrogate_keys=("sitemap",), content_type=MEDIA_TYPE)
