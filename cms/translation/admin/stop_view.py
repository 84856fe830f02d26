"""Ending a translation string by string, at wagtail-localize's address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.models import Translation

from cms.translation.errors import TranslationError
from cms.translation.operations.stop import StopTranslation

from .addresses import next_address


@require_POST
def stop_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Replaces wagtail-localize's view of this name."""
    translation = get_object_or_404(
        Translation.objects.select_related("source", "target_locale"), pk=translation_id, enabled=True
    )
    try:
        StopTranslation(translation=translation, user=request.user).execute()
    except TranslationError as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request,
            _("“%(title)s” is written by hand in %(language)s from now on. All translated texts are kept.")
            % {
                "title": translation.source.object_repr,
                "language": translation.target_locale.get_display_name(),
            },
        )
    return redirect(next_address(request) or "wagtailadmin_home")
