"""Other ways of showing a draft than the site's own templates, announced by the apps above."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Model
from django.http import HttpRequest, HttpResponse

Previewer = Callable[[HttpRequest, Model], HttpResponse | None]
"""Shows a draft, or answers None to leave it to others."""


class Previewers:
    """The ways that apps have announced."""

    def __init__(self) -> None:
        self._all: list[Previewer] = []

    def register(self, previewer: Previewer) -> None:
        """Announces one; called from `AppConfig.ready()`."""
        self._all.append(previewer)

    def show(self, request: HttpRequest, obj: Model) -> HttpResponse | None:
        """The draft as the first of them shows it; None where none of them does."""
        responses = (previewer(request, obj) for previewer in self._all)
        return next((response for response in responses if response is not None), None)


previewers = Previewers()
