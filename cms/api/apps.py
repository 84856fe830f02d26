from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    """Reads the API's settings, so that a wrong one stops the start."""

    name = "cms.api"
    label = "api"
    verbose_name = _("Content API")

    def ready(self) -> None:
        from . import conf

        conf.load()
