"""Dealing with a job, item by item, each in a transaction of its own.

It may be interrupted at any moment, by a signal or a power cut: an item and its outcome are committed together, so what
was interrupted simply has not happened, and whoever takes the job up again begins with it.
"""

from __future__ import annotations

import logging
import time
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from cms.publishing.stopping import is_stopping
from cms.translation.errors import TranslationError
from cms.translation.models import Job, JobItem

from . import leases
from .kinds import KINDS, Outcome
from .options import JobOptions

logger = logging.getLogger(__name__)

SLICE = 20.0
"""Seconds after which other jobs that wait have their turn."""


class NobodyError(TranslationError):
    """The person who ordered the job may not do anything any more."""

    def __init__(self) -> None:
        super().__init__(_("The account of the person who ordered this is no longer there, or is closed."))


def work_on(pk: int, *, seconds: float | None = SLICE) -> bool:
    """Deals with the job's items for so long (None: to its end). Returns whether it should be gone on with.

    Does nothing while another worker has the job.
    """
    lease = leases.take(pk)
    if lease is None:
        return False
    deadline = None if seconds is None else time.monotonic() + seconds
    try:
        if lease.interrupted:
            _note_interruption(lease.job)
        position = -1
        while lease.is_held():
            item = _next_item(lease.job, position)
            if item is None:
                break
            if is_stopping() or (deadline is not None and time.monotonic() >= deadline):
                return True
            position = item.position
            _deal_with(lease.job, item.pk)
        if lease.finish():
            logger.info("Translation job %s is over", pk)
        return False
    finally:
        lease.give_back()


def _next_item(job: Job, position: int) -> JobItem | None:
    waiting = JobItem.objects.filter(job=job, status=JobItem.Status.WAITING, position__gt=position)
    return waiting.only("pk", "position").order_by("position").first()


def _deal_with(job: Job, item_pk: int) -> None:
    with transaction.atomic():
        # Locked: a worker that takes this one for dead waits here, and then finds the item done.
        item = (
            JobItem.objects.select_for_update(of=("self",))
            .select_related("content_type", "locale")
            .filter(pk=item_pk, status=JobItem.Status.WAITING)
            .first()
        )
        if item is None:
            return
        options = JobOptions.from_json(job.options)
        user = _person(job)
        with translation.override(_language(user, options)):
            outcome = _attempt(job, item, options, user)
        _write(item, outcome)


def _attempt(job: Job, item: JobItem, options: JobOptions, user: Any) -> Outcome:
    """Does the item, or says why not. What a refused or failed item had done is rolled back."""
    try:
        with transaction.atomic():
            if user is None and not options.by_system:
                raise NobodyError
            return KINDS[job.kind].run(item, options, user)
    except PermissionDenied as error:
        return Outcome(JobItem.Status.REFUSED, str(error) or _("You do not have the permission to do this."))
    except TranslationError as error:
        return Outcome(JobItem.Status.REFUSED, str(error))
    except ValidationError as error:
        return Outcome(JobItem.Status.REFUSED, " ".join(error.messages))
    except Exception:
        logger.exception("Translation job %s failed at item %s (%s)", job.pk, item.pk, item.title)
        return Outcome(JobItem.Status.FAILED, _("Something went wrong that was not foreseen. It is noted in the log."))


def _person(job: Job) -> Any:
    """The user as they are now, with the permissions of this moment; None when the account is gone or closed."""
    if job.user_id is None:
        return None
    return (
        get_user_model()
        ._default_manager.filter(pk=job.user_id, is_active=True)
        .select_related("wagtail_userprofile")
        .first()
    )


def _language(user: Any, options: JobOptions) -> str:
    """The one that the person has chosen, or else the one in which the admin spoke to them when they ordered it."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or options.language or settings.LANGUAGE_CODE


def _write(item: JobItem, outcome: Outcome) -> None:
    item.status = outcome.status
    item.message = outcome.message
    item.save(update_fields=["status", "message"])


def _note_interruption(job: Job) -> None:
    """An item at which workers end again and again (one that takes more memory than there is) is given up."""
    item = leases.note_interruption(job)
    if item is not None:
        logger.error("Translation job %s: workers ended repeatedly at item %s (%s)", job.pk, item.pk, item.title)
        with translation.override(_language(_person(job), JobOptions.from_json(job.options))):
            message = _("The worker ended several times while dealing with this. It is noted in the log.")
        _write(item, Outcome(JobItem.Status.FAILED, message))
