"""Words that stand for the same, as editors see it."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from cms.publishing.folding import fold

from ..language import tokens

FEWEST: Final = 2
MOST: Final = 20
"""Phrases of a group: each is one more thing that an engine looks for."""
LONGEST: Final = 80


def languages() -> list[tuple[str, str]]:
    """The content languages to choose from."""
    return [(code, str(name)) for code, name in settings.WAGTAIL_CONTENT_LANGUAGES]


class Synonym(models.Model):
    """A group of words and phrases: who looks for one of them finds the others as well."""

    phrases = models.TextField(
        _("words and phrases"),
        help_text=_(
            "One in each line, two at least. They all stand for the same: whoever searches for one of them finds the "
            "others, too, in any of their forms. Names of municipalities need none: what the library tells is known."
        ),
    )
    locale = models.CharField(
        _("language"),
        max_length=20,
        blank=True,
        choices=languages,
        help_text=_("Of the searches in which they stand for the same. Leave it empty for all languages."),
    )
    active = models.BooleanField(_("active"), default=True, help_text=_("Searches follow at once."))
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("search synonym")
        verbose_name_plural = _("search synonyms")

    def __str__(self) -> str:
        return " = ".join(self.lines)

    @property
    def lines(self) -> list[str]:
        """The phrases, each without spaces around it; empty lines are none."""
        return [" ".join(line.split()) for line in self.phrases.splitlines() if line.strip()]

    def clean(self) -> None:
        """Ask for two or more different phrases, none of which is in another group that counts in the same searches."""
        super().clean()
        self.phrases = "\n".join(self.lines)
        errors = [*self._errors_of_lines(), *self._errors_of_groups()]
        if errors:
            raise ValidationError({"phrases": errors})

    def _errors_of_lines(self) -> list[str]:
        lines = self.lines
        compared = [compared_phrase(line) for line in lines]
        errors: list[str] = []
        for line, words in zip(lines, compared, strict=True):
            if not words:
                errors.append(gettext("“%(phrase)s” has no letters or digits.") % {"phrase": line})
            elif len(line) > LONGEST:
                errors.append(
                    ngettext(
                        "“%(phrase)s…” is longer than %(most)d character.",
                        "“%(phrase)s…” is longer than %(most)d characters.",
                        LONGEST,
                    )
                    % {"phrase": line[:20], "most": LONGEST}
                )
        twice = {line: None for at, line in enumerate(lines) if compared[at] and compared[at] in compared[:at]}
        errors += [gettext("“%(phrase)s” stands here twice.") % {"phrase": line} for line in twice]
        if len(set(compared)) < FEWEST:
            errors.append(gettext("Enter at least two different words or phrases, one in each line."))
        if len(lines) > MOST:
            errors.append(
                ngettext("No more than %(most)d phrase.", "No more than %(most)d phrases.", MOST) % {"most": MOST}
            )
        return errors

    def _errors_of_groups(self) -> list[str]:
        """Two groups with a phrase in common would be one, and nobody would see it."""
        if not self.active:
            return []
        mine = {compared_phrase(line): line for line in self.lines if compared_phrase(line)}
        others = Synonym.objects.filter(active=True).exclude(pk=self.pk)
        if self.locale:
            others = others.filter(locale__in=("", self.locale))
        return [
            gettext("“%(phrase)s” is already in the group “%(group)s”. Add your phrases there.")
            % {"phrase": mine[phrase], "group": other}
            for other in others.order_by("pk")
            for phrase in map(compared_phrase, other.lines)
            if phrase in mine
        ]


def compared_phrase(text: str) -> tuple[str, ...]:
    """What makes two phrases the same: words without case and accents."""
    return tuple(fold(token.text) for token in tokens(text))
