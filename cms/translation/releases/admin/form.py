from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.models import Locale

from cms.translation.models import Release, ReleaseMember


class Part(TextChoices):
    """What part a language plays in the release."""

    NONE = "", _("by itself, whenever somebody publishes it")
    TOGETHER = ReleaseMember.When.TOGETHER.value, _("together with the others")
    WHEN_READY = ReleaseMember.When.WHEN_READY.value, _("when it is ready, not before the others")


class PlanForm(forms.Form):
    """Which languages go live together, and when."""

    def __init__(self, *args: Any, locales: Sequence[Locale], release: Release | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.locales = locales
        parts = {member.locale_id: member.when for member in release.members.all()} if release else {}
        for locale in locales:
            self.fields[self._name(locale)] = forms.ChoiceField(
                label=locale.get_display_name(),
                choices=Part.choices,
                required=False,
                initial=parts.get(locale.pk, Part.NONE.value),
            )
        self.fields["go_live_at"] = forms.DateTimeField(
            label=_("Publish on"),
            required=False,
            help_text=_("Left empty, it waits until somebody publishes it on this page."),
            widget=AdminDateTimeInput,
            initial=release.go_live_at if release else None,
        )

    def languages(self) -> list[forms.BoundField]:
        """The fields of the languages."""
        return [self[self._name(locale)] for locale in self.locales]

    def chosen(self, part: Part) -> list[Locale]:
        """The languages that play this part."""
        return [locale for locale in self.locales if self.cleaned_data[self._name(locale)] == part.value]

    def _name(self, locale: Locale) -> str:
        return f"locale_{locale.pk}"
