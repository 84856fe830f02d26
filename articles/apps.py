from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Announces the article's edition type and how signatories and tags are loaded."""

    name = "articles"
    verbose_name = _("Articles")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.feeds.indexing import keep_out_of_search_engines
        from cms.publishing.assets import register_asset
        from cms.publishing.registry import registry

        from . import api, datasets, signals, structured_data, syndication
        from .editions import ArticleEditionType
        from .editions.signatories import load_signatories
        from .editions.tags import TAG, load_tags
        from .kinds import ArticleKind
        from .models import Signatory

        registry.register(ArticleEditionType())
        api.register()
        syndication.register()
        structured_data.register()
        datasets.register()
        # Signatories have agreed to stand under the letter, not in search results.
        keep_out_of_search_engines("article", ArticleKind.SOLIDARITY_LETTER)
        register_asset(Signatory.asset_kind, load_signatories)
        register_asset(TAG, load_tags)
        signals.connect()
