"""Development and the demo: starts without any configuration, on this machine only."""

from cms.settings.base import *  # noqa: F403  (a settings module extends another one)
from cms.settings.environment import env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env.str("SECRET_KEY", default="development-only-not-a-secret")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
WAGTAILADMIN_BASE_URL = env.str("WAGTAILADMIN_BASE_URL", default=f"http://localhost:{env.int('PORT', default=8000)}")
TRILOG_DEMO = env.bool("TRILOG_DEMO", default=True)

# Assets and uploads are served as they are, also with DEBUG off, as in the demo.
WHITENOISE_USE_FINDERS = True
SERVE_MEDIA = True

# A receiver to try webhooks with runs on the same machine.
WEBHOOKS_ALLOW_PRIVATE_NETWORKS = env.bool("WEBHOOKS_ALLOW_PRIVATE_NETWORKS", default=True)
WEBHOOKS_ALLOW_HTTP = env.bool("WEBHOOKS_ALLOW_HTTP", default=True)

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
