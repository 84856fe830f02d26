from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    """Editions, the log of their changes, and the projection that writes both."""

    name = "cms.publishing"
    label = "publishing"
    verbose_name = _("Publishing")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import signals, upkeep
        from .assets import register_asset
        from .page_links import PAGE_LINK, load_page_works

        register_asset(PAGE_LINK, load_page_works)
        signals.connect()
        upkeep.register()
