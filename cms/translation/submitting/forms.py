"""What editors say when they give a work to translators."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Locale, Page

from cms.translation.permissions import may
from cms.translation.work.assign_form import AssignForm

from .offers import Offers


class Text(models.TextChoices):
    """Which text of a source that has both."""

    DRAFT = "draft", gettext_lazy("the latest draft")
    PUBLISHED = "published", gettext_lazy("the published text")


class SubmitForm(forms.Form):
    """Offers what `offers` says; which text only where a published source has a later draft."""

    locales = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Languages"), queryset=Locale.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    text = forms.ChoiceField(
        label=gettext_lazy("Text"),
        choices=Text.choices,
        initial=Text.DRAFT,
        required=False,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("There are changes that are not published yet. All languages get the same text."),
    )
    include_subtree = forms.BooleanField(required=False)

    def __init__(self, *args: Any, source: Any, user: Any, offers: Offers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["locales"]
        field.queryset = Locale.objects.filter(pk__in=[locale.pk for locale in offers.locales])
        field.label_from_instance = Locale.get_display_name
        self._may_write = may(user, "change", source)
        if not (source.live and source.has_unpublished_changes and self._may_write):
            del self.fields["text"]
        below = source.get_descendant_count() if isinstance(source, Page) else 0
        if below:
            self.fields["include_subtree"].label = ngettext(
                "With the %(count)d page below it", "With the %(count)d pages below it", below
            ) % {"count": below}
        else:
            del self.fields["include_subtree"]

    @property
    def draft(self) -> bool:
        """Whether the latest draft is meant; who may not write the source submits what is published."""
        return self.chose_draft if "text" in self.fields else self._may_write

    @property
    def chose_draft(self) -> bool:
        """Whether there was a choice, and it was the draft."""
        return "text" in self.fields and self.cleaned_data["text"] != Text.PUBLISHED


class OptionalAssignForm(AssignForm):
    """Who translates into one locale, if the editor says so at once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["translator"].required = False

    def clean(self) -> dict[str, Any]:
        """A date or a note is for somebody."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("translator") and (cleaned.get("due") or cleaned.get("note")):
            raise ValidationError({"translator": _("Choose who gets the date and the note.")})
        return cleaned
