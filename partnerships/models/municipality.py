"""Municipalities of any kind: what can be a side of a partnership."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from cms.core.dates import is_before
from cms.core.fields import EDTFField, content_languages
from cms.core.rich_text import TEXT_FEATURES
from cms.publishing.projection import Publication, publication

from ..countries import country_choices
from .municipality_kinds import AliasKind, MunicipalityKind, PointKind
from .named_entry import NamedEntry

AGS_COUNTRY = "DE"
OKTMO_COUNTRY = "RU"


class Municipality(NamedEntry):
    """A town, county, rayon, city district ... Name, intro and wishes are translated, everything else is a fact."""

    facts: ClassVar[tuple[str, ...]] = (
        "slug",
        "kind",
        "aliases",
        "country",
        "region",
        "parent",
        "ags",
        "oktmo",
        "geonames_id",
        "wikidata_id",
        "latitude",
        "longitude",
        "point_is",
        "population",
        "population_year",
        "website",
        "seeking_partner",
        "seeking_since",
        "seeking_until",
        "seeking_contact",
    )

    name = models.CharField(_("name"), max_length=255, help_text=_("As it is written in this language."))
    kind = models.CharField(_("kind"), max_length=20, choices=MunicipalityKind.choices, default=MunicipalityKind.CITY)
    country = models.CharField(_("country"), max_length=2, choices=country_choices)
    region = models.ForeignKey(
        "partnerships.Region",
        verbose_name=_("region"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="municipalities",
        help_text=_("Federal state, oblast or the like."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("belongs to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The city of a city district, the county of a town. May stay empty."),
    )
    ags = models.CharField(
        _("AGS"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^(\d{2}|\d{3}|\d{5}|\d{8})$", _("An AGS has 2, 3, 5 or 8 digits."))],
        help_text=_("German official municipality key: 8 digits, 5 for a county."),
    )
    oktmo = models.CharField(
        _("OKTMO"),
        max_length=11,
        blank=True,
        validators=[RegexValidator(r"^(\d{8}|\d{11})$", _("An OKTMO code has 8 or 11 digits."))],
        help_text=_("Russian official municipality code: 8 or 11 digits."),
    )
    geonames_id = models.PositiveIntegerField(
        _("GeoNames"), null=True, blank=True, help_text=_("The number in the address at geonames.org.")
    )
    wikidata_id = models.CharField(
        _("Wikidata"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^Q[1-9]\d*$", _("A Wikidata id looks like Q2066."))],
        help_text=_("For example Q2066."),
    )
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[
            MinValueValidator(-90, _("A latitude lies between -90 and 90.")),
            MaxValueValidator(90, _("A latitude lies between -90 and 90.")),
        ],
        help_text=_("Degrees north, for example 51.4566."),
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[
            MinValueValidator(-180, _("A longitude lies between -180 and 180.")),
            MaxValueValidator(180, _("A longitude lies between -180 and 180.")),
        ],
        help_text=_("Degrees east, for example 7.0123."),
    )
    point_is = models.CharField(_("the point is"), max_length=10, choices=PointKind.choices, default=PointKind.TOWN)
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(
        _("population of the year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1000), MaxValueValidator(2999)],
        help_text=_("The year in which people were counted."),
    )
    website = models.URLField(_("website"), blank=True)
    intro = RichTextField(
        _("introduction"), blank=True, features=TEXT_FEATURES, help_text=_("A few sentences for readers.")
    )

    seeking_partner = models.BooleanField(
        _("is looking for a partner"), default=False, help_text=_("Shown to readers, with the wishes and the contact.")
    )
    seeking_since = EDTFField(_("looking since"), blank=True)
    seeking_until = models.DateField(
        _("looking until"), null=True, blank=True, help_text=_("The last day on which the search is shown.")
    )
    seeking_wishes = models.TextField(
        _("wishes"), blank=True, help_text=_("What kind of partner it is looking for, in a few sentences.")
    )
    seeking_contact = models.ForeignKey(
        "partnerships.Contact",
        verbose_name=_("contact for the search"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta(NamedEntry.Meta):
        abstract = False
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ("name",)

    def display_name(self) -> str:
        return self.name

    def own_names(self) -> Iterable[str]:
        return [self.name, *(alias.text for alias in self.aliases.all())]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it; its partnerships and their titles follow, because they are found and named by its names."""
        with publication() as batch:
            super().save(*args, **kwargs)
            if kwargs.get("update_fields") is None:
                self._refresh_partnerships(batch)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete this row; the partnerships are no longer found by its name."""
        with publication() as batch:
            deleted = super().delete(*args, **kwargs)
            self._refresh_partnerships(batch)
        return deleted

    def _refresh_partnerships(self, batch: Publication) -> None:
        from .partnership_names import refresh_partnership_names  # partnerships are made of municipalities

        for key in refresh_partnership_names(self.translation_key):
            batch.touch_work("partnership", str(key))

    def clean(self) -> None:
        super().clean()
        errors: dict[str, object] = {}
        if (self.latitude is None) != (self.longitude is None):
            missing = "latitude" if self.latitude is None else "longitude"
            errors[missing] = _("A point needs both latitude and longitude.")
        if self.ags and self.country != AGS_COUNTRY:
            errors["ags"] = _("Only German municipalities have an AGS.")
        if self.oktmo and self.country != OKTMO_COUNTRY:
            errors["oktmo"] = _("Only Russian municipalities have an OKTMO code.")
        if self.region_id and self.country and not self.region_id.startswith(f"{self.country}-"):
            errors["region"] = _("This region lies in another country.")
        if self.population_year and self.population is None:
            errors["population"] = _("Enter the population of that year, or leave out the year.")
        if self.parent_id and self.parent and self.parent.translation_key == self.translation_key:
            errors["parent"] = _("A municipality cannot belong to itself.")
        if self.seeking_until and is_before(self.seeking_until.isoformat(), self.seeking_since):
            errors["seeking_until"] = _("The search ends before it begins.")
        if errors:
            raise ValidationError(errors)


class MunicipalityAlias(Orderable):
    """Another name of a municipality: a former one, an exonym, a transliteration, a misspelling."""

    municipality = ParentalKey(Municipality, on_delete=models.CASCADE, related_name="aliases")
    text = models.CharField(_("name"), max_length=255)
    language = models.CharField(
        _("language"), max_length=10, blank=True, choices=content_languages, help_text=_("Empty: several or unknown.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=AliasKind.choices, default=AliasKind.FORMER)
    used_from = EDTFField(_("used from"), blank=True)
    used_to = EDTFField(_("used to"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        if is_before(self.used_to, self.used_from):
            raise ValidationError({"used_to": _("The name ends before it begins.")})
