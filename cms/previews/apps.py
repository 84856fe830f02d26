"""Links that show one draft to somebody without an account."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PreviewsConfig(AppConfig):
    """Announces the endpoint, and the front end where one is configured; a wrong setting stops the start."""

    name = "cms.previews"
    label = "previews"
    verbose_name = _("Preview grants")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.api.endpoints import Endpoint, endpoints
        from cms.core.site.previewers import previewers

        from . import conf
        from .api import PreviewView
        from .front_end import preview_on_front_end

        conf.load()
        endpoints.register(Endpoint("preview", PreviewView))
        previewers.register(preview_on_front_end)
