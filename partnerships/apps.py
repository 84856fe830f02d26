from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnershipsConfig(AppConfig):
    """Announces the library's edition types and API endpoints."""

    name = "partnerships"
    verbose_name = _("Partnership library")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import api, calendars, datasets, editions, row_keys, structured_data

        editions.register()
        api.register()
        calendars.register()
        structured_data.register()
        datasets.register()
        row_keys.register()
