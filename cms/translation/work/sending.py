"""Sending what people are to be told."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.mail import get_connection
from django.utils import timezone

from cms.translation.models import Notification, NotificationSettings, Target

from .allowed import may_assign, may_translate
from .claims import claim_for, done, due, failed
from .mails import compose
from .rows import Rows, rows_by_target
from .timing import delivery_of

logger = logging.getLogger(__name__)

Kind = Notification.Kind


def send_due(now: datetime | None = None) -> int:
    """Sends everything that is due, one e-mail for each person, and returns how many e-mails that were.

    Several workers may run it at the same time. What cannot be sent is noted, logged and tried again later.
    """
    now = now or timezone.now()
    sent = 0
    connection: Any = None
    recipients = due(now).order_by("recipient").values_list("recipient", flat=True).distinct()
    try:
        for recipient in list(recipients):
            batch = claim_for(recipient, now)
            wanted = _still_wanted(batch)
            done([entry for entry in batch if entry not in wanted])
            if not wanted:
                continue
            try:
                mail = compose(wanted)
                if connection is None:
                    connection = get_connection()
                    connection.open()
                mail.connection = connection
                mail.send()
            except Exception as error:  # one person's e-mail is no reason to keep back another's
                logger.exception("Could not send e-mail about translations to user %s", recipient)
                failed(wanted, error)
                _close(connection)
                connection = None
            else:
                done(wanted)
                sent += 1
    finally:
        _close(connection)
    return sent


def _close(connection: Any) -> None:
    """Also where something failed on it."""
    if connection is not None:
        try:
            connection.close()
        except Exception:
            logger.debug("The mail server did not say goodbye", exc_info=True)


def _still_wanted(batch: Sequence[Notification]) -> list[Notification]:
    """What the recipient wants by e-mail, may see, and what is still so."""
    if not batch:
        return []
    recipient = batch[0].recipient
    if not (recipient.is_active and recipient.email) or delivery_of(recipient) == NotificationSettings.Delivery.NEVER:
        return []
    rows = rows_by_target({entry.target_id: entry.target for entry in batch}.values())
    return [
        entry for entry in batch if _is_still_so(entry) and _may_see(recipient, entry.target, rows[entry.target_id])
    ]


def _may_see(user: Any, target: Target, rows: Rows) -> bool:
    """Titles of drafts, notes and comments are for those who work on it."""
    return may_assign(user, target, rows) or may_translate(user, target, rows)


def _is_still_so(entry: Notification) -> bool:
    target = entry.target
    if entry.kind == Kind.ASSIGNED:
        assignment = getattr(target, "assignment", None)
        return assignment is not None and assignment.translator_id == entry.recipient_id
    if entry.kind == Kind.OUTDATED:
        return target.state != Target.State.CURRENT or bool(target.strings_left)
    return True
