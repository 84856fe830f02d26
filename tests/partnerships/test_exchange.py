"""Import and export: look before you store, all or nothing."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import get_language
from openpyxl import load_workbook
from wagtail.models import Revision

from cms.core.models import User
from cms.publishing.models import Change, Edition
from partnerships.countries import country_name
from partnerships.exchange.files import escape, unescape
from partnerships.models import Municipality, Partnership
from tests.newsroom import edition

Town = Callable[..., Municipality]


@pytest.fixture
def admin(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


def import_url(name: str) -> str:
    return reverse("partnerships_import", args=[name])


def exported(client: Client, name: str, file_format: str) -> bytes:
    return client.get(reverse("partnerships_export", args=[name, file_format])).content


def upload(client: Client, name: str, content: str | bytes, filename: str = "library.csv") -> Any:
    data = content.encode() if isinstance(content, str) else content
    return client.post(import_url(name), {"file": SimpleUploadedFile(filename, data)})


def confirm(client: Client, name: str, response: Any) -> Any:
    return client.post(import_url(name), {"table": response.context["sealed"]})


def problems(response: Any) -> list[tuple[int, str]]:
    """Row number and column of every error."""
    return [(row.number, column) for row in response.context["report"].rows for column, _sentence in row.errors]


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
@pytest.mark.parametrize("name", ["municipality", "partnership", "conference"])
def test_what_was_exported_changes_nothing(admin: Client, pair: Partnership, name: str, file_format: str) -> None:
    content = exported(admin, name, file_format)
    response = upload(admin, name, content, f"library.{file_format}")
    report = response.context.get("report")
    if name == "conference":
        assert report is None  # there is none, so the file has no rows
        return
    assert (report.new, report.updated, report.wrong) == (0, 0, 0)
    assert report.unchanged == (2 if name == "municipality" else 1)
    assert not report.can_be_imported


def test_drafts_that_were_never_published_are_not_exported(admin: Client, essen: Municipality, town: Town) -> None:
    town("Neustadt", live=False)
    rows = list(csv.DictReader(io.StringIO(exported(admin, "municipality", "csv").decode("utf-8-sig"))))
    assert [row["slug"] for row in rows] == ["essen"]


def test_the_columns_say_how_a_country_is_written(admin: Client, essen: Municipality) -> None:
    columns = {
        column.column_name: column.explanation for column in admin.get(import_url("municipality")).context["columns"]
    }
    assert "ISO 3166-1" in columns["country"]
    assert "DE" in columns["country"]
    for country in ("FR", str(country_name("FR", get_language() or ""))):
        report = upload(admin, "municipality", f"slug,name,country\n,Lyon,{country}\n").context["report"]
        assert ("country", "", "FR") in report.rows[0].changes


def test_a_dry_run_stores_nothing_and_names_the_changes(admin: Client, essen: Municipality) -> None:
    before = (Change.objects.count(), Revision.objects.count())
    response = upload(admin, "municipality", "slug,name,ags\nessen,Essen (Ruhr),05113000\n,Neustadt,\n")
    report = response.context["report"]
    assert problems(response) == [(3, "country")]
    assert report.rows[0].changes == [("name", "Essen", "Essen (Ruhr)")]
    assert (Change.objects.count(), Revision.objects.count()) == before
    assert Municipality.objects.count() == 1
    essen.refresh_from_db()
    assert essen.name == "Essen"


def test_a_confirmed_import_is_published(admin: Client, essen: Municipality) -> None:
    rows = "slug;name;country;aliases\nessen;Essen (Ruhr);DE;Assindia [former, de, 0800–1000]\n;Bad Muster;DE;\n"
    response = upload(admin, "municipality", rows)
    assert response.context["report"].can_be_imported
    assert confirm(admin, "municipality", response).status_code == 302
    assert set(Edition.objects.of_type("municipality").values_list("title", "slug")) == {
        ("Essen (Ruhr)", "essen"),
        ("Bad Muster", "bad-muster"),
    }
    essen.refresh_from_db()
    assert [(alias.text, alias.used_to) for alias in essen.aliases.all()] == [("Assindia", "1000")]
    assert essen.ags == "05113000"


def test_partnerships_come_in_with_sides_and_milestones(
    admin: Client, essen: Municipality, nizhny: Municipality
) -> None:
    rows = (
        "slug,kind,side_1,side_1_status,side_2,side_2_status,side_2_status_since,milestones,fields_of_work\n"
        ',partnership,essen,active,Gorki,dormant,03/2022,signed 9.9.1991; contact 1989,"youth, culture"\n'
    )
    confirm(admin, "partnership", upload(admin, "partnership", rows))
    row = Partnership.objects.get()
    assert str(row) == "Essen – Nischni Nowgorod"
    assert [(side.municipality, side.status, side.status_since) for side in row.sides.all()] == [
        (essen, "active", ""),
        (nizhny, "dormant", "2022-03"),
    ]
    assert [(milestone.type, milestone.date) for milestone in row.ordered_milestones()] == [
        ("contact", "1989"),
        ("signed", "1991-09-09"),
    ]
    assert row.fields_of_work == ["youth", "culture"]
    assert edition(row).title == "Essen – Nischni Nowgorod"


def test_what_a_file_does_not_hold_stays(admin: Client, pair: Partnership) -> None:
    rows = "slug,milestones\nessen-nischni-nowgorod,signed 1991-09-09; renewed 2018\n"
    confirm(admin, "partnership", upload(admin, "partnership", rows))
    signed = next(row for row in Partnership.objects.get().milestones.all() if row.type == "signed")
    assert signed.wording == "Vertrag in Essen."


def test_errors_are_reported_by_row_and_nothing_comes_in(
    admin: Client, essen: Municipality, nizhny: Municipality
) -> None:
    rows = (
        "slug,kind,side_1,side_2,milestones\n"
        ",partnership,essen,Gorki,signed 1991\n"
        ",partnership,essen,Gorki,signed 31.06.1991\n"
        ",partnership,essen,Nizhny Novgorod,dreamt 1991\n"
        ",partnership,essen,Esen,signed 1991\n"
        ",partnership,Gorki,Нижний Новгород,signed 1991\n"
        "nowhere,partnership,essen,Gorki,signed 1991\n"
        ",marriage,essen,Gorki,signed 1991\n"
    )
    response = upload(admin, "partnership", rows)
    assert problems(response) == [
        (3, "milestones"),
        (4, "milestones"),
        (5, "side_2"),
        (6, ""),
        (7, "slug"),
        (8, "kind"),
    ]
    assert response.context["sealed"] == ""
    assert not Partnership.objects.exists()


def test_a_name_that_two_towns_have_is_not_guessed(admin: Client, essen: Municipality, town: Town) -> None:
    town("Neustadt")
    town("Neustadt")
    response = upload(admin, "partnership", "slug,side_1,side_2\n,essen,Neustadt\n")
    sentences = [sentence for row in response.context["report"].rows for _column, sentence in row.errors]
    assert "neustadt-2" in sentences[0]


def test_munster_is_not_muenster(admin: Client, essen: Municipality, town: Town) -> None:
    town("Munster")
    assert problems(upload(admin, "partnership", "slug,side_1,side_2\n,essen,Münster\n")) == [(2, "side_2")]


def test_somebody_elses_draft_is_not_overwritten(admin: Client, essen: Municipality) -> None:
    essen.name = "Essen an der Ruhr"
    essen.save_revision()
    assert problems(upload(admin, "municipality", "slug,name\nessen,Essen (Ruhr)\n")) == [(2, "")]


@pytest.mark.parametrize(
    ("content", "filename"),
    [
        (b"", "library.csv"),
        (b"slug,name\n", "library.csv"),
        (b"slug,colour\nessen,red\n", "library.csv"),
        (b"name\nEssen\n", "library.csv"),
        (b"slug,slug\na,b\n", "library.csv"),
        (b"slug,name\na,b,c\n", "library.csv"),
        (b"slug,name\n\xff\xfe,b\n", "library.csv"),
        (b'slug,name\n"a,b\n', "library.csv"),
        (b"\x00\x01\x02", "library.csv"),
        (b"no workbook", "library.xlsx"),
        (b"PK\x03\x04 broken", "library.xlsx"),
        (b"slug,name\n", "library.ods"),
    ],
)
def test_a_bad_file_is_an_error_of_the_form(admin: Client, content: bytes, filename: str) -> None:
    response = upload(admin, "municipality", content, filename)
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert BeautifulSoup(response.content, "html.parser").select_one(".error-message")


def test_only_what_was_checked_can_be_confirmed(admin: Client, essen: Municipality, client: Client) -> None:
    sealed = upload(admin, "municipality", "slug,name\nessen,Essen (Ruhr)\n").context["sealed"]
    for forged in ("", "forged", sealed[:-1] + ("a" if sealed[-1] != "a" else "b")):
        admin.post(import_url("municipality"), {"table": forged})
    admin.post(import_url("conference"), {"table": sealed})
    other = User.objects.create_superuser("other", "other@example.org", "other")
    client.force_login(other)
    client.post(import_url("municipality"), {"table": sealed})
    essen.refresh_from_db()
    assert essen.name == "Essen"


def test_who_may_not_publish_imports_drafts(client: Client, essen: Municipality) -> None:
    client.force_login(_user("writer", "access_admin", "add_municipality", "change_municipality"))
    response = upload(client, "municipality", "slug,name,country\nessen,Essen (Ruhr),DE\n,Neustadt,DE\n")
    assert confirm(client, "municipality", response).status_code == 302
    essen.refresh_from_db()
    assert (essen.name, essen.has_unpublished_changes) == ("Essen", True)
    assert not Municipality.objects.get(name="Neustadt").live
    assert list(Edition.objects.of_type("municipality").values_list("title", flat=True)) == ["Essen"]


def test_permissions_are_checked(client: Client, essen: Municipality) -> None:
    client.force_login(_user("reader", "access_admin"))
    assert client.get(import_url("municipality")).status_code == 302
    upload(client, "municipality", "slug,name\nessen,Essen (Ruhr)\n")
    assert client.get(reverse("partnerships_export", args=["municipality", "csv"])).status_code == 302
    essen.refresh_from_db()
    assert essen.name == "Essen"


def _user(name: str, *permissions: str) -> User:
    user = User.objects.create_user(name, f"{name}@example.org", name)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def test_formulas_are_harmless_and_come_back_unharmed(admin: Client, town: Town) -> None:
    town('=HYPERLINK("https://example.org")', "+49", "@home", slug="formula", longitude=-5.5, latitude=-1.0)
    rows = list(csv.DictReader(io.StringIO(exported(admin, "municipality", "csv").decode("utf-8-sig"))))
    assert rows[0]["name"].startswith("'=")
    assert rows[0]["longitude"] == "-5.5"
    sheet = load_workbook(io.BytesIO(exported(admin, "municipality", "xlsx"))).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    response = upload(admin, "municipality", exported(admin, "municipality", "xlsx"), "library.xlsx")
    assert response.context["report"].unchanged == 1


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@x", "\tx", "\rx", "\nx", "\uff1d1+1", "\uff20x"])
def test_escaping_is_undone(text: str) -> None:
    assert escape(text) == f"'{text}"
    assert unescape(escape(text)) == text


@pytest.mark.parametrize("text", ["-5.5", "+49", "'quoted", "plain", ""])
def test_what_needs_no_escape_has_none(text: str) -> None:
    assert unescape(escape(text)) == escape(text) == text


def test_unknown_types_are_not_found(admin: Client) -> None:
    assert admin.get(import_url("contact")).status_code in (302, 404)
    assert admin.get(reverse("partnerships_export", args=["municipality", "pdf"])).status_code in (302, 404)
