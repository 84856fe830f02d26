"""Addresses of what the inbox lists."""

from django import template
from django.urls import NoReverseMatch, reverse

from cms.translation.admin import addresses
from cms.translation.models import Release, Target

register = template.Library()


@register.filter
def target_url(target: Target) -> str:
    """Where the target is translated; before it is begun, the page that says who is to translate it."""
    return addresses.target_address(target) or reverse("translation_assign", args=[target.pk])


@register.filter
def release_url(release: Release) -> str:
    """The release of the work, for an entry of `Inbox.refused`."""
    content_type = release.content_type
    try:
        return reverse(
            "translation_release",
            args=[content_type.app_label, content_type.model, release.source_pk],  # type: ignore[attr-defined]
        )
    except NoReverseMatch:
        return ""
