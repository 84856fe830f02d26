"""Reports → Translations."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import timedelta
from html import unescape

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Locale
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.translation.matrix.filters import found
from cms.translation.models import Assignment, Target
from partnerships.models import Municipality
from tests.translation.conftest import RUSSIAN, edit_url, translate

pytestmark = pytest.mark.django_db

Submit = Callable[..., Translation]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def admin(administrator: User, client: Client) -> Client:
    prefer_english(administrator)
    client.force_login(administrator)
    return client


def prefer_english(user: User) -> None:
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "en"
    profile.save()


def report(client: Client, **query: object) -> str:
    response = client.get(reverse("translation_matrix"), query)
    assert response.status_code == 200
    return unescape(response.content.decode())


def titles(client: Client, **query: object) -> list[str]:
    response = client.get(reverse("translation_matrix"), query)
    return [work.title for work in response.context["object_list"]]


def target(row: Municipality | PressReleasePage, code: str) -> Target:
    return Target.objects.get(translation_key=row.translation_key, locale__language_code=code)


def assign(row: Municipality, code: str, user: User, days: int | None = None) -> Assignment:
    due = None if days is None else timezone.localdate() + timedelta(days=days)
    return Assignment.objects.create(target=target(row, code), translator=user, due=due)


def test_each_work_is_told_in_each_language(admin: Client, town: Municipality, submit: Submit) -> None:
    translate(submit(town, "ru"), {"Stadt am Rhein.": "Город на Рейне."})
    html = report(admin, q="köln")
    assert "Köln" in html
    assert "not submitted" in html
    assert "1 word left" in html
    assert edit_url(target_row(town, "ru")) in html
    assert f'value="{target(town, "ru").content_type_id}:{town.translation_key}"' in html


def target_row(town: Municipality, code: str) -> Municipality:
    return Municipality.objects.get(translation_key=town.translation_key, locale__language_code=code)


def test_titles_are_found_whatever_their_case_and_accents(
    admin: Client, town: Municipality, locales: dict[str, Locale]
) -> None:
    Municipality.objects.filter(pk=town.pk)
    moscow = Municipality(name="Москва", country="RU", locale=locales["ru"])
    moscow.save()
    assert titles(admin, q="КОЛН") == []
    assert titles(admin, q="koln") == ["Köln"]
    assert titles(admin, q="МОСК") == ["Москва"]


def test_filters_hold_for_one_language_of_a_work(
    admin: Client, town: Municipality, submit: Submit, locales: dict[str, Locale]
) -> None:
    submit(town, "ru")
    assert titles(admin, q="Köln", locale=locales["ru"].pk, state="draft") == ["Köln"]
    assert titles(admin, q="Köln", locale=locales["en"].pk, state="draft") == []
    assert titles(admin, q="Köln", locale=locales["en"].pk, state="none") == ["Köln"]


def test_assignments_are_shown_and_filtered(
    admin: Client, town: Municipality, administrator: User, editor: User, submit: Submit
) -> None:
    submit(town, "ru")
    assign(town, "ru", editor, days=-1)
    html = report(admin, assignee=editor.pk)
    assert "overdue since" in html
    assert titles(admin, due="overdue") == ["Köln"]
    assert titles(admin, due="week") == []
    assert titles(admin, assignee="me") == []
    Assignment.objects.update(translator=administrator, due=timezone.localdate())
    assert titles(admin, assignee="me", due="week") == ["Köln"]
    assert "Köln" in titles(admin, assignee="nobody")  # into English
    assert titles(admin, assignee="nobody", state="draft") == []


def test_sections_types_and_what_is_to_be_done(
    admin: Client, town: Municipality, release: PressReleasePage, submit: Submit, locales: dict[str, Locale]
) -> None:
    section = release.get_parent()
    assert titles(admin, section=section.pk) == ["Presse", "Vierzig Jahre Freundschaft"]
    assert titles(admin, content_type=target(town, "ru").content_type_id) == ["Köln"]
    translate(submit(town, "ru"), RUSSIAN)
    assert "Köln" not in titles(admin, mark="left", locale=locales["ru"].pk)
    assert titles(admin, mark="by_hand", locale=locales["ru"].pk, section=section.pk) == ["Presse"]


def test_works_are_sorted(admin: Client, locales: dict[str, Locale]) -> None:
    for name, words in (("Ärmel", "Eins zwei drei."), ("Zürich", "Eins."), ("Bonn", "")):
        town = Municipality(name=name, intro=f"<p>{words}</p>" if words else "", country="DE", locale=locales["de"])
        town.save()
        town.save_revision().publish()

    def sorted_by(**query: str) -> list[str]:
        return [title for title in titles(admin, **query) if title != "Trilog"]

    assert sorted_by() == ["Ärmel", "Bonn", "Zürich"]
    assert sorted_by(ordering="-title") == ["Zürich", "Bonn", "Ärmel"]
    assert sorted_by(ordering="-words_left") == ["Ärmel", "Zürich", "Bonn"]
    assert sorted_by(ordering="since")[0] == "Ärmel"
    assert len(sorted_by(ordering="due")) == 3


def test_progress_counts_words_of_what_is_found(
    admin: Client, town: Municipality, release: PressReleasePage, submit: Submit
) -> None:
    translate(submit(town, "ru"), {"Stadt am Rhein.": "Город на Рейне."})
    html = " ".join(report(admin, q="Köln").split())
    assert "3 of 4 words translated (75 %)" in html
    assert "0 of 4 words translated (0 %)" in html


def test_an_outdated_translation_leads_to_what_has_changed(admin: Client, town: Municipality, submit: Submit) -> None:
    text = submit(town, "ru")
    translate(text, RUSSIAN)
    text.save_target(publish=True)
    town.intro = "<p>Großstadt am Rhein.</p>"
    town.save_revision().publish()
    assert reverse("translation_changes", args=[town.translation_key, "ru"]) in report(admin, q="Köln")


@pytest.mark.parametrize(("who", "limit"), [("administrator", 10), ("Translators (ru)", 15)])
def test_queries_do_not_grow_with_works(
    who: str,
    limit: int,
    admin: Client,
    sign_in: Callable[[str], Client],
    editor: User,
    locales: dict[str, Locale],
    submit: Submit,
) -> None:
    client = admin if who == "administrator" else sign_in(who)

    def queries(count: int) -> int:
        while Municipality.objects.filter(locale=locales["de"]).count() < count:
            town = Municipality(
                name=f"Ort {Municipality.objects.count()}", intro="<p>Text.</p>", country="DE", locale=locales["de"]
            )
            town.save()
            submit(town, "ru")
            assign(town, "ru", editor, days=3)
        client.get(reverse("translation_matrix"))
        with CaptureQueriesContext(connection) as captured:
            response = client.get(reverse("translation_matrix"), {"ordering": "-words_left", "q": "Ort"})
        assert len(response.context["object_list"]) == min(count, 50)
        return len(captured)

    few = queries(3)
    assert queries(60) == few
    assert few <= limit  # with all that Wagtail asks for its menu; for groups' permissions, too


def test_translators_see_all_and_open_what_is_theirs(
    sign_in: Callable[[str], Client], town: Municipality, release: PressReleasePage, submit: Submit
) -> None:
    for code in ("ru", "en"):
        submit(town, code)
        submit(release, code)
    html = report(sign_in("Translators (ru)"))
    assert "Köln" in html
    assert "Vierzig Jahre Freundschaft" in html
    for row in (town, release):
        rows = {
            other.locale.language_code: other for other in type(row).objects.filter(translation_key=row.translation_key)
        }
        assert f'"{edit_url(rows["ru"])}"' in html
        assert f'"{edit_url(rows["en"])}"' not in html
        assert f'"{edit_url(rows["de"])}"' not in html


def test_nobody_else_learns_titles(client: Client, town: Municipality) -> None:
    from django.contrib.auth.models import Permission

    address = reverse("translation_matrix")
    assert client.get(address).status_code == 302
    visitor = User.objects.create_user("visitor", "visitor@example.org", "visitor")
    client.force_login(visitor)
    assert client.get(address).status_code == 302
    visitor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    assert "Köln" not in client.get(address, follow=True).content.decode()
    assert "Köln" not in client.get(reverse("translation_matrix_results"), follow=True).content.decode()


def test_it_can_be_downloaded(admin: Client, town: Municipality, editor: User, submit: Submit) -> None:
    submit(town, "ru")
    assign(town, "ru", editor, days=3)
    Target.objects.filter(translation_key=town.translation_key).update(title="=1+1")
    response = admin.get(reverse("translation_matrix"), {"export": "csv", "q": "Köln"})
    rows = list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert len(rows) == 1
    row = rows[0]
    assert row["Title"] == "'=1+1"
    assert row["Deutsch: State"] == "source"
    assert row["English: State"] == "not begun"
    assert row["Русский: Words left"] == "4"
    assert row["Русский: Assigned to"] == "editor"

    response = admin.get(reverse("translation_matrix"), {"export": "xlsx", "q": "Köln"})
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    assert sheet.max_row == 2


def test_wagtail_localizes_report_leads_here(admin: Client) -> None:
    former = reverse("wagtail_localize:translations_report")
    assert admin.get(former).url == reverse("translation_matrix")
    home = admin.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("translation_matrix") in home
    assert f'"{former}"' not in home


def test_everything_found_can_be_found_again(admin: Client, town: Municipality, editor: User, submit: Submit) -> None:
    submit(town, "ru")
    response = admin.get(reverse("translation_matrix"), {"q": "köln", "state": "draft", "p": "1"})
    from django.http import QueryDict

    again = found(editor, QueryDict(response.context["filter_query"]))
    assert list(again) == [target(town, "ru")]
