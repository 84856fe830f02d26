"""The page under which a part of the library is listed and its entries have their addresses."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.search import index

from cms.core.models.base_page import BasePage
from cms.core.rich_text import TEXT_FEATURES


class LibrarySection(models.TextChoices):
    """The parts of the library that have pages."""

    PARTNERSHIPS = "partnerships", _("partnerships")
    MUNICIPALITIES = "municipalities", _("municipalities")
    CONFERENCES = "conferences", _("conferences")


EDITION_TYPES: dict[str, str] = {
    LibrarySection.PARTNERSHIPS: "partnership",
    LibrarySection.MUNICIPALITIES: "municipality",
    LibrarySection.CONFERENCES: "conference",
}
"""Which edition type a section lists."""


class LibraryPage(RoutablePageMixin, BasePage):
    """Lists all partnerships, municipalities or conferences; each entry is served below it at its slug."""

    facts: ClassVar[tuple[str, ...]] = ("shows",)

    shows = models.CharField(
        _("shows"),
        max_length=20,
        choices=LibrarySection.choices,
        help_text=_("Which part of the library is listed here. Have one such page a part and language."),
    )
    intro = RichTextField(_("introduction"), blank=True, features=TEXT_FEATURES, help_text=_("Stands above the list."))

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("shows"), FieldPanel("intro")]
    search_fields: ClassVar = [*BasePage.search_fields, index.SearchField("intro"), index.FilterField("shows")]

    page_description = _("Lists a part of the partnership library; its entries have their pages below it.")

    class Meta:
        verbose_name = _("library page")
        verbose_name_plural = _("library pages")

    @property
    def listing_type(self) -> str:
        """The edition type that the page lists."""
        return EDITION_TYPES[self.shows]

    @property
    def listing_kind(self) -> str:
        """Library pages list every kind."""
        return ""

    @path("")
    def show_list(self, request: HttpRequest) -> HttpResponse:
        """The list itself: an edition like every other page."""
        return self.serve_itself(request)

    @path("<slug:slug>/")
    def show_entry(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One entry, from its edition."""
        from cms.core.site.serve import serve_edition

        return serve_edition(request, self.listing_type, slug)

    def serve_itself(self, request: HttpRequest) -> HttpResponse:
        """The page without a sub-path, past RoutablePageMixin."""
        return BasePage.serve(self, request)
