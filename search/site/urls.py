"""Addresses below `/<locale>/`."""

from django.urls import path

from .description import description
from .views import search_page

app_name = "search"

urlpatterns = [
    path("search/", search_page, name="page"),
    path("search/description.xml", description, name="description"),
]
