"""Loading the demo content, all of it or nothing."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, ReferenceIndex, TranslatableMixin
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.demo.loading.articles import load_articles
from cms.demo.loading.assets import load_assets
from cms.demo.loading.found import Found
from cms.demo.loading.library import load_library
from cms.demo.loading.pages import load_pages
from cms.demo.loading.people import load_people
from cms.demo.loading.work_in_progress import load_work_in_progress
from cms.publishing.projection import publication


class DemoIsOffError(Exception):
    """The settings do not allow demo content here."""

    def __init__(self) -> None:
        super().__init__("TRILOG_DEMO is off: this is no place for demo content and its well-known sign-ins.")


def load_demo() -> int:
    """Make what is missing of the demo content and return how many works, files and accounts were made.

    What is there already stays as it is. Raises DemoIsOffError.
    """
    if not settings.TRILOG_DEMO:
        raise DemoIsOffError
    with transaction.atomic():
        with publication(), disable_reference_index_auto_update():
            accounts = load_people()
            codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
            locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in codes}
            found = Found(source=locales[settings.LANGUAGE_CODE], locales=locales)
            load_assets(found)
            load_library(found)
            load_pages(found)
            load_articles(found)
            _index_references(found)
        load_work_in_progress(found)
    return len(found.created) + accounts


def _index_references(found: Found) -> None:
    """Bring Wagtail's reference index up to date, once for each row instead of at every save."""
    for row in found.created:
        if isinstance(row, TranslatableMixin):
            for locale_row in type(row).objects.filter(translation_key=row.translation_key):
                ReferenceIndex.create_or_update_for_object(locale_row)
