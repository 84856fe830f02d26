from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnershipsConfig(AppConfig):
    """Announces the library's edition types and API endpoints."""

    name = "partnerships"
    verbose_name = _("Partnership library")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import api, editions, row_keys

        editions.register()
        api.register()
        row_keys.register()
