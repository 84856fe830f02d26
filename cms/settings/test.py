"""Tests: fast, quiet, and without any reach outside the process."""

import tempfile

from cms.settings.base import *  # noqa: F403  (a settings module extends another one)
from cms.settings.base import database

SECRET_KEY = "test-only-not-a-secret"  # noqa: S105  (guards nothing)
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1", "example.org"]
WAGTAILADMIN_BASE_URL = "http://testserver"
TRILOG_DEMO = True

DATABASES = {"default": database("sqlite://:memory:")}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

# Every test gets a folder of its own below this one (see tests/conftest.py).
MEDIA_ROOT = tempfile.gettempdir()
SERVE_MEDIA = True
# Assets are found when asked for: nothing is collected, no folder is walked at the start.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
CONTENT_API_THROTTLE = ""
