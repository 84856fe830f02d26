"""All languages at once: one hit a work, in the best one."""

import pytest

from tests.api.editions import make_work

pytestmark = pytest.mark.django_db


def found(newsroom, text, *locales, **asked):
    return {(newsroom.title(hit), hit.ref.locale) for hit in newsroom.search(text, *locales, **asked).hits}


def test_each_work_is_found_once_in_the_first_language_it_has(newsroom):
    for locales in (("de", "en", "ru"), ("en", "ru"), ("ru",)):
        titles = {locale: f"Konzert {'-'.join(locales)}" for locale in locales}
        newsroom.publishes(*make_work(*locales, titles=titles).values())

    assert found(newsroom, "Konzert", "de", "en", "ru") == {
        ("Konzert de-en-ru", "de"),
        ("Konzert en-ru", "en"),
        ("Konzert ru", "ru"),
    }
    assert found(newsroom, "Konzert", "ru", "de", "en") == {
        ("Konzert de-en-ru", "ru"),
        ("Konzert en-ru", "ru"),
        ("Konzert ru", "ru"),
    }
    assert newsroom.search("Konzert", "de", "en", "ru").total == 3


def test_a_work_is_not_found_by_what_it_says_in_a_language_that_is_not_shown(newsroom):
    newsroom.publishes(*make_work("de", "en", titles={"de": "Abend", "en": "Evening"}).values())

    assert found(newsroom, "Evening", "de", "en") == set()
    assert found(newsroom, "Evening", "en", "de") == {("Evening", "en")}


def test_languages_that_the_reader_does_not_want_are_left_out(newsroom):
    newsroom.publishes(*make_work("ru", titles={"ru": "Konzert"}).values())

    assert found(newsroom, "Konzert", "de", "en") == set()


@pytest.mark.usefixtures("weighs_anew")
def test_the_readers_own_language_comes_first_among_equals(newsroom):
    newsroom.publishes(
        *make_work("en", titles={"en": "Konzert"}, day="2026-05-01").values(),
        *make_work("de", titles={"de": "Konzert"}, day="2026-05-01").values(),
    )

    assert [hit.ref.locale for hit in newsroom.search("Konzert", "de", "en").hits] == ["de", "en"]


def test_browsing_all_languages_pages_without_repeats(newsroom):
    for _number in range(7):
        newsroom.publishes(*make_work("de", "en").values(), *make_work("en", "ru").values())

    pages = [newsroom.search("", "de", "en", "ru", limit=4, offset=offset) for offset in range(0, 16, 4)]

    assert {page.total for page in pages} == {14}
    assert len({hit.ref.key for page in pages for hit in page.hits}) == 14
