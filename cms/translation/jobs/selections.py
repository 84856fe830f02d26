"""What a job is about: works chosen one by one, a section, the library, or whatever a list or the matrix finds.

A selection is a few values that a form can carry, however many works it stands for.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import DraftStateMixin, Page, TranslatableMixin
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from cms.translation.models import Target

SEEING = {"add", "change", "publish", "view"}


class Selection(ABC):
    """Works. `str()` says what was selected."""

    name: ClassVar[str]
    """Of the form's value that carries it."""

    @abstractmethod
    def find(self, user: Any) -> QuerySet[Target]:
        """The targets of all selected works, in every locale."""

    @abstractmethod
    def values(self) -> list[tuple[str, str]]:
        """Names and values for a form, from which `selection_of` makes the same selection again."""

    @abstractmethod
    def __str__(self) -> str: ...

    def likely_locales(self) -> list[str]:
        """Ids of the locales that are meant, as far as the selection tells."""
        return []

    def targets(self, user: Any) -> QuerySet[Target]:
        """Those of the selected targets whose works the user may see; `user` None is the system."""
        found = self.find(user)
        return found if user is None or user.is_superuser else found.filter(_seen_by(user))


@dataclass(frozen=True, slots=True)
class ChosenWorks(Selection):
    """Works that were chosen one by one: pairs of the type's id and the translation key."""

    name: ClassVar[str] = "work"
    works: tuple[tuple[int, UUID], ...]

    @classmethod
    def of_rows(cls, rows: Iterable[Any]) -> ChosenWorks:
        """The works of stored rows."""
        return cls(tuple((_type_id(row), row.translation_key) for row in rows))

    @classmethod
    def parse(cls, values: Iterable[str]) -> ChosenWorks:
        """From values like `12:9a5e…`. Raises ValueError."""
        parts = [value.partition(":") for value in values]
        return cls(tuple((int(type_id), UUID(key)) for type_id, _colon, key in parts))

    def find(self, user: Any) -> QuerySet[Target]:
        return Target.objects.filter(translation_key__in=[key for _type_id, key in self.works])

    def values(self) -> list[tuple[str, str]]:
        return [(self.name, f"{type_id}:{key}") for type_id, key in self.works]

    def __str__(self) -> str:
        count = len(self.works)
        return ngettext("%(count)d chosen work", "%(count)d chosen works", count) % {"count": count}


NOTHING_CHOSEN = ChosenWorks(())


@dataclass(frozen=True, slots=True)
class Section(Selection):
    """A page and everything below it."""

    name: ClassVar[str] = "section"
    page: Page
    inclusive: bool = True
    """Whether the page itself is meant, too."""

    def find(self, user: Any) -> QuerySet[Target]:
        pages = Page.objects.descendant_of(self.page, inclusive=self.inclusive)
        return Target.objects.filter(translation_key__in=pages.values("translation_key"))

    def values(self) -> list[tuple[str, str]]:
        return [(self.name, str(self.page.pk))] + ([] if self.inclusive else [("below", "1")])

    def __str__(self) -> str:
        title = self.page.get_admin_display_title()
        if self.inclusive:
            return _("“%(title)s” and everything below it") % {"title": title}
        return _("everything below “%(title)s”") % {"title": title}


@dataclass(frozen=True, slots=True)
class WholeType(Selection):
    """Everything of one type: a kind of page, or of library entry."""

    name: ClassVar[str] = "type"
    model: type[Model]

    def find(self, user: Any) -> QuerySet[Target]:
        content_type = ContentType.objects.get_for_model(self.model, for_concrete_model=True)
        return Target.objects.filter(content_type=content_type)

    def values(self) -> list[tuple[str, str]]:
        return [(self.name, str(ContentType.objects.get_for_model(self.model).pk))]

    def __str__(self) -> str:
        return _("all %(works)s") % {"works": str(self.model._meta.verbose_name_plural)}


@dataclass(frozen=True, slots=True)
class WholeLibrary(Selection):
    """All library entries of all types."""

    name: ClassVar[str] = "library"

    def find(self, user: Any) -> QuerySet[Target]:
        return Target.objects.filter(content_type__in=[content_type.pk for content_type in _library_types()])

    def values(self) -> list[tuple[str, str]]:
        return [(self.name, "1")]

    def __str__(self) -> str:
        return _("the whole library")


@dataclass(frozen=True, slots=True)
class Everything(Selection):
    """All works. For operators only."""

    name: ClassVar[str] = "everything"

    def find(self, user: Any) -> QuerySet[Target]:
        return Target.objects.all()

    def values(self) -> list[tuple[str, str]]:
        return [(self.name, "1")]

    def __str__(self) -> str:
        return _("all pages and the whole library")


def library_models() -> list[type[Model]]:
    """The types of library entries that can be translated by strings: those with drafts."""
    return [
        model
        for model in get_snippet_models()
        if issubclass(model, TranslatableMixin) and issubclass(model, DraftStateMixin)
    ]


def label_of_type(model: type[Model]) -> str:
    """A type's name as a heading."""
    return capfirst(str(model._meta.verbose_name_plural))


def _library_types() -> list[ContentType]:
    return list(ContentType.objects.get_for_models(*library_models()).values())


def _seen_by(user: Any) -> Q:
    models = [
        model for model in library_models() if policy_registry.get_by_type(model).user_has_any_permission(user, SEEING)
    ]
    types = [content_type.pk for content_type in ContentType.objects.get_for_models(*models).values()]
    pages = PagePermissionPolicy()
    seen = Q(content_type__in=types)
    if pages.user_has_any_permission(user, SEEING - {"view"}):
        seen |= Q(translation_key__in=pages.explorable_instances(user).values("translation_key"))
    return seen


def _type_id(row: Any) -> int:
    if isinstance(row, Page):
        return int(row.content_type_id)
    return ContentType.objects.get_for_model(row, for_concrete_model=True).pk
