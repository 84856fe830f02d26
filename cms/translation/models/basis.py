from django.db import models
from django.utils.translation import gettext_lazy as _

DIGEST_LENGTH = 64


class TranslationBasis(models.Model):
    """What the published row of a work in one locale was translated from.

    The source's own row holds the digest of its published text, so that a target is outdated when the two differ.
    Digests are those of `cms.translation.texts`.
    """

    translation_key = models.UUIDField(_("work"))
    locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", verbose_name=_("locale")
    )
    source_digest = models.CharField(_("digest of the source"), max_length=DIGEST_LENGTH, blank=True)
    """Of the source text that is published here in translation; empty as long as nothing has been published."""
    missing = models.PositiveIntegerField(_("missing strings"), default=0)
    """How many strings stood in the source's language when the row was published."""
    missing_paths = models.JSONField(_("places of missing strings"), default=list, blank=True)
    """wagtail-localize's content paths of these strings, for marking them with their language."""
    source_text = models.JSONField(_("text of the source"), default=list, blank=True)
    """The source text that is published here in translation, as [content path, string] in its order: what a later text
    of the source is compared with."""
    draft_digest = models.CharField(_("digest of the draft's source"), max_length=DIGEST_LENGTH, blank=True)
    """Of the source text that the latest draft was made from."""
    draft_text = models.JSONField(_("text of the draft's source"), default=list, blank=True)
    """That text, as in `source_text`, which it becomes when the draft is published."""

    class Meta:
        verbose_name = _("basis of a translation")
        verbose_name_plural = _("bases of translations")
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "locale"], name="one_basis_per_work_and_locale"),
        ]

    def __str__(self) -> str:
        return f"{self.translation_key} ({self.locale})"
