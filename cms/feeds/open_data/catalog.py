"""The catalogue as JSON-LD: DCAT-AP's classes, with the context inside, so that nothing need be fetched to read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pycountry
from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cms.api.collection import Collection, collections
from cms.core.models import SiteSettings
from cms.publishing.locales import content_locales
from cms.publishing.models import Edition
from cms.publishing.types import Json

from .. import conf
from ..log import position
from .dataset import Dataset, datasets
from .distributions import distributions_of

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
AUTHORITY = "http://publications.europa.eu/resource/authority/"
"""The European Union's lists of codes."""

TITLE = _("Open data of %(site)s")
DESCRIPTION = _("Partnerships between municipalities, the places and conferences behind them, and the news about them.")
SERVICE_TITLE = _("Content API")


def catalog(origin: str) -> Json:
    """The whole catalogue. Queries: the issuers, the pages of lists, and one for each dataset."""
    address = f"{origin}{reverse('site_files:catalog')}"
    issuers = _issuers()
    publisher = _publisher(origin, issuers)
    pages = _list_pages()
    described = [(dataset, collections.of_type(dataset.type)) for dataset in datasets]
    members = [
        _dataset(dataset, collection, f"{address}#{collection.path}", origin, pages.get(dataset.type, ()))
        | {"dct:publisher": {"@id": publisher["@id"]}, "dcat:contactPoint": _contact(origin, issuers)}
        for dataset, collection in described
        if collection
    ]
    node = {
        "@context": CONTEXT,
        "@id": f"{address}#catalog",
        "@type": "dcat:Catalog",
        "dct:title": in_all_languages(TITLE, site=settings.WAGTAIL_SITE_NAME),
        "dct:description": in_all_languages(DESCRIPTION),
        "dct:publisher": publisher,
        "dct:language": [language(code) for code in content_locales()],
        "foaf:homepage": {"@id": f"{origin}/"},
        "dcat:themeTaxonomy": {"@id": f"{AUTHORITY}data-theme"},
        "dcat:dataset": members,
        "dcat:service": {
            "@id": f"{address}#api",
            "@type": "dcat:DataService",
            "dct:title": in_all_languages(SERVICE_TITLE),
            "dcat:endpointURL": {"@id": f"{origin}{reverse('api:index')}"},
            "dcat:endpointDescription": {"@id": f"{origin}{reverse('api:schema')}"},
            "dcat:servesDataset": [{"@id": member["@id"]} for member in members],
        },
        **modified(position().at),
    }
    return node | _licence()


def _dataset(dataset: Dataset, collection: Collection, name: str, origin: str, pages: Iterable[str]) -> Json:
    node: Json = {
        "@id": name,
        "@type": "dcat:Dataset",
        "dct:identifier": name,
        "dct:title": in_all_languages(dataset.title),
        "dct:description": in_all_languages(dataset.description),
        "dct:language": [language(code) for code in content_locales()],
        "dct:accessRights": {"@id": f"{AUTHORITY}access-right/PUBLIC"},
        "dct:accrualPeriodicity": {"@id": f"{AUTHORITY}frequency/UPDATE_CONT"},
        "dcat:keyword": [text for keyword in dataset.keywords for text in in_all_languages(keyword)],
        "dcat:theme": [{"@id": f"{AUTHORITY}data-theme/{code}"} for code in dataset.themes],
        "dcat:landingPage": [{"@id": f"{origin}{path}", "@type": "foaf:Document"} for path in pages],
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:title": entry.title,
                "dct:language": language(entry.locale),
                "dcat:accessURL": {"@id": f"{origin}{entry.path}"},
                **({"dcat:downloadURL": {"@id": f"{origin}{entry.path}"}} if entry.is_whole else {}),
                "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{entry.media_type}"},
                **({"dct:format": {"@id": f"{AUTHORITY}file-type/{entry.file_type}"}} if entry.file_type else {}),
                **_licence(),
            }
            for entry in distributions_of(collection)
        ],
        **modified(position(dataset.type).at),
    }
    return {key: value for key, value in node.items() if value}


def in_all_languages(text: str | Promise, **filled: str) -> list[Json]:
    """The text once in each of the site's languages."""
    return list(_translated(text, filled))


def _translated(text: str | Promise, filled: dict[str, str]) -> Iterator[Json]:
    for code in content_locales():
        with override(code):
            said = str(text) % filled if filled else str(text)
        yield {"@value": said, "@language": code}


def language(code: str) -> Json:
    """A language as the European Union's list names it; as plain text where ISO 639 does not know the code."""
    found = pycountry.languages.get(alpha_2=code.partition("-")[0])
    return {"@id": f"{AUTHORITY}language/{found.alpha_3.upper()}"} if found else {"@value": code}


def modified(moment: Any) -> Json:
    """When something last changed, if ever."""
    if moment is None:
        return {}
    return {"dct:modified": {"@value": moment.isoformat(), "@type": "xsd:dateTime"}}


def _licence() -> Json:
    address = conf.load().licence
    return {"dct:license": {"@id": address, "@type": "dct:LicenseDocument"}} if address else {}


def _issuers() -> dict[str, str]:
    rows = SiteSettings.objects.values_list("locale__language_code", "issuer")
    return {code: issuer for code, issuer in rows if issuer and code in content_locales()}


def _publisher(origin: str, issuers: dict[str, str]) -> Json:
    names = [{"@value": issuers[code], "@language": code} for code in content_locales() if code in issuers]
    return {
        "@id": f"{origin}/#publisher",
        "@type": ["foaf:Agent", "foaf:Organization"],
        "foaf:name": names or settings.WAGTAIL_SITE_NAME,
        "foaf:homepage": {"@id": f"{origin}/"},
    }


def _contact(origin: str, issuers: dict[str, str]) -> Json:
    name = issuers.get(settings.LANGUAGE_CODE) or settings.WAGTAIL_SITE_NAME
    return {"@type": ["vcard:Kind", "vcard:Organization"], "vcard:fn": name, "vcard:hasURL": {"@id": f"{origin}/"}}


def _list_pages() -> dict[str, list[str]]:
    """Paths of the public pages that list a type of work, whole lists only."""
    pages: dict[str, list[str]] = {}
    listing = Q(type="page", path__isnull=False, item__listing__isnull=False)
    for listed, path in Edition.objects.filter(listing).order_by("pk").values_list("item__listing", "path"):
        if listed and not listed.get("kind"):
            pages.setdefault(listed["type"], []).append(str(path))
    return pages
