"""What has changed in a source since it was translated into one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

from cms.translation.admin.addresses import edit_address
from cms.translation.matrix.access import Reach, may_see
from cms.translation.models import Target, TranslationBasis
from cms.translation.texts import UNTRANSLATED_PATHS
from cms.translation.workbench.places import Places

from .texts import Change, compare

Text = Sequence[Sequence[str]]

PUBLISHED, SUBMITTED = "published", "submitted"


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change, the place where it is, and what there is in the target's language."""

    change: Change
    place: str
    translation: str
    """Of the former text."""
    new_translation: str
    """Of the text as it is now, if it is translated already and otherwise than before."""


class ChangesView(WagtailAdminTemplateMixin, TemplateView):
    """The source as it was translated against the source as it is: published, or as translators were given it."""

    page_title = _("What has changed")
    header_icon = "history"
    template_name = "translation/comparing/changes.html"
    _show_breadcrumbs = True
    breadcrumbs_items: ClassVar[list[dict[str, str | Promise]]] = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": reverse_lazy("translation_matrix"), "label": _("Translations")},
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lets in whoever edits, translates or publishes."""
        if not may_see(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    @cached_property
    def target(self) -> Target:
        """The work in that language."""
        targets = Target.objects.select_related("locale", "source_locale", "content_type")
        return get_object_or_404(targets, translation_key=self.kwargs["key"], locale__language_code=self.kwargs["code"])

    @cached_property
    def model(self) -> Any:
        """Of the work."""
        return self.target.content_type.model_class()

    def get_page_subtitle(self) -> str:
        """Title and language."""
        return f"{self.target.title} ({self.target.locale.get_display_name()})"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        label = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, label]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """The workbench and the source's editor, for those who may use them."""
        target = self.target
        buttons = []
        reach = Reach(self.request.user)
        paths = self._paths
        type_id = target.content_type_id
        if target.row_pk and reach.edits(type_id, target.locale_id, paths.get(target.row_pk)):
            address = edit_address(self.model, target.row_pk)
            buttons.append(HeaderButton(_("Translate"), url=address, icon_name="edit", priority=10))
        if reach.edits(type_id, target.source_locale_id, paths.get(target.source_pk)):
            address = edit_address(self.model, target.source_pk)
            buttons.append(HeaderButton(_("Edit the source"), url=address, icon_name="edit", priority=20))
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The changes, or why there is nothing to compare."""
        former = self._former
        compared = SUBMITTED if self.request.GET.get("with") == SUBMITTED and self._submitted else PUBLISHED
        if compared == PUBLISHED and not self._published:
            compared = SUBMITTED
        changes = compare(former, self._published if compared == PUBLISHED else self._submitted) if former else []
        told = [change for change in changes if change.kind != "same"]
        everything = "all" in self.request.GET
        return super().get_context_data(
            **kwargs,
            target=self.target,
            former=former,
            compared=compared,
            choice=bool(self._published and self._submitted and self._published != self._submitted),
            changes=self._shown(changes if everything else told),
            changed=len(told),
            unchanged=len(changes) - len(told),
            everything=everything,
        )

    @cached_property
    def _paths(self) -> dict[int, str]:
        if not issubclass(self.model, Page):
            return {}
        pks = [self.target.source_pk, self.target.row_pk]
        return dict(Page.objects.filter(pk__in=[pk for pk in pks if pk]).values_list("pk", "path"))

    @cached_property
    def _bases(self) -> dict[int, TranslationBasis]:
        bases = TranslationBasis.objects.filter(translation_key=self.target.translation_key)
        return {basis.locale_id: basis for basis in bases}

    @cached_property
    def _former(self) -> Text:
        """What is published here in translation; before that, what the draft translates."""
        basis = self._bases.get(self.target.locale_id)
        if basis is None:
            return []
        return (basis.source_text if self.target.live else basis.draft_text) or basis.draft_text or basis.source_text

    @cached_property
    def _published(self) -> Text:
        basis = self._bases.get(self.target.source_locale_id)
        return basis.source_text if basis else []

    @cached_property
    def _submitted(self) -> Text:
        segments = StringSegment.objects.filter(
            source__object_id=self.target.translation_key, source__locale_id=self.target.source_locale_id
        ).exclude(context__path__in=UNTRANSLATED_PATHS)
        return [list(pair) for pair in segments.order_by("order").values_list("context__path", "string__data")]

    def _shown(self, changes: list[Change]) -> list[ShownChange]:
        key: UUID = self.target.translation_key
        translations = {
            (path, text): translated
            for path, text, translated in StringTranslation.objects.filter(
                context__object_id=key, locale_id=self.target.locale_id, has_error=False
            ).values_list("context__path", "translation_of__data", "data")
        }
        source = self.model._default_manager.filter(pk=self.target.source_pk).first()
        places = Places(self.model, source.serializable_data() if source else {})
        shown = []
        for change in changes:
            before = translations.get(change.old, "") if change.old else ""
            now = translations.get(change.new, "") if change.new else ""
            place = places.at(change.path).title
            shown.append(ShownChange(change, place, before, now if now != before else ""))
        return shown
