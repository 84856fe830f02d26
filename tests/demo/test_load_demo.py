"""The demo content in the database. It is loaded once; every test reads it, and what a test writes is rolled back."""

from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db.models import Model
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail_localize.models import Translation, TranslationSource

from articles.models import ArticlePage, PressReleasePage, Signatory
from cms.core.models import Document, Image, SiteSettings
from cms.demo.facts import municipalities
from cms.demo.library.conferences import CONFERENCES, YOUTH_FORUMS
from cms.demo.loading.load import DemoIsOffError, load_demo
from cms.demo.loading.names import key_of
from cms.demo.loading.people import PASSWORD, PRESS_PASSWORD, sign_ins
from cms.demo.loading.translating import hand_over, strings_by_path, submit
from cms.demo.registry import ARTICLES
from cms.demo.site_texts import PAGES
from cms.demo.work_in_progress import WORK_IN_PROGRESS
from cms.demo.works import DemoArticle
from cms.publishing.models import Change, Edition
from cms.translation.models import Comment, Notification, Release, Target
from partnerships.models import Conference, Municipality, Partnership

pytestmark = pytest.mark.usefixtures("demo", "db")

CODES = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
HIDDEN = [article for article in ARTICLES if article.visibility != "public"]
PUBLIC = [article for article in ARTICLES if article.visibility == "public"]


def named(article: DemoArticle) -> str:
    return article.key


def rows(model: type[Model]) -> int:
    return model._default_manager.count()


def editions(article: DemoArticle) -> dict[str, Edition]:
    found = Edition.objects.filter(type="article", key=key_of("article", article.key))
    return {edition.locale: edition for edition in found}


def test_the_whole_library_is_there_in_every_language() -> None:
    assert rows(Municipality) == 52 * len(CODES)
    assert rows(Partnership) == 22 * len(CODES)
    assert rows(Conference) == (len(CONFERENCES) + len(YOUTH_FORUMS)) * len(CODES)
    assert rows(SiteSettings) == len(CODES)
    for kind, count in (("municipality", 52), ("partnership", 22), ("conference", 14), ("page", len(PAGES) + 1)):
        for code in CODES:
            assert Edition.objects.filter(type=kind, locale=code).count() == count, (kind, code)


@pytest.mark.parametrize("article", PUBLIC, ids=named)
def test_an_article_reads_as_it_was_written(article: DemoArticle) -> None:
    found = editions(article)

    assert set(found) == set(article.locales)
    for code, edition in found.items():
        assert edition.title == article.title[code]
        assert edition.slug == article.slug[code]
        assert edition.document["lead"] == article.lead[code]
        assert [block["type"] for block in edition.document["body"]] == [block.block_type for block in article.body]
        assert all(block["value"] is not None for block in edition.document["body"]), code


@pytest.mark.parametrize("article", PUBLIC, ids=named)
def test_an_edition_tells_how_true_it_is(article: DemoArticle) -> None:
    states = {code: edition.state for code, edition in editions(article).items()}

    source, *targets = article.locales
    assert states == {source: "source", **{code: article.state(code) for code in targets}}


@pytest.mark.parametrize("article", HIDDEN, ids=named)
def test_what_is_not_public_is_no_edition(article: DemoArticle) -> None:
    assert ArticlePage.objects.filter(translation_key=key_of("article", article.key)).exists()

    assert not editions(article)
    assert not Change.objects.filter(key=key_of("article", article.key)).exists()
    shown = [str(edition.document) for edition in Edition.objects.all()]
    assert not any(title in document for title in article.title.values() for document in shown)


def test_hidden_articles_are_hidden_for_the_reason_that_they_show() -> None:
    by_visibility = {
        article.visibility: ArticlePage.objects.filter(translation_key=key_of("article", article.key))
        for article in HIDDEN
    }

    assert not any(page.live for page in by_visibility["draft"])
    assert all(page.live for page in by_visibility["embargoed"])
    embargoed = PressReleasePage.objects.filter(pk__in=by_visibility["embargoed"])
    assert all(page.embargo_until and page.embargo_until > page.last_published_at for page in embargoed)
    restricted = PageViewRestriction.objects.filter(page__in=by_visibility["password"])
    assert {restriction.password for restriction in restricted} == {PRESS_PASSWORD}
    assert restricted.count() == by_visibility["password"].count() == len(CODES)


