"""Ordering jobs in the admin, as editors do."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.core.models import User
from cms.translation.models import Assignment, Job
from partnerships.models import Municipality

from .asking import ORDER, Browse, bulk, values, work
from .worker import Committing, Member, finished, statuses, the_worker_runs

pytestmark = pytest.mark.django_db


class TestOrdering:
    def test_from_the_checkboxes_of_a_list_to_the_result(
        self,
        towns: list[Municipality],
        editor: User,
        browse: Browse,
        asked: dict[str, Any],
        django_capture_on_commit_callbacks: Committing,
    ) -> None:
        browser = browse(editor)
        form = browser.get(bulk("partnerships.municipality", id=[town.pk for town in towns[:2]]))
        assert "2 chosen works" in form.content.decode()
        chosen = values(form)

        confirm = browser.post(reverse(ORDER), chosen | asked | {"step": "confirm"})
        assert confirm.context["forecast"].works == 2
        assert confirm.context["forecast"].obstacles == ()
        assert "2 works" in confirm.content.decode()
        assert not Job.objects.exists()

        with django_capture_on_commit_callbacks(execute=True):
            answer = browser.post(reverse(ORDER), chosen | asked | {"step": "order"})
        job = Job.objects.get()
        assert answer["Location"] == reverse("translation_job", args=[job.pk])
        page = browser.get(answer["Location"]).content.decode()
        assert "0 of 2 dealt with" in page
        assert "End this job" in page

        the_worker_runs()
        page = browser.get(answer["Location"]).content.decode()
        assert "2 of 2 dealt with" in page
        assert "End this job" not in page
        assert Translation.objects.count() == 2

    def test_mistakes_are_shown_beside_their_fields(
        self, towns: list[Municipality], editor: User, browse: Browse
    ) -> None:
        response = browse(editor).post(reverse(ORDER), {"work": work(towns[0]), "kind": "submit", "step": "order"})
        assert "Choose at least one language." in response.content.decode()
        response = browse(editor).post(
            reverse(ORDER), {"work": work(towns[0]), "kind": "assign", "due": "2020-01-01", "step": "confirm"}
        )
        assert set(response.context["form"].errors) == {"locales", "translator", "due"}
        assert not Job.objects.exists()

    def test_going_back_keeps_what_was_chosen(
        self, towns: list[Municipality], editor: User, browse: Browse, asked: dict[str, Any]
    ) -> None:
        response = browse(editor).post(reverse(ORDER), asked | {"work": work(towns[0]), "step": "form"})
        form = response.context["form"]
        assert form["locales"].value() == [str(pk) for pk in asked["locales"]]
        assert form["kind"].value() == "submit"

    def test_without_any_work_it_says_so(self, editor: User, browse: Browse) -> None:
        response = browse(editor).post(reverse(ORDER), {"next": reverse("wagtailadmin_home")})
        assert response["Location"] == reverse("wagtailadmin_home")

    def test_it_tells_beforehand_who_may_not_be_touched(
        self, submitted: list[Municipality], member: Member, browse: Browse, locales: dict[str, Locale]
    ) -> None:
        with translation.override("en"):
            target = submitted[0].get_translation(locales["ru"])
            target.locked = True
            target.save()
            chosen = {
                "work": [work(town) for town in submitted],
                "kind": "publish",
                "locales": [locales["ru"].pk, locales["en"].pk],
                "step": "confirm",
            }
            publisher = browse(member("Publishers")).post(reverse(ORDER), chosen).context["forecast"]
            assert (publisher.works, publisher.items) == (3, 3)
            assert {each.reason: each.count for each in publisher.obstacles} == {
                "not submitted for translation, or written by hand": 3,
                "not completely translated": 3,
                "locked": 1,
            }
            [locked] = [each.titles for each in publisher.obstacles if each.reason == "locked"]
            assert locked == ("Essen",)

    def test_publishing_is_offered_to_those_who_may(
        self, towns: list[Municipality], editor: User, member: Member, browse: Browse, asked: dict[str, Any]
    ) -> None:
        def offered(user: User) -> list[str]:
            form = browse(user).get(bulk("partnerships.municipality", id=towns[0].pk)).context["form"]
            return [value for value, _label in form.fields["kind"].choices]

        assert offered(editor) == ["submit", "update", "assign"]
        assert offered(member("Publishers")) == ["submit", "update", "publish", "assign"]
        response = browse(editor).post(
            reverse(ORDER), asked | {"kind": "publish", "work": work(towns[0]), "step": "order"}
        )
        assert "kind" in response.context["form"].errors
        stranger = User.objects.create_user("stranger", "stranger@example.org", "stranger")
        assert browse(stranger).post(reverse(ORDER), {"work": work(towns[0])}).status_code in (302, 403)

    def test_assigning_a_selection(
        self, submitted: list[Municipality], editor: User, member: Member, browse: Browse, locales: dict[str, Locale]
    ) -> None:
        translator = member("Translators (ru)")
        chosen = {
            "work": [work(town) for town in submitted],
            "kind": "assign",
            "locales": locales["ru"].pk,
            "translator": translator.pk,
            "note": "Bis zum Fest.",
            "unfinished": "on",
            "step": "order",
        }
        browse(editor).post(reverse(ORDER), chosen)
        assert statuses(finished(Job.objects.get())) == ["done"] * 3
        assert Assignment.objects.filter(translator=translator, note="Bis zum Fest.").count() == 3

    def test_nonsense_is_not_found(self, editor: User, browse: Browse) -> None:
        for nonsense in ({"work": "x"}, {"section": "x"}, {"section": "999999"}, {"entries": "999"}, {"type": "y"}):
            assert browse(editor).post(reverse(ORDER), nonsense, follow=True).status_code == 404


class TestSelections:
    def test_all_that_a_list_of_entries_shows_needs_no_ids(
        self, towns: list[Municipality], editor: User, browse: Browse, locales: dict[str, Locale]
    ) -> None:
        form = browse(editor).get(bulk("partnerships.municipality", id="all", locale="de", q="Fuld"))
        chosen = values(form)
        assert form.context["selected"] == 1
        assert set(chosen) == {"entries", "listing"}
        assert sum(len(value) for value in chosen["listing"]) < 50
        assert browse(editor).get(bulk("partnerships.municipality", id="all")).context["selected"] == 3

    def test_all_that_the_explorer_lists(
        self, release: Any, editor: User, browse: Browse, asked: dict[str, Any]
    ) -> None:
        index = release.get_parent()
        form = browse(editor).get(bulk("wagtailcore.page", id="all", childOf=index.pk))
        assert form.context["selected"] == 1
        confirm = browse(editor).post(reverse(ORDER), values(form) | asked | {"step": "confirm"})
        assert confirm.context["forecast"].works == 1
        searched = browse(editor).get(bulk("wagtailcore.page", id="all", childOf=index.pk, q="nirgends"))
        assert searched.context["selected"] == 0

    def test_a_section_from_the_menu_of_a_page(
        self, release: Any, editor: User, browse: Browse, asked: dict[str, Any]
    ) -> None:
        index = release.get_parent()
        browser = browse(editor)
        menu = browser.get(reverse("wagtailadmin_explore", args=[index.pk])).content.decode()
        assert f"{reverse(ORDER)}?section={index.pk}" in menu
        form = browser.get(reverse(ORDER), {"section": index.pk})
        assert form.context["selected"] == 2
        browser.post(reverse(ORDER), values(form) | asked | {"step": "order"})
        job = Job.objects.get()
        assert [item.title for item in job.items.all()] == ["Presse", release.title]

    def test_what_the_matrix_finds_in_the_languages_in_which_it_does(
        self, submitted: list[Municipality], editor: User, browse: Browse, locales: dict[str, Locale]
    ) -> None:
        form = browse(editor).post(
            reverse(ORDER), {"matrix": f"state=draft&locale={locales['ru'].pk}&q=su", "work": work(submitted[0])}
        )
        assert form.context["selected"] == 1
        assert form.context["form"]["locales"].value() == [str(locales["ru"].pk)]
        assert values(form) == {"matrix": [f"state=draft&locale={locales['ru'].pk}&q=su"]}

    def test_nobody_learns_of_what_they_may_not_see(
        self, release: Any, towns: list[Municipality], member: Member, browse: Browse, site: Any
    ) -> None:
        form = browse(member("Translators (ru)")).get(reverse(ORDER), {"section": release.pk})
        assert form.context["selected"] == 0, "not in the Russian branch"
        assert browse(member("Editors")).get(reverse(ORDER), {"section": release.pk}).context["selected"] == 1
