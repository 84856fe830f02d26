"""For Wagtail's preview panel."""

from django import template
from django.template import Context

from cms.previews.admin.addresses import share_address
from cms.previews.sharing import is_shareable, may_share

register = template.Library()


@register.simple_tag(takes_context=True)
def share_preview_url(context: Context) -> str:
    """Where the draft in the panel can be shared; empty where it cannot, or not by this editor."""
    row, request = context.get("object"), context.get("request")
    if row is None or not row.pk or request is None or not is_shareable(type(row)) or not may_share(request.user, row):
        return ""
    return share_address(row)