def test_the_letter_counts_its_signatories() -> None:
    (article,) = (article for article in ARTICLES if article.key == "gruss-an-die-partnerstaedte")

    assert Signatory.objects.filter(letter_key=key_of("article", article.key)).count() == 120
    for edition in editions(article).values():
        signatories = edition.document["signatories"]
        assert signatories["displayed_count"] == 120
        assert len(signatories["public"]) == 120


def test_facts_stand_where_readers_look() -> None:
    edition = Edition.objects.get(type="municipality", slug="bremen", locale="ru")
    assert edition.document["seeking_partner"]["wishes"].startswith("В\u00a0исходном документе")
    assert edition.document["seeking_partner"]["contact"]["function"].startswith("Консультации")

    edition = Edition.objects.get(type="municipality", slug="tver", locale="de")
    assert ("Калинин", "former", "1931") in [
        (alias["text"], alias["kind"], alias["from"]["edtf"]) for alias in edition.document["aliases"]
    ]

    edition = Edition.objects.get(type="partnership", slug="luedenscheid-taganrog", locale="en")
    assert edition.document["since"]["precision"] == "season"
    assert [side["status"] for side in edition.document["sides"]] == ["suspended", "unknown"]
    assert len(edition.document["claims"]) == 2

    edition = Edition.objects.get(type="conference", slug="konferenz-2021", locale="ru")
    assert [row["min"] for row in edition.document["attendance"]] == [200, 350, 350]
    assert [event["slug"] for event in edition.document["sub_events"]] == ["jugendforum-2021"]
    assert edition.document["motto"].startswith("Укреплять")


def test_a_date_known_to_the_year_stays_a_year() -> None:
    edition = Edition.objects.get(type="partnership", slug="dresden-saint-petersburg", locale="de")

    assert edition.document["since"]["edtf"] == "1961"
    assert edition.document["since"]["precision"] == "year"


def test_a_translator_finds_every_string_translated() -> None:
    """Except where the demo shows a translation that is partial, outdated, or being worked on."""
    behind = {(key_of("article", article.key), code) for article in ARTICLES for code in article.states}
    behind |= {(key_of("article", WORK_IN_PROGRESS.article), code) for code in WORK_IN_PROGRESS.turns}

    unfinished = set()
    for translation in Translation.objects.select_related("source", "target_locale"):
        total, translated = translation.get_progress()
        if translated < total:
            unfinished.add((translation.source.object_id, translation.target_locale.language_code))

    assert unfinished == behind


def test_translators_have_something_to_do() -> None:
    key = key_of("article", WORK_IN_PROGRESS.article)
    targets = Target.objects.filter(translation_key=key)
    assert {target.assignment.translator.username for target in targets} == {"translator-en", "translator-ru"}
    assert {target.state for target in targets} == {"draft"}
    assert Comment.objects.filter(target__in=targets).count() > len(WORK_IN_PROGRESS.questions)
    assert Release.objects.get(translation_key=key).members.count() == len(targets) + 1
    assert not Notification.objects.filter(sent_at=None).exists(), "nobody reads the mail of the demo's people"


def every_work() -> list[Any]:
    """The source of every demo page and library entry."""
    sources = TranslationSource.objects.select_related("locale", "specific_content_type")
    return [source.get_source_instance() for source in sources]


def test_every_page_and_entry_survives_translation_into_every_other_language() -> None:
    """Also those that exist in German only: what nobody has translated stands in for itself."""
    works = every_work()
    assert len(works) > 52 + 22 + 14 + len(PAGES) + len(ARTICLES)

    for work in works:
        source = submit(work)
        for locale in Locale.objects.exclude(pk=source.locale_id):
            target = source.get_ephemeral_translated_instance(locale, fallback=True) if _is_in(source, locale) else None
            if target is None:
                translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
                hand_over(translation, public=False)
                target = source.get_translated_instance(locale)
            target.full_clean()
            assert shape(target) == shape(work), (work, locale)


