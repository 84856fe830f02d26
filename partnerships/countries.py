"""Countries (ISO 3166-1 alpha-2) with CLDR's names."""

from __future__ import annotations

from functools import lru_cache

import pycountry
from django.utils.translation import get_language

from cms.core.date_text import cldr_locale
from cms.publishing.folding import fold


@lru_cache(maxsize=16)
def _countries(locale: str) -> tuple[tuple[str, str], ...]:
    named = ((country.alpha_2, country_name(country.alpha_2, locale)) for country in pycountry.countries)
    return tuple(sorted(named, key=lambda country: fold(country[1])))


def country_choices() -> list[tuple[str, str]]:
    """Codes and names in the active language, in its alphabetical order."""
    return list(_countries(get_language() or "en"))


def country_name(code: str, locale: str) -> str:
    """The country's name in the language ``locale``; the code where CLDR has no name."""
    return str(cldr_locale(locale).territories.get(code, code))
