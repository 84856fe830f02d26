"""A column that holds several of a fixed list of choices."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

Choices: TypeAlias = Iterable[tuple[str, Any]] | Callable[[], Iterable[tuple[str, Any]]]


class ChoiceListField(models.JSONField):
    """A list of codes, shown as check boxes. ``options`` are Django choices or a function that returns them.

    The options are not part of the schema: adding one needs no migration.
    """

    description = _("Several of a list of choices")

    def __init__(self, *args: Any, options: Choices = (), **kwargs: Any) -> None:
        self.options = options
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def option_list(self) -> list[tuple[str, Any]]:
        """Codes and labels."""
        return list(self.options() if callable(self.options) else self.options)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "cms.core.fields.ChoiceListField", args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        kwargs.pop("widget", None)
        return forms.MultipleChoiceField(
            choices=self.option_list,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        known = {code for code, __ in self.option_list()}
        unknown = [str(code) for code in value if code not in known]
        if unknown:
            raise ValidationError(
                _("Unknown: %(unknown)s. Allowed are: %(known)s.")
                % {"unknown": ", ".join(unknown), "known": ", ".join(sorted(known))},
                code="unknown_choice",
            )
