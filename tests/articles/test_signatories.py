"""Signatories: counted, shown where they agreed to it, and erased without a trace."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.serializers import serialize
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex, Revision

from articles.editions.signatories import name_in, script_of
from articles.models import ArticleIndexPage, Signatory
from cms.publishing.models import Change, Edition
from partnerships.models import Municipality
from tests.newsroom import edition, translated

from .factory import letter, signatory, translated_page

pytestmark = pytest.mark.django_db


def signatories_of(page: Any) -> dict[str, Any]:
    return edition(page).document["signatories"]


def test_only_confirmed_ones_count_and_only_visible_ones_are_named(index: ArticleIndexPage) -> None:
    page = letter(index, unnamed_signatures=10, signing_state="open")

    signatory(page, "Sichtbar")
    signatory(page, "Verborgen", visibility="hidden")
    signatory(page, "Unbestätigt", confirmed_at=None)

    shown = signatories_of(page)
    assert (shown["displayed_count"], shown["state"]) == (12, "open")
    assert [person["name"] for person in shown["public"]] == ["Sichtbar"]


def test_every_locale_shows_the_same_people_in_its_own_script(index: ArticleIndexPage, essen: Municipality) -> None:
    translated(essen, "ru", name="Эссен")
    page = letter(index)
    russian = translated_page(page, "ru", title="Письмо", slug="письмо")

    signatory(
        page,
        "Wladimir Petrow",
        name_cyrillic="Владимир Петров",
        role={"de": "Bürgermeister"},
        municipality=essen,
        email="geheim@example.org",
    )

    german_person, russian_person = signatories_of(page)["public"][0], signatories_of(russian)["public"][0]
    assert (german_person["name"], german_person["role"]) == ("Wladimir Petrow", "Bürgermeister")
    assert (russian_person["name"], russian_person["role"]) == ("Владимир Петров", "")
    assert german_person["municipality"]["name"] == "Essen"
    assert russian_person["municipality"]["name"] == "Эссен"
    assert not any("geheim" in str(row.document) for row in Edition.objects.all())


def test_withdrawing_erases_the_person_everywhere(index: ArticleIndexPage, essen: Municipality) -> None:
    page = letter(index)
    russian = translated_page(page, "ru", title="Письмо", slug="письмо")
    person = signatory(
        page,
        "Erika Muster",
        name_latin="Erika Muster",
        email="erika@example.org",
        role={"de": "Muster"},
        municipality=essen,
    )
    page.save_revision().publish()
    before = Change.objects.count()

    person.withdraw()

    for row in (page, russian):
        assert signatories_of(row) == {"displayed_count": 0, "state": "closed", "public": []}
    assert Change.objects.count() > before
    assert remains_of("Muster", "erika@") == []
    person.refresh_from_db()
    assert person.withdrawn_at is not None
    with pytest.raises(ValidationError):
        person.full_clean()


def remains_of(*words: str) -> list[str]:
    """Every row of the whole database that still holds one of the words."""
    found = []
    for model in apps.get_models():
        if model._meta.managed and not model._meta.proxy:
            found += [
                f"{model.__name__}: {word}"
                for word in words
                if word in serialize("json", model._base_manager.all(), ensure_ascii=False)
            ]
    return found


def test_revisions_logs_and_indexes_never_hold_a_person(index: ArticleIndexPage, essen: Municipality) -> None:
    page = letter(index)
    signatory(page, "Erika Muster", email="erika@example.org", municipality=essen)

    page.save_revision().publish()

    for model in (Revision, PageLogEntry, ModelLogEntry, ReferenceIndex):
        assert "Muster" not in serialize("json", model.objects.all(), ensure_ascii=False)


def test_bulk_changes_reach_the_letter(index: ArticleIndexPage) -> None:
    page = letter(index)
    signatory(page, "Eins", confirmed_at=None)
    signatory(page, "Zwei")

    Signatory.objects.update(confirmed_at=timezone.now())
    assert signatories_of(page)["displayed_count"] == 2
    Signatory.objects.filter(name="Eins").delete()
    assert signatories_of(page)["displayed_count"] == 1
    Signatory.objects.bulk_create(
        Signatory(letter_key=page.translation_key, name=name, confirmed_at=timezone.now()) for name in ("A", "B")
    )
    assert signatories_of(page)["displayed_count"] == 3


def test_a_draft_letter_stays_out_of_sight_when_somebody_signs(index: ArticleIndexPage) -> None:
    page = letter(index, live=False)

    signatory(page)

    assert not Edition.objects.filter(key=page.translation_key).exists()


def test_the_label_names_nobody(index: ArticleIndexPage) -> None:
    assert "Muster" not in str(signatory(letter(index), "Erika Muster"))


@pytest.mark.parametrize(
    ("locale", "script"), [("de", "Latn"), ("ru", "Cyrl"), ("uk", "Cyrl"), ("pt-br", "Latn"), ("xx", "")]
)
def test_scripts_come_from_cldr(locale: str, script: str) -> None:
    assert script_of(locale) == script


def test_signatories_go_with_the_last_translation_of_their_letter(index: ArticleIndexPage) -> None:
    page = letter(index)
    english = translated_page(page, "en", title="Letter", slug="letter")
    signatory(page)

    english.delete()
    assert Signatory.objects.count() == 1
    page.delete()
    assert Signatory.objects.count() == 0


def test_a_name_given_in_the_readers_script_is_left_as_it_is() -> None:
    person = Signatory(name="Андрій Müller", name_latin="Andrij Mueller", name_cyrillic="Андрей Мюллер")
    assert (name_in(person, "de"), name_in(person, "ru")) == ("Andrij Mueller", "Андрей Мюллер")

    person.name = "Jürgen Müller"
    assert (name_in(person, "de"), name_in(person, "ru")) == ("Jürgen Müller", "Андрей Мюллер")

    person.name_cyrillic = ""
    assert name_in(person, "ru") == "Jürgen Müller"
