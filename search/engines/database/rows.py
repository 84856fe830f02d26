"""Documents as rows of the index."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from search.documents import SearchDocument

from .lexicon import as_typed, field, lexicon

RULES: Final = 1
"""To be counted up whenever rows of the same editions come out different, so that operators are told to rebuild."""


@dataclass(frozen=True, slots=True)
class Row:
    """All that a database stores of an edition. `names` and the like are words parted by spaces."""

    edition: int
    version: int
    type: str
    key: str
    locale: str
    locales: str
    day: date | None
    facets: tuple[str, ...]
    called: tuple[str, ...]
    title: str
    typed: str
    """Title and names once more, word by word as they are written."""
    names: str
    lead: str
    body: str
    about: str
    """Also in `lead`; for what is ranked without reading the rest."""
    places: str
    spelled: frozenset[str]
    """Different words, for the vocabulary."""


def row_of(document: SearchDocument, edition: int) -> Row:
    """The row of an edition."""
    words = lexicon(document.ref.locale)
    title, lead, body = words.forms(document.title), words.forms(document.lead), words.forms(document.body)
    names = [words.forms(name) for name in document.names]
    about = [form for text in document.about for form in words.forms(text)]
    all_names = [form for name in names for form in name]
    called = {" ".join(form.plain for form in name) for name in (title, *names)}
    return Row(
        edition=edition,
        version=document.version,
        type=document.ref.type,
        key=document.ref.key,
        locale=document.ref.locale,
        locales=f",{','.join(document.locales)},",
        day=document.day,
        facets=tuple(
            facet_term(name, value) for name, values in document.facets.items() for value in dict.fromkeys(values)
        ),
        called=tuple(sorted(called - {""})),
        title=field(title),
        typed=as_typed([*title, *all_names]),
        names=field(all_names),
        lead=field([*lead, *about]),
        body=field(body),
        about=field(about),
        places=" ".join(
            [place_word(place) for place in document.places] + [region_word(code) for code in document.regions]
        ),
        spelled=frozenset(
            form.spelled for forms in (title, all_names, lead, about, body) for form in forms if form.spelled
        ),
    )


def facet_term(name: str, value: str) -> str:
    """How a value of a facet is stored."""
    return f"{name}:{value}"


def place_word(place: str) -> str:
    """A word that stands for a municipality's id, and that no text has."""
    return f"place0{_alone(place)}"


def region_word(code: str) -> str:
    """The same for the code of a region."""
    return f"region0{_alone(code)}"


def _alone(text: str) -> str:
    return "".join(letter if letter.isalnum() else "0" for letter in text.lower())
