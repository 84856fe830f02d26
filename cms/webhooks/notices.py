"""Telling administrators that an endpoint needs them. Messages name it and its host, never its secret."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from urllib3.util import parse_url

from . import conf
from .models import WebhookEndpoint

logger = logging.getLogger(__name__)

Notice = WebhookEndpoint.Notice


def send_notices() -> int:
    """Sends what has yet to be told, and returns how many endpoints that concerned.

    Of two workers one sends it. What could not be sent is kept for the next time.
    """
    told = 0
    for endpoint in WebhookEndpoint.objects.exclude(notice=""):
        notice = endpoint.notice
        same = WebhookEndpoint.objects.filter(pk=endpoint.pk)
        if not same.filter(notice=notice).update(notice=""):
            continue
        try:
            _tell(endpoint, notice)
        except OSError:  # SMTP errors are OSErrors too
            logger.exception("Could not tell the administrators of endpoint %s", endpoint.pk)
            same.filter(notice="").update(notice=notice)
        else:
            told += 1
    return told


def _tell(endpoint: WebhookEndpoint, notice: str) -> None:
    for address, language in _recipients():
        with translation.override(language):
            context = {
                "endpoint": endpoint,
                "notice": notice,
                "host": parse_url(endpoint.url).host,
                "waiting": endpoint.deliveries.filter(status="pending").count(),
                "address": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('webhooks:inspect', args=[endpoint.pk])}",
            }
            body = render_to_string("webhooks/mail/notice.txt", context).strip() + "\n"
            send_mail(_subject(endpoint, notice), body, None, [address])


def _subject(endpoint: WebhookEndpoint, notice: str) -> str:
    if notice == Notice.PAUSED:
        return gettext("Webhook “%(name)s” has been paused") % {"name": _one_line(endpoint)}
    if notice == Notice.GONE:
        return gettext("Webhook “%(name)s” has been switched off") % {"name": _one_line(endpoint)}
    return gettext("Webhook “%(name)s” refuses messages") % {"name": _one_line(endpoint)}


def _one_line(endpoint: WebhookEndpoint) -> str:
    return " ".join(endpoint.name.split())


def _recipients() -> Iterator[tuple[str, str]]:
    """Addresses, each with the language to write in."""
    configured = conf.load().notify
    if configured:
        yield from ((address, settings.LANGUAGE_CODE) for address in configured)
        return
    users = get_user_model().objects.filter(is_superuser=True, is_active=True).exclude(email="")
    for user in users.select_related("wagtail_userprofile").order_by("pk"):
        profile = getattr(user, "wagtail_userprofile", None)
        yield user.email, (profile.get_preferred_language() if profile else settings.LANGUAGE_CODE)
