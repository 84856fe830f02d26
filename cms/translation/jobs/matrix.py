"""Everything that the matrix finds with its filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from cms.translation.matrix.filters import found
from cms.translation.models import Target

from .selections import Selection


@dataclass(frozen=True, slots=True)
class FoundByMatrix(Selection):
    """Not the works in all their languages, but in those in which they were found: the outdated ones, say."""

    name: ClassVar[str] = "matrix"
    query: str

    def find(self, user: Any) -> QuerySet[Target]:
        return found(user, QueryDict(self.query))

    def values(self) -> list[tuple[str, str]]:
        return [(self.name, self.query)]

    def likely_locales(self) -> list[str]:
        return [value for value in QueryDict(self.query).getlist("locale") if value.isdecimal()]

    def __str__(self) -> str:
        if not self.query:
            return _("all works of the matrix")
        return _("what the matrix finds, in the languages in which it finds it")
