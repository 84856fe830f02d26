"""The search app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """One search over all editions."""

    name = "search"
    label = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.publishing.followers import followers

        from . import api, checks, conf, pruning  # noqa: F401  (checks register themselves)
        from .engines.database.index import DatabaseFollower
        from .indexing import tasks
        from .suggestions import SuggestionFollower

        conf.load()
        api.register()
        pruning.register()
        tasks.register()
        followers.register(DatabaseFollower())
        followers.register(SuggestionFollower())
