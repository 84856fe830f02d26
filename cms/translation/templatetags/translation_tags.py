from typing import Any

from django import template
from django.db.models import Model

from cms.translation.permissions import may

register = template.Library()


@register.simple_tag
def may_publish(user: Any, row: Model) -> bool:
    """Whether the user may publish this page or library entry."""
    return may(user, "publish", row)
