"""The fixed lists of values of municipalities."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MunicipalityKind(models.TextChoices):
    """Sides of partnerships are municipalities of any kind."""

    CITY = "city", pgettext_lazy("kind of municipality", "city or town")
    COMMUNE = "commune", pgettext_lazy("kind of municipality", "commune")
    COUNTY = "county", pgettext_lazy("kind of municipality", "county (Landkreis)")
    RAYON = "rayon", pgettext_lazy("kind of municipality", "rayon")
    CITY_DISTRICT = "city_district", pgettext_lazy("kind of municipality", "city district")
    URBAN_OKRUG = "urban_okrug", pgettext_lazy("kind of municipality", "urban okrug")
    REGION = "region", pgettext_lazy("kind of municipality", "region")
    FEDERAL_CITY = "federal_city", pgettext_lazy("kind of municipality", "federal city")


class AliasKind(models.TextChoices):
    """Why a municipality has another name."""

    FORMER = "former", _("former name")
    EXONYM = "exonym", _("name in another language")
    TRANSLITERATION = "transliteration", _("transliteration")
    MISSPELLING = "misspelling", _("common misspelling")


class PointKind(models.TextChoices):
    """What the point on the map marks."""

    TOWN = "town", _("the town itself")
    SEAT = "seat", _("the seat of the administration")
