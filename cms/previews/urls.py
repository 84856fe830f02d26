"""The site's address of shared previews."""

from django.urls import path

from .views import shared_preview

urlpatterns = [path("", shared_preview, name="shared_preview")]
