from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    """Editions, the log of their changes, and the projection that writes both."""

    name = "cms.publishing"
    label = "publishing"
    verbose_name = _("Publishing")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import signals
        from .assets import register_asset
        from .page_assets import load_page_works

        register_asset("page", load_page_works)
        signals.connect()
