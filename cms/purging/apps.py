from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PurgingConfig(AppConfig):
    """Tells caches in front of the site what has become stale. Does nothing where there are none."""

    name = "cms.purging"
    label = "purging"
    verbose_name = _("Caches")

    def ready(self) -> None:
        from cms.publishing.followers import followers

        from . import conf
        from .follower import PurgeFollower

        if conf.load():
            followers.register(PurgeFollower())
