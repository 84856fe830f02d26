"""Sending what is due. The database is used by one thread, receivers are waited for in others.

Messages for one endpoint go one after the other, in the order of the log. Endpoints do not wait for each other.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from cms.publishing.stopping import is_stopping

from . import conf, leases
from .models import Delivery, Reason, WebhookEndpoint
from .origin import public_origin
from .payloads import body_of
from .recording import record
from .signing import signed_headers
from .transport import Reply, post

logger = logging.getLogger(__name__)

LOOK_AGAIN = 1.0
"""Seconds after which the others are looked after while some receiver is being waited for."""
RENEW_EVERY = 20.0
TURN = 100
"""Messages after which an endpoint lets others have their turn."""


@dataclass(slots=True)
class Turn:
    """An endpoint that this process has, and the message that is on its way."""

    endpoint: WebhookEndpoint
    delivery: Delivery
    started: datetime
    renewed: float
    sent: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """All that a sending thread needs: it does not touch the database."""

    url: str
    message_id: str
    body: str
    signing_secrets: tuple[str, ...]
    timeout: float

    def send(self) -> Reply:
        """Signs the message as of now and sends it."""
        headers = signed_headers(self.message_id, timezone.now(), self.body, self.signing_secrets)
        return post(self.url, self.body.encode(), headers, self.timeout)

    def __repr__(self) -> str:
        return f"<Request {self.message_id}>"


def send_due(stopping: Callable[[], bool] = is_stopping) -> int:
    """Sends until nothing is due, and returns how many attempts were made.

    Asked to stop, it ends what is under way and leaves the rest to the next process.
    """
    return _Sender(stopping).run()


class _Sender:
    def __init__(self, stopping: Callable[[], bool]) -> None:
        self._stopping = stopping
        self._limit = conf.load().senders
        self._timeout = conf.load().timeout
        self._running: dict[Future[Reply], Turn] = {}
        self._attempts = 0

    def run(self) -> int:
        with ThreadPoolExecutor(self._limit, thread_name_prefix="webhooks") as pool:
            self._take_turns(pool)
            while self._running:
                done, _waiting = wait(self._running, timeout=LOOK_AGAIN, return_when=FIRST_COMPLETED)
                for future in done:
                    self._note(future, pool)
                self._renew()
                self._take_turns(pool)
        return self._attempts

    def _take_turns(self, pool: ThreadPoolExecutor) -> None:
        while len(self._running) < self._limit and not self._stopping():
            endpoint = leases.take_next()
            if endpoint is None:
                return
            self._go_on(endpoint, pool, sent=0)

    def _go_on(self, endpoint: WebhookEndpoint, pool: ThreadPoolExecutor, sent: int) -> None:
        delivery = leases.next_due(endpoint) if sent < TURN and not self._stopping() else None
        if delivery is None:
            leases.give_back(endpoint)
            return
        now = timezone.now()
        future = pool.submit(_request_for(delivery, now, self._timeout).send)
        self._running[future] = Turn(endpoint, delivery, started=now, renewed=time.monotonic(), sent=sent)

    def _note(self, future: Future[Reply], pool: ThreadPoolExecutor) -> None:
        turn = self._running.pop(future)
        record(turn.delivery, turn.started, _reply_of(future, turn.delivery))
        self._attempts += 1
        leases.renew(turn.endpoint)
        self._go_on(turn.endpoint, pool, turn.sent + 1)

    def _renew(self) -> None:
        now = time.monotonic()
        for turn in self._running.values():
            if now - turn.renewed > RENEW_EVERY:
                leases.renew(turn.endpoint)
                turn.renewed = now


@sensitive_variables()
def _request_for(delivery: Delivery, now: datetime, timeout: float) -> Request:
    endpoint = delivery.endpoint
    return Request(
        url=endpoint.url,
        message_id=delivery.message_id,
        body=body_of(delivery, public_origin()),
        signing_secrets=tuple(endpoint.signing_secrets(now)),
        timeout=timeout,
    )


def _reply_of(future: Future[Reply], delivery: Delivery) -> Reply:
    try:
        return future.result()
    except Exception:
        logger.exception("%s for endpoint %s could not be sent", delivery.message_id, delivery.endpoint_id)
        return Reply(Reason.INTERNAL)
