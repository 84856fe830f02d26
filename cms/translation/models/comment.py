from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import TranslationContext


class Comment(models.Model):
    """One entry in the talk between translator and editor about a target, or about one of its strings.

    An entry that opens a thread has no `thread`; answers name the entry that opened it. Threads are closed as a whole.
    """

    target = models.ForeignKey(
        "translation.Target", on_delete=models.CASCADE, related_name="comments", verbose_name=_("target")
    )
    context = models.ForeignKey(
        TranslationContext,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("place in the text"),
    )
    quoted = models.TextField(_("quoted"), blank=True)
    """The source's text in that place when the thread was opened; it stays readable when the text has changed."""
    thread = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="answers", verbose_name=_("thread")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("author")
    )
    text = models.TextField(_("text"))
    written_at = models.DateTimeField(_("written"), default=timezone.now)
    resolved_at = models.DateTimeField(_("resolved"), null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("resolved by")
    )

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["written_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]
