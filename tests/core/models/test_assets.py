"""Pictures, files and settings tell the editions when they change."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError
from wagtail.models import Collection, CollectionViewRestriction

from articles.models import ArticleDocument
from cms.core.models import Document, Image, SiteSettings
from tests.newsroom import article_index, edition, home_page, press_release

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    """A file in the root collection."""
    return Document.objects.create(title="Programm", file="documents/p.pdf", file_size=3)


@pytest.fixture
def article(site: Any, document: Document) -> Any:
    """A press release with the file."""
    page = press_release(article_index(home_page(site)), "Titel")
    page.documents = [ArticleDocument(document=document)]
    page.body = [("documents", {"title": "", "documents": [document]})]
    page.save()
    return page


def titles(article: Any) -> list[str]:
    shown = edition(article).document
    in_body = shown["body"][0]["value"]["documents"]
    assert shown["documents"] == in_body
    return [file["title"] for file in in_body]


def test_renaming_a_file(article: Any, document: Document) -> None:
    document.title = "Neues Programm"
    document.save()

    assert titles(article) == ["Neues Programm"]


def test_a_file_that_moves_into_a_private_collection_is_no_longer_named(article: Any, document: Document) -> None:
    private = Collection.get_first_root_node().add_child(instance=Collection(name="Intern"))
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")

    Document.objects.filter(pk=document.pk).update(collection=private)

    assert titles(article) == []


def test_a_collection_that_becomes_private_and_public_again(article: Any) -> None:
    restriction = CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type="login"
    )
    assert titles(article) == []

    restriction.delete()
    assert titles(article) == ["Programm"]


def test_a_collection_that_moves_below_a_private_one_and_out_again(article: Any, document: Document) -> None:
    root = Collection.get_first_root_node()
    private = root.add_child(instance=Collection(name="Intern"))
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    collection = root.add_child(instance=Collection(name="Programme"))
    Document.objects.filter(pk=document.pk).update(collection=collection)

    collection.move(private, "sorted-child")
    assert titles(article) == []

    Collection.objects.get(pk=collection.pk).move(Collection.get_first_root_node(), "sorted-child")
    assert titles(article) == ["Programm"]


def test_deleting_a_file(article: Any, document: Document) -> None:
    document.delete()

    assert titles(article) == []


def test_a_saved_hash_is_no_change(article: Any, document: Document) -> None:
    before = edition(article).change_id
    document.file_hash = "0" * 40

    document.save(update_fields=["file_hash"])

    assert edition(article).change_id == before


def test_pictures_hold_their_texts_for_every_language() -> None:
    image = Image.objects.create(title="f", width=1, height=1, file="original_images/f.png", alt={"ru": "Ворота"})

    assert Image.objects.values_list("alt", flat=True).get(pk=image.pk) == {"ru": "Ворота"}


def test_there_is_one_row_of_settings_a_locale(locales: Any) -> None:
    SiteSettings.objects.create(locale=locales["de"], issuer="Verein")

    with pytest.raises(IntegrityError):
        SiteSettings.objects.create(locale=locales["de"], issuer="Noch einer")