def _is_in(source: TranslationSource, locale: Locale) -> bool:
    return bool(source.object.has_translation(locale))


def shape(row: Any) -> dict[str, int]:
    """How many strings there are in each place; the slug of a page is one of its own."""
    return {path: len(strings) for path, strings in strings_by_path(row).items()}


def test_a_second_run_finds_everything(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    before = {model: rows(model) for model in apps.get_models()}

    with django_assert_max_num_queries(300):
        assert load_demo() == 0

    assert {model: rows(model) for model in apps.get_models()} == before


def test_what_an_editor_changed_stays_changed() -> None:
    dresden = Municipality.objects.get(slug="dresden", locale__language_code="de")
    dresden.intro = "<p>Elbflorenz.</p>"
    dresden.save_revision().publish()

    load_demo()

    dresden.refresh_from_db()
    assert dresden.intro == "<p>Elbflorenz.</p>"


def test_what_an_editor_deleted_comes_back() -> None:
    Page.objects.get(slug="umfrage-unter-den-ortsvereinen").delete()

    assert load_demo() == 1

    assert Page.objects.filter(slug="umfrage-unter-den-ortsvereinen", live=True).exists()


def test_pictures_and_files_are_complete() -> None:
    for image in Image.objects.all():
        assert image.credit
        assert image.licence == "CC0 1.0"
        assert set(image.alt) == set(image.caption) == set(CODES)
        assert (image.width, image.height) == (1600, 1000)
        assert image.file_size
    assert all(document.file_size for document in Document.objects.all())


def test_every_role_can_sign_in() -> None:
    assert len(sign_ins()) == 4 + len(CODES)
    for sign_in in sign_ins():
        user: Any = authenticate(username=sign_in.username, password=PASSWORD)
        assert user is not None
        assert user.is_superuser == (sign_in.group is None)
        assert [group.name for group in user.groups.all()] == ([sign_in.group] if sign_in.group else [])


@pytest.mark.parametrize("model", [PressReleasePage, Municipality])
def test_a_translator_opens_a_translation(client: Client, model: type[Any]) -> None:
    row = model.objects.filter(locale__language_code="ru").first()
    assert client.login(username="translator-ru", password=PASSWORD)

    answer = client.get(AdminURLFinder().get_edit_url(row))

    assert answer.status_code == 200
    assert str(row) in answer.content.decode().replace("&nbsp;", "\u00a0")


def test_readers_get_pages_in_every_language(client: Client) -> None:
    for code, path in (("de", "/de/presse/"), ("en", "/en/letters/"), ("ru", "/ru/отчёты/")):
        answer = client.get(path)

        assert answer.status_code == 200
        assert answer["Content-Language"] == code


def test_the_command_prints_the_sign_ins() -> None:
    out = StringIO()

    call_command("load_demo", stdout=out)

    assert "nothing was changed" in out.getvalue()
    assert all(sign_in.username in out.getvalue() for sign_in in sign_ins())
    assert PASSWORD in out.getvalue()


def test_the_sign_ins_alone_need_no_loading() -> None:
    out = StringIO()

    call_command("load_demo", "--sign-ins", stdout=out)

    assert out.getvalue().startswith("Sign-ins")


def test_nothing_is_loaded_where_the_demo_is_off(settings: Settings) -> None:
    settings.TRILOG_DEMO = False

    with pytest.raises(DemoIsOffError):
        load_demo()
    with pytest.raises(CommandError, match="TRILOG_DEMO is off"):
        call_command("load_demo")


def test_regions_carry_every_name() -> None:
    regions = {row.region for row in municipalities()}
    region: Any = apps.get_model("partnerships", "Region")

    assert {row.code for row in region.objects.all()} >= regions
    assert all(set(row.name) == set(CODES) for row in region.objects.filter(code__in=regions))
