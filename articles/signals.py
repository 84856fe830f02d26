"""A letter that is deleted takes its signatories along, although no row links them."""

from typing import Any

from django.db.models.signals import post_delete

from .models import Signatory, SolidarityLetterPage


def connect() -> None:
    """Listen for deletions. Called once, when the app registry is ready."""
    post_delete.connect(_erase_signatories, sender=SolidarityLetterPage, dispatch_uid="articles.signatories")


def _erase_signatories(instance: SolidarityLetterPage, **kwargs: Any) -> None:
    """Erase all who signed once the letter is gone in every language."""
    if not SolidarityLetterPage.objects.filter(translation_key=instance.translation_key).exists():
        Signatory.objects.filter(letter_key=instance.translation_key).delete()
