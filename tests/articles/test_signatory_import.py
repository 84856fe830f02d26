"""Import of signatories: everything is checked before anything is stored."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import ArticleIndexPage, Signatory
from articles.signatory_import import SignatoryFileError, SignatoryImport, SignatoryRowsError
from partnerships.models import Municipality, MunicipalityAlias
from tests.newsroom import edition, municipality, translated

from .factory import letter, signatory

pytestmark = pytest.mark.django_db


def errors_of(page: Any, content: str) -> list[list[str]]:
    return [row.errors for row in SignatoryImport(page.translation_key, content).rows()]


def test_good_rows_are_stored_and_shown(index: ArticleIndexPage, essen: Municipality) -> None:
    page = letter(index)
    content = (
        "name;name_cyrillic;role_de;municipality;capacity;visibility;email;confirmed_at\r\n"
        "Erika Muster;Эрика Мустер;Bürgermeisterin;essen;official;public;e@example.org;2026-05-31\r\n"
        "\r\n"
        "Max Muster;;;;;;;\r\n"
    )

    assert SignatoryImport(page.translation_key, content).execute() == 2

    erika, max_muster = Signatory.objects.order_by("pk")
    assert (erika.municipality, erika.capacity, erika.role) == (essen, "official", {"de": "Bürgermeisterin"})
    assert (max_muster.visibility, max_muster.capacity, max_muster.confirmed_at) == ("hidden", "personal", None)
    assert edition(page).document["signatories"]["displayed_count"] == 1


def test_towns_are_found_by_any_of_their_names(index: ArticleIndexPage, essen: Municipality) -> None:
    translated(essen, "ru", name="Эссен")
    kaliningrad = Municipality(name="Kaliningrad", country="RU", locale=index.locale)
    kaliningrad.aliases = [MunicipalityAlias(text="Königsberg", kind="former")]
    kaliningrad.save()

    content = "name,municipality\nA,ЭССЕН\nB,konigsberg\n"

    rows = SignatoryImport(letter(index).translation_key, content).rows()
    assert [row.errors for row in rows] == [[], []]
    assert [row.signatory.municipality_id for row in rows] == [essen.pk, kaliningrad.pk]


def test_every_row_says_what_is_wrong_with_it(index: ArticleIndexPage, essen: Municipality) -> None:
    page = letter(index)
    municipality("Essen", country="DE")
    signatory(page, "Schon Da")
    content = (
        "name,municipality,capacity,visibility,email,confirmed_at\n"
        ",,,,,\n"
        ",Nirgendwo,,,,\n"
        "B,Essen,chef,,,\n"
        "C,,,offen,keine-adresse,2026-02-30\n"
        "Schon da,,,,,\n"
        "D,,,,,\n"
        "d,,,,,\n"
    )

    found = errors_of(page, content)

    assert ["Nirgendwo" in " ".join(errors) for errors in found] == [True, False, False, False, False, False]
    assert [len(errors) for errors in found] == [2, 2, 3, 1, 0, 1]
    with pytest.raises(SignatoryRowsError):
        SignatoryImport(page.translation_key, content).execute()
    assert Signatory.objects.count() == 1


def test_a_wrong_choice_is_answered_with_the_possible_ones(index: ArticleIndexPage) -> None:
    (errors,) = errors_of(letter(index), "name,capacity,visibility\nB,chef,offen\n")

    assert [error.partition(":")[0] for error in errors] == ["capacity", "visibility"]
    assert "chef" in errors[0]
    assert "official, personal" in errors[0]
    assert "offen" in errors[1]
    assert "public, hidden" in errors[1]


@pytest.mark.parametrize(
    "content",
    ["", "name\n", "vorname,nachname\nA,B\n", "name,name\nA,B\n", "name,telefon\nA,1\n"],
    ids=["empty", "no rows", "no name column", "twice", "unknown column"],
)
def test_files_that_make_no_sense_are_refused(index: ArticleIndexPage, content: str) -> None:
    with pytest.raises(SignatoryFileError):
        SignatoryImport(letter(index).translation_key, content).rows()


def test_a_file_in_another_encoding_is_refused_with_advice() -> None:
    with pytest.raises(SignatoryFileError, match="UTF-8"):
        SignatoryImport.decode("Müller".encode("cp1252"))
    assert SignatoryImport.decode("name\nMüller".encode("utf-8-sig")) == "name\nMüller"


def test_the_admin_shows_the_file_before_it_stores_it(
    index: ArticleIndexPage, client: Client, administrator: Any
) -> None:
    page = letter(index)
    client.force_login(administrator)
    url = f"{reverse('signatories:import')}?letter_key={page.translation_key}"
    file = SimpleUploadedFile("s.csv", b"name,visibility\nErika Muster,public\n")

    checked = client.post(url, {"letter_key": str(page.translation_key), "file": file})

    assert b"Erika Muster" in checked.content
    assert Signatory.objects.count() == 0
    confirm = checked.context["confirm"].initial
    stored = client.post(url, {"letter_key": str(confirm["letter_key"]), "content": confirm["content"]})
    assert stored.status_code == 302
    assert Signatory.objects.get().name == "Erika Muster"


def test_the_admin_refuses_a_file_with_errors(index: ArticleIndexPage, client: Client, administrator: Any) -> None:
    page = letter(index)
    client.force_login(administrator)
    file = SimpleUploadedFile("s.csv", b"name,capacity\nErika,chef\n")

    answer = client.post(reverse("signatories:import"), {"letter_key": str(page.translation_key), "file": file})

    assert answer.context["confirm"] is None
    assert b"chef" in answer.content


def test_the_admin_lists_adds_and_withdraws(index: ArticleIndexPage, client: Client, administrator: Any) -> None:
    page = letter(index)
    person = signatory(page, "Erika Muster")
    client.force_login(administrator)

    listed = client.get(f"{reverse('signatories:index')}?letter_key={page.translation_key}").content.decode()
    assert "Erika Muster" in listed
    assert f"{reverse('signatories:import')}?letter_key={page.translation_key}" in listed
    form = client.get(f"{reverse('signatories:add')}?letter_key={page.translation_key}")
    assert f'value="{page.translation_key}" selected' in form.content.decode()
    assert client.get(reverse("signatories:withdraw", args=[person.pk])).status_code == 200
    assert client.post(reverse("signatories:withdraw", args=[person.pk])).status_code == 302
    left = client.get(reverse("signatories:index"))
    assert b"Erika Muster" not in left.content
    assert list(left.context["object_list"]) == []
    assert Signatory.objects.standing().count() == 0


def test_editors_keep_the_lists(index: ArticleIndexPage, client: Client, editor: Any) -> None:
    person = signatory(letter(index, "Brief an alle"), "Erika Muster")
    client.force_login(editor)

    listed = client.get(reverse("signatories:index"))

    assert b"Erika Muster" in listed.content
    assert listed.context["object_list"][0].letter_title == "Brief an alle"
    for url in (reverse("signatories:import"), reverse("signatories:withdraw", args=[person.pk])):
        assert client.get(url).status_code == 200


def test_people_without_the_permission_see_nothing(index: ArticleIndexPage, client: Client, editor: Any) -> None:
    editor.groups.clear()
    editor.is_staff = True
    editor.save()
    client.force_login(editor)

    for name in ("index", "import"):
        assert client.get(reverse(f"signatories:{name}")).status_code in (302, 403)
