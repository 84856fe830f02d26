from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebhooksConfig(AppConfig):
    """Tells other systems what has changed: signed requests, retried, with a log of every attempt."""

    name = "cms.webhooks"
    label = "webhooks"
    verbose_name = _("Webhooks")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.publishing.followers import followers
        from cms.publishing.ticks import ticks

        from . import conf
        from .follower import WebhookFollower
        from .tasks import TICKS

        conf.load()
        followers.register(WebhookFollower())
        for tick in TICKS:
            ticks.register(tick)
