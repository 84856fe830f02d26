from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Revision


def new_secret() -> str:
    """The part of a token that cannot be guessed: 144 random bits."""
    return secrets.token_urlsafe(18)


class PreviewGrantQuerySet(models.QuerySet["PreviewGrant"]):
    """Grants by whom and what they are for."""

    def live(self) -> PreviewGrantQuerySet:
        """Those that have not ended by themselves: neither expired nor withdrawn, and made by somebody still here."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now(), created_by__is_active=True)

    def of(self, row: Any) -> PreviewGrantQuerySet:
        """Those for one page or library entry, the latest first."""
        content_type = ContentType.objects.get_for_model(type(row))
        return self.filter(content_type=content_type, object_id=str(row.pk)).order_by("-created_at", "-pk")


class PreviewGrant(models.Model):
    """Lets whoever holds its token read one draft: one object, in one locale, as one revision was when it was shared.

    Wagtail's editor goes on writing into the revision of its session, so the revision's content is kept here. A grant
    lives no longer than what it stands on: the revision, and the account of who gave it.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language"))
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    content = models.JSONField(encoder=DjangoJSONEncoder)
    drafted_at = models.DateTimeField(_("draft of"))
    title = models.CharField(_("title"), max_length=255)
    secret = models.CharField(max_length=32, default=new_secret, editable=False)
    """Stored as it is: without the site's secret key nobody can make a token of it."""
    note = models.CharField(_("note"), max_length=200, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("shared by")
    )
    created_at = models.DateTimeField(_("shared"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )
    uses = models.PositiveIntegerField(_("opened"), default=0)
    last_used_at = models.DateTimeField(_("last opened"), null=True, blank=True)

    objects = PreviewGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview grant")
        verbose_name_plural = _("preview grants")
        default_permissions = ()
        permissions = [("oversee_previewgrants", _("Can see and withdraw all shared previews"))]
        indexes = [
            models.Index(fields=["content_type", "object_id", "-created_at"], name="previews_of_object"),
            models.Index(fields=["expires_at"], name="previews_expiry"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_over(self) -> bool:
        """Whether its time is up, it was withdrawn, or whoever gave it has no account any more."""
        return self.revoked_at is not None or self.expires_at <= timezone.now() or not self.created_by.is_active

    @property
    def state(self) -> str:
        """Why it has ended, for editors; empty while it is live."""
        if self.revoked_at is not None:
            return str(_("withdrawn"))
        if self.expires_at <= timezone.now():
            return str(_("expired"))
        return "" if self.created_by.is_active else str(_("account closed"))

    def revoke(self, user: Any) -> None:
        """Ends it now."""
        self.revoked_at = timezone.now()
        self.revoked_by = user
        self.save(update_fields=["revoked_at", "revoked_by"])

    def count_use(self) -> None:
        """Notes that somebody has opened it."""
        type(self).objects.filter(pk=self.pk).update(uses=models.F("uses") + 1, last_used_at=timezone.now())
