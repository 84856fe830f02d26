"""Signatories as they stand in a letter's editions."""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from babel.core import get_global

from cms.core.fields.localized_text import text_in
from cms.publishing.context import Context

from ..models import Signatory, SignatoryVisibility, SolidarityLetterPage
from .shapes import PublicSignatory, Signatories

FIELD_OF_SCRIPT = {"Cyrl": "name_cyrillic", "Latn": "name_latin"}
"""Script (ISO 15924) -> the field that holds the name in it."""

SHOWN_FIELDS = (
    "letter_key",
    "name",
    "name_latin",
    "name_cyrillic",
    "role",
    "organisation",
    "capacity",
    "visibility",
    "municipality__translation_key",
)
"""What an edition may read of a signatory."""

LETTERS_OF_SCRIPT = {"Cyrl": "CYRILLIC", "Latn": "LATIN"}
"""Script (ISO 15924) -> how Unicode begins the names of its letters."""


def load_signatories(keys: Collection[str], locale: str) -> Mapping[str, Any]:
    """Return the counted signatories of letters by the letter's work id, without their e-mail addresses."""
    found: dict[str, list[Signatory]] = defaultdict(list)
    letters = [UUID(key) for key in keys]
    signatories = Signatory.objects.counted().filter(letter_key__in=letters).select_related("municipality")
    for signatory in signatories.only(*SHOWN_FIELDS):
        found[str(signatory.letter_key)].append(signatory)
    return found


def signatories_document(letter: SolidarityLetterPage, signed: Sequence[Signatory], context: Context) -> Signatories:
    """Return how many have signed and those among them who want to be seen."""
    return {
        "displayed_count": len(signed) + letter.unnamed_signatures,
        "state": letter.signing_state,
        "public": [
            _public(signatory, context) for signatory in signed if signatory.visibility == SignatoryVisibility.PUBLIC
        ],
    }


def _public(signatory: Signatory, context: Context) -> PublicSignatory:
    municipality = signatory.municipality
    return {
        "name": name_in(signatory, context.locale),
        "role": text_in(signatory.role, context.locale),
        "organisation": signatory.organisation,
        "municipality": context.summary("municipality", municipality.translation_key) if municipality else None,
        "capacity": signatory.capacity,
    }


def name_in(signatory: Signatory, locale: str) -> str:
    """Return the name as given where it is in the locale's script, otherwise in that script if it is known so."""
    script = script_of(locale)
    if script not in FIELD_OF_SCRIPT or _is_written_in(signatory.name, script):
        return signatory.name
    own: str = getattr(signatory, FIELD_OF_SCRIPT[script])
    return own or signatory.name


def _is_written_in(name: str, script: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    return all(unicodedata.name(letter, "").startswith(LETTERS_OF_SCRIPT[script]) for letter in letters)


def script_of(locale: str) -> str:
    """Return the script (ISO 15924) that a language is usually written in, "" where CLDR does not know."""
    likely = get_global("likely_subtags")
    parts = locale.replace("-", "_").split("_")
    tag = likely.get("_".join(parts)) or likely.get(parts[0]) or ""
    return next((part for part in tag.split("_") if len(part) == 4 and part.isalpha()), "")
