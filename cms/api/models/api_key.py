from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..conf import Throttle, parse_throttle


def validate_throttle(value: str) -> None:
    """Raises ValidationError where it is no rate."""
    try:
        parse_throttle(value)
    except ValueError:
        raise ValidationError(
            _("Write a number, a slash and sec, min, hour or day, such as 5000/min."), code="throttle"
        ) from None


class ApiKey(models.Model):
    """Lets one client ask more often, or read restricted content as well.

    The key itself is shown once and never stored: `digest` recognizes it. A key is 256 random bits, so a plain hash
    cannot be guessed back, and a slow one would only slow down every request.
    """

    class Scope(models.TextChoices):
        RESTRICTED = "restricted", _("Restricted content")

    class State(models.TextChoices):
        ACTIVE = "active", pgettext_lazy("state of an API key", "active")
        EXPIRED = "expired", pgettext_lazy("state of an API key", "expired")
        REVOKED = "revoked", pgettext_lazy("state of an API key", "revoked")

    name = models.CharField(_("name"), max_length=120, help_text=_("Who uses the key, and what for."))
    prefix = models.CharField(_("prefix"), max_length=16, unique=True, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    scopes = models.JSONField(_("scopes"), default=list, blank=True)
    throttle = models.CharField(
        _("limit of requests"),
        max_length=20,
        blank=True,
        validators=[validate_throttle],
        help_text=_("Such as 5000/min; per sec, min, hour or day. Empty for the limit that all keys have."),
    )
    expires_at = models.DateTimeField(
        _("expires"), null=True, blank=True, help_text=_("Empty for a key that lasts until it is revoked.")
    )
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("created by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True, editable=False)
    """To the minute."""

    class Meta:
        verbose_name = _("API key")
        verbose_name_plural = _("API keys")
        ordering: ClassVar = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix})"

    def clean(self) -> None:
        """Scopes are known ones. Raises ValidationError."""
        super().clean()
        if not isinstance(self.scopes, list) or set(self.scopes) - set(self.Scope.values):
            raise ValidationError({"scopes": _("Unknown scope.")})

    @property
    def state(self) -> ApiKey.State:
        """Whether it opens anything now."""
        return self.state_at(timezone.now())

    def state_at(self, now: datetime) -> ApiKey.State:
        """Whether it opens anything then. Revoked is revoked for good, be it expired or not."""
        if self.revoked_at is not None:
            return self.State.REVOKED
        if self.expires_at is not None and self.expires_at <= now:
            return self.State.EXPIRED
        return self.State.ACTIVE

    def get_state_display(self) -> str:
        """The state in words."""
        return str(self.state.label)

    def get_scopes_display(self) -> str:
        """What it opens, in words."""
        named: Sequence[Any] = [self.Scope(scope).label for scope in self.scopes if scope in self.Scope.values]
        return ", ".join(map(str, named))

    @property
    def reads_restricted(self) -> bool:
        """Whether it opens restricted content."""
        return self.Scope.RESTRICTED in self.scopes

    def limit(self, default: Throttle | None) -> Throttle | None:
        """Its own limit, or else the `default` one; None for no limit."""
        return parse_throttle(self.throttle) if self.throttle else default
