from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """Why a receiver did not take a message."""

    NAME = "name", _("The receiver's name is not known.")
    ADDRESS = "address", _("The receiver's address is not allowed.")
    CONNECTION = "connection", _("No connection to the receiver.")
    TLS = "tls", _("The receiver's certificate is not valid for its name, or TLS failed.")
    TIMEOUT = "timeout", _("The receiver took too long.")
    PROTOCOL = "protocol", _("The receiver did not answer in HTTP.")
    REDIRECT = "redirect", _("The receiver wants to send us elsewhere; redirects are not followed.")
    STATUS = "status", _("The receiver answered with an error.")
    GONE = "gone", _("The receiver is gone for good (410).")
    INTERNAL = "internal", _("The message could not be sent; the worker's log says why.")


class Attempt(models.Model):
    """One request that was made for a delivery, and what came of it."""

    delivery = models.ForeignKey("webhooks.Delivery", on_delete=models.CASCADE, related_name="log")
    at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    """Of the answer, if there was one."""
    reason = models.CharField(max_length=12, choices=Reason.choices, blank=True)
    """Empty when the receiver took it."""
    detail = models.CharField(max_length=200, blank=True)
    excerpt = models.TextField(blank=True)
    """The beginning of the answer's body."""
    duration = models.FloatField(default=0)
    """Seconds."""

    class Meta:
        default_permissions = ()
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.delivery_id} {self.at} {self.status or self.reason}"
