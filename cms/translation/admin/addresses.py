"""Where things are in the admin, found without reading them."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from cms.translation.models import Target


def edit_address(model: type[Model], pk: Any) -> str:
    """The editor of a page or library entry."""
    if issubclass(model, Page):
        return reverse("wagtailadmin_pages:edit", args=[pk])
    return reverse(f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}:edit", args=[quote(pk)])


def next_address(request: HttpRequest) -> str:
    """Where the user came from, if the request names an address of this site; else ""."""
    found: str = get_valid_next_url_from_request(request)
    return found if "/" in found else ""  # a single word would be taken for the name of a view


def target_address(target: Target) -> str:
    """Where the target is translated; "" as long as there is none."""
    return _address(target, target.row_pk)


def source_address(target: Target) -> str:
    """The editor of the target's source."""
    return _address(target, target.source_pk)


def _address(target: Target, pk: int | None) -> str:
    model = target.content_type.model_class()
    return edit_address(model, pk) if model is not None and pk is not None else ""
