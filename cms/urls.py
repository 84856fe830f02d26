"""Every address of the site, in the order in which they are tried.

The content API stands outside ``i18n_patterns`` and before them: behind Wagtail's catch-all, an
address that the API does not know would be answered by a redirect to ``/<locale>/api/...``.
"""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.core.site.views import root_redirect
from cms.health import healthz

_uploads = [path("media/", include("cms.uploads"))] if settings.SERVE_MEDIA else []

urlpatterns = [
    *_uploads,
    path("api/v1/", include("cms.api.urls")),
    path("healthz/", healthz, name="healthz"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("preview/", include("cms.previews.urls")),
    path("", include("cms.feeds.site_urls")),
    path("", root_redirect, name="root"),
    *i18n_patterns(path("", include("cms.feeds.urls")), prefix_default_language=True),
    *i18n_patterns(path("", include("search.site.urls")), prefix_default_language=True),
    *i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=True),
]
