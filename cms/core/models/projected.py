from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.models import Revision

from cms.core.facts import Facts, spread_facts, take_over_facts
from cms.publishing.projection import publication

from .row_order import number_rows

BOOKKEEPING = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
        "wagtail_admin_comments",
    }
)
"""Fields whose change no reader can notice."""


class Projected(Facts, models.Model):
    """A base of pages and library entries: whatever is saved is projected in the same transaction.

    Saving a live source also carries its facts into every other locale of the work (rule "facts are one").
    """

    facts_are_current = False
    """Set on an instance by who has just given it the facts of its source, under the projection lock."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        update_fields = kwargs.get("update_fields")
        if update_fields is not None and BOOKKEEPING.issuperset(update_fields):
            super().save(*args, **kwargs)
            return
        with publication() as batch:
            if update_fields is None and not self.facts_are_current:
                take_over_facts(self)
            number_rows(self)
            super().save(*args, **kwargs)
            batch.touch(self)
            if getattr(self, "live", True):
                # A partial save may come from a draft, whose other values are not public.
                stored = self if update_fields is None else type(self)._default_manager.get(pk=self.pk)
                for target in spread_facts(stored):
                    batch.touch(target)

    def save_facts(self) -> None:
        """Stores what `spread_facts` gave this row, past everything that `save` does for a person's edit."""
        number_rows(self)
        super().save()

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        with publication():
            take_over_facts(self)
            number_rows(self)
            return super().save_revision(*args, **kwargs)  # type: ignore[misc]

    def publish(self, *args: Any, **kwargs: Any) -> None:
        with publication():
            super().publish(*args, **kwargs)  # type: ignore[misc]

    def unpublish(self, *args: Any, **kwargs: Any) -> None:
        with publication():
            super().unpublish(*args, **kwargs)  # type: ignore[misc]

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        with publication():
            return super().delete(*args, **kwargs)
