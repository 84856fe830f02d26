"""What a demo article is: plain values that the loader turns into pages and the tests read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from cms.demo.blocks import Block
from cms.demo.texts import Texts

TranslationState = Literal["current", "outdated", "partial"]
Visibility = Literal["public", "draft", "embargoed", "password"]


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction printed under an article."""

    date: date
    text: Texts


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of the source that came after the translations.

    ``block`` is the position in the body, ``text`` the new text. Locales that the text names are
    brought up to date with it; the others stay behind and are outdated.
    """

    block: int
    text: Texts


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed a letter: an office in a municipality, never a private person."""

    name: str
    latin: str
    cyrillic: str
    role: Texts
    municipality: str
    capacity: Literal["official", "personal"] = "official"
    public: bool = True


@dataclass(frozen=True, kw_only=True)
class DemoArticle:
    """One article. ``slug`` decides in which locales it exists; the first one is the source."""

    kind: ClassVar[str] = ""

    slug: Texts
    title: Texts
    kicker: Texts
    lead: Texts
    date: date
    place: str | None = None
    picture: str
    body: tuple[Block, ...]
    places: tuple[str, ...] = ()
    partnerships: tuple[str, ...] = ()
    conference: str | None = None
    tags: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    seo_description: Texts = field(default_factory=Texts)
    visibility: Visibility = "public"
    states: Mapping[str, TranslationState] = field(default_factory=dict)
    revision: Revision | None = None

    @property
    def key(self) -> str:
        """The name of the article in the registry: its slug in the source."""
        return next(iter(self.slug.values()))

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales it is written in, source first."""
        return tuple(self.slug)

    def state(self, locale: str) -> TranslationState:
        """Return how far the translation into a locale is; ``current`` unless said otherwise."""
        return self.states.get(locale, "current")


@dataclass(frozen=True, kw_only=True)
class PressRelease(DemoArticle):
    """A press release; an embargo ends ``embargo_days`` after the day it is loaded."""

    kind: ClassVar[str] = "press_release"
    embargo_days: int | None = None
    press_contact: str = "pressestelle"


@dataclass(frozen=True, kw_only=True)
class SolidarityLetter(DemoArticle):
    """A letter with its signatories."""

    kind: ClassVar[str] = "solidarity_letter"
    sender: str = "Trilog"
    addressees: Texts
    occasion: Texts
    original_locale: str = "de"
    translation_credit: str = ""
    signatories: tuple[Signatory, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ConferenceReport(DemoArticle):
    """A report from a conference."""

    kind: ClassVar[str] = "conference_report"
    author: str = ""
    organisation: str = "trilog"
