"""wagtail-localize's own addresses for single strings and overrides, for whoever else calls them."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.clickjacking import xframe_options_sameorigin
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import api_view, authentication_classes, parser_classes, permission_classes
from rest_framework.parsers import FormParser, MultiPartParser
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from wagtail.models import PreviewableMixin
from wagtail_localize.models import OverridableSegment, StringSegment, Translation

from cms.translation.errors import LockedTranslationError, TranslationError
from cms.translation.operations.save_override import SaveOverride
from cms.translation.operations.save_string import SaveString

from .rows import name_of

REFUSED, LOCKED = 422, 423


@api_view(["PUT", "DELETE"])
@permission_classes([IsAuthenticated])
@authentication_classes([SessionAuthentication])
@parser_classes([MultiPartParser, FormParser])
def edit_string_translation(request: Request, translation_id: int, string_segment_id: int) -> HttpResponse:
    """Replaces wagtail-localize's view: writes (`value`) or removes the translation of one segment."""
    translation = _translation(translation_id)
    segment = get_object_or_404(
        StringSegment.objects.select_related("string", "context"),
        pk=string_segment_id,
        source_id=translation.source_id,
    )
    text = _value(request)
    try:
        stored = SaveString(translation=translation, segment=segment, text=text, user=request.user).execute()
    except TranslationError as error:
        return _refusal(error)
    return JsonResponse(
        {
            "string_id": segment.string_id,
            "segment_id": segment.pk,
            "data": stored.data if stored is not None else "",
            "error": stored.get_error() if stored is not None else None,
            "comment": stored.get_comment() if stored is not None else None,
            "last_translated_by": {"full_name": name_of(request.user), "avatar_url": None},
        }
    )


@api_view(["PUT", "DELETE"])
@permission_classes([IsAuthenticated])
@authentication_classes([SessionAuthentication])
@parser_classes([MultiPartParser, FormParser])
def edit_override(request: Request, translation_id: int, overridable_segment_id: int) -> HttpResponse:
    """Replaces wagtail-localize's view: sets (`value`) or resets the target's own value in one place."""
    translation = _translation(translation_id)
    segment = get_object_or_404(
        OverridableSegment.objects.select_related("context"),
        pk=overridable_segment_id,
        source_id=translation.source_id,
    )
    value = _value(request)
    try:
        stored = SaveOverride(translation=translation, segment=segment, value=value, user=request.user).execute()
    except TranslationError as error:
        return _refusal(error)
    data = json.loads(stored.data_json) if stored is not None else None
    return JsonResponse({"segment_id": segment.pk, "data": data, "error": None})


@xframe_options_sameorigin
def preview_translation(request: HttpRequest, translation_id: int, mode: str | None = None) -> HttpResponse:
    """Replaces wagtail-localize's view, which knows pages only: shows the target as its strings make it now."""
    translation = _translation(translation_id)
    target: Any = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    if not isinstance(target, PreviewableMixin) or not target.is_previewable():
        raise Http404
    chosen = target.default_preview_mode if mode is None else mode
    if chosen not in dict(target.preview_modes):
        raise Http404
    response: HttpResponse = target.make_preview_request(request, chosen)
    return response


def _value(request: Request) -> str:
    """What was sent; "" where it is to be removed."""
    sent: Any = request.data
    return str(sent.get("value", "")) if request.method == "PUT" else ""


def _translation(pk: int) -> Translation:
    return get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=pk)


def _refusal(error: TranslationError) -> JsonResponse:
    status = LOCKED if isinstance(error, LockedTranslationError) else REFUSED
    return JsonResponse({"detail": str(error)}, status=status)
