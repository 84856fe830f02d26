import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.publishing.models import Edition

from .conftest import Get
from .editions import make_article, make_work

LOCALES = ("de", "en", "ru")


def titles(response) -> list[str]:
    return [row["title"] for row in response.json()["results"]]


def test_the_locale_parameter_wins_over_the_header(get: Get) -> None:
    make_work("de", "en", "ru", titles={"de": "Brücke", "en": "Bridge", "ru": "Мост"})

    response = get("articles/", locale="ru", headers={"Accept-Language": "en"})

    assert titles(response) == ["Мост"]
    assert response["Content-Language"] == "ru"
    assert "Accept-Language" not in response.get("Vary", "")


@pytest.mark.parametrize(
    ("header", "served"),
    [
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("fr, ru;q=0.5, en;q=0.2", "ru"),
        ("RU", "ru"),
        ("ru;q=0, en;q=0.1", "en"),
        ("fr", "de"),
        ("*", "de"),
        ("", "de"),
        ("x" * 5000, "de"),
        (";;;,,,q=", "de"),
    ],
)
def test_without_it_the_header_decides_then_the_default(get: Get, header: str, served: str) -> None:
    make_work("de", "en", "ru")

    response = get("articles/", headers={"Accept-Language": header})

    assert response.json()["results"][0]["language"] == {"requested": served, "served": served, "state": "native"}
    assert "Accept-Language" in response["Vary"]


def test_a_list_never_holds_another_locale_unasked(get: Get) -> None:
    make_work("de")
    make_work("en", "de")

    answer = get("articles/", locale="ru").json()

    assert answer == {"count": 0, "next": None, "previous": None, "results": []}


def test_fallback_gives_one_row_a_work_and_says_so(get: Get) -> None:
    make_work("de", "en", "ru", titles={"ru": "Мост"})
    make_work("de", "en", titles={"en": "Bridge"})
    make_work("de", titles={"de": "Brücke"})

    answer = get("articles/", locale="ru", fallback="en,de", order="title").json()

    assert answer["count"] == 3
    assert [(row["title"], row["language"]["state"]) for row in answer["results"]] == [
        ("Bridge", "fallback"),
        ("Brücke", "fallback"),
        ("Мост", "native"),
    ]
    assert {row["language"]["requested"] for row in answer["results"]} == {"ru"}


def test_the_locale_is_chosen_before_filtering(get: Get) -> None:
    """A word that only the worse edition holds does not bring it in."""
    make_work("de", "ru", titles={"de": "Brücke", "ru": "Мост"})

    assert titles(get("articles/", locale="ru", fallback="de", q="Brücke")) == []
    assert titles(get("articles/", locale="ru", fallback="de", q="мост")) == ["Мост"]


def test_a_partial_translation_is_called_so(get: Get) -> None:
    make_article(locale="en", state="partial")

    (row,) = get("articles/", locale="en").json()["results"]

    assert row["language"]["state"] == "partial"


def test_detail_serves_the_best_locale_and_names_it(get: Get) -> None:
    work = make_work("de", "en")

    response = get(f"articles/{work['de'].key}/", locale="ru", fallback="en,de")

    assert response["Content-Language"] == "en"
    assert response.json()["language"] == {"requested": "ru", "served": "en", "state": "fallback"}


def test_detail_without_fallback_names_the_locales_there_are(get: Get) -> None:
    work = make_work("de", "en")

    response = get(f"articles/{work['de'].key}/", locale="ru")

    assert response.status_code == 404
    address = f"http://testserver/api/v1/articles/{work['de'].key}/?locale="
    assert response.json()["available"] == [
        {"locale": "de", "api_url": f"{address}de"},
        {"locale": "en", "api_url": f"{address}en"},
    ]


@pytest.mark.parametrize(
    "query",
    [
        "locale=fr",
        "locale=",
        "locale=DE",
        "locale=de&locale=en",
        "locale=de,en",
        "fallback=fr",
        "fallback=",
        "fallback=en,,de",
        "fallback=any,de",
        "fallback=none&fallback=de",
        "fallback=en,en",
    ],
)
def test_what_is_no_locale_is_refused(get: Get, query: str) -> None:
    response = get(f"articles/?{query}")

    assert response.status_code == 400
    (error,) = response.json()["errors"]
    assert error["parameter"] == query.split("=")[0]


@given(
    works=st.lists(st.sets(st.sampled_from(LOCALES), min_size=1), max_size=5),
    requested=st.sampled_from(LOCALES),
    fallback=st.one_of(
        st.just(["none"]),
        st.just(["any"]),
        st.permutations(LOCALES).flatmap(lambda order: st.integers(1, 3).map(lambda length: order[:length])),
    ),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_set_of_published_locales(get: Get, works, requested, fallback) -> None:
    """Given works in whatever locales, then the list and each detail serve the first of the accepted ones."""
    Edition.objects.all().delete()
    published = [make_work(*sorted(locales)) for locales in works]
    accepted = {"none": [], "any": list(LOCALES)}.get(fallback[0], fallback)
    accepted = list(dict.fromkeys([requested, *accepted]))
    expected = {
        str(next(iter(work.values())).key): next((code for code in accepted if code in work), None)
        for work in published
    }

    answer = get("articles/", locale=requested, fallback=",".join(fallback), limit=100).json()

    found = {row["key"]: row["language"]["served"] for row in answer["results"]}
    assert found == {key: code for key, code in expected.items() if code}
    assert answer["count"] == len(answer["results"]) == len(found)
    for key, code in expected.items():
        detail = get(f"articles/{key}/", locale=requested, fallback=",".join(fallback))
        assert detail.status_code == (200 if code else 404)
        if code:
            assert detail["Content-Language"] == code
            assert detail.json()["locale"] == code
