"""Publishing languages together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button, ListingButton
from wagtail.models import DraftStateMixin, Page, TranslatableMixin

from cms.translation.permissions import may
from cms.translation.releases.admin.report import OpenReleasesView
from cms.translation.releases.admin.view import ReleaseView, release_address

FIRST_HOME_DEPTH = 2


@hooks.register("register_admin_urls")
def release_urls() -> list[URLPattern]:
    """The page of one work, and the list of all that is planned."""
    return [
        path(
            "translations/release/<slug:app_label>/<slug:model_name>/<str:pk>/",
            ReleaseView.as_view(),
            name="translation_release",
        ),
        path("reports/joint-publications/", OpenReleasesView.as_view(), name="translation_releases"),
        path(
            "reports/joint-publications/results/",
            OpenReleasesView.as_view(results_only=True),
            name="translation_releases_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def reports_menu_item() -> MenuItem:
    """What is planned."""
    return MenuItem(
        gettext_lazy("Joint publications"),
        reverse("translation_releases"),
        name="joint-publications",
        icon_name="wagtail-localize-language",
        order=840,
    )


def has_releases(row: Any) -> bool:
    """Whether languages of the row's work can be published together."""
    if not isinstance(row, TranslatableMixin) or not isinstance(row, DraftStateMixin):
        return False
    return not isinstance(row, Page) or (row.depth > FIRST_HOME_DEPTH and not row.alias_of_id)


@hooks.register("register_translation_editor_buttons")
def editor_buttons(row: Any, user: Any) -> Iterator[Button]:
    """Below the workbench."""
    if has_releases(row):
        yield Button(_("Publish languages together"), url=release_address(row), icon_name="wagtail-localize-language")


@hooks.register("register_page_header_buttons")
def page_header_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """In the menu of a page."""
    if has_releases(page) and page.permissions_for_user(user).can_edit():
        yield Button(
            _("Publish languages together"),
            url=release_address(page),
            icon_name="wagtail-localize-language",
            priority=61,
        )


@hooks.register("register_snippet_listing_buttons")
def snippet_listing_buttons(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """In the menu of a library entry in its list."""
    if has_releases(snippet) and may(user, "change", snippet):
        yield ListingButton(
            _("Publish languages together"),
            release_address(snippet),
            icon_name="wagtail-localize-language",
            priority=61,
        )
