"""Columns that hold child rows: other names, sides, milestones, places."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.core.date_input import read_date
from cms.core.fields import content_languages

from ..models import AliasKind, ConferencePlace, Milestone, MilestoneType, MunicipalityAlias, Side, SideStatus
from . import lookups
from .columns import Column, choice

MAX_SIDES = 4
SEPARATOR = ";"
_ALIAS = re.compile(r"^(?P<text>[^\[\]]+?)\s*(?:\[(?P<details>[^\[\]]*)\])?$")
_YEARS = re.compile(r"^(?P<start>[^–]*)–(?P<end>[^–]*)$")


def entries(text: str) -> list[str]:
    """The parts of a cell that lists several things."""
    return [part.strip() for part in text.split(SEPARATOR) if part.strip()]


class AliasesColumn(Column):
    """``Gorki [former, de, 1932–1990]; Nischnij Nowgorod [transliteration]``."""

    def __init__(self) -> None:
        super().__init__(
            "aliases",
            gettext_lazy("other names: “Gorki [former, de, 1932–1990]; Cranz”; in brackets kind, language, from–to"),
        )

    def read(self, work: Any) -> str:
        return f"{SEPARATOR} ".join(self._entry(alias) for alias in work.aliases.all())

    def write(self, work: Any, text: str) -> None:
        work.aliases = [self._alias(entry, position) for position, entry in enumerate(entries(text))]

    @staticmethod
    def _entry(alias: MunicipalityAlias) -> str:
        details = [alias.kind, alias.language]
        if alias.used_from or alias.used_to:
            details.append(f"{alias.used_from}–{alias.used_to}")
        return f"{alias.text} [{', '.join(filter(None, details))}]"

    @staticmethod
    def _alias(entry: str, position: int) -> MunicipalityAlias:
        match = _ALIAS.match(entry)
        if match is None:
            raise ValueError(
                _("“%(entry)s” cannot be read; write “Name [kind, language, from–to]”.") % {"entry": entry}
            )
        alias = MunicipalityAlias(text=match["text"], sort_order=position)
        languages = {code for code, __ in content_languages()}
        for detail in (part.strip() for part in (match["details"] or "").split(",")):
            if years := _YEARS.match(detail):
                alias.used_from, alias.used_to = (_edtf(years[name]) for name in ("start", "end"))
            elif detail in languages:
                alias.language = detail
            elif detail:
                alias.kind = choice(detail, list(AliasKind.choices))
        alias.clean()
        return alias


class SideColumn(Column):
    """One value of the n-th side: ``side_1``, ``side_1_status`` …"""

    def __init__(self, number: int, part: str, description: Any) -> None:
        super().__init__(f"side_{number}" + (f"_{part}" if part != "municipality" else ""), description)
        self.index = number - 1
        self.part = part

    def read(self, work: Any) -> str:
        sides = list(work.sides.all())
        if self.index >= len(sides):
            return ""
        value = getattr(sides[self.index], self.part)
        return value.slug if self.part == "municipality" else str(value)

    def write(self, work: Any, text: str) -> None:
        sides = list(work.sides.all())
        if self.part == "municipality":
            self._write_municipality(work, sides, text)
            return
        if self.index >= len(sides):
            if text:
                raise ValueError(_("There is no such side: enter its municipality."))
            return
        setattr(sides[self.index], self.part, self._value(text))
        work.sides = sides

    def _write_municipality(self, work: Any, sides: list[Side], text: str) -> None:
        if not text:
            work.sides = sides[: self.index]
            return
        municipality = lookups.municipality(text)
        if self.index > len(sides):
            raise ValueError(_("Enter the sides before this one first."))
        if self.index == len(sides):
            sides.append(Side(sort_order=self.index))
        if sides[self.index].municipality_id != municipality.pk:
            sides[self.index].municipality = municipality
        work.sides = sides

    def _value(self, text: str) -> str:
        if self.part == "status":
            return choice(text, list(SideStatus.choices)) if text else SideStatus.UNKNOWN.value
        return _edtf(text) if self.part == "status_since" else text


def side_columns() -> list[SideColumn]:
    """All columns of all sides, the municipality of each first."""
    parts = {
        "municipality": gettext_lazy("municipality: address or any name"),
        "status": gettext_lazy("status of that side"),
        "status_since": gettext_lazy("date of that status"),
        "decided_by": gettext_lazy("who decided it"),
        "source": gettext_lazy("source of the status"),
    }
    return [
        SideColumn(number, part, description)
        for number in range(1, MAX_SIDES + 1)
        for part, description in parts.items()
    ]


class MilestonesColumn(Column):
    """``signed 1991-09-09; reaffirmed 1989-03``. What else is known of a milestone stays with its type and date."""

    def __init__(self) -> None:
        super().__init__(
            "milestones",
            gettext_lazy("“signed 1991-09-09; reaffirmed 03/1989”: what happened and when"),
        )

    def read(self, work: Any) -> str:
        return f"{SEPARATOR} ".join(f"{row.type} {row.date}" for row in work.ordered_milestones())

    def write(self, work: Any, text: str) -> None:
        known = {(row.type, row.date): row for row in work.milestones.all()}
        rows = []
        for position, entry in enumerate(entries(text)):
            name, __, when = entry.partition(" ")
            kind, day = choice(name, list(MilestoneType.choices)), _edtf(when)
            if not day:
                raise ValueError(_("“%(entry)s” needs a date, for example “signed 1991-09-09”.") % {"entry": entry})
            row = known.get((kind, day)) or Milestone(type=kind, date=day, locale=work.locale)
            row.sort_order = position
            rows.append(row)
        work.milestones = rows


class PlacesColumn(Column):
    """Where a conference takes place."""

    def __init__(self) -> None:
        super().__init__("places", gettext_lazy("municipalities: addresses or names, separated by semicolons"))

    def read(self, work: Any) -> str:
        return f"{SEPARATOR} ".join(place.municipality.slug for place in work.places.all())

    def write(self, work: Any, text: str) -> None:
        work.places = [
            ConferencePlace(municipality=lookups.municipality(entry), sort_order=position)
            for position, entry in enumerate(entries(text))
        ]


def _edtf(text: str) -> str:
    return read_date(text).edtf if text.strip() else ""
