"""Validation that looks at an entry and its rows together."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms.models import WagtailAdminModelForm

from ..models.partnership import check_sides


def kept_rows(form: WagtailAdminModelForm, relation: str) -> list[Any]:
    """The rows of a child relation as they will be stored: valid ones that are not marked for deletion."""
    formset = form.formsets[relation]
    return [row.instance for row in formset.forms if row.is_valid() and not row.cleaned_data.get("DELETE")]


class CodeForm(WagtailAdminModelForm):
    """A row whose primary key is typed in, once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            self.fields["code"].disabled = True


class PartnershipForm(WagtailAdminModelForm):
    """Asks for two or more different sides."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        formset = getattr(self, "formsets", {}).get("sides")
        if formset is None or self.is_deferred_validation:
            return cleaned
        if formset.is_valid():
            try:
                check_sides(kept_rows(self, "sides"))
            except ValidationError as error:
                self.add_error(None, error)
        return cleaned
