"""Where in the admin something about a target is dealt with."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch, reverse

from cms.translation.admin.addresses import source_address, target_address
from cms.translation.models import Target


def work_address(target: Target) -> str:
    """Where the target is translated; before it is begun, the page that says who is to do so."""
    return target_address(target) or reverse("translation_assign", args=[target.pk])


def release_address(content_type: ContentType, source_pk: int) -> str:
    """The releases of a work; "" for a type that has none."""
    try:
        return reverse("translation_release", args=[content_type.app_label, content_type.model, source_pk])
    except NoReverseMatch:
        return ""


def address_of_release(target: Target) -> str:
    """The releases of the target's work."""
    return release_address(target.content_type, target.source_pk) or source_address(target)
