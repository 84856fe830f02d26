"""Lists of library entries whose number of queries does not grow with their rows."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import LiveStatusTagColumn, LocaleColumn, UpdatedAtColumn
from wagtail.admin.widgets.button import Button, ButtonWithDropdown
from wagtail.models import Locale, Revision, WorkflowState
from wagtail.snippets.views.snippets import IndexView

from cms.core.dates import PartialDate

from ..models import Conference, Municipality, Partnership
from ..models.named_entry import NamedEntry, find

LOCALE_COUNT = "locale_count"
EXCHANGED = frozenset({"municipality", "partnership", "conference"})
"""Models that can be imported and exported, see ``partnerships.exchange.resources``."""


def with_locale_count(queryset: QuerySet[Any]) -> QuerySet[Any]:
    """Rows that know in how many locales their work exists."""
    siblings = queryset.model._default_manager.filter(translation_key=OuterRef("translation_key")).order_by()
    counted = siblings.values("translation_key").annotate(count=Count("pk")).values("count")
    return queryset.annotate(**{LOCALE_COUNT: Subquery(counted)})


def with_status(queryset: QuerySet[Any]) -> QuerySet[Any]:
    """Rows that know whether they are scheduled or in a workflow, as the status column asks."""
    scheduled = Revision.objects.filter(approved_go_live_at__isnull=False)
    return queryset.prefetch_related(
        Prefetch("_revisions", queryset=scheduled, to_attr="scheduled_revisions"),
        Prefetch("_workflow_states", queryset=WorkflowState.objects.active(), to_attr="_current_workflow_states"),
    )


class LibraryIndexView(IndexView):
    """A list of library entries, searched by any name in any language."""

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return find(queryset, self.search_query) if self.is_searching else queryset

    @cached_property
    def is_searchable(self) -> bool:
        return True

    @cached_property
    def _number_of_locales(self) -> int:
        return Locale.objects.count()

    @cached_property
    def _may_translate(self) -> bool:
        return bool(self.request.user.has_perm("wagtail_localize.submit_translation"))

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """Import and export, where the type has them and the user may."""
        buttons = list(super().header_more_buttons)
        if self.model._meta.model_name not in EXCHANGED:
            return buttons
        url = reverse("partnerships_import", args=[self.model._meta.model_name])
        allowed = self.user_has_permission("add") and self.user_has_permission("change")
        button = Button(_("Import and export"), url=url, icon_name="upload", priority=80)
        return [*buttons, button] if allowed else buttons

    def get_list_buttons(self, instance: NamedEntry) -> list[Any]:
        """Edit, translate, delete. Hooks are left out: wagtail-localize's asks the database three things a row."""
        buttons: list[Button] = []
        if url := self.get_edit_url(instance):
            buttons.append(Button(_("Edit"), url=url, icon_name="edit", priority=10))
        if self._may_translate and getattr(instance, LOCALE_COUNT) < self._number_of_locales:
            buttons.append(
                Button(_("Translate"), url=translate_url(instance), icon_name="wagtail-localize-language", priority=20)
            )
        if url := self.get_delete_url(instance):
            buttons.append(Button(_("Delete"), url=url, icon_name="bin", priority=30))
        if not buttons:
            return []
        label = _("More options for '%(title)s'") % {"title": str(instance)}
        return [ButtonWithDropdown(buttons=buttons, icon_name="dots-horizontal", attrs={"aria-label": label})]


def translate_url(entry: NamedEntry) -> str:
    """Where wagtail-localize takes the entry for translation."""
    arguments = [entry._meta.app_label, entry._meta.model_name, quote(entry.pk)]
    return reverse("wagtail_localize:submit_snippet_translation", args=arguments)


def since(partnership: Partnership) -> str:
    """When it was founded, in the admin's language."""
    founding = partnership.founding()
    return _date(founding.date) if founding else ""


def statuses(partnership: Partnership) -> str:
    """The status of each side, in the order of the sides."""
    return " · ".join(side.get_status_display() for side in partnership.sides.all())


def region_name(municipality: Municipality) -> str:
    """The region's name in the municipality's own language."""
    region = municipality.region
    return region.name_in(municipality.locale.language_code) or region.code if region else ""


def period(conference: Conference) -> str:
    """When it takes place, in the admin's language."""
    value = conference.period()
    return value.text(_language()) if value else ""


def places(conference: Conference) -> str:
    """Where it takes place."""
    return ", ".join(str(place.municipality) for place in conference.places.all())


def _date(edtf: str) -> str:
    return PartialDate.parse(edtf).text(_language())


def _language() -> str:
    return get_language() or ""


def columns(*own: Any) -> list[Any]:
    """The title, the type's own columns, and what every list ends with.

    Wagtail translates its own labels once, when a column is made; these follow whoever looks at the list.
    """
    return [
        "__str__",
        LocaleColumn(label=gettext_lazy("Locale")),
        *own,
        LiveStatusTagColumn(label=gettext_lazy("Status")),
        UpdatedAtColumn(label=gettext_lazy("Updated")),
    ]
