"""Wagtail's form for promoted results, filled with a query that readers typed."""

from __future__ import annotations

from typing import Any

from wagtail.contrib.search_promotions.views.settings import CreateView


class PromoteView(CreateView):  # type: ignore[misc]  # Wagtail has no types
    """Asks for nothing but what to promote; the form is sent to Wagtail's own view."""

    http_method_names = ["get"]

    def get_initial(self) -> dict[str, Any]:
        """The query in the address."""
        return {**super().get_initial(), "query_string": self.request.GET.get("query", "")[:100]}
