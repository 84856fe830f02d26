from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail_localize.views import edit_translation as upstream

from cms.translation import views
from cms.translation.admin.stop_view import stop_translation
from cms.translation.exchange.views import download_po, upload_po
from cms.translation.permissions import may
from cms.translation.submitting.views import SubmitPageView, SubmitSnippetView
from cms.translation.workbench import localize_views

FIRST = -10
"""Before wagtail-localize's own hooks."""


@hooks.register("register_admin_urls", order=FIRST)
def replace_views() -> list[URLPattern | URLResolver]:
    """Takes the addresses of wagtail-localize's views; their names stay its own."""
    translation = "translate/<int:translation_id>/"
    guarded = {
        "strings/<int:string_segment_id>/edit/": localize_views.edit_string_translation,
        "overrides/<int:overridable_segment_id>/edit/": localize_views.edit_override,
        "pofile/download/": download_po,
        "pofile/upload/": upload_po,
        "machine_translate/": upstream.machine_translate,
        "preview/": localize_views.preview_translation,
        "preview/<str:mode>/": localize_views.preview_translation,
        "disable/": stop_translation,
    }
    urls: list[URLPattern | URLResolver] = [
        path(translation + address, views.for_target(view)) for address, view in guarded.items()
    ]
    urls += [
        path("submit/page/<int:page_id>/", SubmitPageView.as_view()),
        path("submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/", SubmitSnippetView.as_view()),
        path("update/<int:translation_source_id>/", views.SynchroniseView.as_view()),
        path("page/<int:page_id>/convert_to_alias/", views.convert_to_alias),
    ]
    return [path("localize/", include(urls))]


@hooks.register("before_publish")
def before_publish(request: HttpRequest, instance: Any) -> None:
    """The editor of snippets asks whether the user may publish the model, not this row."""
    if not may(request.user, "publish", instance):
        raise PermissionDenied
