"""What is marked in hits, and that nothing but marks is HTML in them."""

import re

import pytest

from tests.api.editions import make_article, make_edition

from .wording import words

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert('Konzert')</script>"


def the_hit(newsroom, text, *locales):
    (hit,) = newsroom.search(text, *locales).hits
    return hit.highlights


def test_what_was_looked_for_is_marked_in_title_lead_and_body(newsroom):
    newsroom.publishes(
        make_article(title="Konzert im Park", words=words(lead="Das Konzert war gut.", body="Ein Konzert am Abend."))
    )

    marked = the_hit(newsroom, "konzert")

    assert marked.title == "<mark>Konzert</mark> im Park"
    assert marked.lead == "Das <mark>Konzert</mark> war gut."
    assert marked.body == ("Ein <mark>Konzert</mark> am Abend.",)


def test_where_nothing_was_found_there_is_nothing(newsroom):
    newsroom.publishes(make_article(title="Konzert", words=words(lead="Lead", body="Body")))

    marked = the_hit(newsroom, "Konzert")

    assert (marked.lead, marked.body) == ("", ())


def test_a_long_body_is_told_in_a_few_short_fragments(newsroom):
    dull = "Hier steht etwas ganz anderes, das niemand gesucht hat. " * 40
    newsroom.publishes(make_article(title="A", words=words(body=f"{dull}Dann kam das Konzert. {dull}" * 5)))

    fragments = the_hit(newsroom, "Konzert").body

    assert 1 <= len(fragments) <= 3
    assert all("<mark>Konzert</mark>" in fragment for fragment in fragments)
    assert all(len(fragment) < 400 for fragment in fragments)


def test_html_in_texts_is_only_text(newsroom):
    newsroom.publishes(
        make_article(
            title=f'{SCRIPT} & "more"',
            words=words(lead=f"<b>{SCRIPT}</b>", body=f"<img src=x onerror=alert(1)> {SCRIPT} <mark>mine</mark>"),
        )
    )

    marked = the_hit(newsroom, "Konzert")

    for html in (marked.title, marked.lead, *marked.body):
        assert "<mark>Konzert</mark>" in html
        assert re.findall(r"<[^>]*>", html) == ["<mark>", "</mark>"]
        assert "&lt;" in html
    assert "&amp;" in marked.title


@pytest.mark.parametrize(
    "text", ["<mark>", "script", "alert", "</mark>", "onerror=alert(1)", "mark Konzert", "img src"]
)
def test_whatever_is_looked_for_marks_are_the_only_html(newsroom, text):
    body = f"<img src=x onerror=alert(1)> {SCRIPT} <mark>mine</mark> & &lt;b&gt;"
    newsroom.publishes(make_article(title=body, words=words(lead=body, body=body)))

    for hit in newsroom.search(text).hits:
        for html in (hit.highlights.title, hit.highlights.lead, *hit.highlights.body):
            assert set(re.findall(r"<[^>]*>", html)) <= {"<mark>", "</mark>"}
            assert html.count("<mark>") == html.count("</mark>")


def test_choices_and_exclusions_are_not_marked(newsroom):
    newsroom.publishes(
        make_edition("article", title="An article, de, 2026", kind="article", words=words(lead="Konzert"))
    )

    marked = newsroom.search("Konzert -Tee", type=("article",), language=("de",)).hits[0].highlights

    assert "<mark>" not in marked.title


def test_browsing_marks_nothing(newsroom):
    newsroom.publishes(make_article(title="Konzert", words=words(lead="Konzert", body="Konzert")))

    marked = the_hit(newsroom, "")

    assert (marked.title, marked.lead, marked.body) == ("", "", ())


def test_texts_longer_than_servers_like_are_found_and_marked(newsroom):
    body = "Konzert am Abend. " + "Viele andere Wörter folgen hier. " * 40_000
    newsroom.publishes(make_article(title="A", words=words(body=body)))

    assert "<mark>Konzert</mark>" in the_hit(newsroom, "Konzert").body[0]
