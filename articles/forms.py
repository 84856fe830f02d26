"""Checks of article forms that need more than one field."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm


class ArticlePageForm(WagtailAdminPageForm):
    """Refuses the same place, partnership, contact, file or article twice."""

    unique_rows: ClassVar[dict[str, str]] = {
        "places": "municipality",
        "partnerships": "partnership",
        "documents": "document",
        "related": "article",
    }

    def clean(self) -> Any:
        """Mark the second of two equal rows."""
        cleaned = super().clean()
        for relation, field in self.unique_rows.items():
            if relation in self.formsets:
                _mark_repeated(self.formsets[relation], field)
        return cleaned


class ConferenceReportForm(ArticlePageForm):
    """A report that is published names its conference."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "conference" in self.fields:
            self.fields["conference"].required = True


def _mark_repeated(formset: Any, field: str) -> None:
    seen = set()
    for form in formset.forms:
        if not form.is_valid() or form in formset.deleted_forms:
            continue
        chosen = form.cleaned_data.get(field)
        if chosen is None:
            continue
        key = getattr(chosen, "translation_key", chosen.pk)
        if key in seen:
            form.add_error(field, ValidationError(_("This has already been chosen above."), code="repeated"))
        seen.add(key)
