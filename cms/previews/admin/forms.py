"""What an editor says about a preview that is to be shared."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

DAYS = (1, 7, 30)


def _choices() -> list[tuple[int, str]]:
    return [(days, ngettext("%(days)d day", "%(days)d days", days) % {"days": days}) for days in DAYS]


class ShareForm(forms.Form):
    """For how long, and a note to remember by."""

    days = forms.TypedChoiceField(
        label=_("Valid for"),
        choices=_choices,
        coerce=int,
        initial=7,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=200,
        required=False,
        help_text=_("Who gets the link, or what for. Only editors see it."),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    """The revision that was the latest when the form was shown."""
