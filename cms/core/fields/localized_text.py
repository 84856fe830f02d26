"""Short texts in every content language inside one row, for what is not translated as a work (images, regions)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


def content_languages() -> list[tuple[str, str]]:
    """Codes and names of the content languages, the default one first."""
    return [(code, str(name)) for code, name in settings.WAGTAIL_CONTENT_LANGUAGES]


def text_in(texts: Mapping[str, str] | None, locale: str) -> str:
    """The text in ``locale``, "" where it is not translated. Never another language's text."""
    return (texts or {}).get(locale, "")


class LocalizedTextWidget(forms.MultiWidget):
    """One input per content language, each labelled and marked with its ``lang``."""

    template_name = "core/widgets/localized_text.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, rows: int = 1) -> None:
        self.rows = rows
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {}
        for code, name in content_languages():
            own = {"lang": code, "aria-label": name}
            widgets[code] = forms.TextInput(attrs=own) if rows == 1 else forms.Textarea(attrs={**own, "rows": rows})
        super().__init__(widgets, attrs)

    def decompress(self, value: Mapping[str, str] | None) -> list[str]:
        return [(value or {}).get(code, "") for code, __ in content_languages()]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for subwidget, (code, language) in zip(context["widget"]["subwidgets"], content_languages(), strict=True):
            subwidget["language_code"] = code
            subwidget["language_name"] = language
        return context


class LocalizedTextFormField(forms.MultiValueField):
    """Form field of a ``LocalizedTextField``: {language code: text}, languages without text left out."""

    def __init__(self, *, required: bool = False, max_length: int | None = None, rows: int = 1, **kwargs: Any) -> None:
        fields = [forms.CharField(required=False, max_length=max_length) for __ in content_languages()]
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        widget = kwargs.pop("widget", None)
        if not isinstance(widget, LocalizedTextWidget):
            widget = LocalizedTextWidget(rows=rows)
        super().__init__(fields, required=required, require_all_fields=False, widget=widget, **kwargs)

    def compress(self, data_list: list[str]) -> dict[str, str]:
        codes = [code for code, __ in content_languages()]
        return {code: text for code, text in zip(codes, data_list or [""] * len(codes), strict=True) if text}

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.widget.decompress(initial if isinstance(initial, Mapping) else {}), data)


class LocalizedTextField(models.JSONField):
    """{"de": "…", "en": "…"}: one short text per content language. Read it with ``text_in``.

    It is the same in all locales of a work (it holds them all), so it is never a translatable segment. ``rows`` above 1
    shows text areas.
    """

    description = _("Text in every content language")

    def __init__(self, *args: Any, max_length: int | None = None, rows: int = 1, **kwargs: Any) -> None:
        self.rows = rows
        kwargs.setdefault("default", dict)
        super().__init__(*args, max_length=max_length, **kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "cms.core.fields.LocalizedTextField", args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(
            **{
                "form_class": LocalizedTextFormField,
                "max_length": self.max_length,
                "rows": self.rows,
                "required": not self.blank,
                **kwargs,
            }
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not isinstance(value, dict) or not all(isinstance(text, str) for pair in value.items() for text in pair):
            raise ValidationError(_("Enter one text per language."), code="not_localized")
