"""The library's menu and what stands behind each of its entries."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from ..models import (
    Conference,
    ConferenceSeries,
    Contact,
    Municipality,
    Organisation,
    Partnership,
    Region,
)
from . import filters, listing, panels
from .choosers import ChooserViewSet, LibraryChooserViewSet, MunicipalityChooserViewSet, RegionChooserViewSet
from .conference_panels import conference_form
from .listing import LibraryIndexView, columns, with_locale_count, with_status


class LibraryViewSet(SnippetViewSet):
    """What all types of library entries share."""

    index_view_class = LibraryIndexView
    chooser_viewset_class = LibraryChooserViewSet
    list_per_page = 50
    ordering: tuple[str, ...] = ("slug", "locale")  # the rows of a work stand together
    copy_view_enabled = False
    prefetch: tuple[str, ...] = ()
    join: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = self.model._default_manager.select_related("locale", *self.join).prefetch_related(*self.prefetch)
        return with_status(with_locale_count(rows))


class PartnershipViewSet(LibraryViewSet):
    """Partnerships with what an editor asks first: since when, and how do things stand."""

    model = Partnership
    icon = "link"
    menu_label = _("Partnerships")
    menu_order = 100
    prefetch = ("sides", "milestones")
    edit_handler = panels.partnership_form()
    filterset_class = filters.PartnershipFilterSet
    list_display = columns(
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("since", label=_("Since"), accessor=listing.since),
        Column("status", label=_("Status of the sides"), accessor=listing.statuses),
        DateColumn("last_verified", label=_("Last verified"), sort_key="last_verified"),
    )


class MunicipalityViewSet(LibraryViewSet):
    """Municipalities of any kind."""

    model = Municipality
    chooser_viewset_class = MunicipalityChooserViewSet
    icon = "site"
    menu_label = _("Municipalities")
    menu_order = 200
    join = ("region",)
    edit_handler = panels.municipality_form()
    filterset_class = filters.MunicipalityFilterSet
    list_display = columns(
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("country", label=_("Country"), accessor="get_country_display", sort_key="country"),
        Column("region", label=_("Region"), accessor=listing.region_name, sort_key="region_id"),
    )


class ConferenceViewSet(LibraryViewSet):
    """Conferences, the latest first."""

    model = Conference
    icon = "calendar-alt"
    menu_label = _("Conferences")
    menu_order = 300
    join = ("series",)
    prefetch = ("places__municipality",)
    ordering = ("-start", "slug", "locale")
    edit_handler = conference_form()
    filterset_class = filters.ConferenceFilterSet
    list_display = columns(
        Column("number", label=_("Number"), accessor="number"),
        Column("period", label=_("When"), accessor=listing.period, sort_key="start"),
        Column("places", label=_("Where"), accessor=listing.places),
        Column("state", label=_("Conference status"), accessor="get_status_display", sort_key="status"),
    )


class OrganisationViewSet(LibraryViewSet):
    """Organisations."""

    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    menu_order = 400
    edit_handler = panels.organisation_form()
    filterset_class = filters.OrganisationFilterSet
    list_display = columns(Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"))


class ContactViewSet(LibraryViewSet):
    """Contacts and how long they are valid."""

    model = Contact
    icon = "mail"
    menu_label = _("Contacts")
    menu_order = 500
    join = ("organisation",)
    edit_handler = panels.contact_form()
    filterset_class = filters.ContactFilterSet
    list_display = columns(
        Column("email", label=_("E-mail"), accessor="email", sort_key="email"),
        DateColumn("valid_to", label=_("Valid to"), sort_key="valid_to"),
    )


class RegionViewSet(SnippetViewSet):
    """Regions; they need no translation, for a row holds the names in all languages."""

    model = Region
    chooser_viewset_class = RegionChooserViewSet
    icon = "globe"
    menu_label = _("Regions")
    menu_order = 600
    list_per_page = 100
    edit_handler = panels.region_form()
    list_display = ["__str__", Column("country", label=_("Country"), accessor="get_country_display")]


class ConferenceSeriesViewSet(SnippetViewSet):
    """Series of conferences."""

    model = ConferenceSeries
    chooser_viewset_class = ChooserViewSet
    icon = "list-ul"
    menu_label = _("Conference series")
    edit_handler = panels.series_form()
    menu_order = 700


class LibraryViewSetGroup(SnippetViewSetGroup):
    """The menu."""

    items = (
        PartnershipViewSet,
        MunicipalityViewSet,
        ConferenceViewSet,
        OrganisationViewSet,
        ContactViewSet,
        RegionViewSet,
        ConferenceSeriesViewSet,
    )
    menu_label = _("Partnership library")
    menu_name = "library"
    menu_icon = "globe"
    menu_order = 200
