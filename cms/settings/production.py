"""Production: refuses to start with anything missing, and serves over TLS only."""

from cms.settings.base import *  # noqa: F403  (a settings module extends another one)
from cms.settings.base import database
from cms.settings.environment import BASE_DIR, env, required

SECRET_KEY = required(
    "SECRET_KEY",
    "Set it to a long random string of your own, for example the output of "
    "`openssl rand -base64 48`, and keep it secret.",
)
required(
    "DATABASE_URL",
    "Set it to the address of the database, for example postgres://trilog:password@localhost:5432/trilog.",
)
required(
    "ALLOWED_HOSTS",
    "Set it to the host names that this site answers to, separated by commas, for example www.example.org,example.org.",
)
WAGTAILADMIN_BASE_URL = required(
    "WAGTAILADMIN_BASE_URL",
    "Set it to the address under which editors reach the site, for example "
    "https://www.example.org; e-mails link to it.",
)

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
DATABASES = {"default": database("")}

# The demo's sign-ins are public knowledge: they never belong on a production site.
TRILOG_DEMO = False

# `manage.py collectstatic` fills it; WhiteNoise serves it.
STATIC_ROOT = env.str("STATIC_ROOT", default=str(BASE_DIR / "static"))
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}

SECURE_SSL_REDIRECT = True
# Load balancers ask for the site's health over plain HTTP.
SECURE_REDIRECT_EXEMPT = [r"^healthz/$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = True
# Only behind a proxy that sets this header itself and drops it from what clients send.
if env.bool("BEHIND_TLS_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

vars().update(env.email_url("EMAIL_URL", default="smtp://localhost:25"))
