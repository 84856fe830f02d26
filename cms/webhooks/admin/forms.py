"""Entering an endpoint."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.api.collection import collections
from cms.publishing.models import Change
from cms.publishing.registry import registry

from ..models import WebhookEndpoint
from ..targets import TargetRefusedError, find_target

Choices = list[tuple[str, Any]]


def type_choices() -> Choices:
    """Types as they stand in messages, with the works of that type in the reader's language."""
    return [(collection.type, _type_label(collection.type)) for collection in collections.all()]


def _type_label(name: str) -> str:
    works = ", ".join(str(model._meta.verbose_name) for model in registry.get(name).models)
    return f"{name} ({works})"


def locale_choices() -> Choices:
    """The site's locales."""
    return [(code, f"{name} ({code})") for code, name in settings.WAGTAIL_CONTENT_LANGUAGES]


def action_choices() -> Choices:
    """What can happen to an edition."""
    return [(value, capfirst(label)) for value, label in Change.Action.choices]


class Checkboxes(forms.MultipleChoiceField):
    """Several of a few values, or none, which means all of them."""

    widget = forms.CheckboxSelectMultiple


class EndpointForm(WagtailAdminModelForm):
    """Where messages go and what they tell of. The secret is made for you and is not entered here."""

    url = forms.CharField(
        label=_("Address"),
        max_length=2000,
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
        help_text=_("Where messages are posted to."),
    )
    types = Checkboxes(label=_("Types"), required=False, choices=type_choices, help_text=_("None chosen: all types."))
    locales = Checkboxes(
        label=_("Languages"), required=False, choices=locale_choices, help_text=_("None chosen: all languages.")
    )
    actions = Checkboxes(
        label=_("Actions"),
        required=False,
        choices=action_choices,
        help_text=_(
            "None chosen: all actions. A receiver that keeps copies has to know what is unpublished and deleted."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("types", "locales", "actions"):
            self._keep_what_is_stored(name)

    def _keep_what_is_stored(self, name: str) -> None:
        """A language or type that the site no longer has stays chosen: without it the filter might become empty."""
        field: Any = self.fields[name]
        choices = list(field.choices)
        known = {value for value, _label in choices}
        field.choices = [*choices, *((value, value) for value in getattr(self.instance, name) if value not in known)]

    def clean_url(self) -> str:
        """Refuse what nothing may be sent to. Asks the resolver when the address is another one than before."""
        url: str = self.cleaned_data["url"].strip()
        if url != self.instance.url:
            try:
                find_target(url)
            except TargetRefusedError as error:
                raise forms.ValidationError(error.message, code="refused") from error
        return url

    class Meta:
        model = WebhookEndpoint
        fields = ("name", "url", "types", "locales", "actions")
