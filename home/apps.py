from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Announces the page's edition type."""

    name = "home"
    verbose_name = _("Home and sections")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.publishing.registry import registry

        from . import api, first_edition, structured_data
        from .editions import PageEditionType

        registry.register(PageEditionType())
        api.register()
        structured_data.register()
        first_edition.connect(self)
