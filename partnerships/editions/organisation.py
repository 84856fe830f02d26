"""Editions of organisations: shown inside conferences and contacts, without an address of their own."""

from __future__ import annotations

from typing import ClassVar

from cms.publishing.context import Context
from cms.publishing.types import Built, EditionType

from ..models import Organisation


class OrganisationEdition(EditionType[Organisation]):
    """An organisation."""

    name = "organisation"
    layer: ClassVar[int] = 0
    models = (Organisation,)

    def build(self, obj: Organisation, context: Context) -> Built:
        shown = {"name": obj.name, "website": obj.website or None}
        return Built(
            kind=obj.kind,
            title=obj.name,
            slug=obj.slug,
            path=None,
            document=shown,
            item=shown,
            summary=shown,
        )
