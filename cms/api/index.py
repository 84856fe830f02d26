"""The API's own address: what there is below it."""

from __future__ import annotations

from django.urls import reverse

from .base_view import ApiView, Asked
from .caching import Answer
from .collection import collections

OTHERS = ("locales", "resolve", "changes", "schema", "docs")


class IndexView(ApiView):
    """Names and addresses of the endpoints, for whoever looks around."""

    def answer(self, asked: Asked) -> Answer:
        """The addresses."""
        names = (*(collection.path for collection in collections.all()), *OTHERS)
        return Answer(content={name: f"{asked.origin}{reverse(f'api:{name}')}" for name in names})
