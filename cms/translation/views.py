"""wagtail-localize's views, with the questions asked that they forget."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views import convert
from wagtail_localize.views.update_translations import UpdateTranslationsView

from .errors import LockedTranslationError
from .operations.target_row import TargetIsGoneError, target_row
from .operations.update_from_source import hand_over
from .permissions import may
from .refusals import refuse_locked, refuse_moderated

READING = frozenset({"GET", "HEAD", "OPTIONS"})


def for_target(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Lets through who may change the target of `translation_id`; to write, it must not be locked for them."""

    @wraps(view)
    def guarded(request: HttpRequest, translation_id: int, **kwargs: Any) -> HttpResponse:
        translation = get_object_or_404(
            Translation.objects.select_related("source", "target_locale"), pk=translation_id
        )
        called_by_script = request.method in {"PUT", "DELETE"}
        try:
            target = target_row(translation)
        except TargetIsGoneError as error:
            if called_by_script:
                return JsonResponse({"detail": str(error)}, status=410)
            raise
        if not may(request.user, "change", target):
            if called_by_script:
                return JsonResponse({"detail": _("You may not change this translation.")}, status=403)
            raise PermissionDenied
        if request.method not in READING:
            try:
                refuse_locked(target, translation.target_locale, request.user)
            except LockedTranslationError as error:
                if called_by_script:
                    return JsonResponse({"detail": str(error)}, status=423)
                raise
        return view(request, translation_id=translation_id, **kwargs)

    return guarded


def convert_to_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """Replacing a target by a copy of its source takes it off the site: only who may publish it may do so.

    Not while somebody has locked it, or its moderation runs.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    if not may(request.user, "publish", page):
        raise PermissionDenied
    if request.method not in READING:
        refuse_locked(page, page.locale, request.user)
        refuse_moderated(page, page.locale)
    return convert.convert_to_alias(request, page_id)


class SynchroniseView(UpdateTranslationsView):
    """Gives translators the source's new text; never publishes: the targets would show it untranslated."""

    def get_form(self) -> forms.Form:
        form: forms.Form = super().get_form()
        publishing = form.fields["publish_translations"]
        publishing.disabled = True
        publishing.initial = False
        publishing.widget = forms.HiddenInput()
        return form

    @transaction.atomic
    def form_valid(self, form: forms.Form) -> HttpResponse:
        hand_over(self.object, self.request.user)
        translations = list(self.object.translations.filter(enabled=True).select_related("target_locale"))
        for translation in translations:
            self.object.update_target_view_restrictions(translation.target_locale)
        self.components.save(self.object, sources_and_translations={self.object: translations})
        messages.success(self.request, self.get_success_message())
        return redirect(self.get_success_url() or self.get_default_success_url())
