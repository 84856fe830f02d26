"""Making a selection from what a form or an address carries."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from .listings import LISTING, ListedEntries, ListedPages
from .matrix import FoundByMatrix
from .selections import NOTHING_CHOSEN, ChosenWorks, Section, Selection, WholeLibrary, WholeType, library_models


def selection_of(values: QueryDict) -> Selection:
    """The selection that `values` stand for (see `Selection.values`). Raises Http404 where they make no sense."""
    try:
        if FoundByMatrix.name in values:  # first: works may be ticked beside it
            return FoundByMatrix(str(values[FoundByMatrix.name]))
        if chosen := values.getlist(ChosenWorks.name):
            return ChosenWorks.parse(chosen)
        if Section.name in values:
            return Section(_page(values.getlist(Section.name)), inclusive="below" not in values)
        if ListedPages.name in values:
            return ListedPages(_page(values.getlist(ListedPages.name), depth=1), values.get(LISTING, ""))
        if ListedEntries.name in values:
            model = _model(values.getlist(ListedEntries.name))
            if model not in library_models():
                raise Http404
            return ListedEntries(model, values.get(LISTING, ""))
        if WholeType.name in values:
            return WholeType(_model(values.getlist(WholeType.name)))
        if WholeLibrary.name in values:
            return WholeLibrary()
    except ValueError as error:
        raise Http404 from error
    return NOTHING_CHOSEN


def _page(pks: list[str], depth: int = 2) -> Page:
    page: Page = get_object_or_404(Page, pk=int(pks[-1]), depth__gte=depth)
    return page


def _model(pks: list[str]) -> Any:
    model = get_object_or_404(ContentType, pk=int(pks[-1])).model_class()
    if model is None:
        raise Http404
    return model
