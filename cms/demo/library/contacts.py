"""Organisations and contacts. The association is fictional; addresses end in example.org."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cms.demo.texts import Texts, texts


@dataclass(frozen=True, slots=True)
class DemoOrganisation:
    """An organisation of the demo content."""

    slug: str
    name: Texts
    kind: str
    website: str
    municipality: str | None = None


@dataclass(frozen=True, slots=True)
class DemoContact:
    """A function to turn to. Phone numbers come from the range that is reserved for fiction."""

    slug: str
    organisation: str
    function: Texts
    email: str
    phone: str = ""
    languages: tuple[str, ...] = ()
    valid_to: date | None = None


ORGANISATIONS = (
    DemoOrganisation(
        slug="trilog",
        name=texts(de="Trilog-Städtenetz e. V.", en="Trilog Town Network", ru="Сеть городов «Трилог»"),
        kind="association",
        website="https://example.org/trilog",
    ),
    DemoOrganisation(
        slug="anlaufstelle-partnersuche",
        name=texts(de="Anlaufstelle Partnersuche", en="Partner Search Desk", ru="Контактный пункт «Поиск партнёра»"),
        kind="other",
        website="https://example.org/trilog/partnersuche",
        municipality="bremen",
    ),
)

CONTACTS = (
    DemoContact(
        slug="pressestelle",
        organisation="trilog",
        function=texts(de="Pressestelle", en="Press office", ru="Пресс-служба"),
        email="presse@example.org",
        phone="+49 30 23125 010",
        languages=("de", "en", "ru"),
    ),
    DemoContact(
        slug="geschaeftsstelle",
        organisation="trilog",
        function=texts(de="Geschäftsstelle", en="Secretariat", ru="Секретариат"),
        email="geschaeftsstelle@example.org",
        phone="+49 30 23125 011",
        languages=("de", "en"),
    ),
    DemoContact(
        slug="jugendaustausch",
        organisation="trilog",
        function=texts(de="Ressort Jugendaustausch", en="Youth exchange desk", ru="Отдел молодёжных обменов"),
        email="jugend@example.org",
        phone="+49 30 23125 012",
        languages=("de", "ru"),
    ),
    DemoContact(
        slug="sprachdienst",
        organisation="trilog",
        function=texts(de="Sprachdienst", en="Language service", ru="Языковая служба"),
        email="sprachdienst@example.org",
        languages=("de", "en", "ru"),
    ),
    DemoContact(
        slug="partnersuche",
        organisation="anlaufstelle-partnersuche",
        function=texts(
            de="Beratung zur Partnersuche", en="Advice on finding a partner", ru="Консультации по поиску партнёра"
        ),
        email="partnersuche@example.org",
        phone="+49 30 23125 013",
        languages=("de", "en", "ru"),
    ),
    DemoContact(
        slug="konferenzbuero-2021",
        organisation="trilog",
        function=texts(de="Konferenzbüro 2021", en="Conference office 2021", ru="Оргкомитет конференции 2021 года"),
        email="konferenz2021@example.org",
        languages=("de", "ru"),
        valid_to=date(2021, 12, 31),
    ),
)
