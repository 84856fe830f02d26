"""Bodies become documents without a query, in order, with reasons where something is not public."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.blocks import StreamValue

from cms.core.blocks import CommonBodyBlock, body_document, body_text
from cms.core.models import Image
from tests.core.stub_context import StubContext, page_summary


def body_of(*blocks: tuple[str, Any]) -> StreamValue:
    block = CommonBodyBlock()
    raw = [{"type": name, "value": value, "id": f"b{number}"} for number, (name, value) in enumerate(blocks)]
    return StreamValue(block, raw, is_lazy=True)


def document_of(*blocks: tuple[str, Any], context: StubContext | None = None) -> list[Any]:
    return body_document(body_of(*blocks), context or StubContext())


def test_headings_get_anchors_that_differ() -> None:
    documents = document_of(
        ("heading", {"text": "Мир und Brot", "level": "2"}), ("heading", {"text": "Мир und Brot", "level": "3"})
    )

    assert [block["value"]["anchor"] for block in documents] == ["мир-und-brot", "мир-und-brot-2"]
    assert [block["value"]["level"] for block in documents] == [2, 3]


def test_a_heading_of_signs_only_still_has_an_anchor() -> None:
    assert document_of(("heading", {"text": "?!", "level": "2"}))[0]["value"]["anchor"] == "section"


def test_quote_says_its_date_in_the_editions_language() -> None:
    quote = {"text": "Ja.", "speaker": "A", "function": "B", "date": "1991-05", "extract": True}

    value = document_of(("quote", quote), context=StubContext("ru"))[0]["value"]

    assert "ма" in value["date"]["text"]
    assert value["extract"] is True


def test_older_content_without_some_values_is_no_error() -> None:
    blocks = [
        ("quote", {"text": "x"}),
        ("timeline", {"events": []}),
        ("bibliography", {}),
        ("fact_box", {}),
        ("gallery", {}),
    ]

    documents = document_of(*blocks)

    assert [document["value"] is not None for document in documents] == [True] * len(blocks)


def test_a_draft_with_half_a_date_has_no_date() -> None:
    assert document_of(("quote", {"text": "x", "date": "31.06."}))[0]["value"]["date"] is None


@pytest.mark.django_db
def test_pictures_take_over_texts_that_the_block_leaves_empty() -> None:
    image = Image(
        pk=7, title="f", width=2000, height=1000, credit="Foto: A", licence="CC0", alt={"de": "Ein Tor"}, caption={}
    )
    image.file.name = "original_images/tor.jpg"
    context = StubContext(assets={("image", "7"): image})

    with CaptureQueriesContext(
        connection,
    ) as queries:
        own, other = document_of(
            ("image", {"image": 7}), ("image", {"image": 7, "alt": "Anders", "credit": "B"}), context=context
        )

    assert own["value"]["alt"] == "Ein Tor"
    assert own["value"]["credit"] == "Foto: A"
    assert (other["value"]["alt"], other["value"]["credit"]) == ("Anders", "B")
    assert own["value"]["image"]["renditions"]["small"] | {"url": ""} == {"url": "", "width": 480, "height": 240}
    assert own["value"]["image"]["url"].startswith("trilog-origin:/")
    assert len(queries) == 0


def test_a_deleted_picture_leaves_its_place_with_a_reason() -> None:
    assert document_of(("image", {"image": 9})) == [
        {"type": "image", "id": "b0", "value": None, "reason": "not_published"}
    ]


def test_a_gallery_drops_deleted_pictures() -> None:
    raw = {"title": "G", "images": [{"type": "item", "id": "i", "value": {"image": 9}}]}

    assert document_of(("gallery", raw))[0]["value"] == {"title": "G", "images": []}


def test_call_to_action_leads_to_the_editions_own_page_or_nowhere() -> None:
    button = ("call_to_action", {"label": "Mehr", "text": "", "page": 3, "url": ""})
    context = StubContext(assets={("page_link", "3"): ("page", "k")}, summaries={("page", "k"): page_summary()})

    assert document_of(button, context=context)[0]["value"]["url"] == "trilog-origin:/de/ziel/"
    assert document_of(button)[0]["value"] is None


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//example.org", ""])
def test_call_to_action_with_an_unsafe_address_is_not_shown(url: str) -> None:
    assert document_of(("call_to_action", {"label": "x", "url": url}))[0]["value"] is None


@pytest.mark.parametrize(
    ("url", "player"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://youtu.be/dQw4w9WgXcQ?t=3", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
    ],
)
def test_embeds_use_the_private_player(url: str, player: str) -> None:
    value = document_of(("embed", {"url": url, "title": 'Ein "Film"'}))[0]["value"]

    assert f'src="{player}"' in value["html"]
    assert "Ein &quot;Film&quot;" in value["html"]


def test_embeds_of_other_sites_are_not_shown() -> None:
    assert document_of(("embed", {"url": "https://example.org/x", "title": ""}))[0]["value"] is None


def test_tables_lose_empty_margins_and_know_their_headers() -> None:
    table = {
        "data": [["Ort", "Jahr", None], ["Essen", "1991", ""], [None, None, None]],
        "table_header_choice": "both",
        "table_caption": "Orte",
    }

    assert document_of(("table", table))[0]["value"] == {
        "caption": "Orte",
        "header_row": True,
        "header_column": True,
        "rows": [["Ort", "Jahr"], ["Essen", "1991"]],
    }


def test_search_text_holds_the_words_of_every_block_and_no_markup() -> None:
    body = body_of(
        ("heading", {"text": "Kopf", "level": "2"}),
        ("paragraph", "<p>Erster <b>Satz</b></p><p>Zweiter</p>"),
        (
            "timeline",
            {
                "title": "Zeit",
                "events": [
                    {"type": "item", "id": "e", "value": {"date": "1991", "title": "Ur", "text": "<p>Kunde</p>"}}
                ],
            },
        ),
        ("table", {"data": [["Ort"]], "table_header_choice": "neither"}),
        ("image", {"image": 9}),
    )

    text = body_text(body, body_document(body, StubContext()))

    assert text.split() == ["Kopf", "Erster", "Satz", "Zweiter", "Zeit", "Ur", "Kunde", "Ort"]
