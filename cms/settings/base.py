"""What development, tests and production have in common.

Languages are data: which ones the site publishes in stands here and in the catalogues under
``locale/``, and no other code names one.
"""

from typing import Any

from cms.settings.apis import *  # noqa: F403  (a part of these settings)
from cms.settings.environment import BASE_DIR, env, known_codes
from cms.settings.wagtail import *  # noqa: F403  (a part of these settings)

DEBUG = False
SECRET_KEY = ""
ALLOWED_HOSTS: list[str] = []

# Whether the demo content and its well-known sign-ins may be loaded.
TRILOG_DEMO = False

INSTALLED_APPS = [
    "cms.core",
    "cms.publishing",
    "cms.api",
    "cms.webhooks",
    "cms.previews",
    "cms.wagtail_api",
    "cms.feeds",
    "cms.purging",
    "cms.translation",
    "cms.demo",
    "home",
    "articles",
    "partnerships",
    "search",
    "wagtail_localize",
    "wagtail_localize.locales",  # in place of wagtail.locales
    "wagtail_headless_preview",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "corsheaders",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "import_export",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
if WAGTAIL_API_V3:
    INSTALLED_APPS.append("wagtail.api.v3")  # the admin's pages for tokens

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cms.api.cross_origin.CrossOriginMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.wagtail_api.middleware.WagtailApiMiddleware",
    # Answers everything below /api/ itself: nothing further down concerns the API.
    "cms.api.middleware.ContentApiMiddleware",
    # The same for pictures, below /images/.
    "cms.core.images.middleware.PicturesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.core.site.redirects.PublicRedirectMiddleware",
    # Inside all of Django's: what a request writes is committed before anything above sees the answer.
    "cms.publishing.middleware.AtomicWritesMiddleware",
    "cms.translation.middleware.TellTranslationErrorsMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
ASGI_APPLICATION = "cms.asgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]


def database(default: str) -> dict[str, Any]:
    """The database that ``DATABASE_URL`` names, prepared for several editors at the same time.

    ``default`` is the address to use without the variable. SQLite keeps readers and the writer
    apart (write-ahead log) and takes the write lock at the start of a transaction: one that
    begins with a read can then never fail half-way with "database is locked".
    """
    config: dict[str, Any] = env.db_url_config(env.str("DATABASE_URL", default="").strip() or default)
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {
            "timeout": 30,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA temp_store=MEMORY;PRAGMA cache_size=-64000;"
            ),
        }
    else:
        config["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
        config["CONN_HEALTH_CHECKS"] = True
        # What the content API asks over and over is planned once for each connection.
        prepare_after = env.int("DATABASE_PREPARE_AFTER", default=5)
        config["OPTIONS"] = {"prepare_threshold": prepare_after or None, **config.get("OPTIONS", {})}
    return config


DATABASES = {"default": database(f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://trilog")}

# Work in the background: what the worker does (`manage.py run_worker`) are rows of the database, and each queue has a
# thread of its own. Wagtail's own tasks run where they come up: its reference index must not lag behind a publish.
QUEUES = ["followers", "deliveries", "upkeep", "search", "translation", "mail"]
TASKS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "kept": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": QUEUES},
}

# Caches in front of the site that are told what has become stale, as Wagtail's documentation describes them; as JSON.
WAGTAILFRONTENDCACHE: dict[str, dict[str, Any]] = env.json("FRONTEND_CACHE", default={})

# People -----------------------------------------------------------------------------------------

AUTH_USER_MODEL = "core.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 10}  # type: ignore[assignment]

LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"

# Languages and time -----------------------------------------------------------------------------

LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch"), ("en", "English"), ("ru", "Русский")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Berlin"

WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_FINISH_WORKFLOW_ACTION = "cms.translation.releases.approval.publish_or_hold"
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Locales whose addresses are written in Latin letters without marks. Elsewhere they are in the language's own script.
TRANSLITERATED_SLUGS = known_codes("TRANSLITERATED_SLUGS", dict(LANGUAGES))
# What readers of a language expect in such addresses, where that is not the common transliteration.
TRANSLITERATIONS = {
    "de": {"ä": "ae", "ö": "oe", "ü": "ue"},
    "ru": {"ё": "yo", "ье": "ye", "ъе": "ye"},
}

# Requests ---------------------------------------------------------------------------------------

# A page with many blocks posts more fields than Django's default of 1,000.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Files ------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(BASE_DIR / "media"))()
# Whether Django itself answers for uploaded files. A web server does it better.
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=False)
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Search ------------------------------------------------------------------------------------------

# Readers' search: the nodes of a search server, or neither of them for the database.
ELASTICSEARCH_URL = env.str("ELASTICSEARCH_URL", default="")
OPENSEARCH_URL = env.str("OPENSEARCH_URL", default="")
SEARCH_INDEX_PREFIX = env.str("SEARCH_INDEX_PREFIX", default="trilog")
# Seconds a search server has to answer a reader before the database does.
SEARCH_TIMEOUT = env.float("SEARCH_TIMEOUT", default=1.0)

# Logging and mail -------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    # They tell of every task that comes and goes; what fails they tell all the same.
    "loggers": {"django_tasks": {"level": "WARNING"}, "django_tasks_db": {"level": "WARNING"}},
}
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="trilog@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Seconds that a mail server has to answer: without a limit, one that hangs keeps whoever waits for it for ever.
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", default=20)
# E-mails about translations: the hour of those that come once a day, in each recipient's own time zone, and the days
# after which what was sent is forgotten.
TRANSLATION_DIGEST_HOUR = env.int("TRANSLATION_DIGEST_HOUR", default=7)
TRANSLATION_NOTIFICATION_DAYS = env.int("TRANSLATION_NOTIFICATION_DAYS", default=90)
