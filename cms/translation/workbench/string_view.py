"""One string by itself: what the workbench's script saves while a translator types."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, Translation

from cms.translation.errors import LockedTranslationError, TranslationError
from cms.translation.operations.known_string import known_string
from cms.translation.operations.save_string import (
    SaveString,
    SourceChangedError,
    StringConflictError,
)
from cms.translation.operations.target_row import TargetIsGoneError, target_row
from cms.translation.permissions import may
from cms.translation.seen import Seen

from .markup import stored_form, typed_form
from .rows import FAULTY, OPTIONAL, STATES, TRANSLATED, UNTRANSLATED, is_optional
from .saving import Outcome, keep_homeless

FORBIDDEN, CONFLICT, GONE, REFUSED, LOCKED = 403, 409, 410, 422, 423


def string_view(request: HttpRequest, translation_id: int, context_id: int, string_id: int) -> HttpResponse:
    """Stores the posted `text`, written over what `seen` names. The answer says what has become of it.

    `status` 200: saved. 409: somebody else's text (`theirs`) stands there, or the source has changed. 410: the target
    was deleted. 422: something is wrong with the text. 423: locked, 403: not allowed. `message` is a sentence for the
    translator.
    """
    if request.method != "POST":
        return HttpResponse(status=405)
    known = known_string(Translation.objects.filter(pk=translation_id), context_id, string_id)
    if known is None:
        raise Http404
    translation, segment = known.translation, known.segment
    try:
        row = target_row(translation)
    except TargetIsGoneError as error:
        return JsonResponse({"message": str(error)}, status=GONE)
    if not may(request.user, "change", row):
        return JsonResponse({"message": _("You may not change this translation.")}, status=FORBIDDEN)
    if segment is None:
        return _source_changed(request.POST, translation, context_id, string_id, request.user)
    plain = not known.rich
    operation = SaveString(
        translation=translation,
        segment=segment,
        text=stored_form(request.POST.get("text", ""), plain=plain),
        seen=request.POST.get("seen", ""),
        user=request.user,
        row=row,
        known=known,
    )
    try:
        stored = operation.execute()
    except StringConflictError as error:
        answer = {"theirs": typed_form(error.text, plain=plain), "seen": str(Seen.of(segment.string.data, error.text))}
        return JsonResponse({"message": str(error), **answer}, status=CONFLICT)
    except SourceChangedError as error:
        return JsonResponse({"message": str(error)}, status=CONFLICT)
    except LockedTranslationError as error:
        return JsonResponse({"message": str(error)}, status=LOCKED)
    except TranslationError as error:
        return JsonResponse({"message": str(error)}, status=REFUSED)
    data = stored.data if stored is not None else ""
    state = _state(segment, data, has_error=bool(stored and stored.has_error))
    return JsonResponse(
        {
            "message": _("Saved") if data else _("Removed"),
            "seen": str(Seen.of(segment.string.data, data)),
            "state": state,
            "label": str(STATES[state]),
        }
    )


def _state(segment: StringSegment, data: str, *, has_error: bool) -> str:
    if data:
        return FAULTY if has_error else TRANSLATED
    return OPTIONAL if is_optional(segment.context.path, segment.string.data) else UNTRANSLATED


def _source_changed(
    form: QueryDict, translation: Translation, context_id: int, string_id: int, user: Any
) -> JsonResponse:
    """The string is gone: what was typed becomes a proposal, or stays in the field and nowhere else."""
    key = f"{context_id}-{string_id}"
    outcome = Outcome()
    kept = keep_homeless(outcome, translation, key, form.get("text", ""), None, user)
    if kept is None:
        return JsonResponse({"message": str(SourceChangedError())}, status=CONFLICT)
    message = _("The source of this text has changed. What you typed is kept as a proposal for its new source.")
    return JsonResponse({"message": message, "kept": True}, status=CONFLICT)
