from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WagtailApiConfig(AppConfig):
    """Has no models: everything happens in the middleware, and only where the setting says so."""

    name = "cms.wagtail_api"
    label = "wagtail_api"
    verbose_name = _("Wagtail API")
