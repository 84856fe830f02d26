"""What core adds to Wagtail's admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
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


@hooks.register("insert_global_admin_js")
def keep_typed_dates() -> str:
    """Leave it to the server to judge a date."""
    return format_html('<script src="{}"></script>', static("trilog/admin/typed-dates.js"))
