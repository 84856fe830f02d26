"""Editions of contacts: shown inside other works, without an address of their own."""

from __future__ import annotations

from typing import ClassVar

from django.db.models import QuerySet

from cms.publishing.context import Context
from cms.publishing.types import Built, EditionType

from ..models import Contact
from .references import iso, summary


class ContactEdition(EditionType[Contact]):
    """A contact. When it is valid stands in its summary; who shows it decides by the day of the answer."""

    name = "contact"
    layer: ClassVar[int] = 1
    models = (Contact,)

    def queryset(self, model: type[Contact]) -> QuerySet[Contact]:
        return super().queryset(model).select_related("organisation")

    def build(self, obj: Contact, context: Context) -> Built:
        shown = {
            "function": obj.function,
            "organisation": summary(context, "organisation", obj.organisation),
            "phone": obj.phone or None,
            "email": obj.email or None,
            "languages": list(obj.languages),
            "valid_from": iso(obj.valid_from),
            "valid_to": iso(obj.valid_to),
        }
        return Built(
            kind="",
            title=obj.function,
            slug=obj.slug,
            path=None,
            document=shown,
            item=shown,
            summary=shown,
        )
