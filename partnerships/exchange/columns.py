"""Columns of the files: each reads a cell from a work and writes it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.fields import Field

from cms.core.date_input import read_date
from cms.core.fields import ChoiceListField, EDTFField
from cms.publishing.folding import fold

TRUE = {"true", "1", "yes", "x"}
FALSE = {"false", "0", "no", ""}
LISTED_CHOICES = 30
"""Up to so many choices are listed in an error."""


class Column(Field):
    """A cell of text. Subclasses say how a work's value becomes text and back; ``ValueError`` refuses a cell."""

    def __init__(self, name: str, description: Any = "") -> None:
        super().__init__(attribute=name, column_name=name)
        self.description = description

    @property
    def explanation(self) -> str:
        """What an editor is told about the column."""
        return str(self.description)

    def read(self, work: Any) -> str:
        """The cell's text."""
        raise NotImplementedError

    def write(self, work: Any, text: str) -> None:
        """Give the work the cell's value, without saving it."""
        raise NotImplementedError

    def export(self, instance: Any, **kwargs: Any) -> str:
        return self.read(instance) if instance is not None else ""

    def save(self, instance: Any, row: Any, is_m2m: bool = False, **kwargs: Any) -> None:
        self.write(instance, row[self.column_name])


class FieldColumn(Column):
    """A field of the model, of any type that fits into a cell."""

    def __init__(self, model: type[models.Model], name: str, description: Any = "") -> None:
        self.field: Any = model._meta.get_field(name)
        super().__init__(name, description)

    @property
    def explanation(self) -> str:
        """The column's own description, else the field's: `kind (partnership, friendship): What it is.`"""
        if self.description:
            return super().explanation
        text = str(self.field.verbose_name)
        options = self.field.option_list() if isinstance(self.field, ChoiceListField) else self.field.flatchoices or ()
        codes = [str(code) for code, __ in options if code]
        if codes and len(codes) <= LISTED_CHOICES:
            text += f" ({', '.join(codes)})"
        return f"{text}: {self.field.help_text}" if self.field.help_text else text

    def read(self, work: Any) -> str:
        value = getattr(work, self.field.attname)
        if isinstance(self.field, ChoiceListField):
            return ", ".join(value)
        if isinstance(value, bool):
            return "true" if value else "false"
        return "" if value is None else str(value)

    def write(self, work: Any, text: str) -> None:
        setattr(work, self.field.attname, self._value(text))

    def _value(self, text: str) -> Any:
        if isinstance(self.field, ChoiceListField):
            return [choice(part.strip(), self.field.option_list()) for part in text.split(",") if part.strip()]
        if isinstance(self.field, EDTFField):
            return read_date(text, interval=self.field.interval).edtf if text else ""
        if isinstance(self.field, models.BooleanField):
            return truth(text)
        if self.field.choices and text:
            return choice(text, self.field.flatchoices)
        if not text:
            return None if self.field.null else ""
        if isinstance(self.field, models.FloatField):
            text = text.replace(",", ".")
        try:
            return self.field.to_python(text)
        except ValidationError as error:
            raise ValueError(" ".join(error.messages)) from error


class WorkColumn(Column):
    """A foreign key to another work, by its address or any of its names."""

    def __init__(self, name: str, description: Any, find: Callable[[str], Any], *, to: str = "slug") -> None:
        super().__init__(name, description)
        self.find = find
        self.to = to

    def read(self, work: Any) -> str:
        target = getattr(work, self.attribute)
        return str(getattr(target, self.to)) if target else ""

    def write(self, work: Any, text: str) -> None:
        setattr(work, self.attribute, self.find(text) if text else None)


def choice(text: str, choices: list[tuple[Any, Any]]) -> str:
    """The code of a choice given by code or by its label in the active language. Raises ValueError."""
    for code, label in choices:
        if text == code or fold(text) == fold(str(label)):
            return str(code)
    known = [str(code) for code, __ in choices if code]
    if len(known) > LISTED_CHOICES:
        raise ValueError(
            _("“%(text)s” is unknown. Write a code, for example %(known)s.") % {"text": text, "known": known[0]}
        )
    raise ValueError(_("“%(text)s” is not one of: %(known)s.") % {"text": text, "known": ", ".join(known)})


def truth(text: str) -> bool:
    """Whether a cell says yes. Raises ValueError for anything unclear."""
    lowered = text.casefold()
    words = {_("yes").casefold(): True, _("no").casefold(): False}
    if lowered in TRUE or words.get(lowered) is True:
        return True
    if lowered in FALSE or words.get(lowered) is False:
        return False
    raise ValueError(_("Write “true” or “false”."))


SLUG_DESCRIPTION = gettext_lazy("address; says which entry a row belongs to. Empty: a new entry")
