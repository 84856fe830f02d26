"""What is found at all, and what comes first, whichever engine searches."""

import pytest

from tests.api.editions import make_article, make_edition, make_work

from .wording import words

pytestmark = pytest.mark.django_db


def test_words_are_found_wherever_an_edition_has_them(newsroom):
    newsroom.publishes(
        make_article(title="Konzert in Hannover"),
        make_article(title="In the lead", words=words(lead="Ein Konzert für alle")),
        make_article(title="In the body", words=words(body="Am Abend gab es noch ein Konzert.")),
        make_article(title="In what it is about", words=words(about=["Konzert"])),
        make_article(title="In another name", words=words(names=["Konzert"])),
        make_article(title="Nowhere", words=words(body="Am Abend gab es noch Tee.")),
    )

    found = newsroom.search("Konzert")

    assert {newsroom.title(hit) for hit in found.hits} == {
        "Konzert in Hannover",
        "In the lead",
        "In the body",
        "In what it is about",
        "In another name",
    }
    assert found.total == 5


@pytest.mark.usefixtures("weighs_anew")
def test_a_title_counts_for_more_than_a_lead_and_a_lead_for_more_than_a_body(newsroom):
    newsroom.publishes(
        make_article(title="C", words=words(body="Konzert am Abend")),
        make_article(title="B", words=words(lead="Konzert am Abend")),
        make_article(title="Konzert am Abend"),
    )

    assert newsroom.titles("Konzert") == ["Konzert am Abend", "B", "C"]


@pytest.mark.usefixtures("weighs_anew")
def test_two_words_must_both_be_there_but_not_together(newsroom):
    newsroom.publishes(
        make_article(title="Konzert im Park"),
        make_article(title="Konzert", words=words(body="Danach ging man durch den Park.")),
        make_article(title="Konzert im Saal"),
    )

    assert newsroom.titles("Konzert Park") == ["Konzert im Park", "Konzert"]


@pytest.mark.usefixtures("weighs_anew")
def test_of_many_words_one_may_be_missing(newsroom):
    newsroom.publishes(
        make_article(title="Gedenken am Mahnmal im Park"),
        make_article(title="Gedenken am Mahnmal im Park mit Chor"),
        make_article(title="Chor"),
    )

    assert newsroom.titles("Gedenken Mahnmal Park Chor") == [
        "Gedenken am Mahnmal im Park mit Chor",
        "Gedenken am Mahnmal im Park",
    ]


def test_words_that_say_nothing_need_not_be_there(newsroom):
    newsroom.publishes(make_article(title="Konzert, Park"))

    assert newsroom.titles("das Konzert in dem Park") == ["Konzert, Park"]


def test_quoted_words_are_found_together_only(newsroom):
    newsroom.publishes(
        make_article(title="Der lange Weg zum Frieden"),
        make_article(title="Der Weg zum langen Frieden"),
    )

    assert newsroom.titles('"lange Weg"') == ["Der lange Weg zum Frieden"]


def test_excluded_words_keep_out_what_has_them(newsroom):
    newsroom.publishes(
        make_article(title="Konzert im Park"),
        make_article(title="Konzert im Saal"),
        make_article(title="Konzert", words=words(body="Im Saal war es warm.")),
    )

    assert newsroom.titles("Konzert -Saal") == ["Konzert im Park"]


def test_with_nothing_but_an_exclusion_all_the_rest_is_found_newest_first(newsroom):
    newsroom.publishes(
        make_article("2024-05-01", title="Old"),
        make_article("2026-05-01", title="New"),
        make_article("2025-05-01", title="Saal"),
    )

    assert newsroom.titles("-Saal") == ["New", "Old"]


@pytest.mark.usefixtures("weighs_anew")
def test_of_two_that_are_alike_the_newer_one_comes_first(newsroom):
    newsroom.publishes(
        make_article("2019-05-01", title="Konzert im Park"),
        make_article("2026-05-01", title="Konzert im Park", words=words(body="")),
        make_article("2022-05-01", title="Konzert im Park"),
    )

    days = [hit.ref.key for hit in newsroom.search("Konzert").hits]

    by_day = sorted(newsroom.editions, key=lambda edition: edition.earliest, reverse=True)
    assert days == [str(edition.key) for edition in by_day]


@pytest.mark.usefixtures("weighs_anew")
def test_something_new_does_not_beat_something_better(newsroom):
    newsroom.publishes(
        make_article("1998-05-01", title="Konzert im Park"),
        make_article("2026-11-01", title="Other", words=words(body="Nach langer Sitzung gab es ein Konzert im Park.")),
    )

    assert newsroom.titles("Konzert Park") == ["Konzert im Park", "Other"]


def test_without_a_text_there_is_everything_newest_first(newsroom):
    newsroom.publishes(
        make_article("2019-05-01", title="Old"),
        make_article("2026-05-01", title="New"),
        make_edition("municipality", title="Timeless"),
    )

    assert newsroom.titles("") == newsroom.titles("  \n") == ["New", "Old", "Timeless"]


def test_nothing_but_signs_finds_nothing(newsroom):
    newsroom.publishes(make_article(title="Konzert"))

    found = newsroom.search("?!… -")

    assert found.hits == ()
    assert found.total == 0


def test_pages_hold_every_hit_once_and_the_last_ones_are_told_as_many(newsroom):
    newsroom.publishes(*(make_article(title="Konzert im Park") for _number in range(25)))

    pages = [newsroom.search("Konzert", limit=10, offset=offset) for offset in (0, 10, 20, 30)]

    assert [len(page.hits) for page in pages] == [10, 10, 5, 0]
    assert {page.total for page in pages} == {25}
    assert len({hit.ref for page in pages for hit in page.hits}) == 25


def test_each_locale_is_searched_by_itself(newsroom):
    newsroom.publishes(
        *make_work("de", "en", titles={"de": "Konzert", "en": "Konzert, as they say"}).values(),
    )

    assert newsroom.titles("Konzert", "de") == ["Konzert"]
    assert newsroom.titles("Konzert", "en") == ["Konzert, as they say"]
    assert newsroom.titles("Konzert", "ru") == []
