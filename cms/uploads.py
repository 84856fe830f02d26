"""Uploaded pictures, served by Django itself where no web server does it (see SERVE_MEDIA)."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import re_path
from django.views.static import serve


def serve_upload(request: HttpRequest, path: str) -> HttpResponseBase:
    """One file below MEDIA_ROOT; 404 where there is none."""
    return serve(request, path, document_root=settings.MEDIA_ROOT)


# Renditions and the pictures of editors only. Documents and original pictures lie in the same
# place, but a document may be private: it is served under documents/, which asks who may read it.
urlpatterns = [re_path(r"^(?P<path>(?:images|avatar_images)/.+)$", serve_upload)]
