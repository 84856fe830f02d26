from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from rest_framework.parsers import FormParser, MultiPartParser
from wagtail import hooks
from wagtail.models import Page
from wagtail_localize.views import edit_translation as upstream

from cms.translation import views
from cms.translation.editing import act_on_translation
from cms.translation.exchange.views import download_po, upload_po
from cms.translation.permissions import may

FIRST = -10
"""Before wagtail-localize's own hooks."""


@hooks.register("register_admin_urls", order=FIRST)
def replace_views() -> list[URLPattern | URLResolver]:
    """Takes the addresses of wagtail-localize's views; their names stay its own."""
    for view in (upstream.edit_string_translation, upstream.edit_override):
        view.cls.parser_classes = [MultiPartParser, FormParser]  # the editor posts forms, whatever our API reads
    translation = "translate/<int:translation_id>/"
    guarded = {
        "strings/<int:string_segment_id>/edit/": upstream.edit_string_translation,
        "overrides/<int:overridable_segment_id>/edit/": upstream.edit_override,
        "pofile/download/": download_po,
        "pofile/upload/": upload_po,
        "machine_translate/": upstream.machine_translate,
        "preview/": upstream.preview_translation,
        "preview/<str:mode>/": upstream.preview_translation,
        "disable/": upstream.stop_translation,
    }
    urls: list[URLPattern | URLResolver] = [
        path(translation + address, views.for_target(view)) for address, view in guarded.items()
    ]
    urls += [
        path("submit/page/<int:page_id>/", views.SubmitPageView.as_view()),
        path("submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/", views.SubmitSnippetView.as_view()),
        path("update/<int:translation_source_id>/", views.SynchroniseView.as_view()),
        path("page/<int:page_id>/convert_to_alias/", views.convert_to_alias),
    ]
    return [path("localize/", include(urls))]


@hooks.register("before_edit_page", order=FIRST)
def before_edit_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Carries out what was chosen for a whole translation."""
    return act_on_translation(request, page)


@hooks.register("before_edit_snippet", order=FIRST)
def before_edit_snippet(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Carries out what was chosen for a whole translation."""
    return act_on_translation(request, instance)


@hooks.register("before_publish")
def before_publish(request: HttpRequest, instance: Any) -> None:
    """The editor of snippets asks whether the user may publish the model, not this row."""
    if not may(request.user, "publish", instance):
        raise PermissionDenied
