"""Looking after jobs in the admin."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from cms.core.models import User
from cms.publishing.models import Edition
from cms.translation.models import Job, Target
from partnerships.models import Municipality

from .asking import ORDER, Browse, bulk
from .conftest import published
from .worker import Member, Ordered, finished

pytestmark = pytest.mark.django_db


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
