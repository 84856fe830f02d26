"""What is not public leaves no trace in any answer: each target in turn is hidden, looked for everywhere, and shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, Locale, PageViewRestriction

from articles.models import ArticleContact, ArticleDocument, ArticlePartnership, ArticlePlace, RelatedArticle
from cms.api.collection import collections
from cms.core.models import Document
from cms.publishing.locales import content_locales
from cms.publishing.models import Edition
from home.models import SectionPage
from partnerships.models import (
    Conference,
    ConferenceDocument,
    ConferenceOrganisation,
    ConferencePlace,
    Contact,
    LibraryPage,
    Milestone,
    Organisation,
    Partnership,
    PartnershipContact,
    PartnershipDocument,
    Side,
    SubEvent,
)
from tests.articles.factory import letter, report, signatory, translated_page
from tests.newsroom import article_index, home_page, municipality, press_release

SITE_FILES = ("/sitemap.xml", "/llms.txt", "/data/catalog.jsonld")


@dataclass(frozen=True)
class Target:
    """Something that others show: a word that stands in its title, slug or address and nowhere else."""

    word: str
    hide: Callable[[], None]
    show: Callable[[], None]


def page_target(word: str, page: Any) -> Target:
    """A page, hidden by unpublishing it."""

    def fresh() -> Any:
        return type(page).objects.get(pk=page.pk)

    return Target(word, lambda: fresh().unpublish(), lambda: fresh().save_revision().publish())


def private(word: str, page: Any) -> Target:
    """A page, hidden by a view restriction."""
    rule = {"page_id": page.pk, "restriction_type": PageViewRestriction.LOGIN}
    return Target(
        word,
        lambda: PageViewRestriction(**rule).save(),
        lambda: PageViewRestriction.objects.get(**rule).delete(),  # type: ignore[func-returns-value]  # it counts
    )


def entry_target(word: str, row: Any) -> Target:
    """A library entry, hidden by unpublishing it."""

    def put(live: bool) -> None:
        stored = type(row).objects.get(pk=row.pk)
        stored.live = live
        stored.save()

    return Target(word, lambda: put(False), lambda: put(True))


def file_target(word: str, document: Document) -> Target:
    """A file, hidden by making its collection private."""
    rule = {"collection_id": document.collection_id, "restriction_type": CollectionViewRestriction.LOGIN}
    return Target(
        word,
        lambda: CollectionViewRestriction(**rule).save(),
        lambda: CollectionViewRestriction.objects.get(**rule).delete(),  # type: ignore[func-returns-value]  # it counts
    )


def block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid4())}


def every_block(link: Any, button: Any, partnership: Partnership, file: Document) -> list[dict[str, Any]]:
    """A body whose every block that can name something names it."""
    text = f'<p>See <a linktype="page" id="{link.pk}">it</a>, <a linktype="document" id="{file.pk}">it</a></p>'
    return [
        block("paragraph", text),
        block("fact_box", {"title": "Box", "text": text}),
        block(
            "timeline", {"title": "Times", "events": [block("item", {"date": "1991", "title": "Then", "text": text})]}
        ),
        block("call_to_action", {"text": "Go", "label": "Go", "page": button.pk, "url": ""}),
        block("documents", {"title": "Files", "documents": [block("item", file.pk)]}),
        block("partnership", partnership.pk),
        block("partnership_list", {"title": "List", "region": None, "anniversary_year": 2026}),
    ]


@pytest.fixture
def targets(site: Any, locales: dict[str, Locale]) -> dict[str, Target]:
    """A newsroom in which everything names everything, and what of it can be hidden."""
    home = home_page(site)
    locale = home.locale
    libraries = {}
    for shows in ("municipalities", "partnerships", "conferences"):
        libraries[shows] = LibraryPage(title=f"Zqlib{shows}", slug=f"zqlib{shows}", shows=shows, locale=locale)
        home.add_child(instance=libraries[shows])
    section = SectionPage(title="Zqsection", slug="zqsection", locale=locale, show_in_menus=True)
    home.add_child(instance=section)
    index = article_index(home)
    folder = Collection.get_first_root_node().add_child(name="Folder")
    file = Document.objects.create(title="Zqfile", file=ContentFile(b"x", name="zqfile.txt"), collection=folder)

    organisation = Organisation.objects.create(name="Zqorganisation", locale=locale)
    contact = Contact.objects.create(function="Zqcontact", organisation=organisation, locale=locale)
    parent = municipality("Zqparent")
    essen = municipality("Essen", parent=parent, seeking_partner=True, seeking_contact=contact)
    minsk = municipality("Minsk", country="BY", latitude=53.9, longitude=27.6)
    town = municipality("Zqtown", country="RU", latitude=56.3, longitude=44.0)

    def pair(slug: str, *sides: Any) -> Partnership:
        row = Partnership(locale=locale, slug=slug)
        row.sides = [Side(municipality=side, sort_order=order) for order, side in enumerate(sides)]
        row.milestones = [Milestone(type="signed", date="1991-05-11", place=sides[1], locale=locale)]
        row.contacts = [PartnershipContact(contact=contact)]
        row.documents = [PartnershipDocument(document=file)]
        row.save()
        return row

    with_town, hidden_pair = pair("pair", essen, town), pair("zqpair", essen, minsk)

    def conference(title: str, **fields: Any) -> Conference:
        row = Conference(title=title, locale=locale, start="2026-06-28", predecessor=fields.pop("predecessor", None))
        for name, rows in fields.items():
            setattr(row, name, rows)
        row.save()
        return row

    first = conference("Zqconference", places=[ConferencePlace(municipality=essen)])
    conference(
        "Later",
        predecessor=first,
        places=[ConferencePlace(municipality=town), ConferencePlace(municipality=essen)],
        organisations=[ConferenceOrganisation(organisation=organisation, role="host")],
        sub_events=[SubEvent(event=first)],
        documents=[ConferenceDocument(document=file)],
    )

    shown = press_release(index, "Zqarticle", slug="zqarticle")
    closed = press_release(index, "Zqclosed", slug="zqclosed")
    translation = translated_page(shown, next(code for code in locales if code != locale.language_code))
    translation.title, translation.slug = "Zqtranslation", "zqtranslation"
    translation.save_revision().publish()
    body = every_block(shown, section, hidden_pair, file)
    page = press_release(
        index, "Main", places=[town], partnerships=[with_town, hidden_pair], body=body, conference=first
    )
    page.dateline_place = town
    page.contacts = [ArticleContact(contact=contact)]
    page.documents = [ArticleDocument(document=file)]
    page.related = [RelatedArticle(article=shown), RelatedArticle(article=closed)]
    page.boilerplate = f'<p><a linktype="page" id="{closed.pk}">it</a></p>'
    page.save_revision().publish()
    signatory(letter(index, body=body), municipality=town)
    minutes = report(index, organisation=organisation, conference=first)
    minutes.places = [ArticlePlace(municipality=town)]
    minutes.partnerships = [ArticlePartnership(partnership=hidden_pair)]
    minutes.save_revision().publish()
    plain = SectionPage(title="Plain", slug="plain", locale=locale, body=every_block(closed, shown, hidden_pair, file))
    home.add_child(instance=plain)

    return {
        "town": entry_target("zqtown", town),
        "parent": entry_target("zqparent", parent),
        "organisation": entry_target("zqorganisation", organisation),
        "contact": entry_target("zqcontact", contact),
        "partnership": entry_target("zqpair", hidden_pair),
        "conference": entry_target("zqconference", first),
        "article": page_target("zqarticle", shown),
        "private article": private("zqclosed", closed),
        "translation": page_target("zqtranslation", translation),
        "section": page_target("zqsection", section),
        "private section": private("zqsection", section),
        "library page": page_target("zqlibpartnerships", libraries["partnerships"]),
        "private library page": private("zqlibmunicipalities", libraries["municipalities"]),
        "file": file_target("zqfile", file),
    }


def answers(client: Client, word: str, *, site: bool) -> Iterator[tuple[str, str]]:
    """Everything that the API says, and the site's pages: (address, text)."""
    for address in addresses(word, site=site):
        response = client.get(address)
        assert response.status_code in (200, 404), (address, response.status_code)
        yield address, response.content.decode().lower()


