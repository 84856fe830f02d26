"""What the library adds to Wagtail's admin."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .admin.viewsets import LibraryViewSetGroup
from .exchange.views import ExportView, ImportView

register_snippet(LibraryViewSetGroup)


@hooks.register("register_admin_urls")
def exchange_urls() -> list[URLPattern]:
    """Import and export."""
    return [
        path("library/<slug:name>/import/", ImportView.as_view(), name="partnerships_import"),
        path("library/<slug:name>/export/<slug:file_format>/", ExportView.as_view(), name="partnerships_export"),
    ]
