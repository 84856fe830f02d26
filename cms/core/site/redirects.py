"""The way from old addresses to new ones."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponseBase
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect

from cms.publishing.models import Edition

NOT_FOUND = 404


class PublicRedirectMiddleware(RedirectMiddleware):
    """Wagtail's redirects, without those to a page that nobody may know of: an address tells much of a title."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Redirect from an address where there is nothing."""
        if response.status_code != NOT_FOUND:
            return response
        path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
        redirect = get_redirect(request, path) or get_redirect(request, urlsplit(path).path)
        if redirect is None or _leads_to_hidden_page(redirect):
            return response
        answer: HttpResponseBase = super().process_response(request, response)
        return answer


def _leads_to_hidden_page(redirect: Redirect) -> bool:
    """Whether its page is neither published nor private: of a private page Wagtail asks who wants to see it."""
    page = redirect.redirect_page
    if page is None:
        return False
    model = page.specific_class
    if model and Edition.objects.filter(model=model._meta.label_lower, object_id=str(page.pk)).exists():
        return False
    return not (page.live and page.get_view_restrictions().exists())
