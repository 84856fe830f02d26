from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FollowQuestion(models.Model):
    """Something happened to sources, and nobody has decided yet what becomes of their translations.

    It stands in the database, so that nothing is lost whoever did it: an editor, a bulk action, a program, the
    schedule. What happened at once to many works (a section with its articles) is one question.
    """

    class Happening(models.TextChoices):
        """What happened to the sources."""

        MOVED = "moved", pgettext_lazy("what happened to a source", "moved")
        UNPUBLISHED = "unpublished", pgettext_lazy("what happened to a source", "unpublished")
        DELETED = "deleted", pgettext_lazy("what happened to a source", "deleted")
        RENAMED = "renamed", pgettext_lazy("what happened to a source", "given another address")

    happening = models.CharField(_("what happened"), max_length=20, choices=Happening.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("person")
    )
    at = models.DateTimeField(_("time"), default=timezone.now)
    request = models.UUIDField(null=True, editable=False)
    """Wagtail's id of what was done together: one request to the admin or to its API."""

    class Meta:
        verbose_name = _("question about translations")
        verbose_name_plural = _("questions about translations")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_happening_display()} ({self.at:%Y-%m-%d %H:%M})"


class FollowedWork(models.Model):
    """One work of a question: which source it is or was, and where it stood before and stands now."""

    question = models.ForeignKey(
        FollowQuestion, on_delete=models.CASCADE, related_name="works", verbose_name=_("question")
    )
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+", verbose_name=_("type"))
    translation_key = models.UUIDField(_("work"))
    locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", verbose_name=_("source language")
    )
    title = models.CharField(_("title"), max_length=255)
    former_parent = models.UUIDField(_("stood below"), null=True)
    parent = models.UUIDField(_("stands below"), null=True)
    """Works of pages, for what was moved."""
    former_slug = models.CharField(_("former address"), max_length=255, blank=True)
    slug = models.CharField(_("address"), max_length=255, blank=True)
    """For what was given another address."""

    class Meta:
        verbose_name = _("work of a question about translations")
        verbose_name_plural = _("works of a question about translations")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title
