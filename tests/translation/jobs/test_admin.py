"""Ordering and looking after jobs in the admin, as editors do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.core.models import User
from cms.publishing.models import Edition
from cms.translation.models import Assignment, Job, Target
from partnerships.models import Municipality

from .conftest import published
from .worker import Committing, Member, Ordered, finished, statuses, the_worker_runs

pytestmark = pytest.mark.django_db

ORDER = "translation_job_order"
Browse = Callable[[User], Client]


@pytest.fixture
def browse(client: Client) -> Browse:
    """A browser in which the user is signed in, and which shows English."""

    def browse(user: User) -> Client:
        browser = Client(headers={"accept-language": "en"})
        browser.force_login(user)
        return browser

    return browse


@pytest.fixture
def asked(locales: dict[str, Locale]) -> dict[str, Any]:
    """The form, filled in: submit into Russian."""
    return {"kind": "submit", "locales": [locales["ru"].pk], "text": "published"}


def work(row: Any) -> str:
    return f"{ContentType.objects.get_for_model(row).pk}:{row.translation_key}"


def values(response: Any) -> dict[str, list[str]]:
    """The hidden fields of the page's form that carry the selection."""
    carried: dict[str, list[str]] = {}
    for name, value in response.context["selection_values"]:
        carried.setdefault(name, []).append(value)
    return carried


def bulk(model: str, **query: Any) -> str:
    app_label, name = model.split(".")
    return reverse("wagtail_bulk_action", args=[app_label, name, "translate"], query=query)


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


class TestJobPage:
    def test_it_tells_why_and_offers_to_try_again(
        self,
        translated: list[Municipality],
        ordered: Ordered,
        member: Member,
        browse: Browse,
    ) -> None:
        publisher = member("Publishers")
        job = ordered(Job.Kind.PUBLISH, translated, publisher)
        translated[1].delete()
        finished(job)
        browser = browse(publisher)
        address = reverse("translation_job", args=[job.pk])
        page = browser.get(address).content.decode()
        assert "Try again what did not succeed" in page
        refused = browser.get(address, {"status": "refused"}).content.decode()
        assert "Fulda" in refused
        assert ">Essen<" not in refused.replace("\n", "").replace(" ", "")

        answer = browser.post(reverse("translation_job_repeat", args=[job.pk]))
        again = Job.objects.latest("pk")
        assert answer["Location"] == reverse("translation_job", args=[again.pk])
        assert [item.title for item in again.items.all()] == ["Fulda"]

    def test_the_result_as_a_table(
        self, towns: list[Municipality], ordered: Ordered, administrator: User, browse: Browse
    ) -> None:
        Municipality.objects.filter(pk=towns[0].pk).update(name="=1+1")
        Target.objects.filter(translation_key=towns[0].translation_key).update(title="=1+1")
        job = finished(ordered(Job.Kind.SUBMIT, towns, administrator))
        response = browse(administrator).get(reverse("translation_job", args=[job.pk]), {"export": "csv"})
        lines = b"".join(response.streaming_content).decode().splitlines()
        assert lines[0] == "Work,Type,Language,Status,Message"
        assert len(lines) == 4
        assert any(line.startswith("'=1+1,Municipality,") and ",done," in line for line in lines)

    def test_ending_it(self, towns: list[Municipality], ordered: Ordered, editor: User, browse: Browse) -> None:
        job = ordered(Job.Kind.SUBMIT, towns, editor)
        browser = browse(editor)
        browser.post(reverse("translation_job_cancel", args=[job.pk]))
        job.refresh_from_db()
        assert (job.status, job.cancelled_by) == ("cancelled", editor)
        assert browser.get(reverse("translation_job_cancel", args=[job.pk])).status_code == 405
        assert "3" in browser.get(reverse("translation_job_progress", args=[job.pk])).content.decode()

    def test_others_see_only_their_own_and_publishers_all(
        self, towns: list[Municipality], ordered: Ordered, editor: User, member: Member, browse: Browse
    ) -> None:
        job = ordered(Job.Kind.SUBMIT, towns, editor)
        other = browse(member("Editors", "other"))
        for name in ("translation_job", "translation_job_progress"):
            assert other.get(reverse(name, args=[job.pk]), follow=True).status_code == 404
        for name in ("translation_job_cancel", "translation_job_repeat"):
            assert other.post(reverse(name, args=[job.pk]), follow=True).status_code == 404
        assert list(other.get(reverse("translation_jobs")).context["object_list"]) == []
        publisher = browse(member("Publishers"))
        assert publisher.get(reverse("translation_job", args=[job.pk])).status_code == 200
        assert [each.pk for each in publisher.get(reverse("translation_jobs")).context["object_list"]] == [job.pk]

    def test_without_javascript_the_page_looks_again_by_itself(
        self, towns: list[Municipality], ordered: Ordered, editor: User, browse: Browse
    ) -> None:
        job = ordered(Job.Kind.SUBMIT, towns, editor)
        address = reverse("translation_job", args=[job.pk])
        assert 'http-equiv="refresh"' in browse(editor).get(address).content.decode()
        finished(job)
        assert 'http-equiv="refresh"' not in browse(editor).get(address).content.decode()


def test_no_page_needs_more_queries_for_more_works(
    locales: dict[str, Locale], ordered: Ordered, administrator: User, browse: Browse, asked: dict[str, Any]
) -> None:
    browser = browse(administrator)

    def queries(job: Job) -> dict[str, int]:
        counts = {}
        pages = {
            "job": lambda: browser.get(reverse("translation_job", args=[job.pk])),
            "progress": lambda: browser.get(reverse("translation_job_progress", args=[job.pk])),
            "jobs": lambda: browser.get(reverse("translation_jobs")),
            "form": lambda: browser.get(bulk("partnerships.municipality", id="all")),
            "confirm": lambda: browser.post(reverse(ORDER), asked | {"library": "1", "step": "confirm"}),
            "csv": lambda: browser.get(reverse("translation_job", args=[job.pk]), {"export": "csv"}).getvalue(),
        }
        for name, page in pages.items():
            page()
            with CaptureQueriesContext(
                connection,
            ) as captured:
                page()
            counts[name] = len(captured)
        return counts

    towns = [published(name, locales) for name in ("Ulm", "Jena")]
    few = queries(finished(ordered(Job.Kind.SUBMIT, towns, administrator)))
    towns += [published(f"Ort {number}", locales) for number in range(6)]
    many = queries(finished(ordered(Job.Kind.SUBMIT, towns, administrator)))
    assert many == few
    assert max(many.values()) <= 30, many


def test_the_menu_shows_jobs_to_those_who_order_them(editor: User, browse: Browse) -> None:
    assert reverse("translation_jobs") in browse(editor).get(reverse("wagtailadmin_home")).content.decode()


def test_readers_notice_nothing_of_submitting(towns: list[Municipality], ordered: Ordered, administrator: User) -> None:
    finished(ordered(Job.Kind.SUBMIT, towns, administrator))
    assert not Edition.objects.filter(locale="ru", type="municipality").exists()
