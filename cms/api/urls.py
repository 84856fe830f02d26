"""Addresses below `/api/v1/`."""

from django.urls import path
from django.urls.resolvers import URLPattern

from .changes import ChangesView
from .collection import collections
from .endpoints import endpoints
from .index import IndexView
from .locales import LocalesView
from .resolving import ResolveView
from .schema.views import DocsView, SchemaView
from .views import CollectionView, WorkView

app_name = "api"


def _collection_patterns() -> list[URLPattern]:
    patterns = []
    for collection in collections.all():
        name = collection.path
        patterns += [
            path(f"{name}/", CollectionView.as_view(collection=collection), name=name),
            path(f"{name}/<key>/", WorkView.as_view(collection=collection), name=f"{name}-work"),
        ]
    return patterns


urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("locales/", LocalesView.as_view(), name="locales"),
    *_collection_patterns(),
    path("resolve/", ResolveView.as_view(), name="resolve"),
    path("changes/", ChangesView.as_view(), name="changes"),
    *[path(f"{endpoint.path}/", endpoint.view.as_view(), name=endpoint.path) for endpoint in endpoints.all()],
    path("schema/", SchemaView.as_view(), name="schema"),
    path("docs/", DocsView.as_view(), name="docs"),
]
