from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from .attempt import Reason


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Ways to choose among deliveries."""

    def due(self, now: datetime) -> DeliveryQuerySet:
        """Those to be sent by now, were their endpoint ready."""
        return self.filter(status=Delivery.Status.PENDING, next_attempt_at__lte=now)

    def given_up(self) -> DeliveryQuerySet:
        """Changes that are not tried any more, though the receiver has not taken them."""
        return self.filter(status__in=[Delivery.Status.FAILED, Delivery.Status.GONE], change__isnull=False)

    def in_order(self) -> DeliveryQuerySet:
        """Tests first, then in the order of the log."""
        return self.order_by(models.F("change_id").asc(nulls_first=True), "pk")

    def start_over(self, now: datetime) -> int:
        """Has them sent as if for the first time; what was tried before stays in the log."""
        return self.update(
            status=Delivery.Status.PENDING, attempts=0, first_attempt_at=None, next_attempt_at=now, finished_at=None
        )


class Delivery(models.Model):
    """One message for one endpoint: a change, or a test. A row from the beginning, so nothing is lost."""

    class Status(models.TextChoices):
        PENDING = "pending", pgettext_lazy("delivery", "waiting")
        DELIVERED = "delivered", pgettext_lazy("delivery", "delivered")
        FAILED = "failed", pgettext_lazy("delivery", "given up")
        GONE = "gone", pgettext_lazy("delivery", "receiver gone")

    endpoint = models.ForeignKey(
        "webhooks.WebhookEndpoint", on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("endpoint")
    )
    change = models.ForeignKey(
        "publishing.Change", null=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("change")
    )
    """Null: a test."""
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.PENDING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    """Since the message was last queued."""
    first_attempt_at = models.DateTimeField(null=True, blank=True)
    """Of these attempts."""
    next_attempt_at = models.DateTimeField(_("next attempt"), null=True, blank=True)
    created_at = models.DateTimeField(_("noted"), auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    last_status = models.PositiveSmallIntegerField(_("last answer"), null=True, blank=True)
    last_reason = models.CharField(max_length=12, choices=Reason.choices, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # who may see endpoints may see what was sent to them
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["endpoint", "change"], name="one_delivery_per_endpoint_and_change"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["endpoint", "change"], condition=models.Q(status="pending"), name="delivery_waiting"),
            models.Index(fields=["endpoint", "-id"], name="delivery_of_endpoint"),
            models.Index(fields=["status", "-id"], name="delivery_by_status"),
            models.Index(fields=["created_at"], name="delivery_by_date"),
            models.Index(fields=["finished_at"], name="delivery_finished"),
        ]

    def __str__(self) -> str:
        if self.change_id is None:
            return gettext("Test %(number)s") % {"number": self.pk}
        return gettext("Change %(number)s") % {"number": self.change_id}

    @property
    def message_id(self) -> str:
        """What the receiver knows the message by: the same for every attempt and every replay."""
        return f"test-{self.pk}" if self.change_id is None else f"change-{self.change_id}"

    @property
    def is_test(self) -> bool:
        """Whether it tells of nothing."""
        return self.change_id is None

    @property
    def subject(self) -> str:
        """What it tells of, for lists."""
        if self.change is None:
            return ""
        return f"{self.change.type} · {self.change.get_action_display()} · {self.change.locale}"

    @property
    def outcome(self) -> str:
        """The last answer's status, or why there was none."""
        return str(self.last_status or self.get_last_reason_display())

    @property
    def due_at(self) -> datetime | None:
        """When it will be sent, as far as can be said: not while its endpoint is paused or off."""
        if self.next_attempt_at is None or self.is_test:
            return self.next_attempt_at
        endpoint = self.endpoint
        if not endpoint.active or endpoint.paused_at is not None:
            return None
        return max(self.next_attempt_at, endpoint.hold_until or self.next_attempt_at)
