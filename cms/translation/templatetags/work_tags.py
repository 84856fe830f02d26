"""Addresses of what the inbox lists."""

from typing import Any

from django import template

from cms.translation.models import Target
from cms.translation.work import places

register = template.Library()


@register.filter
def target_url(target: Target) -> str:
    """Where the target is translated; before it is begun, the page that says who is to do so."""
    return places.work_address(target)


@register.filter
def release_url(release: Any) -> str:
    """The releases of the work of an entry of `Inbox.refused`."""
    return places.release_address(release.content_type, release.source_pk)
