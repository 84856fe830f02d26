"""Uploaded pictures, served by Django itself where no web server does it (see SERVE_MEDIA)."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path
from django.views.static import serve


def serve_upload(request: HttpRequest, folder: str, name: str) -> HttpResponseBase:
    """One file below a folder of MEDIA_ROOT; 404 where there is none, and for a way out of the folder."""
    return serve(request, name, document_root=str(Path(settings.MEDIA_ROOT) / folder))


# Renditions and the pictures of editors only. Documents and original pictures lie in the same
# place, but a document may be private: it is served under documents/, which asks who may read it.
urlpatterns = [
    path("images/<path:name>", serve_upload, {"folder": "images"}),
    path("avatar_images/<path:name>", serve_upload, {"folder": "avatar_images"}),
]
