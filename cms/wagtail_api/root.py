"""The addresses while a request to Wagtail's API is answered: its own, and the site's, to which its answers lead.

Imported with the first such request, when every app has put its routers in place.
"""

from django.urls import path

from cms.urls import urlpatterns as site_urlpatterns

from .mounting import api

urlpatterns = [path("api/wagtail/v3/", api.urls), *site_urlpatterns]
