"""`/preview/`: a draft as a page of the site, for people without an account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.core.site.render import Shared, render_document
from cms.publishing.answers import document_answer

from .errors import PreviewError
from .opening import open_grant
from .privacy import PRIVATE

GONE = 410


@require_safe
def shared_preview(request: HttpRequest) -> HttpResponse:
    """The draft behind `?token=`, in its own language, with the site around it.

    The token stands in the query, which is not written into the application's own logs as a path would be.
    """
    response = _page(request)
    for name, value in PRIVATE.items():
        response[name] = value
    return response


def _page(request: HttpRequest) -> HttpResponse:
    token = request.GET.get("token", "")
    try:
        draft = open_grant(token)
    except PreviewError as error:
        # Not 404: Django's middleware for locales would redirect that to the pages of the site.
        return TemplateResponse(request, "preview_ended.html", {"reason": str(error)}, status=GONE)
    edition = draft.edition
    document = document_answer(edition, requested=edition.locale, origin="", today=timezone.localdate())
    return render_document(request, document, preview=True, shared=Shared(token, draft.valid_until))
