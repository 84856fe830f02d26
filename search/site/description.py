"""How browsers can search here from their address bar (OpenSearch 1.1)."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ..parameters import Q

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
MEDIA_TYPE = "application/opensearchdescription+xml"


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """The search page of the address's locale, as browsers take it in."""
    locale = get_language() or settings.LANGUAGE_CODE
    page = request.build_absolute_uri(reverse("search:page"))
    root = Element("OpenSearchDescription", xmlns=NAMESPACE)
    # Not longer than the standard allows.
    SubElement(root, "ShortName").text = settings.WAGTAIL_SITE_NAME[:16]
    SubElement(root, "Description").text = f"{settings.WAGTAIL_SITE_NAME} ({locale})"
    SubElement(root, "Language").text = locale
    SubElement(root, "InputEncoding").text = "UTF-8"
    SubElement(root, "Url", type="text/html", method="get", template=f"{page}?{Q.name}={{searchTerms}}")
    return HttpResponse(tostring(root, encoding="utf-8", xml_declaration=True), content_type=MEDIA_TYPE)
