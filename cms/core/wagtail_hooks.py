"""What core adds to Wagtail's admin."""

from wagtail.admin.ui.tables import LocaleColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import SiteSettings


class SiteSettingsViewSet(SnippetViewSet):
    """Issuer, boilerplate, legal pages and social links, one row a language."""

    model = SiteSettings
    icon = "cogs"
    list_display = ["issuer", LocaleColumn()]
    add_to_settings_menu = True


register_snippet(SiteSettingsViewSet)
