"""(a): Wagtail's own API v2 over the same pages, telling what it can of what ours tells. No middleware."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.wagtail_v2_settings"

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from wagtail.api import APIField  # noqa: E402  (models come after set-up)

from articles.models import ArticlePage, ArticlePartnership, ArticlePlace  # noqa: E402

ArticlePlace.api_fields = [APIField("municipality")]
ArticlePartnership.api_fields = [APIField("partnership")]
ArticlePage.api_fields = [
    APIField(name) for name in ("lead", "date", "kicker", "lead_image", "body", "places", "partnerships", "tags")
]
