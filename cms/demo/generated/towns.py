"""Towns that do not exist, named in two scripts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from articles.editions.signatories import script_of

_FIRST = (
    ("", ""), ("Neu-", "Ной-"), ("Alt-", "Альт-"), ("Ober-", "Обер-"), ("Unter-", "Унтер-"), ("Klein-", "Кляйн-"),
    ("Groß-", "Грос-"), ("Mittel-", "Миттель-"),
)  # fmt: skip
_MIDDLE = (
    ("Ahren", "Арен"), ("Birken", "Биркен"), ("Dachs", "Дакс"), ("Eber", "Эбер"), ("Falken", "Фалькен"),
    ("Grün", "Грюн"), ("Hasel", "Хазель"), ("Immen", "Иммен"), ("Kirsch", "Кирш"), ("Linden", "Линден"),
    ("Möwen", "Мёвен"), ("Nessel", "Нессель"), ("Otter", "Оттер"), ("Pappel", "Паппель"), ("Reiher", "Райер"),
    ("Silber", "Зильбер"), ("Tannen", "Таннен"), ("Ulmen", "Ульмен"), ("Veilchen", "Файльхен"), ("Weiden", "Вайден"),
)  # fmt: skip
_LAST = (
    ("au", "ау"), ("bach", "бах"), ("berg", "берг"), ("burg", "бург"), ("dorf", "дорф"), ("feld", "фельд"),
    ("furt", "фурт"), ("hagen", "хаген"), ("hausen", "хаузен"), ("ried", "рид"), ("stadt", "штадт"), ("wald", "вальд"),
    ("werder", "вердер"), ("zell", "целль"),
)  # fmt: skip

REGIONS = (
    ("DE-NW", {"de": "Nordrhein-Westfalen", "en": "North Rhine-Westphalia", "ru": "Северный Рейн — Вестфалия"}),
    ("DE-SN", {"de": "Sachsen", "en": "Saxony", "ru": "Саксония"}),
    ("DE-NI", {"de": "Niedersachsen", "en": "Lower Saxony", "ru": "Нижняя Саксония"}),
    ("RU-NIZ", {"de": "Oblast Nischni Nowgorod", "en": "Nizhny Novgorod Oblast", "ru": "Нижегородская область"}),
    ("RU-KLU", {"de": "Oblast Kaluga", "en": "Kaluga Oblast", "ru": "Калужская область"}),
)


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality before it is stored."""

    latin: str
    cyrillic: str
    region: str
    longitude: float
    latitude: float

    @property
    def country(self) -> str:
        """The region's country."""
        return self.region[:2]

    def name(self, locale: str) -> str:
        """In the language's script."""
        return self.cyrillic if script_of(locale) == "Cyrl" else self.latin


def towns(count: int, chance: Random) -> list[Town]:
    """So many towns, no two of one name."""
    found = []
    for number in range(count):
        rest, middle = divmod(number, len(_MIDDLE))
        rest, last = divmod(rest, len(_LAST))
        rest, first = divmod(rest, len(_FIRST))
        parts = (_FIRST[first], _MIDDLE[middle], _LAST[last])
        latin, cyrillic = ("".join(part[script] for part in parts) for script in (0, 1))
        more = f" {rest + 1}" if rest else ""
        region, _names = chance.choice(REGIONS)
        longitude, latitude = round(chance.uniform(6, 60), 4), round(chance.uniform(48, 60), 4)
        found.append(Town(latin + more, cyrillic + more, region, longitude, latitude))
    return found


def region_names(code: str) -> Mapping[str, str]:
    """The region's name in each language."""
    return dict(REGIONS)[code]
