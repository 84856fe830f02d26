"""All that was ever written in one place of a target, and bringing an older text back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail_localize.models import StringSegment, StringTranslation, TemplateSegment, Translation, TranslationContext

from cms.translation import history
from cms.translation.admin.addresses import edit_address
from cms.translation.errors import TranslationError
from cms.translation.models import StringChange
from cms.translation.operations.save_string import SaveString
from cms.translation.operations.target_row import target_row
from cms.translation.permissions import may
from cms.translation.seen import Seen

from .breadcrumbs import breadcrumbs
from .loading import places_of
from .markup import with_chips
from .rows import name_of


class StringHistoryView(WagtailAdminTemplateMixin, TemplateView):
    """The history of the strings in one place; each former text can become the translation again."""

    template_name = "translation/workbench/history.html"
    page_title = gettext_lazy("History of a text")
    header_icon = "history"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may(request.user, "change", self.row):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def translation(self) -> Translation:
        """Of the target."""
        translations = Translation.objects.select_related("source__locale", "target_locale")
        return get_object_or_404(translations, pk=self.kwargs["translation_id"])

    @cached_property
    def row(self) -> Any:
        """The target."""
        return target_row(self.translation)

    @cached_property
    def context(self) -> TranslationContext:
        """The place."""
        of_work = TranslationContext.objects.filter(object_id=self.translation.source.object_id)
        return get_object_or_404(of_work, pk=self.kwargs["context_id"])

    @cached_property
    def segments(self) -> list[StringSegment]:
        """What the source says there now; in rich text, one for each paragraph."""
        segments = StringSegment.objects.filter(source_id=self.translation.source_id, context_id=self.context.pk)
        return list({found.string_id: found for found in segments.select_related("string", "context")}.values())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        way = breadcrumbs(self.row, self.request.user, str(self.row))
        way[-1]["url"] = edit_address(type(self.row), self.row.pk)
        return [*way, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plain = not TemplateSegment.objects.filter(
            source_id=self.translation.source_id, context_id=self.context.pk
        ).exists()
        here = {segment.string.data: segment for segment in self.segments}
        stored = dict(
            StringTranslation.objects.filter(
                context_id=self.context.pk, locale_id=self.translation.target_locale_id
            ).values_list("translation_of__data", "data")
        )
        only = self.segments[0] if len(self.segments) == 1 else None
        entries = []
        asked = next((found for found in self.segments if str(found.string_id) == self.request.GET.get("string")), None)
        written = history.history_of(self.context, self.translation.target_locale)
        for entry in _about(asked.string.data, written) if asked and only is None else written:
            segment = here.get(entry.source) or only
            now = stored.get(segment.string.data, "") if segment else ""
            restorable = bool(segment and entry.text and entry.text != now)
            entries.append(
                {
                    "entry": entry,
                    "text": with_chips(entry.text, plain=plain),
                    "source": with_chips(entry.source, plain=plain),
                    "person": name_of(entry.person),
                    "origin": entry.origin.label,
                    "is_now": bool(segment and entry.text and entry.text == now),
                    "segment": segment if restorable else None,
                    "seen": str(Seen.of(segment.string.data, now)) if segment else "",
                }
            )
        return super().get_context_data(**kwargs) | {
            "entries": entries,
            "is_part": asked is not None and only is None,
            "place": places_of(self.translation).at(self.context.path),
            "back": edit_address(type(self.row), self.row.pk),
            "source_language": self.translation.source.locale.language_code,
            "target_language": self.translation.target_locale.language_code,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Restores the text of the entry `change` for the string `string`."""
        number, string = request.POST.get("change", ""), request.POST.get("string", "")
        change = StringChange.objects.filter(
            pk=int(number) if number.isdecimal() else 0,
            locale_id=self.translation.target_locale_id,
            context__object_id=self.translation.source.object_id,
        ).first()
        segment = next((found for found in self.segments if str(found.string_id) == string), None)
        if change is None or segment is None:
            raise Http404
        try:
            SaveString(
                translation=self.translation,
                segment=segment,
                text=change.text,
                seen=request.POST.get("seen", ""),
                origin=StringChange.Origin.RESTORED,
                user=request.user,
                row=self.row,
            ).execute()
        except TranslationError as error:
            messages.error(request, str(error))
            return redirect(request.path)
        messages.success(request, _("The former text is the translation again."))
        key = f"{segment.context_id}-{segment.string_id}"
        return redirect(f"{edit_address(type(self.row), self.row.pk)}?string={key}#string-{key}")


def _about(source: str, entries: Iterable[history.Entry]) -> list[history.Entry]:
    """The entries about one string of a place that has several, and about what it was carried over from."""
    entries = list(entries)
    sources = {source}
    for entry in entries:  # the latest first: what a text was carried over from is older
        if entry.source in sources and entry.former_source:
            sources |= {entry.former_source, *entry.former_source.split(history.SEVERAL)}
    return [entry for entry in entries if entry.source in sources]
