"""A letter that is deleted takes its signatories along; a tag that is renamed or deleted reaches its articles."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from taggit.models import Tag

from cms.publishing.projection import publication

from .editions.tags import TAG
from .models import Signatory, SolidarityLetterPage


def connect() -> None:
    """Called once, when the app registry is ready."""
    post_delete.connect(_erase_signatories, sender=SolidarityLetterPage, dispatch_uid="articles.signatories")
    for signal in (post_save, post_delete):
        signal.connect(_tag_changed, sender=Tag, dispatch_uid="articles.tags")


def _erase_signatories(instance: SolidarityLetterPage, **kwargs: Any) -> None:
    """Erase all who signed once the letter is gone in every language."""
    if not SolidarityLetterPage.objects.filter(translation_key=instance.translation_key).exists():
        Signatory.objects.filter(letter_key=instance.translation_key).delete()


def _tag_changed(instance: Tag, **kwargs: Any) -> None:
    if not kwargs.get("raw"):
        with publication() as batch:
            batch.touch_asset(TAG, instance.pk)
