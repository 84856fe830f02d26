"""Signatories of the demo letters, made by rule: offices in the towns of the facts, no persons."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from cms.demo.blocks import FactBox
from cms.demo.facts import municipalities
from cms.demo.texts import Texts, texts
from cms.demo.works import Signatory


class _Office(NamedTuple):
    role: Texts
    name_de: str
    name_en: str
    name_ru: str


_OFFICES = (
    _Office(
        texts(de="Bürgermeisteramt", en="Mayor’s office", ru="Администрация"),
        "Bürgermeisteramt {place}",
        "Office of the Mayor, {place}",
        "Администрация: {place}",
    ),
    _Office(
        texts(
            de="Vorsitz des Partnerschaftsvereins",
            en="Chair of the twinning association",
            ru="Председатель общества побратимства",
        ),
        "Partnerschaftsverein {place}, Vorsitz",
        "Twinning association of {place}, chair",
        "Общество побратимства, председатель: {place}",
    ),
    _Office(
        texts(de="Leitung der Musikschule", en="Head of the music school", ru="Дирекция музыкальной школы"),
        "Musikschule {place}, Leitung",
        "Music school of {place}, head",
        "Музыкальная школа, дирекция: {place}",
    ),
)

SIGNATURES_ARE_INVENTED = FactBox(
    title=texts(de="Zu den Unterschriften", en="About the signatures", ru="О подписях"),
    text=texts(
        de="<p>Dieser Brief gehört zum Vorführmaterial des Programms. Die Unterschriften sind nach einer Regel erzeugt: Sie nennen Ämter und Vereine, keine Personen, und keine der genannten Stellen hat tatsächlich unterschrieben.</p>",
        en="<p>This letter is part of the software’s demonstration material. Its signatures were made by rule: they name offices and associations, no persons, and none of them has actually signed.</p>",
        ru="<p>Это письмо — часть демонстрационных материалов программы. Подписи созданы по правилу: названы учреждения и объединения, а не люди, и ни одно из них на самом деле письма не подписывало.</p>",
    ),
)
"""A note that stands in every letter."""


def signatories(count: int) -> tuple[Signatory, ...]:
    """Return the first ``count`` offices: all towns of the facts, one kind of office after the other."""
    found = tuple(islice(_offices(), count))
    if len(found) < count:
        raise ValueError(f"the rule gives only {len(found)} signatories, not {count}")
    return found


def _offices() -> Iterator[Signatory]:
    for office in _OFFICES:
        for municipality in municipalities():
            name = municipality.name
            yield Signatory(
                name=(office.name_de if municipality.country == "DE" else office.name_ru).format(
                    place=name["de"] if municipality.country == "DE" else name["ru"]
                ),
                latin=office.name_en.format(place=name["en"]),
                cyrillic=office.name_ru.format(place=name["ru"]),
                role=office.role,
                municipality=municipality.id,
            )
