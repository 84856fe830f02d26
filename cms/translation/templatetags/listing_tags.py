"""For telling of translations beside Wagtail's editors."""

from typing import Any

from django import template
from django.db.models import Model

from cms.translation.listing.told import Told, told_with_links

register = template.Library()


@register.simple_tag
def translations_of(row: Model, user: Any) -> list[Told]:
    """The states of all translations of the row's work, with links for those who may follow them."""
    return told_with_links(row, user)
