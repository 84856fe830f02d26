from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import Panel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from cms.publishing.projection import publication

from .projected import Projected


class BasePage(Projected, Page):
    """What all our pages share: they are projected when saved, and served and previewed from their document.

    Concrete pages set `facts` (see `cms.core.facts`) and belong to a registered edition type.
    """

    promote_panels: ClassVar[list[Panel]] = list(Page.promote_panels)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with publication() as batch:
            before = Page.objects.filter(pk=self.pk).values_list("url_path", flat=True).first()
            super().save(*args, **kwargs)
            if before is not None and before != self.url_path:
                batch.touch_tree(self)

    def get_route_paths(self) -> list[str]:
        """Where it can be viewed: nowhere as long as it was never published, so that no redirect leads from there."""
        return super().get_route_paths() if self.first_published_at else []

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        from ..site.routing import route_by_address

        return route_by_address(self, request, path_components) or super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from cms.core.site.serve import serve_page

        return serve_page(request, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        from cms.core.site.serve import serve_preview

        return serve_preview(request, self, mode_name)
