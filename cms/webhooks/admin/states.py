"""How an endpoint is doing, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..models import WebhookEndpoint


@dataclass(frozen=True, slots=True)
class EndpointState:
    """What is shown of it."""

    label: str
    explanation: str
    level: str
    """`info`, `warning` or `critical`, as in Wagtail's help blocks."""


def state_of(endpoint: WebhookEndpoint) -> EndpointState:
    """The state of an endpoint."""
    if not endpoint.active:
        return _off(endpoint)
    if endpoint.paused_at is not None:
        return _paused(endpoint, endpoint.paused_at)
    if endpoint.failing_since is not None:
        return _failing(endpoint, endpoint.failing_since)
    if endpoint.last_success_at is None:
        return EndpointState(
            pgettext("webhook endpoint", "new"), _("Nothing has been delivered yet. Try it with a test."), "info"
        )
    told = _("The last message was delivered on %(at)s.") % {"at": moment(endpoint.last_success_at)}
    return EndpointState(pgettext("webhook endpoint", "in order"), told, "info")


def _off(endpoint: WebhookEndpoint) -> EndpointState:
    explanation = _("It is told of nothing. What changes meanwhile is not sent later, unless you have it replayed.")
    if endpoint.pause_reason == WebhookEndpoint.PauseReason.GONE:
        explanation = _("The receiver answered that it is gone for good (410).") + " " + explanation
    return EndpointState(pgettext("webhook endpoint", "off"), explanation, "warning")


def _paused(endpoint: WebhookEndpoint, at: datetime) -> EndpointState:
    kept = _("Messages are kept and sent in order when it is resumed.")
    if endpoint.pause_reason == WebhookEndpoint.PauseReason.FAILING:
        reason = _("Paused on %(at)s because the receiver kept failing.") % {"at": moment(at)}
        return EndpointState(pgettext("webhook endpoint", "paused"), f"{reason} {kept}", "critical")
    reason = _("Paused by hand on %(at)s.") % {"at": moment(at)}
    return EndpointState(pgettext("webhook endpoint", "paused"), f"{reason} {kept}", "warning")


def _failing(endpoint: WebhookEndpoint, since: datetime) -> EndpointState:
    told = _("Attempts have been failing since %(at)s and are repeated ever more rarely.") % {"at": moment(since)}
    if endpoint.hold_until and endpoint.hold_until > timezone.now():
        told += " " + _("The next one is made on %(at)s.") % {"at": moment(endpoint.hold_until)}
    return EndpointState(pgettext("webhook endpoint", "failing"), told, "warning")


def moment(value: datetime) -> str:
    """Date and time as the reader writes them."""
    return date_format(localtime(value), "SHORT_DATETIME_FORMAT")
