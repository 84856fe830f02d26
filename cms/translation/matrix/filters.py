"""By what works can be picked out of the matrix. All conditions hold for the same language of a work."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Page

from cms.publishing.folding import fold
from cms.translation.models import Target

from .choices import Choices, types

ME = "me"
NOBODY = "nobody"
OVERDUE = "overdue"
WEEK = "week"

DUE = [(OVERDUE, _("Overdue")), (WEEK, _("Within a week"))]
MARKS = {
    "behind": Q(behind=True),
    "fuzzy": Q(proposals__gt=0),
    "moderation": Q(in_moderation=True),
    "left": Q(words_left__gt=0),
    "by_hand": Q(by_strings=False) & ~Q(state=Target.State.NONE),
}
MARK_LABELS = [
    ("behind", _("The source has newer text than translators were given")),
    ("left", _("There are words left to translate")),
    ("fuzzy", _("There are fuzzy strings")),
    ("moderation", _("In moderation")),
    ("by_hand", _("Written by hand")),
]


class MatrixFilterSet(WagtailFilterSet):
    """Filters of `Target`."""

    locale: Any = django_filters.ChoiceFilter(label=pgettext_lazy("filter of translations", "Into"))
    state: Any = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=Target.State.choices, widget=forms.CheckboxSelectMultiple
    )
    mark: Any = django_filters.MultipleChoiceFilter(
        label=pgettext_lazy("filter of translations", "What is to be done"),
        choices=MARK_LABELS,
        method="filter_mark",
        widget=forms.CheckboxSelectMultiple,
    )
    assignee: Any = django_filters.ChoiceFilter(label=_("Assigned to"), method="filter_assignee")
    due: Any = django_filters.ChoiceFilter(label=_("Due"), choices=DUE, method="filter_due")
    content_type: Any = django_filters.ChoiceFilter(label=_("Type"), choices=types)
    section: Any = django_filters.ChoiceFilter(label=_("Section"), method="filter_section")

    class Meta:
        model = Target
        fields: ClassVar[list[str]] = ["locale", "state", "mark", "assignee", "due", "content_type", "section"]

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["locale"].extra["choices"] = [(pk, name) for pk, _code, name in choices.locales]
        people = [(ME, _("Me")), (NOBODY, _("Nobody")), *choices.people]
        self.filters["assignee"].extra["choices"] = people
        self.filters["section"].extra["choices"] = choices.sections

    def filter_mark(self, targets: QuerySet[Target], name: str, values: list[str]) -> QuerySet[Target]:
        """All of what is ticked."""
        for value in values:
            targets = targets.filter(MARKS[value])
        return targets

    def filter_assignee(self, targets: QuerySet[Target], name: str, value: str) -> QuerySet[Target]:
        """A person, whoever is looking, or nobody."""
        if value == NOBODY:
            return targets.filter(assignment=None)
        return targets.filter(assignment__translator=self.request.user.pk if value == ME else int(value))

    def filter_due(self, targets: QuerySet[Target], name: str, value: str) -> QuerySet[Target]:
        """Assigned and due."""
        today: date = timezone.localdate()
        if value == OVERDUE:
            return targets.filter(assignment__due__lt=today)
        return targets.filter(assignment__due__range=(today, today + timedelta(days=7)))

    def filter_section(self, targets: QuerySet[Target], name: str, value: str) -> QuerySet[Target]:
        """A page and what lies below it."""
        page = Page.objects.filter(pk=value).only("path", "depth").first()
        pages = Page.objects.descendant_of(page, inclusive=True) if page else Page.objects.none()
        return targets.filter(translation_key__in=pages.values("translation_key"))


def with_title(targets: QuerySet[Target], text: str) -> QuerySet[Target]:
    """Those of works with the text in their title, whatever its case and accents."""
    return targets.filter(sort_key__contains=fold(text.replace("\x00", "").strip()))


def found(user: Any, values: QueryDict) -> QuerySet[Target]:
    """The targets that the matrix finds with this query string: for whoever acts on everything that it shows."""
    filters = MatrixFilterSet(values, request=_Asked(user), choices=Choices.read())
    targets = Target.objects.all()
    if filters.is_valid():
        targets = filters.filter_queryset(targets)
    text = str(values.get("q", ""))
    return with_title(targets, text) if text else targets


class _Asked:
    """As much of a request as the filters look at."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self.LANGUAGE_CODE = ""
