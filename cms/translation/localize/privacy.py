"""Who may see a target page."""

from wagtail.models import Page
from wagtail_localize.models import TranslationSource

_sync_view_restrictions = TranslationSource.sync_view_restrictions


def sync_view_restrictions(self: TranslationSource, original: Page, translation_page: Page) -> None:
    """Replaces `TranslationSource.sync_view_restrictions`: hides a target like its source, but never opens one.

    The original also drops a restriction that only the target has, at once, for anyone who may save a draft.
    """
    if not isinstance(original, Page) or original.view_restrictions.exists():
        _sync_view_restrictions(self, original, translation_page)
