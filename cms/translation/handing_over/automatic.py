"""What happens of itself: a published source is handed over, and what is translated is proposed no more."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save
from wagtail.models import TranslatableMixin
from wagtail.signals import published
from wagtail_localize.models import StringTranslation, TranslationSource

from cms.core.works import source_of
from cms.translation.models import Proposal

UNPROPOSED = "_unproposed"
"""Set on a StringTranslation by who knows that nothing is proposed for it: then nothing is to be withdrawn."""


def connect() -> None:
    """Listens to publishing and translating."""
    published.connect(_hand_over, dispatch_uid="translation.hand_over")
    post_save.connect(_withdraw_proposal, sender=StringTranslation, dispatch_uid="translation.withdraw_proposal")


def _hand_over(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Gives translators what was just published, in the same transaction: if that fails, nothing is published.

    Unless they were given a later draft, which is still not published: then they have newer text already.
    """
    from cms.translation.operations.update_from_source import UpdateFromSource, works_on_later_draft

    if not isinstance(instance, TranslatableMixin) or not getattr(instance, "live", True):
        return
    source = (
        TranslationSource.objects.filter(
            object_id=instance.translation_key, locale_id=instance.locale_id, translations__enabled=True
        )
        .distinct()
        .first()
    )
    if source is None or source_of(instance).pk != instance.pk or works_on_later_draft(source, instance):
        return
    UpdateFromSource(source=source).execute()


def _withdraw_proposal(
    sender: type[Model], instance: StringTranslation, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    told = update_fields is None or "data" in update_fields
    if told and not raw and not getattr(instance, UNPROPOSED, False):
        Proposal.objects.filter(
            locale_id=instance.locale_id, context_id=instance.context_id, string_id=instance.translation_of_id
        ).delete()
