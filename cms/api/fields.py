"""`fields=`: an answer reduced to what its reader wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .parameters import Parameter, alone
from .values import Choice, ValueNotAllowedError

EVERYTHING = "*"


@dataclass(frozen=True, kw_only=True)
class FieldsParameter(Parameter):
    """`fields=title,url`."""

    def combine(self, values: list[Any]) -> frozenset[str] | None:
        """The names, or None for everything."""
        if EVERYTHING not in values:
            return frozenset(values)
        if values != [EVERYTHING]:
            raise ValueNotAllowedError(_("“%(word)s” stands alone") % {"word": EVERYTHING})
        return None

    def array(self) -> dict[str, Any]:
        """The names; `*` stands alone."""
        return alone(super().array(), EVERYTHING)


def fields_parameter(names: tuple[str, ...]) -> FieldsParameter:
    """The `fields` parameter of an answer with these top-level fields."""
    return FieldsParameter(
        name="fields",
        description="Top-level fields to answer with; `*` (the default) for everything.",
        value=Choice((*names, EVERYTHING)),
        many=True,
    )


def reduced(answer: dict[str, Any], wanted: frozenset[str] | None) -> dict[str, Any]:
    """The answer with the wanted fields only."""
    return answer if wanted is None else {name: value for name, value in answer.items() if name in wanted}
