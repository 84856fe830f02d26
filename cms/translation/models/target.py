from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TITLE_LENGTH = 255
SORT_KEY_LENGTH = 400


class Target(models.Model):
    """One work in one locale other than its source's, as translators and editors see it.

    There is a row for every work in every such locale, submitted or not, so that lists can be filtered and ordered by
    anything without looking at the works. It is written by `cms.translation.targets.refresh` in the transaction that
    changes what it tells, and can be rebuilt; `pk` stays the same as long as the work exists.
    """

    class State(models.TextChoices):
        """What readers of this locale get, and what translators have to do."""

        NONE = "none", pgettext_lazy("state of a translation", "not begun")
        DRAFT = "draft", pgettext_lazy("state of a translation", "draft")
        PARTIAL = "partial", pgettext_lazy("state of a translation", "partial")
        OUTDATED = "outdated", pgettext_lazy("state of a translation", "outdated")
        CURRENT = "current", pgettext_lazy("state of a translation", "current")

    translation_key = models.UUIDField(_("work"))
    locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", verbose_name=_("locale")
    )
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+", verbose_name=_("type"))
    """Of the concrete model."""
    source_locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", verbose_name=_("source language")
    )
    source_pk = models.PositiveBigIntegerField(_("source"))
    row_pk = models.PositiveBigIntegerField(_("row"), null=True)
    """The stored row of this locale, if there is one."""
    title = models.CharField(_("title"), max_length=TITLE_LENGTH)
    """What the source calls itself in the admin (its draft's title, where there is one)."""
    sort_key = models.CharField(max_length=SORT_KEY_LENGTH)

    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.NONE)
    state_since = models.DateTimeField(_("since"), null=True)
    live = models.BooleanField(_("published"), default=False)
    by_strings = models.BooleanField(_("translated string by string"), default=False)
    """Otherwise it is written by hand, like a source of its own; the counts below are 0 then."""
    behind = models.BooleanField(_("source has newer text"), default=False)
    """The source's published text is another than the one that translators were given."""
    in_moderation = models.BooleanField(_("in moderation"), default=False)

    strings = models.PositiveIntegerField(_("strings"), default=0)
    strings_left = models.PositiveIntegerField(_("strings left"), default=0)
    words = models.PositiveIntegerField(_("words"), default=0)
    words_left = models.PositiveIntegerField(_("words left"), default=0)
    proposals = models.PositiveIntegerField(_("fuzzy strings"), default=0)
    """How many of the strings left have a former translation to start from."""
    translated_at = models.DateTimeField(_("last translated"), null=True)

    class Meta:
        verbose_name = _("translation target")
        verbose_name_plural = _("translation targets")
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "locale"], name="one_target_per_work_and_locale")
        ]
        indexes = [
            models.Index(fields=["locale", "state"], name="target_by_state"),
            models.Index(fields=["sort_key", "translation_key"], name="target_by_title"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.locale.language_code})"

    @property
    def percent(self) -> int:
        """How much of the words is translated, 0 to 100. 100 only when nothing is left."""
        if not self.words_left:
            return 100
        return min(99, (self.words - self.words_left) * 100 // max(self.words, 1))
