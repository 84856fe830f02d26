"""What stands in the head of a page for programs: structured data, feeds to subscribe to, Open Graph."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel.core import get_global
from django import template
from django.template import Context
from django.utils.safestring import SafeString

from ..structured_data.graph import graph_of, script
from ..subscriptions import Subscription, subscriptions_for

register = template.Library()


@register.simple_tag(takes_context=True)
def structured_data(context: Context) -> SafeString | str:
    """The JSON-LD of the page, ready for a script element; "" where there is no request."""
    request = context.get("request")
    if request is None:
        return ""
    return script(graph_of(request, context["document"], context["frame"]))


@register.simple_tag
def subscriptions(document: Mapping[str, Any]) -> list[Subscription]:
    """Feeds and calendars that suit the page, the narrowest first."""
    return subscriptions_for(dict(document))


@register.simple_tag
def closest_subscriptions(document: Mapping[str, Any]) -> list[Subscription]:
    """Those that hold what the page itself is about, and not more."""
    return [entry for entry in subscriptions_for(dict(document)) if entry.is_closest]


@register.filter
def territorial(code: str) -> str:
    """A locale as Open Graph writes it, with the country where most of its readers are (`de_DE`)."""
    language, _, territory = code.partition("-")
    if not territory:
        likely = get_global("likely_subtags").get(language, "")
        territory = likely.rpartition("_")[2]
    return f"{language}_{territory.upper()}" if territory else language
