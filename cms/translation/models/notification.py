from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Notification(models.Model):
    """Something that one person should learn about a target. Sent by e-mail at once, in a digest, or not at all."""

    class Kind(models.TextChoices):
        """What happened."""

        ASSIGNED = "assigned", pgettext_lazy("notification", "assigned to you")
        OUTDATED = "outdated", pgettext_lazy("notification", "the source has changed")
        FOR_REVIEW = "review", pgettext_lazy("notification", "ready for review")
        PUBLISHED = "published", pgettext_lazy("notification", "published")
        COMMENTED = "commented", pgettext_lazy("notification", "a comment")
        NOT_RELEASED = "held", pgettext_lazy("notification", "not published in time")

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("recipient")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    target = models.ForeignKey(
        "translation.Target", on_delete=models.CASCADE, related_name="notifications", verbose_name=_("target")
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("person")
    )
    text = models.TextField(_("text"), blank=True)
    """What a person wrote: a note or a comment."""
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    """Also set when the recipient wants no e-mail, so that nothing waits for ever."""
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.TextField(_("error"), blank=True)
    """Why the last attempt to send it failed."""
    due_at = models.DateTimeField(_("due"), null=True, default=timezone.now)
    """When it is to be sent, or tried again; while it is being sent, when another worker may take it over. None: it was
    given up."""
    claim = models.UUIDField(null=True, editable=False)
    """The attempt that is under way."""

    class Meta:
        verbose_name = _("translation notification")
        verbose_name_plural = _("translation notifications")
        ordering = ["created_at", "pk"]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(sent_at=None), name="notification_not_sent"),
        ]

    def __str__(self) -> str:
        return f"{self.recipient}: {self.get_kind_display()}"


class NotificationSettings(models.Model):
    """How one person wants to learn of what happens to translations. Without a row: at once, by e-mail."""

    class Delivery(models.TextChoices):
        """When e-mails come."""

        AT_ONCE = "once", pgettext_lazy("e-mails", "at once")
        DAILY = "daily", pgettext_lazy("e-mails", "once a day, in one e-mail")
        NEVER = "never", pgettext_lazy("e-mails", "never")

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="translation_notifications",
        verbose_name=_("user"),
    )
    delivery = models.CharField(
        _("e-mails about translations"), max_length=10, choices=Delivery.choices, default=Delivery.AT_ONCE
    )

    class Meta:
        verbose_name = _("notification settings")
        verbose_name_plural = _("notification settings")

    def __str__(self) -> str:
        return f"{self.user}: {self.get_delivery_display()}"
