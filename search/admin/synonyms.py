"""Where editors keep synonyms."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from ..models import Synonym
from ..models.synonym import LONGEST


class AddSynonymView(CreateView):  # type: ignore[misc]  # Wagtail has no types
    """May be opened with the first phrase and the language in the address."""

    def get_initial_form_instance(self) -> Synonym:
        """A group with what the address says."""
        given = self.request.GET
        return Synonym(phrases=given.get("phrases", "")[:LONGEST], locale=given.get("locale", "")[:20])


class SynonymViewSet(SnippetViewSet):
    """Groups of words that stand for the same."""

    model = Synonym
    icon = "search"
    add_view_class = AddSynonymView
    menu_label = _("Search synonyms")
    menu_name = "search-synonyms"
    add_to_settings_menu = True
    copy_view_enabled = False
    list_per_page = 100
    ordering = ("phrases", "pk")
    search_fields = ("phrases",)
    search_backend_name = None
    list_filter = ("locale", "active")
    list_display = (
        "__str__",
        Column(
            "locale", label=_("Language"), accessor=lambda row: row.get_locale_display() or _("all"), sort_key="locale"
        ),
        BooleanColumn("active", label=_("Active"), sort_key="active"),
        UpdatedAtColumn(label=_("Changed"), accessor="changed_at"),
    )
    edit_handler = ObjectList(
        [
            FieldPanel("phrases", widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"})),
            FieldPanel("locale"),
            FieldPanel("active"),
        ]
    )
