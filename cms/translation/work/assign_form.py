"""Who translates, until when, and what they should know; for one target or many."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Locale

from cms.translation.operations.assign import PastDueDateError

from .translators import translators_into


class AssignForm(forms.Form):
    """Offers those who can translate works of these `models` into any of the `locales`.

    Its cleaned data are what `AssignTranslation` takes beside the target.
    """

    translator: forms.ModelChoiceField[Any] = forms.ModelChoiceField(label=gettext_lazy("Translator"), queryset=None)
    due = forms.DateField(label=gettext_lazy("Due"), required=False, widget=AdminDateInput)
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("What the translator should know. It is also in the e-mail."),
    )

    def __init__(self, *args: Any, locales: Collection[Locale], models: Collection[type[Model]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        users = translators_into(locales, models)
        field: Any = self.fields["translator"]
        field.queryset = users
        field.choices = _grouped(users)

    def clean_due(self) -> date | None:
        """A day to come; one that has passed may stay where it was."""
        due: date | None = self.cleaned_data["due"]
        if due is not None and due < timezone.localdate() and due != self.initial.get("due"):
            raise ValidationError(str(PastDueDateError(due)))
        return due


def _grouped(users: Any) -> list[tuple[str, Any]]:
    own: list[tuple[Any, str]] = []
    others: list[tuple[Any, str]] = []
    for user in users:
        (own if user.is_translator else others).append((user.pk, _name(user)))
    choices: list[tuple[str, Any]] = [("", "---------")]
    if own:
        choices.append((_("Translators"), own))
    if others:
        choices.append((_("Others who can translate"), others))
    return choices


def _name(user: Any) -> str:
    """Told apart also where two people have one name."""
    name, sign_in = get_user_display_name(user), user.get_username()
    return name if name == sign_in else f"{name} ({sign_in})"
