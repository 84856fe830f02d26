from __future__ import annotations

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.search import index

from .projected import Projected


class LibraryEntry(
    Projected,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    TranslatableMixin,
    index.Indexed,
    ClusterableModel,
):
    """A snippet of the partnership library: translatable, drafted, revised, moderated, and projected when saved."""

    slug = models.SlugField(
        _("address"),
        max_length=120,
        blank=True,
        help_text=_("Last part of the address, the same in every language. Left empty, it is made from the name."),
    )

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        from cms.core.site.serve import serve_preview

        return serve_preview(request, self, mode_name)
