"""What readers get of an article."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone, translation
from django.utils.translation import gettext
from taggit.models import Tag
from wagtail.models import PageViewRestriction

from articles.models import (
    ArticleContact,
    ArticleDocument,
    ArticleIndexPage,
    Correction,
    RelatedArticle,
)
from cms.core.models import Document, Image, SiteSettings
from cms.publishing.models import Edition
from cms.publishing.preview import build_preview
from cms.publishing.registry import registry
from partnerships.models import Contact, Municipality, Region
from tests.newsroom import edition, municipality, press_release, translated

from .factory import letter, report, translated_page

pytestmark = pytest.mark.django_db


def test_a_press_release_shows_everything_it_names(index: ArticleIndexPage, essen: Municipality) -> None:
    image = Image.objects.create(title="f", width=900, height=600, file="original_images/f.jpg", alt={"de": "Ein Tor"})
    file = Document.objects.create(title="Programm", file="documents/p.pdf", file_size=3)
    contact = Contact(function="Pressestelle", email="p@example.org", locale=index.locale)
    contact.save()
    other = press_release(index, "Andere")
    page = press_release(
        index, "Titel", kicker="Thema", lead="Worum es geht.", dateline_place=essen, lead_image=image, places=[essen]
    )
    page.contacts = [ArticleContact(contact=contact, purpose="project")]
    page.documents = [ArticleDocument(document=file)]
    page.related = [RelatedArticle(article=other)]
    page.corrections = [Correction(date=date(2026, 5, 5), text="Es war Dienstag.", locale=index.locale)]
    page.tags.add("Jugend")
    page.republished_issuer = "Stadt Essen"
    page.save()

    stored = edition(page)
    document = stored.document

    assert document["kind"] == "press_release"
    assert document["kicker"] == "Thema"
    assert document["dateline"]["place"]["name"] == "Essen"
    assert document["dateline"]["date"] == document["date"] == "2026-05-04"
    assert document["image"]["alt"] == "Ein Tor"
    assert [place["name"] for place in document["places"]] == ["Essen"]
    assert [(contact["function"], contact["purpose"]) for contact in document["contacts"]] == [
        ("Pressestelle", "project")
    ]
    assert document["documents"][0] | {"url": ""} == {
        "id": file.pk,
        "title": "Programm",
        "url": "",
        "extension": "pdf",
        "size": 3,
    }
    assert [work["title"] for work in document["related"]] == ["Andere"]
    assert document["corrections"] == [{"date": "2026-05-05", "text": "Es war Dienstag."}]
    assert document["tags"] == [{"slug": "jugend", "name": "Jugend"}]
    assert document["republished_from"] == {"issuer": "Stadt Essen", "url": "", "introduction": ""}
    assert stored.path == "/de/presse/titel/"
    assert {(term.name, term.value) for term in stored.terms.all()} == {
        ("place", str(essen.translation_key)),
        ("tag", "jugend"),
    }
    assert (stored.earliest, stored.latest) == (date(2026, 5, 4), date(2026, 5, 4))
    assert "worum es geht." in stored.text
    assert set(stored.item) >= {"lead", "date", "image", "places"}


def test_an_article_is_found_by_what_it_has_to_do_with(index: ArticleIndexPage, essen: Municipality) -> None:
    region = Region.objects.create(code="DE-NW", country="DE", name={"de": "Nordrhein-Westfalen"})
    essen.region = region
    essen.save()
    page = press_release(index, "Titel", lead="Worum es geht.", kicker="Thema", places=[essen])
    page.documents = [ArticleDocument(document=Document.objects.create(title="Programm", file="p.pdf", file_size=3))]
    page.tags.add("Jugend")
    page.republished_issuer = "Stadt Essen"
    page.save()

    stored = edition(page)

    assert (stored.words["lead"], stored.words["body"].split("\n")[0]) == ("Worum es geht.", "Thema")
    with translation.override("de"):
        kind = gettext("Press release")
    assert stored.words["about"] == [
        kind, "Essen", "Nordrhein-Westfalen", "Deutschland", "Programm", "Stadt Essen", "Jugend",
    ]  # fmt: skip
    assert ("region", "DE-NW") in {(term.name, term.value) for term in stored.terms.all()}


def test_a_change_of_a_picture_reaches_the_article(index: ArticleIndexPage) -> None:
    image = Image.objects.create(title="f", width=900, height=600, file="original_images/f.jpg", alt={"de": "Alt"})
    page = press_release(index, "Titel", lead_image=image)
    before = edition(page).change_id

    image.alt = {"de": "Neu"}
    image.save()

    assert edition(page).document["image"]["alt"] == "Neu"
    assert edition(page).change_id > before
    Image.objects.filter(pk=image.pk).delete()
    assert edition(page).document["image"] is None


def test_a_renamed_and_a_deleted_tag_reach_the_article(index: ArticleIndexPage) -> None:
    page = press_release(index, "Titel")
    page.tags.add("Schule")
    page.save()
    tag = Tag.objects.get()
    assert edition(page).document["tags"] == [{"slug": "schule", "name": "Schule"}]

    tag.name = "Schulen"
    tag.save()
    assert edition(page).document["tags"] == [{"slug": "schule", "name": "Schulen"}]

    tag.delete()
    assert edition(page).document["tags"] == []
    assert not edition(page).terms.filter(name="tag").exists()


def test_the_boilerplate_comes_from_the_settings_of_the_same_locale(index: ArticleIndexPage, locales: Any) -> None:
    page = press_release(index, "Titel")
    english = translated_page(page, "en", title="Title")
    assert edition(page).document["boilerplate"] == ""

    SiteSettings.objects.create(locale=locales["de"], issuer="Verein", boilerplate="<p>Wir.</p>")

    assert edition(page).document["boilerplate"] == "<p>Wir.</p>"
    assert edition(english).document["boilerplate"] == ""
    page.boilerplate = "<p>Eigenes.</p>"
    page.save()
    assert edition(page).document["boilerplate"] == "<p>Eigenes.</p>"


def test_until_its_embargo_ends_a_release_is_nowhere(index: ArticleIndexPage) -> None:
    embargoed = press_release(index, "Geheim", embargo_until=timezone.now() + timedelta(days=1))
    page = press_release(index, "Offen")
    page.related = [RelatedArticle(article=embargoed)]
    page.body = [("paragraph", f'<p>Siehe <a linktype="page" id="{embargoed.pk}">dies</a></p>')]
    page.save()

    assert not Edition.objects.filter(key=embargoed.translation_key).exists()
    assert edition(page).document["related"] == []
    assert edition(page).document["body"][0]["value"]["text"] == "<p>Siehe dies</p>"
    assert "Geheim" not in str(edition(page).document)

    embargoed.embargo_until = None
    embargoed.save()

    assert [work["title"] for work in edition(page).document["related"]] == ["Geheim"]
    assert f'<a href="trilog-origin:{edition(embargoed).path}">' in str(edition(page).document["body"])


def test_drafts_and_private_works_are_never_named(index: ArticleIndexPage) -> None:
    draft_town = municipality("Entwurfsdorf", live=False)
    draft = press_release(index, "Entwurf", live=False)
    private = press_release(index, "Privat")
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="x")
    page = press_release(index, "Offen", places=[draft_town], dateline_place=draft_town)
    page.related = [RelatedArticle(article=draft), RelatedArticle(article=private)]
    page.save()

    document = str(edition(page).document)

    assert not any(name in document for name in ("Entwurf", "Privat"))
    assert edition(page).document["dateline"] == {"place": None, "date": "2026-05-04"}


def test_a_translation_names_works_in_its_own_language(index: ArticleIndexPage, essen: Municipality) -> None:
    translated(essen, "ru", name="Эссен")
    page = press_release(index, "Titel", places=[essen])

    with translation.override("en"):
        russian = translated_page(page, "ru", title="Заголовок", slug="заголовок")

    assert [place["name"] for place in edition(russian).document["places"]] == ["Эссен"]
    assert [place["name"] for place in edition(page).document["places"]] == ["Essen"]
    assert edition(russian).path.startswith("/ru/")


def test_facts_of_the_source_reach_every_locale(index: ArticleIndexPage, essen: Municipality) -> None:
    page = press_release(index, "Titel")
    english = translated_page(page, "en", title="Title")

    page.date = date(2026, 6, 1)
    page.dateline_place = essen
    page.tags.add("Jugend")
    page.corrections = [Correction(date=date(2026, 6, 2), text="Korrektur", locale=index.locale)]
    page.save()

    document = edition(english).document
    assert document["date"] == "2026-06-01"
    assert document["dateline"]["place"]["name"] == "Essen"
    assert [tag["name"] for tag in document["tags"]] == ["Jugend"]
    assert document["corrections"] == []  # its text has yet to be translated


def test_contacts_are_shown_only_while_they_are_valid(index: ArticleIndexPage) -> None:
    contact = Contact(function="Presse", email="p@example.org", locale=index.locale, valid_to=date(2026, 5, 31))
    contact.save()
    page = press_release(index, "Titel")
    page.contacts = [ArticleContact(contact=contact)]
    page.save()
    document = edition(page).document
    at = registry.get("article").at

    assert len(at(document, date(2026, 5, 31))["contacts"]) == 1
    assert at(document, date(2026, 6, 1))["contacts"] == []


def test_letters_and_reports_have_fields_of_their_own(index: ArticleIndexPage) -> None:
    page = letter(index, sender="Verein", occasion="Frieden", original_locale="de", translation_credit="A. B.")

    document = edition(page).document

    assert document["kind"] == "solidarity_letter"
    assert (document["sender"], document["addressees"], document["occasion"]) == ("Verein", "An alle", "Frieden")
    assert document["signatories"] == {"displayed_count": 0, "state": "closed", "public": []}
    assert edition(report(index, author="A. B.")).document["author"] == "A. B."


def test_a_preview_of_a_draft_has_the_same_shape(index: ArticleIndexPage) -> None:
    page = press_release(index, "Titel")
    page.title = "Neuer Titel"
    revision = page.save_revision()

    preview = build_preview(revision.as_object())

    assert preview["title"] == "Neuer Titel"
    assert set(preview) >= set(edition(page).document)
    assert edition(page).document["title"] == "Titel"


def test_building_many_takes_as_many_queries_as_building_few(
    index: ArticleIndexPage, essen: Municipality, django_assert_max_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    image = Image.objects.create(title="f", width=900, height=600, file="original_images/f.jpg")
    body = [("paragraph", "<p>Text</p>"), ("image", {"image": image})]

    def queries_for_renaming(name: str) -> int:
        essen.name = name
        with CaptureQueriesContext(connection) as queries:
            essen.save()
        return len(queries)

    for number in range(3):
        press_release(index, f"Wenig {number}", places=[essen], lead_image=image, body=body)
    few = queries_for_renaming("Essen A")
    for number in range(20):
        press_release(index, f"Viel {number}", places=[essen], lead_image=image, body=body)
    many = queries_for_renaming("Essen B")

    assert many <= few + 3
    assert "Essen B" in str(edition(index.get_children().first().specific).document)


def test_dates_of_an_embargo_are_moments(index: ArticleIndexPage) -> None:
    page = press_release(index, "Titel", embargo_until=None)
    page.embargo_until = datetime(2026, 1, 1, 8, tzinfo=UTC)
    assert registry.get("article").held_back_until(page) == datetime(2026, 1, 1, 8, tzinfo=UTC)
