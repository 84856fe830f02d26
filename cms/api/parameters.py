"""Query parameters: declared once, used to read requests, to refuse bad ones, and to describe them in the schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl

from django.utils.translation import gettext as _

from .errors import BadParametersError, FieldError
from .values import Value, ValueNotAllowedError, shortened

Texts = Mapping[str, tuple[str, ...]]
"""Parameters as they were written, by name."""

MAX_QUERY_LENGTH = 8_000
"""Characters of a query string; more is refused before anything is parsed."""
MAX_PARAMETERS = 100
MAX_VALUES = 50
"""Alternatives in one parameter."""


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One query parameter."""

    name: str
    description: str
    """For the schema, in English."""
    value: Value
    many: bool = False
    """Whether it may be repeated, or hold several values with commas between them."""
    empty: bool = False
    """Whether an empty value means something."""
    required: bool = False

    def read(self, texts: Sequence[str]) -> Any:
        """The parameter's value from all its occurrences (at least one). Raises ValueNotAllowedError."""
        if not self.many:
            if len(texts) > 1:
                raise ValueNotAllowedError(_("may be given only once"))
            return self.value.parse(self._filled(texts[0]))
        parts = [self._filled(part.strip()) for text in texts for part in text.split(",")]
        if len(parts) > MAX_VALUES:
            raise ValueNotAllowedError(_("may hold at most %(count)d values") % {"count": MAX_VALUES})
        return self.combine([self.value.parse(part) for part in parts])

    def combine(self, values: list[Any]) -> Any:
        """The parameter's value from several, in the order given. Raises ValueNotAllowedError."""
        return list(dict.fromkeys(values))

    def schema(self) -> dict[str, Any]:
        """The parameter as OpenAPI describes it."""
        described: dict[str, Any] = {"name": self.name, "in": "query", "description": self.description}
        if self.required:
            described["required"] = True
        if self.many:
            described |= {"style": "form", "explode": False}
        if self.empty:
            described["allowEmptyValue"] = True
        return {**described, "schema": self.array() if self.many else self.value.schema()}

    def array(self) -> dict[str, Any]:
        """The JSON schema of several values."""
        return {"type": "array", "items": self.value.schema(), "minItems": 1, "maxItems": MAX_VALUES}

    def _filled(self, text: str) -> str:
        if not text and not self.empty:
            raise ValueNotAllowedError(_("must not be empty; leave it out instead"))
        return text


@lru_cache(maxsize=500)
def split_query(query_string: str) -> Texts:
    """The parameters of a WSGI query string (bytes as Latin-1) by name.

    Raises BadParametersError for what no client means to send.
    """
    if len(query_string) > MAX_QUERY_LENGTH:
        raise _malformed(_("The query is longer than %(count)d characters.") % {"count": MAX_QUERY_LENGTH})
    try:
        query = query_string.encode("latin-1").decode()
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=MAX_PARAMETERS)
    except UnicodeError:
        raise _malformed(_("The query is not valid UTF-8.")) from None
    except ValueError:
        raise _malformed(_("The query holds more than %(count)d parameters.") % {"count": MAX_PARAMETERS}) from None
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        if _has_controls(name) or _has_controls(value):
            shown = "".join(letter for letter in name if letter.isprintable())
            raise BadParametersError([FieldError(shortened(shown), _("holds a control character"))])
        found.setdefault(name, []).append(value)
    return MappingProxyType({name: tuple(values) for name, values in found.items()})


def alone(schema: dict[str, Any], *words: str) -> dict[str, Any]:
    """The JSON schema of several values, where these words are never among others."""
    return {**schema, "not": {"minItems": 2, "contains": {"enum": list(words)}}}


def _malformed(detail: str) -> BadParametersError:
    return BadParametersError([FieldError("", detail)])


def _has_controls(text: str) -> bool:
    return any(ord(letter) < 32 or ord(letter) == 127 for letter in text)


def read_parameters(given: Mapping[str, Sequence[str]], declared: Iterable[Parameter]) -> dict[str, Any]:
    """The values of the parameters that were given. Raises BadParametersError naming each one that cannot be used."""
    by_name = {parameter.name: parameter for parameter in declared}
    values: dict[str, Any] = {}
    errors: list[FieldError] = []
    for name, texts in given.items():
        parameter = by_name.get(name)
        if parameter is None:
            allowed = tuple(sorted(by_name))
            detail = _("There is no such parameter here. Allowed: %(allowed)s") % {"allowed": ", ".join(allowed)}
            errors.append(FieldError(shortened(name), detail, allowed))
            continue
        try:
            values[name] = parameter.read(texts)
        except ValueNotAllowedError as error:
            errors.append(FieldError(name, error.detail, error.allowed))
    for name, parameter in by_name.items():
        if parameter.required and name not in given:
            errors.append(FieldError(name, _("is required")))
    if errors:
        raise BadParametersError(errors)
    return values
