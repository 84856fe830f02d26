from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail_localize.models import String, TranslationContext


class StringChange(models.Model):
    """One entry in the history of a string's translation: who wrote what, when, and from which source text.

    Append-only. Written for every way in which a translation changes, those of wagtail-localize and of other packages
    included.
    """

    class Origin(models.TextChoices):
        """Where the text came from."""

        TYPED = "typed", pgettext_lazy("origin of a translation", "typed")
        ACCEPTED = "accepted", pgettext_lazy("origin of a translation", "accepted from a former translation")
        CARRIED = "carried", pgettext_lazy("origin of a translation", "carried over from the source's former text")
        RESTORED = "restored", pgettext_lazy("origin of a translation", "restored from the history")
        IMPORTED = "imported", pgettext_lazy("origin of a translation", "imported from a file")
        MACHINE = "machine", pgettext_lazy("origin of a translation", "machine translation")
        REMOVED = "removed", pgettext_lazy("origin of a translation", "removed")
        OTHER = "other", pgettext_lazy("origin of a translation", "another program")

    locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", verbose_name=_("locale")
    )
    context = models.ForeignKey(
        TranslationContext, on_delete=models.CASCADE, related_name="+", verbose_name=_("place in the text")
    )
    string = models.ForeignKey(String, on_delete=models.CASCADE, related_name="+", verbose_name=_("string"))
    """The source text it translates."""
    text = models.TextField(_("translation"), blank=True)
    """Empty where the translation was removed."""
    origin = models.CharField(_("origin"), max_length=10, choices=Origin.choices)
    former_source = models.TextField(_("former source"), blank=True)
    """What the text was a translation of before, where it was carried over or accepted."""
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("person")
    )
    at = models.DateTimeField(_("time"), default=timezone.now)

    class Meta:
        verbose_name = _("change of a string")
        verbose_name_plural = _("changes of strings")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["context", "locale", "at"], name="string_change_by_place")]

    def __str__(self) -> str:
        return f"{self.get_origin_display()}: {self.text[:60]}"
