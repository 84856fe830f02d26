from urllib.parse import quote

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from .conftest import Get
from .editions import make_article, make_edition


@pytest.mark.parametrize("path", ["/ru/пресса/мир-2026/", "/ru/пресса/мир-2026", quote("/ru/пресса/мир-2026/")])
@pytest.mark.parametrize("stored", ["/ru/пресса/мир-2026/", quote("/ru/пресса/мир-2026/")])
def test_a_path_leads_to_its_edition_however_it_is_spelt(get: Get, path: str, stored: str) -> None:
    article = make_article(locale="ru", path=stored)

    response = get("resolve/", path=path, headers={"Accept-Language": "en"})

    assert response.status_code == 200
    assert response["Content-Language"] == "ru"
    assert response["Surrogate-Key"] == f"article-{article.key}"
    body = response.json()
    assert body["key"] == str(article.key)
    assert body["language"] == {"requested": "ru", "served": "ru", "state": "native"}
    assert "body" in body
    assert body == get(f"articles/{article.key}/", locale="ru").json()


def test_fields_and_not_modified(get: Get, django_assert_num_queries) -> None:
    make_article(title="T", path="/de/t/")
    first = get("resolve/", path="/de/t/", fields="title")

    assert first.json() == {"title": "T"}
    with django_assert_num_queries(1):
        assert (
            get("resolve/", path="/de/t/", fields="title", headers={"If-None-Match": first["ETag"]}).status_code == 304
        )


@pytest.mark.parametrize(
    "path", ["/de/nothing/", "/", "/de/%", "/de/'--/", "/../../etc/passwd", "/admin/", "/" + "a" * 1000]
)
def test_nothing_there(get: Get, path: str) -> None:
    response = get("resolve/", path=path)

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "query",
    ["", "path=", "path=de/", "path=//evil.example/", "path=https://testserver/de/", "path=/de/?x=1", "path=/de/%23top",
     "path=/a&path=/b", "path=/de/%25ff", "path=/de/%2500", "path=\\evil",
     "path=/" + "a" * 2001, "path=/de/&locale=ru"],
)  # fmt: skip
def test_what_is_no_path_of_this_site(get: Get, query: str) -> None:
    response = get(f"resolve/?{query}")

    assert response.status_code == 400
    assert response.json()["errors"]


def test_a_redirect_to_a_path_that_is_public(get: Get) -> None:
    make_article(path="/de/neu/")
    Redirect.objects.create(old_path="/de/alt", redirect_link="/de/neu/")

    for path in ("/de/alt", "/de/alt/"):
        response = get("resolve/", path=path)
        assert (response.status_code, response.json()) == (200, {"redirect": "/de/neu/"})
        assert response["ETag"]


@pytest.mark.parametrize("target", ["/de/entwurf/", "/admin/", "http://testserver/de/entwurf/"])
def test_a_redirect_to_what_is_not_public_is_not_told(get: Get, target: str) -> None:
    Redirect.objects.create(old_path="/de/alt", redirect_link=target)

    response = get("resolve/", path="/de/alt/")

    assert response.status_code == 404
    assert "entwurf" not in response.content.decode()


def test_a_redirect_to_another_site(get: Get) -> None:
    Redirect.objects.create(old_path="/de/alt", redirect_link="https://example.org/x")

    assert get("resolve/", path="/de/alt/").json() == {"redirect": "https://example.org/x"}


def test_a_redirect_of_this_host_wins_and_others_do_not_count(get: Get, site: Site) -> None:
    other = Site.objects.create(hostname="other.example", root_page=site.root_page)
    for path in ("/de/a/", "/de/b/", "/de/c/"):
        make_edition("page", path=path)
    Redirect.objects.create(old_path="/de/alt", redirect_link="/de/a/")
    Redirect.objects.create(old_path="/de/alt", redirect_link="/de/b/", site=site)
    Redirect.objects.create(old_path="/de/fremd", redirect_link="/de/c/", site=other)

    assert get("resolve/", path="/de/alt/").json() == {"redirect": "/de/b/"}
    assert get("resolve/", path="/de/fremd/").status_code == 404


def test_a_host_that_no_site_names_is_the_default_site(get: Get, site: Site) -> None:
    site.hostname = "elsewhere.example"
    site.save()
    make_edition("page", path="/de/neu/")
    Redirect.objects.create(old_path="/de/alt", redirect_link="/de/neu/", site=site)

    assert get("resolve/", path="/de/alt/").json() == {"redirect": "/de/neu/"}


def test_a_redirect_to_a_page_leads_to_where_it_is_now(get: Get, site: Site, django_assert_max_num_queries) -> None:
    home = site.root_page.specific
    Redirect.objects.create(old_path="/de/alt", redirect_page=home)
    Redirect.objects.create(old_path="/de/entry", redirect_page=home, redirect_page_route_path="/gone/")

    with django_assert_max_num_queries(4):
        assert get("resolve/", path="/de/alt/").json() == {"redirect": "/de/"}
    assert get("resolve/", path="/de/entry/").json() == {"redirect": "/de/"}

    home.unpublish()
    assert get("resolve/", path="/de/alt/").status_code == 404
