"""What search knows of languages: one file a language, named by its code. A language without a file gets a default."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import Stemmer
from django.conf.locale import LANG_INFO

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Compounds:
    """How compounds of a language are made. Everything is written as in dictionaries."""

    words: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    links: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What a language's file says; see the comments there."""

    snowball: str = ""
    letters: re.Pattern[str] | None = None
    replacements: tuple[tuple[re.Pattern[str], str], ...] = ()
    transcriptions: dict[str, str] = field(default_factory=dict)
    stems: tuple[re.Pattern[str], ...] = ()
    name_forms: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = ()
    stop_words: frozenset[str] = frozenset()
    overrides: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Words by their stem."""
    names: frozenset[str] = frozenset()
    """Names whose forms have the name itself as their stem."""
    compounds: Compounds = Compounds()


def known(code: str) -> Known:
    """What is known of the language `code` (`pt-br`: of Portuguese where there is no file for the Brazilian one)."""
    for name in (code.lower(), code.lower().split("-")[0]):
        path = FOLDER / f"{name}.toml"
        if name.isascii() and name.replace("-", "").isalnum() and path.is_file():
            return _read(tomllib.loads(path.read_text(encoding="utf-8")))
    return Known(snowball=_snowball_of(code))


def _snowball_of(code: str) -> str:
    """Snowball names its stemmers by the languages' English names."""
    name = LANG_INFO.get(code.lower().split("-")[0], {}).get("name", "").lower()
    return name if name in Stemmer.algorithms() else ""


def _read(stored: dict[str, Any]) -> Known:
    compounds = stored.get("compounds", {})
    return Known(
        snowball=stored.get("snowball", ""),
        letters=re.compile(stored["letters"]) if "letters" in stored else None,
        replacements=tuple((re.compile(pattern), text) for pattern, text in stored.get("replacements", ())),
        transcriptions=stored.get("transcriptions", {}),
        stems=tuple(map(re.compile, stored.get("stems", ()))),
        name_forms=tuple(
            (re.compile(f"(?:{pattern})$"), tuple(ends)) for pattern, ends in stored.get("name_forms", ())
        ),
        stop_words=frozenset(stored.get("stop_words", "").split()),
        overrides={stem: tuple(words.split()) for stem, words in stored.get("overrides", {}).items()},
        names=frozenset(stored.get("names", {}).get("as_written", "").split()),
        compounds=Compounds(
            words=frozenset(compounds.get("words", "").split()),
            prefixes=frozenset(compounds.get("prefixes", "").split()),
            links=tuple(compounds.get("links", "").split()),
            endings=tuple(compounds.get("endings", "").split()),
            suffixes=tuple(compounds.get("suffixes", "").split()),
        ),
    )
