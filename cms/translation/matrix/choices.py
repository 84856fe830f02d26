"""What the matrix can be filtered by, and its columns: read by one query."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, F, IntegerField, OuterRef, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.text import capfirst
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale, Page, get_translatable_models

from cms.publishing.locales import content_locales
from cms.translation.models import Assignment, Target
from cms.translation.targets.rows import FIRST_HOME_DEPTH, is_work_model

_LOCALE, _PERSON, _SECTION = "locale", "person", "section"
_INDENT = "\u2003"
"""An em space for each level of the tree."""


@dataclass(slots=True)
class Choices:
    """Locales of the site in their order, translators who have something to do, sections of the site."""

    locales: list[tuple[int, str, str]] = field(default_factory=list)
    """Primary key, code, and name."""
    people: list[tuple[int, str]] = field(default_factory=list)
    sections: list[tuple[int, str]] = field(default_factory=list)

    @classmethod
    def read(cls) -> Choices:
        """One query."""
        names = get_content_languages()
        codes = content_locales()
        choices = cls()
        sections: list[tuple[str, int, str]] = []
        for kind, pk, first, second, third, depth in _locales().union(_people(), _sections(), all=True):
            if kind == _LOCALE and first in codes:
                choices.locales.append((pk, first, names.get(first, first)))
            elif kind == _PERSON:
                choices.people.append((pk, f"{first} {second}".strip() or third))
            elif kind == _SECTION:
                sections.append((second, pk, _INDENT * (depth - FIRST_HOME_DEPTH - 1) + first))
        choices.locales.sort(key=lambda locale: codes.index(locale[1]))
        choices.people.sort(key=lambda person: person[1].casefold())
        choices.sections = [(pk, title) for _path, pk, title in sorted(sections)]
        return choices


def types() -> list[tuple[int, str]]:
    """The types of works: the ids of their content types, and what they are called."""
    models = [model for model in get_translatable_models(include_subclasses=True) if is_work_model(model)]
    found = ContentType.objects.get_for_models(*models)
    return sorted(
        ((content_type.pk, capfirst(str(model._meta.verbose_name))) for model, content_type in found.items()),
        key=lambda choice: choice[1].casefold(),
    )


def _locales() -> QuerySet[Any, Any]:
    return Locale.objects.order_by().values_list(
        _text(_LOCALE), F("pk"), _as_text("language_code"), _text(""), _text(""), _number(0)
    )


def _people() -> QuerySet[Any, Any]:
    model = get_user_model()
    busy = Assignment.objects.filter(translator=OuterRef("pk"))
    return (
        model._default_manager.filter(Exists(busy))
        .order_by()
        .values_list(
            _text(_PERSON),
            F("pk"),
            _as_text("first_name"),
            _as_text("last_name"),
            _as_text(model.USERNAME_FIELD),
            _number(0),
        )
    )


def _sections() -> QuerySet[Any, Any]:
    """Sources below a home page that have pages below them."""
    sources = Target.objects.filter(source_pk=OuterRef("pk"), content_type=OuterRef("content_type"))
    return (
        Page.objects.filter(Exists(sources), depth__gt=FIRST_HOME_DEPTH, numchild__gt=0)
        .order_by()
        .values_list(_text(_SECTION), F("pk"), _as_text("draft_title"), _as_text("path"), _text(""), F("depth"))
    )


def _text(value: str) -> Value:
    return Value(value, output_field=CharField())


def _number(value: int) -> Value:
    return Value(value, output_field=IntegerField())


def _as_text(name: str) -> Cast:
    return Cast(name, CharField())
