"""`locales/`: the languages content is published in."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import get_language_info
from wagtail.models import Locale

from .base_view import ApiView, Asked, varies
from .caching import Answer
from .collection import field_names
from .fields import fields_parameter, reduced
from .negotiation import LOCALE
from .parameters import Parameter
from .schema.operation import Operation
from .types import LocaleRow


class LocalesView(ApiView):
    """The active locales in the order of the settings, with their names in the requested locale and in their own."""

    def parameters(self) -> Sequence[Parameter]:
        """The language of the names, and the projection."""
        return (LOCALE, fields_parameter(field_names(LocaleRow)))

    def operation(self) -> Operation:
        """All locales on one page."""
        return Operation(
            id="locales_list",
            summary="The locales content is published in",
            tag="locales",
            name="LocaleRow",
            shape=LocaleRow,
            is_list=True,
        )

    def answer(self, asked: Asked) -> Answer:
        """Every locale that the settings name and editors have switched on."""
        active = set(Locale.objects.values_list("language_code", flat=True))
        rows = [_row(code, name, asked.origin) for code, name in settings.WAGTAIL_CONTENT_LANGUAGES if code in active]
        results = [reduced({**row}, asked.values.get("fields")) for row in rows]
        return Answer(
            content={"count": len(results), "next": None, "previous": None, "results": results},
            content_language=asked.locales.requested,
            surrogate_keys=("locales",),
            varies=varies(asked),
        )


def _row(code: str, configured_name: str, origin: str) -> LocaleRow:
    try:
        info = get_language_info(code)
    except KeyError:  # a language that Django has no names for
        info = {"name_translated": configured_name, "name_local": configured_name}
    return {
        "code": code,
        "name": str(info["name_translated"]),
        "native_name": info["name_local"],
        "default": code == settings.LANGUAGE_CODE,
        "url": f"{origin}/{code}/",
    }
