"""Where in the admin something about a target is dealt with."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from cms.translation.admin.addresses import target_address
from cms.translation.models import Target


def work_address(target: Target) -> str:
    """Where the target is translated; before it is begun, the page that says who is to do so."""
    return target_address(target) or reverse("translation_assign", args=[target.pk])


def release_address(content_type: ContentType, source_pk: int) -> str:
    """The joint publications of a work."""
    return reverse("translation_release", args=[content_type.app_label, content_type.model, source_pk])
