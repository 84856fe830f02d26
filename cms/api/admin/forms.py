from __future__ import annotations

from typing import ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateTimeInput

from ..models import ApiKey


class ApiKeyForm(WagtailAdminModelForm):
    """What an administrator decides about a key; the key itself is made by the server."""

    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("Scopes"),
        choices=ApiKey.Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy(
            "Restricted content: all pages under a view restriction, whatever their password or groups. Without a "
            "scope, the key reads what everybody reads, but may ask more often."
        ),
    )

    class Meta:
        model = ApiKey
        fields: ClassVar = ["name", "scopes", "throttle", "expires_at"]
        widgets: ClassVar = {"expires_at": AdminDateTimeInput}

    def clean_expires_at(self) -> object:
        """A new date lies ahead: a key that opens nothing any more is what revoking is for."""
        expires_at = self.cleaned_data["expires_at"]
        if "expires_at" in self.changed_data and expires_at is not None and expires_at <= timezone.now():
            raise forms.ValidationError(_("Choose a moment that is still to come."))
        return expires_at
