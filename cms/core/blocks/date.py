"""Dates in blocks."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core import dates
from cms.core.date_input import read_date

from .facts import FactBlock

if TYPE_CHECKING:
    from cms.publishing.context import Context


class DateBlock(FactBlock, blocks.CharBlock):
    """A date as exactly as it is known, stored as EDTF. The same in every language."""

    def __init__(self, required: bool = True, help_text: Any = None, **kwargs: Any) -> None:
        if help_text is None:
            help_text = _("As exactly as it is known: 26.09.2001, 04/2011, summer 1991 or 1991. About 1991: 1991~.")
        super().__init__(required=required, help_text=help_text, max_length=40, **kwargs)

    def clean(self, value: Any) -> str:
        """Return what was typed as EDTF. Raises ValidationError where the calendar has no such date."""
        text = super().clean(value) or ""
        if not text.strip():
            return ""
        try:
            return read_date(text, interval=False).edtf
        except dates.PartialDateError as error:
            raise ValidationError(str(error), code=type(error).__name__) from error

    class Meta:
        icon = "date"


def date_document(edtf: str | None, context: "Context") -> dates.DateDocument | None:
    """Return the date in the edition's language; None where there is none, or a draft holds half a date."""
    try:
        return dates.date_document(edtf or "", context.locale)
    except dates.PartialDateError:
        return None