def addresses(word: str, *, site: bool) -> Iterator[str]:
    works = list(Edition.objects.values_list("type", "key", "path").distinct())
    for locale in content_locales():
        for collection in collections.all():
            for fallback in ("none", "any"):
                yield f"/api/v1/{collection.path}/?locale={locale}&fallback={fallback}&limit=100"
            for type_name, key, _path in works:
                if type_name == collection.type:
                    yield f"/api/v1/{collection.path}/{key}/?locale={locale}&fallback=any&rich_text=tree"
        for form in ("geojson", "csv"):
            yield f"/api/v1/partnerships/?locale={locale}&fallback=any&format={form}"
    yield "/api/v1/changes/?limit=100"
    if site:
        yield from sorted({path for _type, _key, path in works if path})
        yield from SITE_FILES
    yield from (
        f"/api/v1/{collection.path}/?fallback=any&fields=key&q={word}"
        for collection in collections.all()
        if any(parameter.name == "q" for parameter in collection.list_parameters)
    )


def test_what_is_hidden_is_told_nowhere(client: Client, targets: dict[str, Target]) -> None:
    """One after the other, in one newsroom: making it takes longer than reading it."""
    before = dict(answers(client, "zq", site=True))
    for name, target in targets.items():
        assert sum(target.word in text for text in before.values()) > 2, f"nobody shows the {name}"

        target.hide()
        for address, text in answers(client, target.word, site=True):
            assert target.word not in text, (name, address, _around(text, target.word))
            if "&q=" in address:
                assert '"count":0' in text, (name, address)
        target.show()

    after = dict(answers(client, "zq", site=True))
    for target in targets.values():
        assert _telling(target, before) <= _telling(target, after)


def _telling(target: Target, texts: dict[str, str]) -> set[str]:
    return {address for address, text in texts.items() if target.word in text}


def test_its_own_address_resolves_to_nothing(client: Client, targets: dict[str, Target]) -> None:
    for name in ("article", "private article", "section", "private section"):
        path = Edition.objects.get(slug=targets[name].word).path
        assert client.get("/api/v1/resolve/", {"path": path}).status_code == 200

        targets[name].hide()
        assert client.get("/api/v1/resolve/", {"path": path}).status_code == 404, name
        targets[name].show()


def _around(text: str, word: str) -> str:
    place = text.index(word)
    return text[max(0, place - 200) : place + 100]
