"""A small library."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Locale

from partnerships.models import AliasKind, Milestone, Municipality, MunicipalityAlias, Partnership, Region, Side
from tests.newsroom import translated


@pytest.fixture
def region(locales: dict[str, Locale]) -> Region:
    """North Rhine-Westphalia."""
    return Region.objects.create(
        code="DE-NW", country="DE", name={"de": "Nordrhein-Westfalen", "en": "North Rhine-Westphalia"}
    )


@pytest.fixture
def town(locales: dict[str, Locale]) -> Callable[..., Municipality]:
    """Makes published German rows of municipalities; ``aliases`` are texts of former names."""

    def make(name: str, *aliases: str, locale: str = "de", **fields: Any) -> Municipality:
        row = Municipality(name=name, locale=locales[locale], **{"country": "DE", **fields})
        row.aliases = [MunicipalityAlias(text=text, kind=AliasKind.FORMER) for text in aliases]
        row.full_clean()
        row.save()
        return row

    return make


@pytest.fixture
def essen(town: Callable[..., Municipality], region: Region) -> Municipality:
    """A German city."""
    return town("Essen", region=region, ags="05113000", longitude=7.0123, latitude=51.4566)


@pytest.fixture
def nizhny(town: Callable[..., Municipality]) -> Municipality:
    """A Russian city with names in three languages and a former one; the German row."""
    row = town("Nischni Nowgorod", "Gorki", "Горький", country="RU")
    translated(row, "en", name="Nizhny Novgorod")
    translated(row, "ru", name="Нижний Новгород")
    return row


@pytest.fixture
def pair(essen: Municipality, nizhny: Municipality) -> Partnership:
    """Essen – Nischni Nowgorod, signed on 9 September 1991; the German row."""
    row = Partnership(locale=essen.locale)
    row.sides = [Side(municipality=essen, status="active"), Side(municipality=nizhny, status="dormant")]
    row.milestones = [
        Milestone(type="signed", date="1991-09-09", locale=essen.locale, sort_order=0, wording="Vertrag in Essen."),
        Milestone(type="contact", date="1989", locale=essen.locale, sort_order=1),
    ]
    row.full_clean()
    row.save()
    return row
