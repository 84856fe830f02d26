"""Asking before a target that is written by hand is translated string by string again."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail_localize.models import Translation

from cms.translation.carrying.typography import words_of
from cms.translation.errors import TranslationError
from cms.translation.operations.resume import HandwrittenError, ResumeTranslation

from .addresses import edit_address


class ResumeView(WagtailAdminTemplateMixin, TemplateView):
    """Says what becomes of what was written by hand, and takes the translation up again."""

    template_name = "translation/resume.html"
    page_title = gettext_lazy("Translate string by string again")
    header_icon = "rotate"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            self.refusal: TranslationError | None = None
            self.operation.check()
        except TranslationError as error:
            self.refusal = error
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def translation(self) -> Translation:
        """The one that the address names; it must be at rest."""
        found = Translation.objects.select_related("source", "target_locale")
        translation: Translation = get_object_or_404(found, pk=self.kwargs["pk"], enabled=False)
        return translation

    @cached_property
    def operation(self) -> ResumeTranslation:
        """What is about to be done."""
        return ResumeTranslation(
            translation=self.translation, user=self.request.user, discard=bool(self.request.POST.get("discard"))
        )

    @property
    def address(self) -> str:
        """The target's editor; "" where the target was deleted."""
        model: Any = self.translation.source.specific_content_type.model_class()
        work = model._default_manager.filter(
            translation_key=self.translation.source.object_id, locale_id=self.translation.target_locale_id
        )
        pk = work.values_list("pk", flat=True).first()
        return edit_address(model, pk) if pk is not None else ""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.operation.execute()
        except TranslationError as error:
            self.refusal = error
            return self.render_to_response(self.get_context_data())
        messages.success(
            request,
            _("“%(title)s” is translated into %(language)s string by string again.")
            % {
                "title": self.translation.source.object_repr,
                "language": self.translation.target_locale.get_display_name(),
            },
        )
        return redirect(self.address or "wagtailadmin_home")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        refused = self.refusal is not None and not isinstance(self.refusal, HandwrittenError)
        by_hand = None if refused else self.operation.by_hand
        return super().get_context_data(
            refusal=self.refusal if refused else None,
            kept=[words_of(text) for text in by_hand.fitting.values()] if by_hand else [],
            homeless=[words_of(text) for text in by_hand.homeless] if by_hand else [],
            address=self.address,
            lang=self.translation.target_locale.language_code,
            **kwargs,
        )

    def get_page_subtitle(self) -> str:
        return _("“%(title)s” in %(language)s") % {
            "title": self.translation.source.object_repr,
            "language": self.translation.target_locale.get_display_name(),
        }

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        label = f"{self.translation.source.object_repr} ({self.translation.target_locale.get_display_name()})"
        return [
            *self.breadcrumbs_items,
            {"url": self.address, "label": label},
            {"url": "", "label": self.get_page_title()},
        ]
