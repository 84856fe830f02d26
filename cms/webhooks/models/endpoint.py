from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.publishing.models import Change

from ..signing import generate_secret

ROTATION = timedelta(hours=24)
"""How long messages are signed with the old secret too after a new one was made."""


class EndpointQuerySet(models.QuerySet["WebhookEndpoint"]):
    """Ways to choose among endpoints."""

    def ready(self, now: datetime) -> EndpointQuerySet:
        """Those that changes may be sent to now."""
        open_now = models.Q(hold_until=None) | models.Q(hold_until__lte=now)
        return self.filter(open_now, active=True, paused_at=None)

    def free(self, now: datetime) -> EndpointQuerySet:
        """Those that no sender has to itself."""
        return self.filter(models.Q(leased_until=None) | models.Q(leased_until__lte=now))

    def replaying(self) -> EndpointQuerySet:
        """Those with a replay that has not been noted in full."""
        return self.filter(replay_next__isnull=False, replay_to__isnull=False)


def everything_so_far() -> int:
    """The number of the last change: an endpoint is told of later ones."""
    return Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


class WebhookEndpoint(models.Model):
    """A receiver: where it is, what it wants to be told of, and how it has been doing.

    Off (`active` is false), it is told of nothing. Paused, what it is to be told is kept until it goes on.
    """

    class PauseReason(models.TextChoices):
        BY_HAND = "by_hand", _("Paused by hand")
        FAILING = "failing", _("Paused: the receiver kept failing")
        GONE = "gone", _("Switched off: the receiver said that it is gone for good (410)")

    class Notice(models.TextChoices):
        """What the administrators have yet to be told of."""

        PAUSED = "paused"
        GONE = "gone"
        GIVEN_UP = "given_up"

    name = models.CharField(_("name"), max_length=100)
    url = models.CharField(_("address"), max_length=2000, help_text=_("Where messages are posted to."))
    types = models.JSONField(_("types"), default=list, blank=True)
    locales = models.JSONField(_("languages"), default=list, blank=True)
    actions = models.JSONField(_("actions"), default=list, blank=True)
    active = models.BooleanField(
        _("switched on"),
        default=True,
        help_text=_("What changes while it is switched off is not sent later. To have it kept, pause the endpoint."),
    )

    secret = models.CharField(max_length=100, default=generate_secret, editable=False)
    previous_secret = models.CharField(max_length=100, blank=True, editable=False)
    previous_secret_until = models.DateTimeField(null=True, blank=True, editable=False)

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    starts_after = models.BigIntegerField(default=everything_so_far, editable=False)
    """Number of the last change that it is not told of."""

    paused_at = models.DateTimeField(null=True, blank=True, editable=False)
    pause_reason = models.CharField(max_length=10, choices=PauseReason.choices, blank=True, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False)
    """Failed attempts in a row."""
    failing_since = models.DateTimeField(null=True, blank=True, editable=False)
    hold_until = models.DateTimeField(null=True, blank=True, editable=False)
    """Nothing is sent to it before."""
    last_success_at = models.DateTimeField(_("last delivered"), null=True, blank=True, editable=False)
    notice = models.CharField(max_length=10, choices=Notice.choices, blank=True, editable=False)
    given_up_told_at = models.DateTimeField(null=True, blank=True, editable=False)

    replay_next = models.BigIntegerField(null=True, blank=True, editable=False)
    """While a replay is being prepared: the change to go on from."""
    replay_to = models.BigIntegerField(null=True, blank=True, editable=False)

    leased_until = models.DateTimeField(null=True, blank=True, editable=False)
    """Until then one sender has it to itself."""
    lease = models.CharField(max_length=36, blank=True, editable=False)
    served_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = EndpointQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook endpoint")
        verbose_name_plural = _("webhook endpoints")
        ordering: ClassVar = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def wants(self, change: Change) -> bool:
        """Whether it is to be told of `change`. An empty filter lets everything through.

        What is deleted is judged by what it was: the log still knows its type and locale.
        """
        return (
            change.pk > self.starts_after
            and (not self.types or change.type in self.types)
            and (not self.locales or change.locale in self.locales)
            and (not self.actions or change.action in self.actions)
        )

    def wanted_changes(self) -> models.QuerySet[Change]:
        """All changes that pass its filters, from the beginning of the log."""
        chosen: dict[str, Any] = {}
        for column, values in (("type", self.types), ("locale", self.locales), ("action", self.actions)):
            if values:
                chosen[f"{column}__in"] = values
        return Change.objects.filter(**chosen).order_by("pk")

    def signing_secrets(self, now: datetime) -> list[str]:
        """The secrets to sign with: for a while after a rotation there are two."""
        overlap = self.previous_secret and self.previous_secret_until and now < self.previous_secret_until
        return [self.secret, self.previous_secret] if overlap else [self.secret]

    def rotate_secret(self) -> None:
        """Makes a new secret, and keeps the old one for a day so that the receiver can change over."""
        self.previous_secret, self.previous_secret_until = self.secret, timezone.now() + ROTATION
        self.secret = generate_secret()
        self.save(update_fields=["secret", "previous_secret", "previous_secret_until"])

    def pause(self, reason: str) -> None:
        """Stops sending; what it is to be told of is kept."""
        self.paused_at, self.pause_reason = timezone.now(), reason
        self.save(update_fields=["paused_at", "pause_reason"])

    def switch_off(self) -> None:
        """Has it told of nothing any more; what was waiting goes on waiting."""
        self.active, self.paused_at, self.pause_reason = False, timezone.now(), self.PauseReason.BY_HAND
        self.save(update_fields=["active", "paused_at", "pause_reason"])

    def resume(self) -> None:
        """Goes on with everything that has been kept, as if nothing had been tried yet."""
        now = timezone.now()
        if not self.active:
            self.active, self.starts_after = True, everything_so_far()
        self.paused_at, self.pause_reason = None, ""
        self.failures, self.failing_since, self.hold_until = 0, None, None
        self.save(
            update_fields=[
                "active", "starts_after", "paused_at", "pause_reason", "failures", "failing_since", "hold_until",
            ]
        )  # fmt: skip
        self.deliveries.filter(status="pending").start_over(now)

    @property
    def is_paused(self) -> bool:
        """Whether it is switched on, but nothing is sent to it."""
        return self.active and self.paused_at is not None
