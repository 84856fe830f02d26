"""What the worker does for webhooks: sending, telling administrators, tidying up."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from cms.publishing.tasks import KEPT
from cms.publishing.ticks import Tick

from .leases import with_something_due
from .models import WebhookEndpoint
from .notices import send_notices
from .pruning import outdated, prune
from .replay import run_replays
from .sending import send_due

DAY = 24 * 60 * 60


@task(backend=KEPT, queue_name="deliveries")
def deliver() -> None:
    """Sends everything that is due."""
    run_replays()
    send_due()


@task(backend=KEPT, queue_name="upkeep")
def tell_administrators() -> None:
    """Sends the mails that endpoints have asked for."""
    send_notices()


@task(backend=KEPT, queue_name="upkeep")
def erase_old_deliveries() -> None:
    """Keeps the log at its size."""
    prune()


def _anything_to_send() -> bool:
    now = timezone.now()
    return with_something_due(now).free(now).exists() or WebhookEndpoint.objects.replaying().exists()


def _anything_to_tell() -> bool:
    return WebhookEndpoint.objects.exclude(notice="").exists()


def _anything_to_erase() -> bool:
    return outdated().exists()


TICKS = (
    Tick(deliver, every=1, is_due=_anything_to_send),
    Tick(tell_administrators, every=10, is_due=_anything_to_tell),
    Tick(erase_old_deliveries, every=DAY, is_due=_anything_to_erase),
)
