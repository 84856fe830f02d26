"""The API's own address: what there is below it."""

from __future__ import annotations

from django.urls import reverse

from .base_view import ApiView, Asked
from .caching import Answer
from .collection import collections
from .endpoints import endpoints

OTHERS = ("locales", "resolve", "changes", "schema", "docs")


class IndexView(ApiView):
    """Names and addresses of the endpoints, for whoever looks around."""

    def answer(self, asked: Asked) -> Answer:
        """The addresses."""
        more = (endpoint.path for endpoint in endpoints.all() if endpoint.listed)
        names = (*(collection.path for collection in collections.all()), *OTHERS, *more)
        return Answer(content={name: f"{asked.origin}{reverse(f'api:{name}')}" for name in names})
