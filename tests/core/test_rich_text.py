"""Stored rich text becomes HTML whose links are the edition's own."""

from __future__ import annotations

import pytest
from django.utils import translation

from cms.core.models import Document
from cms.core.rich_text import document_html, plain_text
from tests.core.stub_context import StubContext, page_summary

PAGE_LINK = '<p>Siehe <a linktype="page" id="3">dort <b>hinten</b></a>.</p>'


@pytest.mark.parametrize("active", ["de", "en", "ru"])
def test_links_lead_to_the_editions_locale_whatever_language_is_active(active: str) -> None:
    context = StubContext(
        "de",
        assets={("page_link", "3"): ("page", "k")},
        summaries={("page", "k"): page_summary("trilog-origin:/de/ziel/")},
    )

    with translation.override(active):
        html = document_html(PAGE_LINK, context)

    assert html == '<p>Siehe <a href="trilog-origin:/de/ziel/">dort <b>hinten</b></a>.</p>'


def test_a_target_that_exists_only_in_another_language_says_so() -> None:
    context = StubContext(
        "ru",
        assets={("page_link", "3"): ("page", "k")},
        summaries={("page", "k"): page_summary("trilog-origin:/de/ziel/")},
    )

    assert 'hreflang="de"' in document_html(PAGE_LINK, context)


@pytest.mark.parametrize(
    "context", [StubContext(), StubContext(assets={("page_link", "3"): ("page", "k")})], ids=["gone", "not public"]
)
def test_a_target_that_is_not_public_leaves_its_text(context: StubContext) -> None:
    assert document_html(PAGE_LINK, context) == "<p>Siehe dort <b>hinten</b>.</p>"
    assert ("page_link", "3") in context.asked


def test_links_to_files() -> None:
    document = Document(pk=5, collection_id=1, title="Programm", file="documents/programm.PDF")
    context = StubContext(assets={("document", "5"): document})

    html = document_html('<p><a linktype="document" id="5">P</a> <a linktype="document" id="6">Q</a></p>', context)

    assert html == '<p><a href="trilog-origin:/documents/5/programm.PDF">P</a> Q</p>'


@pytest.mark.parametrize(
    "href", ["https://example.org/?a=1&amp;b=2", "mailto:a@example.org", "tel:+49301234", "#anker"]
)
def test_safe_addresses_stay(href: str) -> None:
    assert document_html(f'<p><a href="{href}">x</a></p>', StubContext()) == f'<p><a href="{href}">x</a></p>'


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "//example.org", "/admin/", "", "#"],
)  # fmt: skip
def test_other_addresses_go(href: str) -> None:
    assert document_html(f'<p><a href="{href}">x</a></p>', StubContext()) == "<p>x</p>"


def test_what_no_editor_can_enter_is_removed() -> None:
    source = '<p onclick="x()">a<script>b</script><embed embedtype="image" id="1"/><img src="x"> &lt;c&gt;</p>'

    assert document_html(source, StubContext()) == "<p>a &lt;c&gt;</p>"


def test_plain_text_keeps_words_apart() -> None:
    assert plain_text("<p>Eins</p><ul><li>zwei</li><li>drei &amp; vier</li></ul>") == "Eins zwei drei & vier"
