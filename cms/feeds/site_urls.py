"""Addresses of the whole site: what search engines, language models and data portals look for."""

from django.urls import path

from .llms import SiteLlmsView
from .open_data.views import CatalogView
from .robots import robots
from .sitemap import SitemapPartView, SitemapView

app_name = "site_files"

urlpatterns = [
    path("sitemap.xml", SitemapView.as_view(), name="sitemap"),
    path("sitemap-<int:number>.xml", SitemapPartView.as_view(), name="sitemap-part"),
    path("robots.txt", robots, name="robots"),
    path("llms.txt", SiteLlmsView.as_view(), name="llms"),
    path("data/catalog.jsonld", CatalogView.as_view(), name="catalog"),
]
