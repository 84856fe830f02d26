from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Revision


class Release(models.Model):
    """Locales of one work that go live together: "de and en together, ru when it is ready".

    While it waits, none of its members is published by itself. It is carried out in one transaction: all members that
    are to go together, or none and a report.
    """

    class Status(models.TextChoices):
        """What has become of it."""

        WAITING = "waiting", pgettext_lazy("status of a release", "waiting")
        REFUSED = "refused", pgettext_lazy("status of a release", "not ready in time")
        RELEASED = "released", pgettext_lazy("status of a release", "published")
        CANCELLED = "cancelled", pgettext_lazy("status of a release", "cancelled")

    translation_key = models.UUIDField(_("work"), db_index=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+", verbose_name=_("type"))
    """Of the concrete model."""
    go_live_at = models.DateTimeField(_("go live"), null=True, blank=True)
    """None: as soon as somebody who may says so."""
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.WAITING)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("planned by")
    )
    planned_at = models.DateTimeField(_("planned"), default=timezone.now)
    tried_at = models.DateTimeField(_("last tried"), null=True, blank=True)
    report = models.JSONField(_("report"), default=dict, blank=True)
    """What kept it back at the last try: a sentence for each language code, in the planner's language."""

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key"],
                condition=models.Q(status__in=["waiting", "refused"]),
                name="one_open_release_per_work",
            )
        ]

    def __str__(self) -> str:
        return f"{self.translation_key}: {self.get_status_display()}"


class ReleaseMember(models.Model):
    """One locale of a release."""

    class When(models.TextChoices):
        """When it goes live."""

        TOGETHER = "together", pgettext_lazy("member of a release", "together with the others")
        WHEN_READY = "ready", pgettext_lazy("member of a release", "when it is ready, not before the others")

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="members", verbose_name=_("release"))
    locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", verbose_name=_("locale")
    )
    when = models.CharField(_("when"), max_length=10, choices=When.choices, default=When.TOGETHER)
    ready_revision = models.ForeignKey(
        Revision, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("ready draft")
    )
    """The draft that was approved, or handed in where there is no workflow. It is ready as long as it is the latest."""
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    class Meta:
        verbose_name = _("locale of a release")
        verbose_name_plural = _("locales of a release")
        constraints = [models.UniqueConstraint(fields=["release", "locale"], name="a_locale_once_in_a_release")]

    def __str__(self) -> str:
        return f"{self.locale}: {self.get_when_display()}"
