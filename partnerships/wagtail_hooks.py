"""What the library adds to Wagtail's admin."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet

from .admin.viewsets import LibraryViewSetGroup

register_snippet(LibraryViewSetGroup)
