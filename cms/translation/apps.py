from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    """Makes wagtail-localize safe and answers the publishing core about states."""

    name = "cms.translation"
    label = "translation"
    verbose_name = _("Translation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.publishing import states

        from . import localize, permissions, signals
        from .gaps import gaps_of
        from .states import state_of

        localize.make_safe()
        permissions.register_policies()
        signals.connect()
        states.register(state_of, gaps_of)
