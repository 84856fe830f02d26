from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    """Demo content, built in code; loaded by ``manage.py load_demo`` where the settings allow it."""

    name = "cms.demo"
    label = "demo"
    verbose_name = _("Demo content")
