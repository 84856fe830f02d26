"""Settings of (a)."""

from cms.settings.dev import *  # noqa: F403  (a settings module extends another one)

INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.api.v2"]  # noqa: F405
MIDDLEWARE = []
ROOT_URLCONF = "tests.bench.wagtail_v2_urls"
