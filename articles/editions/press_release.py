"""What only press releases have in their document."""

from cms.core.rich_text import document_html
from cms.publishing.context import Context
from cms.publishing.types import Json

from ..models import PressReleasePage


def press_release_fields(obj: PressReleasePage, context: Context) -> Json:
    """Return embargo and boilerplate; the boilerplate of the site settings where the release has none of its own."""
    boilerplate = document_html(obj.boilerplate, context)
    if not boilerplate:
        settings = context.asset("settings", "")
        boilerplate = document_html(settings.boilerplate, context) if settings else ""
    return {
        "embargo_until": obj.embargo_until.isoformat() if obj.embargo_until else None,
        "boilerplate": boilerplate,
    }
