from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import String, TranslationContext


class Proposal(models.Model):
    """A former translation that may fit a changed string: a *fuzzy* match, which a translator accepts or replaces.

    It counts as untranslated and is never published. It goes as soon as the string is translated.
    """

    locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", verbose_name=_("locale")
    )
    context = models.ForeignKey(
        TranslationContext, on_delete=models.CASCADE, related_name="+", verbose_name=_("place in the text")
    )
    string = models.ForeignKey(String, on_delete=models.CASCADE, related_name="+", verbose_name=_("string"))
    """What the source says now."""
    former_source = models.TextField(_("former source"))
    text = models.TextField(_("translation of the former source"))
    score = models.PositiveSmallIntegerField(_("similarity"))
    """Of the two sources, in percent; below 100."""
    translated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("translated by"),
    )
    translated_at = models.DateTimeField(_("translated"), null=True)

    class Meta:
        verbose_name = _("fuzzy proposal")
        verbose_name_plural = _("fuzzy proposals")
        constraints = [
            models.UniqueConstraint(fields=["locale", "context", "string"], name="one_proposal_per_string_in_its_place")
        ]

    def __str__(self) -> str:
        return self.text[:80]
