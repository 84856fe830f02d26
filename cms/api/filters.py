"""Filters of lists. Alternatives in one filter widen it, further filters narrow it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import Any, ClassVar, Literal

from django.db.models import Exists, F, OuterRef, Q, UUIDField
from django.db.models import Value as SqlValue
from django.db.models.expressions import Combinable
from django.db.models.functions import ACos, Cast, Cos, Greatest, Least, Radians, Replace, Sin
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.publishing.folding import fold
from cms.publishing.models import Edition, EditionTerm
from cms.publishing.models.edition import EditionQuerySet

from .parameters import Parameter
from .rows import Row
from .values import YEAR, Circle, Surroundings, Text, ValueNotAllowedError

EARTH_RADIUS_KM = 6371.0
MAX_WORDS = 12


@dataclass(frozen=True, kw_only=True)
class Filter(Parameter):
    """A parameter that leaves only some rows of a list, and may say something about those that stay."""

    @abstractmethod
    def apply(self, editions: EditionQuerySet, value: Any) -> EditionQuerySet:
        """The rows that match."""

    adjusts: ClassVar[bool] = False
    """Whether `adjust` says something else."""

    def adjust(self, row: dict[str, Any], edition: Row, value: Any) -> dict[str, Any]:
        """A list row as it is shown because of this filter."""
        return row


@dataclass(frozen=True, kw_only=True)
class TermFilter(Filter):
    """Rows that carry one of the values as a term of this name (the filter's own unless `term` says otherwise)."""

    term: str = ""
    many: bool = True

    @property
    def term_name(self) -> str:
        """Of the terms it asks for."""
        return self.term or self.name

    def apply(self, editions: EditionQuerySet, value: list[Any]) -> EditionQuerySet:
        """Rows with any of the values."""
        return editions.with_term(self.term_name, value)


@dataclass(frozen=True, kw_only=True)
class ValidFilter(Filter):
    """Rows that carry (or do not carry) a term whose value is the last day of something, or a word for an open end."""

    term: str

    def apply(self, editions: EditionQuerySet, value: bool) -> EditionQuerySet:
        """Rows where it lasts today, or those where it does not. Words sort after the digits of a day."""
        today = timezone.localdate().isoformat()
        lasting = Exists(EditionTerm.objects.filter(edition=OuterRef("pk"), name=self.term, value__gte=today))
        return editions.filter(lasting if value else ~lasting)


@dataclass(frozen=True, kw_only=True)
class KindFilter(Filter):
    """Works of these kinds."""

    many: bool = True

    def apply(self, editions: EditionQuerySet, value: list[str]) -> EditionQuerySet:
        """Rows of any of the kinds."""
        return editions.filter(kind__in=value)


@dataclass(frozen=True, kw_only=True)
class TranslationStateFilter(Filter):
    """Editions whose translation is in one of these states. What was written in its locale is current."""

    many: bool = True

    def apply(self, editions: EditionQuerySet, value: list[str]) -> EditionQuerySet:
        """Rows in any of the states."""
        current = {Edition.State.CURRENT, Edition.State.SOURCE}
        return editions.filter(state__in={*value, *(current if Edition.State.CURRENT in value else ())})


@dataclass(frozen=True, kw_only=True)
class PeriodFilter(Filter):
    """Works of that time or later (or earlier). A date known only to the year matches where any of its days would."""

    side: Literal["after", "before"]

    def apply(self, editions: EditionQuerySet, value: tuple[date, date]) -> EditionQuerySet:
        """Rows whose time reaches into the period, its own days included."""
        first, last = value
        return editions.filter(_reaches(first) if self.side == "after" else Q(earliest__lte=last))


def _reaches(day: date) -> Q:
    """Lasts until `day` or longer; a time with an open end does."""
    return Q(latest__gte=day) | Q(latest__isnull=True, earliest__isnull=False)


@dataclass(frozen=True, kw_only=True)
class YearFilter(Filter):
    """Works of these years."""

    many: bool = True

    def apply(self, editions: EditionQuerySet, value: list[int]) -> EditionQuerySet:
        """Rows whose time overlaps any of the years."""
        matching = Q(pk__in=[])
        for year in value:
            matching |= Q(earliest__lte=date(year, 12, 31)) & _reaches(date(year, 1, 1))
        return editions.filter(matching)


@dataclass(frozen=True, kw_only=True)
class AnniversaryFilter(Filter):
    """Works that began in an earlier year and are not over, with `years` as of the given one.

    Over is what carries `over` (a term's name and value) and no other value of that term.
    """

    adjusts: ClassVar[bool] = True
    over: tuple[str, str]

    def apply(self, editions: EditionQuerySet, value: int) -> EditionQuerySet:
        """Rows whose beginning is known to the year at least, and lies before the given year."""
        begun = editions.filter(earliest__year=F("latest__year"), latest__lt=date(value, 1, 1))
        terms = EditionTerm.objects.filter(edition=OuterRef("pk"), name=self.over[0])
        over = Exists(terms.filter(value=self.over[1])) & ~Exists(terms.exclude(value=self.over[1]))
        return begun.exclude(over)

    def adjust(self, row: dict[str, Any], edition: Row, value: int) -> dict[str, Any]:
        """The row with the years that are completed in the given year."""
        return {**row, "years": value - edition.earliest.year} if edition.earliest else row


@dataclass(frozen=True, kw_only=True)
class TextFilter(Filter):
    """Works in whose text every word occurs, in whatever case and with or without accents."""

    any_locale: bool = False
    """Whether a text in another of the work's locales will do (for names)."""

    def read(self, texts: Any) -> list[str]:
        """The words."""
        words = fold(super().read(texts)).split()
        if not 0 < len(words) <= MAX_WORDS:
            raise ValueNotAllowedError(_("must hold 1 to %(count)d words") % {"count": MAX_WORDS})
        return words

    def apply(self, editions: EditionQuerySet, value: list[str]) -> EditionQuerySet:
        """Rows with all the words."""
        matching = Q()
        for word in value:
            matching &= Q(text__contains=word)
        if not self.any_locale:
            return editions.filter(matching)
        return editions.filter(Exists(editions.peers().filter(matching, type=OuterRef("type"), key=OuterRef("key"))))


@dataclass(frozen=True, kw_only=True)
class NearFilter(Filter):
    """Works with a place around a point: a work of the type `place_type` whose id they carry as a term."""

    adjusts: ClassVar[bool] = True
    term: str
    place_type: str
    points: Callable[[dict[str, Any]], Iterable[Sequence[float]]]
    """The places (longitude, latitude) of a row."""

    def apply(self, editions: EditionQuerySet, value: Circle) -> EditionQuerySet:
        """Rows with a place within the circle."""
        places = Edition.objects.filter(type=self.place_type, point_lat__isnull=False, point_lon__isnull=False)
        near = places.alias(km=distance_km(value)).filter(km__lte=value.km)
        # Ids stand as text with hyphens in terms, and as the database's own kind of UUID in editions.
        terms = EditionTerm.objects.alias(
            place=Cast(Replace("value", SqlValue("-"), SqlValue("")), UUIDField()),
        ).filter(name=self.term, place__in=near.values("key"))
        return editions.filter(pk__in=terms.values("edition"))

    def adjust(self, row: dict[str, Any], edition: Row, value: Circle) -> dict[str, Any]:
        """The row with the distance of its nearest place."""
        distances = [kilometres(value, lon, lat) for lon, lat in self.points(row)]
        return {**row, "distance_km": round(min(distances), 1)} if distances else row


def kilometres(circle: Circle, lon: float, lat: float) -> float:
    """The distance on the sphere of a point from the centre; see `distance_km`."""
    here, there, apart = radians(circle.lat), radians(lat), radians(lon - circle.lon)
    half = sin((there - here) / 2) ** 2 + cos(here) * cos(there) * sin(apart / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def distance_km(circle: Circle) -> Combinable:
    """The distance on the sphere of an edition's point from the centre, in kilometres."""
    there, here = Radians(F("point_lat")), Radians(SqlValue(circle.lat))
    apart = Radians(F("point_lon") - SqlValue(circle.lon))
    cosine = Sin(there) * Sin(here) + Cos(there) * Cos(here) * Cos(apart)
    # Rounding may leave a cosine just outside its range.
    return ACos(Least(Greatest(cosine, SqlValue(-1.0)), SqlValue(1.0))) * SqlValue(EARTH_RADIUS_KM)


def text_filter(*, any_locale: bool = False) -> TextFilter:
    """The `q` parameter."""
    where = "name, alias, former name or text in any locale" if any_locale else "title and text"
    description = f"Words that must all occur in the work's {where}; case and accents do not matter."
    return TextFilter(name="q", description=description, value=Text(), any_locale=any_locale)


def year_filter(description: str) -> YearFilter:
    """The `year` parameter."""
    return YearFilter(name="year", description=description, value=YEAR)


def near_filter(
    description: str, *, term: str, place_type: str, points: Callable[[dict[str, Any]], Iterable[Sequence[float]]]
) -> NearFilter:
    """The `near` parameter."""
    return NearFilter(
        name="near", description=description, value=Surroundings(), term=term, place_type=place_type, points=points
    )
