"""Addresses of the admin's pages about previews."""

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import Model
from django.urls import reverse
from wagtail.models import AbstractPage

from ..models import PreviewGrant


def share_address(row: Any) -> str:
    """Where the previews of a page or library entry are shared and withdrawn."""
    model = row.specific_class if isinstance(row, AbstractPage) else type(row)
    return _address(model, row.pk)


def address_of_object(grant: PreviewGrant) -> str:
    """The same, of what a grant is for; without loading it."""
    model = grant.content_type.model_class()
    return _address(model, grant.object_id) if model is not None else ""


def _address(model: type[Model], pk: object) -> str:
    return reverse("previews_share", args=[model._meta.app_label, model._meta.model_name, quote(str(pk))])
