"""Wagtail's API with what this project adds to it. To be imported only after Django has started."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.api.v3.api import api
from wagtail.api.v3.errors import as_validation_error, problem_response
from wagtail.api.v3.pagination import WagtailLimitOffsetPagination
from wagtail.api.v3.schemas.params import APIFieldFilterSchema
from wagtail.api.validators import APIFieldValidator
from wagtail.locales.api.v3 import router as locales_router

from cms.translation.errors import TranslationError

CONFLICT = 409

ELSEWHERE = frozenset({*WagtailLimitOffsetPagination.Input.model_fields, "rich_text_format"})
"""Parameters of lists that are neither filters of the type nor declared with them."""


# wagtail_localize.locales stands in for wagtail.locales, which would have mounted it.
api.add_router("/locales/", locales_router)


@api.exception_handler(TranslationError)
def tell_translation_error(request: HttpRequest, error: TranslationError) -> HttpResponse:
    """A translation that must not be published or changed: the same sentence that editors read."""
    return problem_response(status=CONFLICT, detail=str(error))


def filter_queryset(self: APIFieldFilterSchema, queryset: Any) -> Any:
    """Replaces `APIFieldFilterSchema.filter_queryset`, which ignores filters that it does not know.

    Whoever mistypes a filter would take everything for what they asked for.
    """
    known = APIFieldValidator(model=queryset.model, fields=[], base_fields=self.base_fields, db_fields_only=True)
    unknown = set(self.raw_params) - self.ignore_fields - ELSEWHERE - known.allowed_fields
    if unknown:
        name = min(unknown)
        raise as_validation_error(ValueError(), f"There is no such filter here: {name}", loc=("query", name))
    return _filter_queryset(self, queryset)


_filter_queryset = APIFieldFilterSchema.filter_queryset
APIFieldFilterSchema.filter_queryset = filter_queryset
