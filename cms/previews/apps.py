from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PreviewsConfig(AppConfig):
    """Links that show one draft to somebody without an account."""

    name = "cms.previews"
    label = "previews"
    verbose_name = _("Preview grants")
    default_auto_field = "django.db.models.BigAutoField"
