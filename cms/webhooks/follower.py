"""The follower that notes for every change who is to be told of it."""

from __future__ import annotations

from collections.abc import Sequence

from cms.publishing.followers import LogFollower
from cms.publishing.models import Change
from cms.publishing.tasks import enqueue_once

from .queueing import queue_changes
from .tasks import deliver


class WebhookFollower(LogFollower):
    """Turns changes into deliveries. Those are sent apart from it, so receivers never hold the log up."""

    name = "webhooks"

    def handle(self, changes: Sequence[Change]) -> None:
        if queue_changes(changes):
            enqueue_once(deliver)
