"""A column for dates that are only partly known."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.date_input import read_date
from cms.core.dates import PartialDateError

MAX_LENGTH = 40


class EDTFField(models.CharField):
    """EDTF level 1 as text, "" where nothing is known.

    Accepts what people write (26.09.2001, 09/2001, summer 1991) and stores EDTF. ``interval=True`` allows periods
    (2017-06-28/2017-06-30, 1991/..). ``cms.core.dates.PartialDate.parse`` reads the stored value.
    """

    description = _("Date that may be known only to the month, season or year")

    def __init__(self, *args: Any, interval: bool = False, **kwargs: Any) -> None:
        self.interval = interval
        kwargs.setdefault("max_length", MAX_LENGTH)
        if kwargs.get("blank"):
            kwargs.setdefault("default", "")
        kwargs.setdefault(
            "help_text",
            _(
                "As exactly as it is known: 26.09.2001, 04/2011, summer 1991 or 1991. About 1991: 1991~. "
                "From – to: 28.06.2017 – 30.06.2017."
            )
            if interval
            else _("As exactly as it is known: 26.09.2001, 04/2011, summer 1991 or 1991. About 1991: 1991~."),
        )
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        if self.interval:
            kwargs["interval"] = True
        return name, "cms.core.fields.EDTFField", args, kwargs

    def clean(self, value: Any, model_instance: models.Model | None) -> str:
        """Normalise to EDTF. Raises ValidationError with the sentence of the ``PartialDateError``."""
        if value and isinstance(value, str) and value.strip():
            try:
                value = read_date(value, interval=self.interval).edtf
            except PartialDateError as error:
                raise ValidationError(str(error), code=type(error).__name__) from error
        cleaned: str = super().clean((value or "").strip(), model_instance)
        return cleaned
