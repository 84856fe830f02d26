from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import TranslationSource


class Submission(models.Model):
    """Which text of a source its translators were last given; wagtail-localize keeps the text itself."""

    source = models.OneToOneField(
        TranslationSource, on_delete=models.CASCADE, related_name="submission", verbose_name=_("source")
    )
    digest = models.CharField(_("digest"), max_length=64)
    """Of the text (see `cms.translation.texts`)."""
    unpublished = models.BooleanField(_("draft"), default=False)
    """Whether it was a draft that nobody had published then."""
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("person")
    )
    at = models.DateTimeField(_("time"), default=timezone.now)

    class Meta:
        verbose_name = _("submitted text")
        verbose_name_plural = _("submitted texts")

    def __str__(self) -> str:
        return f"{self.source.object_repr}, {self.at:%Y-%m-%d %H:%M}"
