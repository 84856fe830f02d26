"""Where signatories are kept."""

from typing import Any, ClassVar

import django_filters
from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from ..models import Signatory, SolidarityLetterPage
from .signatory_forms import SignatoryForm, letter_choices
from .signatory_import_view import SignatoryImportView
from .signatory_withdraw_view import SignatoryWithdrawView


class SignatoryFilterSet(WagtailFilterSet):
    """Narrows the list to one letter, or to what has yet to be confirmed."""

    letter_key = django_filters.ChoiceFilter(label=_("Letter"), choices=letter_choices)
    confirmed = django_filters.BooleanFilter(
        label=_("Confirmed"), field_name="confirmed_at", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = Signatory
        fields: ClassVar[list[str]] = ["letter_key", "capacity", "visibility"]


class SignatoryIndexView(IndexView):
    """The list of those who stand by their signature, with the import and the withdrawal."""

    def get_base_queryset(self) -> QuerySet[Signatory]:
        """Return the rows with the title of their letter as it was first written."""
        letters = SolidarityLetterPage.objects.filter(translation_key=OuterRef("letter_key")).order_by("pk")
        return (
            Signatory.objects.standing()
            .select_related("municipality")
            .annotate(letter_title=Subquery(letters.values("draft_title")[:1]))
        )

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """Add the import to the menu: a second button would leave the heading no room."""
        buttons: list[Any] = list(super().header_more_buttons)
        if self.user_has_permission("add"):
            letter = self.request.GET.get("letter_key", "")
            url = reverse("signatories:import") + (f"?letter_key={letter}" if letter else "")
            buttons.append(Button(_("Import CSV"), url=url, icon_name="upload", priority=80))
        return buttons

    def get_list_more_buttons(self, instance: Signatory) -> list[Any]:
        """Add the withdrawal."""
        buttons: list[Any] = super().get_list_more_buttons(instance)
        if self.user_has_permission("change"):
            url = reverse("signatories:withdraw", args=[instance.pk])
            buttons.append(Button(_("Withdraw and erase"), url=url, icon_name="bin", priority=25))
        return buttons


class SignatoryCreateView(CreateView):
    """A new signatory, of the letter that the list was narrowed to."""

    def get_initial(self) -> dict[str, Any]:
        """Take the letter from the address."""
        return {**super().get_initial(), "letter_key": self.request.GET.get("letter_key")}


class SignatoryViewSet(ModelViewSet):
    """Signatories of all letters. Those who have withdrawn are no longer listed."""

    model = Signatory
    name = "signatories"
    icon = "group"
    menu_label = _("Signatories")
    menu_order = 250
    add_to_admin_menu = True
    index_view_class = SignatoryIndexView
    add_view_class = SignatoryCreateView
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display: ClassVar[list[Any]] = [
        "name",
        Column("municipality", label=_("Municipality")),
        Column("organisation", label=_("Organisation")),
        Column("get_capacity_display", label=_("Signs")),
        Column("get_visibility_display", label=_("Visibility")),
        BooleanColumn("is_confirmed", label=_("Confirmed")),
        Column("letter_title", label=_("Letter")),
    ]
    filterset_class = SignatoryFilterSet
    search_fields: ClassVar[list[str]] = ["name", "name_latin", "name_cyrillic", "organisation", "email"]
    search_backend_name = None
    panels: ClassVar[list[Panel]] = [
        FieldPanel("letter_key"),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("name_latin"), FieldPanel("name_cyrillic")]),
        FieldPanel("role"),
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("municipality")]),
        FieldRowPanel([FieldPanel("capacity"), FieldPanel("visibility")]),
        MultiFieldPanel([FieldPanel("email"), FieldPanel("confirmed_at")], heading=_("Never published")),
    ]
    edit_handler = ObjectList(panels, base_form_class=SignatoryForm)

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add import and withdrawal."""
        policy = {"permission_policy": self.permission_policy}
        return [
            *super().get_urlpatterns(),
            path("import/", SignatoryImportView.as_view(**policy), name="import"),
            path("withdraw/<int:pk>/", SignatoryWithdrawView.as_view(**policy), name="withdraw"),
        ]
