"""What a query parameter's value may be: how it is read, and how the schema describes it."""

from __future__ import annotations

import calendar
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _


class ValueNotAllowedError(ValueError):
    """A value that a parameter cannot take. `allowed` lists the possible ones, where there is a list."""

    def __init__(self, detail: str, allowed: Sequence[str] = ()) -> None:
        super().__init__(detail)
        self.detail = detail
        self.allowed = tuple(allowed)


def not_among(value: str, allowed: Iterable[str]) -> ValueNotAllowedError:
    """The refusal of `value` that names what is possible."""
    possible = tuple(allowed)
    detail = _("“%(value)s” is not allowed. Allowed: %(allowed)s")
    return ValueNotAllowedError(detail % {"value": shortened(value), "allowed": ", ".join(possible)}, possible)


def shortened(text: str) -> str:
    """Enough of what a client sent to recognise it in a message."""
    return text if len(text) <= 60 else text[:60] + "…"


class Value(ABC):
    """One kind of value."""

    @abstractmethod
    def parse(self, text: str) -> Any:
        """What `text` stands for. Raises ValueNotAllowedError."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """The JSON schema of the text."""


@dataclass(frozen=True)
class Choice(Value):
    """One of a few words; a function where they are known only at run time."""

    choices: tuple[str, ...] | Callable[[], tuple[str, ...]]

    def parse(self, text: str) -> str:
        """The word itself."""
        possible = self._possible()
        if text not in possible:
            raise not_among(text, possible)
        return text

    def schema(self) -> dict[str, Any]:
        """The words."""
        return {"type": "string", "enum": list(self._possible())}

    def _possible(self) -> tuple[str, ...]:
        return self.choices() if callable(self.choices) else self.choices


@dataclass(frozen=True)
class Integer(Value):
    """A whole number in decimal digits."""

    minimum: int
    maximum: int
    default: int | None = None

    def parse(self, text: str) -> int:
        """The number, if it is within the limits."""
        if re.fullmatch(r"[0-9]{1,12}", text) and self.minimum <= int(text) <= self.maximum:
            return int(text)
        limits = {"minimum": self.minimum, "maximum": self.maximum}
        raise ValueNotAllowedError(_("must be a whole number from %(minimum)d to %(maximum)d") % limits)

    def schema(self) -> dict[str, Any]:
        """An integer with its limits."""
        schema: dict[str, Any] = {"type": "integer", "minimum": self.minimum, "maximum": self.maximum}
        return schema if self.default is None else {**schema, "default": self.default}


PRINTABLE = r"^[^\u0000-\u001F\u007F]*$"
"""Text without control characters, which no parameter may hold."""


@dataclass(frozen=True)
class Text(Value):
    """Any text up to a length."""

    longest: int = 200

    def parse(self, text: str) -> str:
        """The text itself."""
        if len(text) > self.longest:
            raise ValueNotAllowedError(_("must not be longer than %(count)d characters") % {"count": self.longest})
        return text

    def schema(self) -> dict[str, Any]:
        """A string with its limit, without control characters."""
        return {"type": "string", "minLength": 1, "maxLength": self.longest, "pattern": PRINTABLE}


class Slug(Value):
    """A word without spaces and commas, in any script."""

    pattern = r"[^\s,\u0000-\u001F\u007F]{1,100}"

    def parse(self, text: str) -> str:
        """The word itself."""
        if not re.fullmatch(self.pattern, text):
            raise ValueNotAllowedError(_("must be a word of up to %(count)d characters") % {"count": 100})
        return text

    def schema(self) -> dict[str, Any]:
        """The form."""
        return {"type": "string", "pattern": f"^{self.pattern}$"}


@dataclass(frozen=True)
class Code(Value):
    """A code of a fixed form, such as a country's."""

    pattern: str
    example: str

    def parse(self, text: str) -> str:
        """The code itself."""
        if not re.fullmatch(self.pattern, text):
            raise ValueNotAllowedError(_("must be a code such as %(example)s") % {"example": self.example})
        return text

    def schema(self) -> dict[str, Any]:
        """The form."""
        return {"type": "string", "pattern": f"^{self.pattern}$", "examples": [self.example]}


COUNTRY = Code("[A-Z]{2}", "DE")
"""ISO 3166-1."""
REGION = Code("[A-Z]{2}-[A-Z0-9]{1,3}", "DE-NW")
"""ISO 3166-2."""
YEAR = Integer(1, 9999)


class Key(Value):
    """The id of a work."""

    def parse(self, text: str) -> str:
        """The id in its usual form: lower case, with hyphens."""
        if not re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", text):
            example = UUID("11111111-2222-4333-8444-555555555555")
            raise ValueNotAllowedError(_("must be the key of a work, such as %(example)s") % {"example": example})
        return text.lower()

    def schema(self) -> dict[str, Any]:
        """A UUID."""
        return {"type": "string", "format": "uuid"}


class Yes(Value):
    """Yes or no."""

    def parse(self, text: str) -> bool:
        """True or False."""
        return Choice(("true", "false")).parse(text) == "true"

    def schema(self) -> dict[str, Any]:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Period(Value):
    """A day, a month or a year (`2026-05-09`, `2026-05`, `2026`): read as its first and last day."""

    def parse(self, text: str) -> tuple[date, date]:
        """First and last day."""
        match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
        try:
            if match is None:
                raise ValueError(text)
            year = int(match[1])
            if match[2] is None:
                return date(year, 1, 1), date(year, 12, 31)
            first = date(year, int(match[2]), int(match[3] or 1))
            if match[3]:
                return first, first
            return first, first.replace(day=calendar.monthrange(year, first.month)[1])
        except ValueError:
            raise ValueNotAllowedError(_("must be a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY")) from None

    def schema(self) -> dict[str, Any]:
        """The three forms."""
        days = "(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31|02-29"
        pattern = f"^(?!0000)[0-9]{{4}}(-({days}))?$"
        return {"type": "string", "pattern": pattern, "examples": ["2026-05-09", "2026"]}


@dataclass(frozen=True)
class Circle:
    """All points within `km` kilometres of a point (degrees, WGS 84)."""

    lat: float
    lon: float
    km: float


class Surroundings(Value):
    """`lat,lon,km`."""

    def parse(self, text: str) -> Circle:
        """The circle meant."""
        parts = text.split(",")
        number = r"-?[0-9]{1,5}(\.[0-9]{1,12})?"
        if len(parts) == 3 and all(re.fullmatch(number, part.strip()) for part in parts):
            lat, lon, km = (float(part) for part in parts)
            if -90 <= lat <= 90 and -180 <= lon <= 180 and 0 < km <= 20_000:
                return Circle(lat, lon, km)
        raise ValueNotAllowedError(
            _("must be latitude (-90 to 90), longitude (-180 to 180) and kilometres (up to 20000): lat,lon,km")
        )

    def schema(self) -> dict[str, Any]:
        """Three numbers with commas between them."""
        part = r"(\.[0-9]{1,12})?"
        lat, lon = (
            rf"-?(90(\.0{{1,12}})?|[0-8]?[0-9]{part})",
            rf"-?(180(\.0{{1,12}})?|(1[0-7][0-9]|[0-9]{{1,2}}){part})",
        )
        km = rf"(?!0+(\.0+)?$)(20000(\.0{{1,12}})?|1?[0-9]{{1,4}}{part})"
        return {"type": "string", "pattern": f"^{lat},{lon},{km}$", "examples": ["50.94,6.96,100"]}
