"""Works: rows that are translations of each other."""

from typing import TypeVar

from django.db.models import QuerySet
from wagtail.models import TranslatableMixin

T = TypeVar("T", bound=TranslatableMixin)


def rows_of_work(row: T) -> QuerySet[T]:
    """All rows of the row's work, in every locale, the first written one first."""
    model = type(row)
    return model._default_manager.filter(translation_key=row.translation_key).order_by("pk")


def source_of(row: T) -> T:
    """The row in which the work was first written: the lowest primary key of its translation key."""
    return rows_of_work(row).select_related("locale").first() or row
