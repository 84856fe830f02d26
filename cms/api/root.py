"""Everything below `/api/`, the unknown included: no address there ever leads into the site."""

from django.urls import include, path, re_path

from .unknown import unknown_address

urlpatterns = [
    path("api/v1/", include("cms.api.urls")),
    re_path(r"^api(?:/.*)?$", unknown_address),
]
