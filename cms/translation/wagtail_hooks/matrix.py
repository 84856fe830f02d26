"""Reports → Translations, and what has changed since a work was translated."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.translation.comparing.view import ChangesView
from cms.translation.listing import put_in_place
from cms.translation.matrix.access import may_see
from cms.translation.matrix.report import MatrixView, former_report

BEFORE = -10
"""wagtail-localize's hooks come after."""
REPLACED = "wagtail_localize:translations_report"

put_in_place()


@hooks.register("register_admin_urls", order=BEFORE)
def urls() -> list[URLPattern | URLResolver]:
    """The matrix, also in the place of wagtail-localize's report."""
    former: list[URLPattern] = [
        path("reports/translations/", former_report),
        path("reports/translations/results/", former_report),
    ]
    return [
        path("reports/translations/", MatrixView.as_view(), name="translation_matrix"),
        path("reports/translations/results/", MatrixView.as_view(results_only=True), name="translation_matrix_results"),
        path("localize/", include(former)),
        path("translations/<uuid:key>/<str:code>/changes/", ChangesView.as_view(), name="translation_changes"),
    ]


class MatrixMenuItem(MenuItem):
    """Shown to those who may see the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """The report's place in the menu."""
    return MatrixMenuItem(
        _("Translations"),
        reverse("translation_matrix"),
        name="translations",
        icon_name="wagtail-localize-language",
        order=100,
    )


@hooks.register("construct_reports_menu")
def drop_former_report(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """wagtail-localize's report looks at every string of every translation."""
    former = reverse(REPLACED)
    menu_items[:] = [item for item in menu_items if item.url != former]
