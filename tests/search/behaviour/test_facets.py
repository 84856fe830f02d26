"""Narrowing hits down, and being told beforehand what would be left."""

import pytest

from tests.api.editions import make_article, make_edition, make_work

pytestmark = pytest.mark.django_db


def counts(found, facet):
    return {value.value: value.count for value in found.facets[facet]}


def chosen(found, facet):
    return {value.value for value in found.facets[facet] if value.chosen}


@pytest.fixture
def concerts(newsroom):
    """Two in Hannover, one of them an interview, and one in Minsk; something else in Hannover."""
    hannover, minsk = ("place", "hannover-id"), ("place", "minsk-id")
    newsroom.publishes(
        make_article("2024-05-01", title="Konzert 1", terms=(hannover, ("region", "DE-NI"))),
        make_article("2025-05-01", title="Konzert 2", kind="interview", terms=(hannover, ("region", "DE-NI"))),
        make_article("2025-06-01", title="Konzert 3", terms=(minsk, ("region", "BY-MI"))),
        make_article("2025-06-01", title="Tee", terms=(hannover, ("region", "DE-NI"))),
        make_edition("municipality", title="Bremen"),
    )
    return newsroom


def test_every_facet_is_told_with_what_there_is(concerts):
    found = concerts.search("Konzert")

    assert counts(found, "type") == {"article": 3}
    assert counts(found, "kind") == {"press_release": 2, "interview": 1}
    assert counts(found, "place") == {"hannover-id": 2, "minsk-id": 1}
    assert counts(found, "region") == {"DE-NI": 2, "BY-MI": 1}
    assert counts(found, "year") == {"2025": 2, "2024": 1}
    assert counts(found, "language") == {"de": 3}


def test_values_are_told_the_most_frequent_first(concerts):
    found = concerts.search("")

    assert [value.value for value in found.facets["place"]] == ["hannover-id", "minsk-id"]
    assert [value.count for value in found.facets["type"]] == [4, 1]


def test_choosing_narrows_the_hits(concerts):
    assert set(concerts.titles("Konzert", place=("hannover-id",))) == {"Konzert 1", "Konzert 2"}
    assert concerts.titles("Konzert", place=("hannover-id",), year=("2025",)) == ["Konzert 2"]


def test_two_values_of_a_facet_widen_each_other(concerts):
    assert set(concerts.titles("Konzert", place=("hannover-id", "minsk-id"), year=("2025",))) == {
        "Konzert 2",
        "Konzert 3",
    }


def test_counts_ignore_the_choice_in_their_own_facet_and_heed_those_in_others(concerts):
    found = concerts.search("Konzert", place=("hannover-id",))

    assert found.total == 2
    assert counts(found, "place") == {"hannover-id": 2, "minsk-id": 1}
    assert counts(found, "region") == {"DE-NI": 2}
    assert counts(found, "year") == {"2024": 1, "2025": 1}
    assert chosen(found, "place") == {"hannover-id"}
    assert chosen(found, "year") == set()


def test_each_count_is_what_there_would_be_with_that_value_instead(concerts):
    found = concerts.search("Konzert", place=("hannover-id",), year=("2025",))

    for facet, other in (("place", {"year": ("2025",)}), ("year", {"place": ("hannover-id",)})):
        for value in found.facets[facet]:
            assert concerts.search("Konzert", **{facet: (value.value,)}, **other).total == value.count


def test_what_is_chosen_is_told_even_if_nothing_has_it(concerts):
    found = concerts.search("Konzert", place=("nowhere-id", "minsk-id"))

    assert found.total == 1
    assert counts(found, "place") == {"hannover-id": 2, "minsk-id": 1, "nowhere-id": 0}
    assert chosen(found, "place") == {"minsk-id", "nowhere-id"}


def test_only_the_most_frequent_values_are_told_and_those_that_are_chosen(newsroom):
    rare = ("place", "rare")
    newsroom.publishes(
        *(make_article(terms=(("place", f"frequent-{number}"),)) for number in range(21) for _twice in range(2)),
        make_article(terms=(rare,)),
    )

    assert len(newsroom.search("").facets["place"]) == 20
    told = newsroom.search("", place=("rare",)).facets["place"]
    assert len(told) == 21
    assert [value.value for value in told if value.chosen] == ["rare"]
    assert {value.count for value in told} == {1, 2}


def test_something_of_several_years_is_found_in_each(newsroom):
    from datetime import date

    newsroom.publishes(make_edition("article", title="Konzert", earliest=date(2024, 12, 1), latest=date(2025, 1, 7)))

    assert newsroom.titles("Konzert", year=("2024",)) == newsroom.titles("Konzert", year=("2025",)) == ["Konzert"]
    assert newsroom.titles("Konzert", year=("2023",)) == []


def test_languages_are_counted_as_one_hit_a_work(newsroom):
    newsroom.publishes(
        *make_work("de", "en").values(),
        *make_work("en").values(),
        *make_work("ru", "en").values(),
    )

    found = newsroom.search("", "de", "en", "ru")

    assert found.total == 3
    assert counts(found, "language") == {"de": 1, "en": 2}


def test_values_may_be_anything(concerts):
    odd = ("", "*", 'a"b', "x" * 40_000, "\ud800", "\0", "de OR 1=1")

    for facet in ("type", "kind", "place", "region", "year", "language"):
        found = concerts.search("Konzert", **{facet: odd})
        assert found.total == 0
        assert found.hits == ()
