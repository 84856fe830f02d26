"""Generated municipalities and partnerships."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale

from cms.demo.generated.newsroom import Newsroom
from cms.demo.generated.towns import Town, region_names, towns
from cms.demo.generated.vocabulary import Names, paragraph, vocabulary
from cms.demo.loading.names import key_of
from partnerships import models
from partnerships.models.named_entry import ascii_slug
from partnerships.models.partnership import NAME_JOINT


@dataclass(frozen=True)
class Library:
    """Towns and their ties as articles name them: rows of the source's locale."""

    towns: tuple[Town, ...]
    municipality_ids: tuple[int, ...]
    municipality_keys: tuple[UUID, ...]
    pairs: tuple[tuple[int, int], ...]
    """Each partnership's sides, as places in `towns`."""
    partnership_ids: tuple[int, ...]
    partnership_keys: tuple[UUID, ...]


@transaction.atomic
def library(room: Newsroom, seed: int, municipalities: int, partnerships: int) -> Library:
    """The entries, stored unless they are there. The same seed makes the same ones; asked for more, it adds some."""
    chance = Random(f"library {seed}")
    named = tuple(towns(municipalities, chance))
    town_keys = tuple(key_of("generated municipality", seed, number) for number in range(municipalities))
    _regions(named)
    _store_towns(room, seed, named, town_keys)
    town_ids = _ids(models.Municipality, room.locales[0], town_keys)
    pairs = tuple(_pair(seed, number, municipalities) for number in range(partnerships))
    tie_keys = tuple(key_of("generated partnership", seed, number) for number in range(partnerships))
    _store_ties(room, seed, named, town_ids, pairs, tie_keys)
    tie_ids = _ids(models.Partnership, room.locales[0], tie_keys)
    return Library(named, town_ids, town_keys, pairs, tie_ids, tie_keys)


def _pair(seed: int, number: int, count: int) -> tuple[int, int]:
    first, second = Random(f"pair {seed} {number}").sample(range(count), 2)
    return first, second


def _ids(model: Any, locale: Locale, keys: Iterable[UUID]) -> tuple[int, ...]:
    found = dict(
        model.objects.filter(locale=locale, translation_key__in=keys).values_list("translation_key", "pk").order_by()
    )
    return tuple(found[key] for key in keys)


def _missing(model: Any, keys: Iterable[UUID]) -> list[tuple[int, UUID]]:
    there = set(model.objects.filter(translation_key__in=keys).values_list("translation_key", flat=True).order_by())
    return [(number, key) for number, key in enumerate(keys) if key not in there]


def _regions(named: Iterable[Town]) -> None:
    for code in sorted({town.region for town in named}):
        models.Region.objects.get_or_create(code=code, defaults={"country": code[:2], "name": region_names(code)})


def _published() -> Mapping[str, Any]:
    now = timezone.now()
    return {"live": True, "first_published_at": now, "last_published_at": now}


def _store_towns(room: Newsroom, seed: int, named: tuple[Town, ...], keys: tuple[UUID, ...]) -> None:
    rows = []
    for number, key in _missing(models.Municipality, keys):
        town = named[number]
        names = [town.name(locale.language_code) for locale in room.locales]
        rows += [
            models.Municipality(
                locale=locale, translation_key=key, name=name, slug=f"{ascii_slug(town.latin)}-g{seed}",
                country=town.country, region_id=town.region, longitude=town.longitude, latitude=town.latitude,
                find_text=models.Municipality.fold_names(names), intro=_intro(room, seed, number, locale, town),
                **_published(),
            )
            for locale, name in zip(room.locales, names, strict=True)
        ]  # fmt: skip
    models.Municipality.objects.bulk_create(rows, batch_size=500)


def _intro(room: Newsroom, seed: int, number: int, locale: Locale, town: Town) -> str:
    name = town.name(locale.language_code)
    chance = Random(f"intro {seed} {number}")
    return f"<p>{paragraph(vocabulary(locale.language_code), Names(name, name, 1991, 12), chance)}</p>"


def _store_ties(
    room: Newsroom,
    seed: int,
    named: tuple[Town, ...],
    town_ids: tuple[int, ...],
    pairs: tuple[tuple[int, int], ...],
    keys: tuple[UUID, ...],
) -> None:
    rows, sides, milestones = [], [], []
    for number, key in _missing(models.Partnership, keys):
        chance = Random(f"partnership {seed} {number}")
        pair = [named[place] for place in pairs[number]]
        titles = [NAME_JOINT.join(town.name(locale.language_code) for town in pair) for locale in room.locales]
        day = f"{chance.randint(1960, 2015)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        for locale, title in zip(room.locales, titles, strict=True):
            row = models.Partnership(
                locale=locale, translation_key=key, title=title, slug=f"{ascii_slug(titles[0], 90)}-g{seed}-{number}",
                find_text=models.Partnership.fold_names(titles), **_published(),
            )  # fmt: skip
            rows.append(row)
            sides += [
                models.Side(partnership=row, municipality_id=town_ids[place], status="active", sort_order=order)
                for order, place in enumerate(pairs[number])
            ]
            milestones.append(
                models.Milestone(
                    partnership=row, locale=locale, translation_key=key_of("generated milestone", seed, number),
                    type="signed", date=day, sort_order=0,
                )
            )  # fmt: skip
    models.Partnership.objects.bulk_create(rows, batch_size=500)
    for model, children in ((models.Side, sides), (models.Milestone, milestones)):
        for child in children:
            child.partnership_id = child.partnership.pk
        model.objects.bulk_create(children, batch_size=500)
