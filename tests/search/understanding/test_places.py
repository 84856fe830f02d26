"""Names of places and regions, whatever language, script, case or spelling they are typed in."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from cms.publishing.models import Edition
from search.understanding import Part, understand
from tests.api.editions import make_edition, unpublish

pytestmark = pytest.mark.django_db
LOCALES = ("de", "en", "ru")
SAXONY = {"de": "Niedersachsen", "en": "Lower Saxony", "ru": "Нижняя Саксония"}
GERMANY = {"de": "Deutschland", "en": "Germany", "ru": "Германия"}


def place(*aliases: str, region: str = "", **titles: str) -> str:
    """The id of a town that is published in these locales."""
    key = uuid4()
    for locale, title in titles.items():
        edition(key, locale, title, (*titles.values(), *aliases), region)
    return str(key)


def edition(key: UUID, locale: str, title: str, names: tuple[str, ...], region: str = "") -> Edition:
    """A town in one locale."""
    content: dict[str, Any] = {"country": "DE", "country_name": GERMANY[locale]} if region else {}
    return make_edition(
        "municipality",
        key=key,
        locale=locale,
        title=title,
        words={"names": list(names), "lead": "", "body": "", "about": []},
        region={"code": region, "name": SAXONY[locale]} if region else None,
        **content,
    )


def only(text: str) -> Part:
    """What the text is understood as, all of it."""
    (part,) = understand(text, LOCALES).parts
    return part


def ways(part: Part) -> set[str]:
    return {way.text for way in part.others}


@pytest.mark.parametrize(
    "typed",
    [
        "Nischni Nowgorod", "nischni nowgorod", "Nizhny Novgorod", "Нижний Новгород", "Нижнем Новгороде",
        "Нижнего Новгорода", "Нижним Новгородом", "Gorki", "Горький", "Горького", "Nishniy Nowgorod",
        "Nižnij Novgorod", "Nischni Nowgorods", "Nischni-Nowgorod",
    ],
)  # fmt: skip
def test_a_place_is_known_by_all_its_names(typed: str) -> None:
    town = place("Gorki", "Горький", de="Nischni Nowgorod", en="Nizhny Novgorod", ru="Нижний Новгород")

    part = only(typed)

    assert part.places == (town,)
    assert part.said.text == typed
    assert {"Gorki", "Горький"} - {typed} <= ways(part)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Торжок", "Торжка Торжке Торжком"),
        ("Орёл", "Орла Орле Орел орлом"),
        ("Елец", "Ельца Ельце"),
        ("Череповец", "Череповца Череповце"),
        ("Химки", "Химок Химках"),
        ("Великий Устюг", "Великого+Устюга Великом+Устюге"),
        ("Ростов-на-Дону", "Ростове-на-Дону Ростова+на+Дону"),
        ("Казань", "Казани Казанью"),
        ("Тверь", "Твери"),
        ("Эссен", "Эссена Эссене Эссеном"),
        ("Пушкино", "Пушкине Пушкина"),
        ("Боровичи", "Боровичей Боровичах"),
        ("Мытищи", "Мытищах Мытищ"),
        ("Набережные Челны", "Набережных+Челнах Набережных+Челнов"),
        ("Дубна", "Дубне Дубной Дубну"),
        ("Ярославль", "Ярославля Ярославле"),
        ("Россия", "России Россией"),
    ],
)
def test_russian_names_are_known_in_their_cases(name: str, typed: str) -> None:
    town = place(ru=name)

    understood = [only(form.replace("+", " ")).places for form in typed.split()]

    assert understood == [(town,)] * len(typed.split())


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Kaluga", "Калуге"),
        ("Wologda", "Вологды"),
        ("Вологда", "Wologda"),
        ("Вологда", "Vologda"),
        ("Kassel", "Касселе"),
    ],
)
def test_a_name_is_known_in_a_script_that_nobody_entered_it_in(name: str, typed: str) -> None:
    town = place(de=name)

    assert only(typed).places == (town,)


def test_munster_is_not_muenster() -> None:
    munster, muenster = place(de="Munster"), place(de="Münster")

    assert only("Munster").places == (munster,)
    assert only("Münster").places == only("Muenster").places == only("MÜNSTERS").places == (muenster,)


def test_a_left_out_umlaut_is_forgiven_where_nothing_else_is_meant() -> None:
    muenster = place(de="Münster")

    assert only("Munster").places == (muenster,)


def test_an_umlaut_is_never_added() -> None:
    place(de="Munster")

    assert only("Münster").places == ()


def test_a_name_of_two_towns_means_both_and_stands_for_neither() -> None:
    first, second = place("Neustadt", de="Neustadt (Holstein)"), place("Neustadt", de="Neustadt (Dosse)")

    assert set(only("Neustadt").places) == {first, second}
    holstein = only("Neustadt (Holstein)")
    assert holstein.places == (first,)
    assert "Neustadt" not in ways(holstein)


def test_what_tells_namesakes_apart_may_be_left_out() -> None:
    halle = place(de="Halle (Saale)", ru="Галле")
    frankfurt = place(de="Frankfurt (Oder)")

    assert only("Halle").places == (halle,)
    assert only("Frankfurt an der Oder").places == only("Frankfurt").places == (frankfurt,)


def test_a_full_name_goes_before_a_shortened_one() -> None:
    whole = place(de="Halle")
    place(de="Halle (Saale)")

    assert only("Halle").places == (whole,)


def test_the_longest_name_is_meant() -> None:
    new, old = place(de="Weliki Nowgorod"), place(de="Nowgorod")

    assert [part.places for part in understand("Weliki Nowgorod Nowgorod", LOCALES).parts] == [(new,), (old,)]


def test_a_usual_word_stays_a_word() -> None:
    essen = place(de="Essen", ru="Эссен")

    word, town = understand("gutes Essen", LOCALES).parts

    assert (word.said.text, word.places) == ("gutes", ())
    assert (town.said.text, town.places, ways(town)) == ("Essen", (essen,), {"Эссен"})


def test_words_of_a_name_may_stand_apart_where_no_quotes_keep_them_together() -> None:
    place(de="Neue Welt")

    assert only("Neue Welt").said.loose
    assert not only('"Neue Welt"').said.loose


def test_quoted_and_excluded_names_are_taken_literally() -> None:
    place(de="Essen", ru="Эссен")

    quoted, excluded = understand('"Essen" -Essen', LOCALES).parts

    assert (quoted.exact, quoted.others, quoted.places) == (True, (), ())
    assert (excluded.excluded, excluded.others, excluded.places) == (True, (), ())


@pytest.mark.parametrize("typed", ["Niedersachsen", "niedersachsens", "Lower Saxony", "в Нижней Саксонии"])
def test_a_region_is_known_in_all_languages(typed: str) -> None:
    place(de="Hannover", en="Hanover", ru="Ганновер", region="DE-NI")

    assert only(typed).regions == ("DE-NI",)


def test_a_country_is_known_in_all_languages() -> None:
    place(de="Hannover", en="Hanover", ru="Ганновер", region="DE-NI")

    assert ways(only("Germany")) == {"Deutschland", "Германия"}


def test_a_sentence_is_understood_by_and_by() -> None:
    town = place(de="Nischni Nowgorod", ru="Нижний Новгород")
    place(de="Hannover", en="Hanover", ru="Ганновер", region="DE-NI")

    parts = understand("Städtepartnerschaften von Nischni Nowgorod in Niedersachsen", LOCALES).parts

    assert [(part.said.text, part.places, part.regions) for part in parts] == [
        ("Städtepartnerschaften", (), ()),
        ("Nischni Nowgorod", (town,), ()),
        ("Niedersachsen", (), ("DE-NI",)),
    ]
    assert [(way.text, way.loose) for way in parts[0].others] == [("stadt partnerschaften", True)]


def test_only_words_that_are_known_are_taken_apart() -> None:
    assert only("partnership").others == ()


def test_searches_follow_the_library_at_once() -> None:
    key = uuid4()
    assert only("Kimry").places == ()

    german = edition(key, "de", "Kimry", ("Kimry",))
    assert only("Kimry").places == (str(key),)

    edition(key, "ru", "Кимры", ("Kimry", "Кимры"))
    assert only("Кимрах").places == (str(key),)
    assert ways(only("Kimry")) == {"Кимры"}

    other = place(de="Kalinin")
    assert (only("Kimry").places, only("Kalinin").places) == ((str(key),), (other,))

    unpublish(german)
    Edition.objects.filter(key=key).delete()
    assert only("Кимрах").places == ()
    assert only("Kalinin").places == (other,)


def test_restricted_places_are_not_known() -> None:
    town = place(de="Kimry")
    Edition.objects.filter(key=town).update(restricted=True)

    assert only("Kimry").places == ()


def test_a_search_costs_two_small_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(5):
        place(de=f"Neuort {number}")
    understand("Neuort", LOCALES)

    with django_assert_num_queries(2):
        understand('Neuort in Sachsen -Brief "am Rhein" Kassel', LOCALES)
    with django_assert_num_queries(0):
        understand("?!", LOCALES)
