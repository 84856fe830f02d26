"""Forms around signatories."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from ..models import SolidarityLetterPage


def letter_choices() -> list[tuple[str, str]]:
    """Return every letter once, by its work id, with the title in the language it was first written in."""
    choices: dict[str, str] = {}
    for letter in SolidarityLetterPage.objects.order_by("pk").only("translation_key", "draft_title", "title"):
        choices.setdefault(str(letter.translation_key), letter.get_admin_display_title())
    return list(choices.items())


class SignatoryForm(WagtailAdminModelForm):
    """A signatory; the letter is chosen by its title."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "letter_key" in self.fields:
            self.fields["letter_key"] = forms.TypedChoiceField(
                label=_("Letter"), choices=[("", "---------"), *letter_choices()], coerce=UUID, empty_value=None
            )


class SignatoryUploadForm(forms.Form):
    """A file, and the letter whose signatories it holds."""

    letter_key = forms.TypedChoiceField(label=_("Letter"), coerce=UUID)
    file = forms.FileField(label=_("CSV file"), help_text=_("The file is checked first; nothing is stored yet."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["letter_key"].choices = letter_choices()  # type: ignore[attr-defined]  # a choice field


class SignatoryConfirmForm(forms.Form):
    """What has been checked and is to be stored. It travels with the page: no personal data lie on the server."""

    letter_key = forms.TypedChoiceField(coerce=UUID, widget=forms.HiddenInput)
    content = forms.CharField(widget=forms.HiddenInput, strip=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["letter_key"].choices = letter_choices()  # type: ignore[attr-defined]  # a choice field
