"""Where wagtail-localize makes a target from its strings."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from cms.publishing.projection import publication
from cms.translation.refusals import require


def create_or_update_translation(
    self: TranslationSource,
    locale: Locale,
    user: Any = None,
    publish: bool = True,
    copy_parent_pages: bool = False,
    fallback: bool = False,
) -> tuple[Any, bool]:
    """Replaces `TranslationSource.create_or_update_translation`.

    The original writes unapproved text to the live row, creates live targets in the source's language, asks for no
    permission and publishes after the transaction. Here drafts are revisions, and publishing is an operation.
    """
    # The operations stand above this package.
    from cms.translation.drafts import make_draft
    from cms.translation.operations.publish import PublishTranslation

    with publication():
        stored = _stored(self, locale)
        if publish:
            translation, _created = Translation.objects.get_or_create(source=self, target_locale=locale)
            return PublishTranslation(user=user, translation=translation).execute(), stored is None
        if stored is not None:
            require(user, "change", stored)
        draft = make_draft(self, locale, user)
        return self.get_translated_instance(locale), draft.created


def _stored(source: TranslationSource, locale: Locale) -> Any | None:
    try:
        return source.get_translated_instance(locale)
    except ObjectDoesNotExist:
        return None
