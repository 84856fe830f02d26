from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Job(models.Model):
    """One operation for many works, done by the worker: work by work, each in a transaction of its own."""

    class Kind(models.TextChoices):
        """Which operation."""

        SUBMIT = "submit", pgettext_lazy("job", "submit for translation")
        UPDATE = "update", pgettext_lazy("job", "hand over the source's new text")
        PUBLISH = "publish", pgettext_lazy("job", "publish translations")
        ASSIGN = "assign", pgettext_lazy("job", "assign to a translator")

    class Status(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", pgettext_lazy("status of a job", "waiting")
        RUNNING = "running", pgettext_lazy("status of a job", "running")
        DONE = "done", pgettext_lazy("status of a job", "done")
        CANCELLED = "cancelled", pgettext_lazy("status of a job", "cancelled")

    kind = models.CharField(_("operation"), max_length=10, choices=Kind.choices)
    options = models.JSONField(_("options"), default=dict)
    """Plain values and ids that the kind of operation needs, such as the translator's id."""
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.WAITING)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("person")
    )
    """On whose behalf and with whose permissions, those at the time when it runs."""
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("cancelled by")
    )
    """Somebody asked to end it; the item being dealt with is finished first."""
    created_at = models.DateTimeField(_("ordered"), default=timezone.now)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    beat_at = models.DateTimeField(_("last sign of life"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("translation job")
        verbose_name_plural = _("translation jobs")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.get_status_display()})"


class JobItem(models.Model):
    """One work (for some operations: in one locale) of a job, and what became of it."""

    class Status(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", pgettext_lazy("status of a job's item", "waiting")
        DONE = "done", pgettext_lazy("status of a job's item", "done")
        NOTHING = "nothing", pgettext_lazy("status of a job's item", "nothing to do")
        REFUSED = "refused", pgettext_lazy("status of a job's item", "refused")
        FAILED = "failed", pgettext_lazy("status of a job's item", "failed")

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="items", verbose_name=_("job"))
    position = models.PositiveIntegerField(_("position"))
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+", verbose_name=_("type"))
    translation_key = models.UUIDField(_("work"))
    locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("locale")
    )
    title = models.CharField(_("title"), max_length=255)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.WAITING)
    message = models.TextField(_("message"), blank=True)
    """Why, in the language of the person who ordered the job."""
    interruptions = models.PositiveSmallIntegerField(_("interruptions"), default=0)
    """How often a worker ended while it was dealing with this."""

    class Meta:
        verbose_name = _("item of a translation job")
        verbose_name_plural = _("items of a translation job")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["job", "position"], name="one_item_per_position_of_a_job")]

    def __str__(self) -> str:
        return f"{self.title}: {self.get_status_display()}"
