"""What images, documents and site settings have in common: editions show them, so a change must reach the editions."""

from collections.abc import Collection
from typing import Any, ClassVar, Generic, TypeVar

from django.db import models

from cms.publishing.projection import Publication, publication

M = TypeVar("M", bound=models.Model)


class PublishedAssetQuerySet(models.QuerySet[M], Generic[M]):
    """Bulk updates and deletions that re-project what shows the rows.

    Wagtail's bulk actions (delete, move to another collection) work on querysets and never call ``save()``.
    """

    def update(self, **kwargs: Any) -> int:
        """Update the rows and re-project every edition that shows one of them."""
        with publication() as batch:
            keys = list(self.values_list("pk", flat=True))
            changed = super().update(**kwargs)
            _touch(batch, self.model, keys)
        return changed

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete the rows and re-project every edition that showed one of them."""
        with publication() as batch:
            keys = list(self.values_list("pk", flat=True))
            deleted = super().delete()
            _touch(batch, self.model, keys)
        return deleted


def _touch(batch: Publication, model: Any, keys: list[Any]) -> None:
    for key in keys:
        batch.touch_asset(model.asset_kind, key)


class PublishedAsset(models.Model):
    """Mixin for a model whose rows are shown inside editions.

    Saving or deleting a row re-projects, in the same transaction, every edition whose document was built from it.
    """

    asset_kind: ClassVar[str]
    """The kind under which editions record it: ``image``, ``document`` or ``settings``."""

    unpublished_fields: ClassVar[frozenset[str]] = frozenset()
    """Fields that no edition shows; a save of nothing else leaves the editions alone."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the row, then re-project what shows it."""
        update_fields: Collection[str] | None = kwargs.get("update_fields")
        if update_fields is not None and self.unpublished_fields.issuperset(update_fields):
            super().save(*args, **kwargs)
            return
        with publication() as batch:
            super().save(*args, **kwargs)
            self.touch(batch, self.pk)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete the row, then re-project what showed it."""
        key = self.pk
        with publication() as batch:
            deleted = super().delete(*args, **kwargs)
            self.touch(batch, key)
        return deleted

    def touch(self, batch: Publication, key: Any) -> None:
        """Have everything re-projected that shows the row whose primary key is (or was) ``key``."""
        batch.touch_asset(self.asset_kind, key)
