from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedsConfig(AppConfig):
    """Editions in the formats that readers, calendars and search engines subscribe to."""

    name = "cms.feeds"
    label = "feeds"
    verbose_name = _("Feeds and open data")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import conf

        conf.load()
