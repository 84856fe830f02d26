"""All nodes of a page: its work, the way to it, the site and its publisher."""

from __future__ import annotations

import json

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from cms.core.site.frame import Frame
from cms.publishing.types import Json

from .parts import breadcrumbs, web_page, without_blanks
from .registry import descriptions
from .surroundings import Surroundings

_NOT_IN_SCRIPTS = {ord(letter): f"\\u{ord(letter):04X}" for letter in "<>&\u2028\u2029"}


def graph_of(request: HttpRequest, document: Json, frame: Frame) -> Json:
    """The JSON-LD of a page, from what the page already knows."""
    around = Surroundings(
        absolute=request.build_absolute_uri,
        locale=frame.locale,
        home_url=request.build_absolute_uri(frame.home_url),
    )
    describe = descriptions.get(document["type"]) or web_page
    trail = [*((crumb.title, crumb.url) for crumb in frame.breadcrumbs), (document["title"], document["url"])]
    nodes = [describe(document, around), breadcrumbs(trail, around), _website(frame, around), _publisher(frame, around)]
    return {"@context": "https://schema.org", "@graph": [without_blanks(node) for node in nodes if node]}


def script(graph: Json) -> SafeString:
    """The text of a `<script type="application/ld+json">`: nothing in it can end the element."""
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_NOT_IN_SCRIPTS))  # noqa: S308  (escaped right here)


def _website(frame: Frame, around: Surroundings) -> Json:
    return {
        "@type": "WebSite",
        **around.website,
        "url": around.home_url,
        "name": frame.site_name,
        "inLanguage": frame.locale,
        "publisher": around.publisher,
    }


def _publisher(frame: Frame, around: Surroundings) -> Json:
    return {
        "@type": "Organization",
        **around.publisher,
        "name": frame.issuer or frame.site_name,
        "url": around.home_url,
        "sameAs": [link.url for link in frame.social],
    }
