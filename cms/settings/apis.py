"""What other programs are offered: APIs, previews, webhooks, open data."""

from typing import Any

from cms.settings.environment import env

# Content API ------------------------------------------------------------------------------------

# Memory for finished answers in each worker process, before Django; 0: none.
FRONT_DOOR_MEGABYTES = env.int("FRONT_DOOR_MEGABYTES", default=32)

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Trilog content API",
    "DESCRIPTION": "Published articles, partnerships, municipalities and conferences, per locale.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    # Shapes come from our own types, enumerations included: none of drf-spectacular's own hooks.
    "POSTPROCESSING_HOOKS": ["cms.webhooks.openapi.describe_messages"],
    # It would describe the endpoints of Wagtail's admin too; ours are described by tests/contracts/.
    "ENABLE_DJANGO_DEPLOY_CHECK": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

# Requests that one address may make; "" for no limit.
CONTENT_API_THROTTLE = env.str("CONTENT_API_THROTTLE", default="1200/min")
# The same for each API key that has no limit of its own.
CONTENT_API_KEY_THROTTLE = env.str("CONTENT_API_KEY_THROTTLE", default="6000/min")
# Trusted proxies in front that add to X-Forwarded-For.
CONTENT_API_PROXIES = env.int("CONTENT_API_PROXIES", default=0)

# Which other sites' scripts may read the API ("*": all). It answers without cookies.
CORS_ALLOWED_ORIGINS = env.list("CORS_ALLOWED_ORIGINS", default=["*"])
CORS_ALLOW_ALL_ORIGINS = CORS_ALLOWED_ORIGINS == ["*"]
if CORS_ALLOW_ALL_ORIGINS:
    CORS_ALLOWED_ORIGINS = []
CORS_URLS_REGEX = r"^/(api|data)/|^/[^/]+/(feeds|calendar)/"
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_ALLOW_HEADERS = [
    "accept", "accept-language", "authorization", "if-match", "if-modified-since", "if-none-match",
    "if-unmodified-since",
]  # fmt: skip
CORS_EXPOSE_HEADERS = [
    "Allow", "Content-Disposition", "Content-Language", "ETag", "Last-Modified", "Link", "Retry-After",
    "WWW-Authenticate",
]  # fmt: skip

# Wagtail's own API ------------------------------------------------------------------------------

# For programs that edit: /api/wagtail/v3/, with tokens that are made in the admin.
WAGTAIL_API_V3 = env.bool("WAGTAIL_API_V3", default=False)

# Previews ---------------------------------------------------------------------------------------

# A front end that shows drafts in place of this site; "{locale}" in the address stands for the draft's.
HEADLESS_PREVIEW_URL = env.str("HEADLESS_PREVIEW_URL", default="").strip()
# Minutes for which the preview panel's token can be used there.
HEADLESS_PREVIEW_MINUTES = env.int("HEADLESS_PREVIEW_MINUTES", default=60)

# Webhooks ---------------------------------------------------------------------------------------

# Receivers in private networks or on this machine; whoever manages webhooks could reach what only we should.
WEBHOOKS_ALLOW_PRIVATE_NETWORKS = env.bool("WEBHOOKS_ALLOW_PRIVATE_NETWORKS", default=False)
# Receivers without TLS.
WEBHOOKS_ALLOW_HTTP = env.bool("WEBHOOKS_ALLOW_HTTP", default=False)
# Seconds for one attempt, all in all.
WEBHOOKS_TIMEOUT = env.int("WEBHOOKS_TIMEOUT", default=15)
# Seconds before each further attempt: two days in all.
WEBHOOKS_RETRY_DELAYS = env.list(
    "WEBHOOKS_RETRY_DELAYS", cast=int, default=[5, 60, 300, 1800, 7200, 18_000, 28_800, 28_800, 43_200, 43_200]
)
# Endpoints that a worker sends to at the same time.
WEBHOOKS_SENDERS = env.int("WEBHOOKS_SENDERS", default=8)
# Days for which finished deliveries stay in the log.
WEBHOOKS_KEEP_DAYS = env.int("WEBHOOKS_KEEP_DAYS", default=30)
# Who is told of trouble; nobody named: every active superuser.
WEBHOOKS_NOTIFY = env.list("WEBHOOKS_NOTIFY", default=[])

# Open data --------------------------------------------------------------------------------------

# Address of the licence under which the data may be used; "": none is named.
OPEN_DATA_LICENCE = env.str("OPEN_DATA_LICENCE", default="").strip()
