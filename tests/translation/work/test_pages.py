"""The pages for assigning and for comments, as people use them in a browser."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail_localize.models import StringSegment, Translation

from articles.models import PressReleasePage
from cms.translation.models import Assignment, Comment, Target
from cms.translation.operations.comment import WriteComment
from cms.translation.work.translators import translators_into
from partnerships.models import Municipality

from .people import person, target_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english() -> Any:
    with override("en"):
        yield


def browser(user: Any) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client


@pytest.fixture
def target(release: PressReleasePage) -> Target:
    return target_of(release, "ru")


def test_those_whose_task_it_is_are_offered_first(release: PressReleasePage, town: Municipality) -> None:
    translator, editor = person("Translators (ru)"), person("Editors")
    person("Translators (en)")
    gone = person("Translators (ru)", "gone", is_active=False)
    person("", "reader")
    chief = person("", "chief", is_superuser=True)
    for row in (release, town):
        users = list(translators_into([target_of(row, "ru").locale], [type(row)]))
        assert users[0] == translator
        assert set(users) == {translator, editor, chief}
        assert gone not in users


def test_offering_translators_costs_the_same_for_any_number(
    release: PressReleasePage, target: Target, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for number in range(10):
        person("Translators (ru)", f"translator {number}")
    locale = target.locale
    with django_assert_max_num_queries(2):
        assert len(translators_into([locale], [type(release), Municipality])) == 10


def test_editor_assigns_in_the_form(target: Target) -> None:
    translator = person("Translators (ru)")
    client = browser(person("Editors"))
    address = reverse("translation_assign", args=[target.pk])
    assert client.get(address).status_code == 200
    yesterday = timezone.localdate() - timedelta(days=1)
    page = client.post(address, {"translator": translator.pk, "due": yesterday.isoformat(), "note": ""})
    assert "has passed" in page.content.decode()
    due = timezone.localdate() + timedelta(days=2)
    page = client.post(address, {"translator": translator.pk, "due": due.isoformat(), "note": "<b>Eilt</b>"})
    assert page.status_code == 302
    assert Assignment.objects.get().due == due
    assert "&lt;b&gt;Eilt" in client.get(address).content.decode()
    client.post(address, {"action": "give-back"})
    assert not Assignment.objects.exists()


def test_translator_takes_and_gives_back(target: Target) -> None:
    client = browser(person("Translators (ru)"))
    address = reverse("translation_assign", args=[target.pk])
    page = client.get(address).content.decode()
    assert "I take it" in page
    assert 'name="translator"' not in page
    answer = client.post(address, {"action": "take", "next": "/admin/reports/"})
    assert answer["Location"] == "/admin/reports/"
    assert Assignment.objects.exists()
    answer = client.post(address, {"action": "give-back", "next": "https://elsewhere.example/"})
    assert "elsewhere" not in answer["Location"]
    assert not Assignment.objects.exists()


def test_other_languages_translators_see_nothing(target: Target) -> None:
    client = browser(person("Translators (en)"))
    for name in ("translation_assign", "translation_comments"):
        address = reverse(name, args=[target.pk])
        assert client.get(address).status_code == 302
        assert client.post(address, {"action": "take", "text": "Hi"}).status_code == 302
    assert not Assignment.objects.exists()
    assert not Comment.objects.exists()


def test_editor_answers_without_the_workbench(
    release: PressReleasePage, target: Target, submit: Callable[..., Translation]
) -> None:
    context = StringSegment.objects.get(source=submit(release, "ru").source, string__data="Erster Absatz.").context
    translator, editor = person("Translators (ru)"), person("Editors")
    question = WriteComment(
        target=target, text="<script>alert(1)</script>\nWas?", context=context, user=translator
    ).execute()
    client = browser(editor)
    address = reverse("translation_comments", args=[target.pk])
    page = client.get(address).content.decode()
    assert "Erster Absatz." in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>Was?" in page
    answer = client.post(address, {"action": "write", "thread": question.pk, "text": "Das.", "next": "/admin/x/"})
    assert answer["Location"] == f"/admin/x/#thread-{question.pk}"
    client.post(address, {"action": "resolve", "thread": question.pk, "text": ""})
    question.refresh_from_db()
    assert question.resolved_by == editor
    assert list(question.answers.values_list("text", flat=True)) == ["Das."]
    assert "Closed by Editors" in client.get(address).content.decode()


def test_comments_of_another_work_are_not_found(target: Target, town: Municipality) -> None:
    foreign = WriteComment(target=target_of(town, "ru"), text="Hi").execute()
    client = browser(person("Editors"))
    address = reverse("translation_comments", args=[target.pk])
    assert client.post(address, {"thread": foreign.pk, "text": "Da"}, follow=True).status_code == 404
    assert client.post(address, {"text": " "}, follow=True).status_code == 200
    assert Comment.objects.count() == 1


def test_many_comments_cost_as_many_queries_as_few(
    target: Target, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    translator = person("Translators (ru)")
    for number in range(5):
        opener = WriteComment(target=target, text=f"{number}?", user=translator).execute()
        WriteComment(target=target, text="!", thread=opener, user=person("Editors", f"e{number}")).execute()
    client = browser(translator)
    with django_assert_max_num_queries(20):
        client.get(reverse("translation_comments", args=[target.pk]))
