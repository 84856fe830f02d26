"""The dialog in which editors give a work to translators."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.translation.models import Assignment
from cms.translation.operations.submit import SubmitForTranslation

from ..conftest import edit_url

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]


@pytest.fixture(params=["release", "town"])
def work(request: pytest.FixtureRequest) -> Any:
    """A published work, as a page and as a library entry."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def translator(db: None) -> User:
    """Who translates into Russian."""
    user = User.objects.create_user("anna", "anna@example.org", first_name="Anna")
    user.groups.add(Group.objects.get(name="Translators (ru)"))
    return user


def dialog(work: Any) -> str:
    if isinstance(work, PressReleasePage):
        return reverse("wagtail_localize:submit_page_translation", args=[work.pk])
    return reverse("wagtail_localize:submit_snippet_translation", args=["partnerships", "municipality", work.pk])


def told(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_it_offers_the_languages_that_are_open(work: Any, locales: dict[str, Locale], sign_in: SignIn) -> None:
    client = sign_in("Editors")
    form = client.get(dialog(work)).context["form"]
    assert set(form.fields["locales"].queryset) == {locales["en"], locales["ru"]}
    SubmitForTranslation(source=work, locales=[locales["en"]]).execute()
    response = client.get(dialog(work))
    assert list(response.context["form"].fields["locales"].queryset) == [locales["ru"]]
    assert locales["en"].get_display_name() in " ".join(response.context["offers"].closed)
    SubmitForTranslation(source=work, locales=[locales["ru"]]).execute()
    response = client.get(dialog(work))
    assert response.status_code == 200
    assert not response.context["offers"].locales


def test_a_stopped_or_deleted_target_is_offered_again(work: Any, locales: dict[str, Locale], sign_in: SignIn) -> None:
    SubmitForTranslation(source=work, locales=[locales["ru"]]).execute()
    Translation.objects.update(enabled=False)
    response = sign_in("Editors").post(dialog(work), {"locales": [locales["ru"].pk]})
    assert response.status_code == 302
    assert Translation.objects.get().enabled


def test_what_somebody_wrote_by_hand_is_not_offered(work: Any, locales: dict[str, Locale], sign_in: SignIn) -> None:
    work.copy_for_translation(locales["ru"]).save()
    response = sign_in("Editors").get(dialog(work))
    assert list(response.context["form"].fields["locales"].queryset) == [locales["en"]]
    assert locales["ru"].get_display_name() in " ".join(response.context["offers"].closed)


def test_translators_choose_their_own_language_only(work: Any, locales: dict[str, Locale], sign_in: SignIn) -> None:
    client = sign_in("Translators (ru)")
    response = client.get(dialog(work))
    assert list(response.context["form"].fields["locales"].queryset) == [locales["ru"]]
    assert not response.context["assigning"]
    response = client.post(dialog(work), {"locales": [locales["en"].pk]})
    assert response.context["form"].errors["locales"]
    assert not Translation.objects.exists()


def test_one_language_leads_to_its_editor(work: Any, locales: dict[str, Locale], sign_in: SignIn) -> None:
    response = sign_in("Editors").post(dialog(work), {"locales": [locales["ru"].pk]})
    assert response.url == edit_url(work.get_translation(locales["ru"]))
    assert str(work) in told(response)
    assert locales["ru"].get_display_name() in told(response)


def test_draft_or_published_text(work: Any, locales: dict[str, Locale], sign_in: SignIn) -> None:
    client = sign_in("Editors")
    assert "text" not in client.get(dialog(work)).context["form"].fields
    setattr(work, "title" if isinstance(work, PressReleasePage) else "name", "Entwurf")
    work.save_revision()
    assert "text" in client.get(dialog(work)).context["form"].fields
    client.post(dialog(work), {"locales": [locales["ru"].pk], "text": "published"})
    assert not StringSegment.objects.filter(string__data="Entwurf").exists()
    client.post(dialog(work), {"locales": [locales["en"].pk], "text": "draft"})
    assert StringSegment.objects.filter(string__data="Entwurf").exists()


def test_translators_get_the_published_text(work: Any, locales: dict[str, Locale], sign_in: SignIn) -> None:
    setattr(work, "title" if isinstance(work, PressReleasePage) else "name", "Geheim")
    work.save_revision()
    sign_in("Translators (ru)").post(dialog(work), {"locales": [locales["ru"].pk], "text": "draft"})
    assert work.has_translation(locales["ru"])
    assert not StringSegment.objects.filter(string__data="Geheim").exists()


def test_assigning_at_once(work: Any, locales: dict[str, Locale], sign_in: SignIn, translator: User) -> None:
    due = timezone.localdate() + timedelta(days=3)
    values = {
        "locales": [locales["en"].pk, locales["ru"].pk],
        "assign-ru-translator": translator.pk,
        "assign-ru-due": due.isoformat(),
        "assign-ru-note": "Bitte bald.",
    }
    assert sign_in("Editors").post(dialog(work), values).status_code == 302
    assignment = Assignment.objects.get()
    assert (assignment.translator, assignment.due, assignment.note) == (translator, due, "Bitte bald.")
    assert assignment.target.locale == locales["ru"]


@pytest.mark.parametrize("wrong", ["past", "nobody"])
def test_a_wrong_assignment_is_said_in_the_form_and_nothing_is_done(
    work: Any, locales: dict[str, Locale], sign_in: SignIn, translator: User, wrong: str
) -> None:
    values: dict[str, Any] = {"locales": [locales["ru"].pk]}
    if wrong == "past":
        values |= {"assign-ru-translator": translator.pk, "assign-ru-due": "2001-01-01"}
    else:
        values |= {"assign-ru-note": "Für wen?"}
    response = sign_in("Editors").post(dialog(work), values)
    assert response.status_code == 200
    ((_locale, form),) = [pair for pair in response.context["assigning"] if pair[0] == locales["ru"]]
    assert form.errors
    assert not Translation.objects.exists()


def test_every_input_has_a_label(work: Any, sign_in: SignIn) -> None:
    from bs4 import BeautifulSoup

    page = BeautifulSoup(sign_in("Editors").get(dialog(work)).content, "html.parser")
    form = page.find("main").find("form", attrs={"method": "post"})
    labels = {label.get("for") for label in form.find_all("label")}
    for field in form.find_all(["input", "select", "textarea"]):
        if field.get("type") != "hidden":
            assert field.get("id") in labels or field.find_parent("label"), field


def test_the_number_of_queries_does_not_depend_on_the_users(
    release: PressReleasePage, sign_in: SignIn, translator: User, django_assert_max_num_queries: Any
) -> None:
    client = sign_in("Editors")
    client.get(dialog(release))
    for number in range(10):
        user = User.objects.create_user(f"translator{number}", f"t{number}@example.org")
        user.groups.add(Group.objects.get(name="Translators (ru)"))
    with django_assert_max_num_queries(70):
        client.get(dialog(release))
