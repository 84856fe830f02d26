"""The address `/`: readers are led to the site in their language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe

from cms.publishing.models import Edition

from .pages_tree import HOME


@require_safe
def root_redirect(request: HttpRequest) -> HttpResponse:
    """302 to the published home page that suits the browser's languages best, else to the default locale's."""
    published = Edition.objects.of_type("page").filter(kind=HOME).values_list("locale", "path")
    homes = {locale: path for locale, path in published if path}
    default = homes.get(settings.LANGUAGE_CODE, f"/{settings.LANGUAGE_CODE}/")
    response = HttpResponseRedirect(_preferred(request, homes) or default)
    patch_vary_headers(response, ["Accept-Language"])
    return response


def _preferred(request: HttpRequest, homes: dict[str, str]) -> str | None:
    """The home page in the first of the browser's languages that has one; a variant counts as its language."""
    for code, quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        for candidate in (code, code.partition("-")[0]) if quality else ():
            if candidate in homes:
                return homes[candidate]
    return None
