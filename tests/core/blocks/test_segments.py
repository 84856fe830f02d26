"""Bodies survive wagtail-localize: nothing crashes, only words are offered, and everything comes back."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.fields import StreamField
from wagtail.models import Locale
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter
from wagtail_localize.segments.types import RelatedObjectSegmentValue, StringSegmentValue
from wagtail_localize.strings import StringValue

from articles.models import PressReleasePage
from cms.core.models import Document, Image

pytestmark = pytest.mark.django_db

EMPTY: list[tuple[str, Any]] = [
    ("quote", {"text": "Nur Text", "speaker": None}),
    ("fact_box", {"title": None, "text": ""}),
    ("image", {"image": None}),
    ("gallery", {"title": "", "images": []}),
    ("documents", {"documents": []}),
    ("timeline", {"events": []}),
    ("call_to_action", {"label": "Weiter"}),
    ("embed", {"url": "", "title": None}),
    ("embed", {}),
    ("bibliography", {}),
    ("table", None),
    ("paragraph", ""),
]


def body_of(*blocks: tuple[str, Any]) -> Any:
    field: StreamField = PressReleasePage._meta.get_field("body")  # type: ignore[assignment]
    raw = [{"type": name, "value": value, "id": f"b{number}"} for number, (name, value) in enumerate(blocks)]
    return field, field.to_python(raw)


def segments_of(*blocks: tuple[str, Any]) -> list[Any]:
    field, body = body_of(*blocks)
    segments = StreamFieldSegmentExtractor(field, include_overridables=True).handle_stream_block(body)
    return [segment.with_order(number) for number, segment in enumerate(segments) if not segment.is_empty()]


def round_trip(*blocks: tuple[str, Any]) -> Any:
    """Translate every string into capitals with a mark, and put it back."""
    field, body = body_of(*blocks)
    translated = []
    for segment in segments_of(*blocks):
        if isinstance(segment, StringSegmentValue):
            marked = segment.clone()
            marked.string = StringValue(f"RU {segment.string.data}")
            segment = marked
        translated.append(segment)
    locale = Locale.get_default()
    return StreamFieldSegmentsWriter(field, locale, locale).handle_stream_block(body, translated)


def words(*blocks: tuple[str, Any]) -> list[str]:
    return [segment.render_text() for segment in segments_of(*blocks) if isinstance(segment, StringSegmentValue)]


@pytest.mark.parametrize("block", EMPTY, ids=lambda block: f"{block[0]}-{block[1]!r:.20}")
def test_empty_optional_values_do_not_crash(block: tuple[str, Any]) -> None:
    round_trip(block)


def test_a_picture_offers_its_texts_and_keeps_its_facts() -> None:
    picture = {"image": None, "alt": "Ein Tor", "caption": "Das Tor", "credit": "Foto: A", "licence": "CC0"}

    assert words(("image", picture)) == ["Ein Tor", "Das Tor"]
    value = round_trip(("image", picture))[0].value
    assert (value["alt"], value["caption"], value["credit"]) == ("RU Ein Tor", "RU Das Tor", "Foto: A")


def test_a_table_is_translated_cell_by_cell_and_figures_are_not() -> None:
    table = {"data": [["Ort", "1991"], ["Essen", None]], "table_caption": "Orte", "table_header_choice": "row"}

    assert words(("table", table)) == ["Orte", "Ort", "Essen"]
    value = round_trip(("table", table))[0].value
    assert value["data"] == [["RU Ort", "1991"], ["RU Essen", None]]
    assert value["table_caption"] == "RU Orte"
    assert value["table_header_choice"] == "row"


def test_bibliography_is_never_translated() -> None:
    assert (
        words(("bibliography", {"author": "A", "title": "T", "publication": "P", "pages": "1–2", "date": "1991"})) == []
    )


def test_lists_inside_blocks_are_translated() -> None:
    event = {"date": "1991-22", "title": "Anfang", "text": "<p>Es <b>begann</b>.</p>"}
    timeline = {"title": "Zeit", "events": [{"type": "item", "id": "e1", "value": event}]}

    assert words(("timeline", timeline)) == ["Zeit", "Anfang", "Es begann."]
    value = round_trip(("timeline", timeline))[0].value
    assert value["events"][0]["title"] == "RU Anfang"
    assert value["events"][0]["date"] == "1991-22"
    assert value["events"][0]["text"].source == "<p>RU Es <b>begann</b>.</p>"


def test_a_quote_keeps_its_line_breaks() -> None:
    assert round_trip(("quote", {"text": "Eins\nzwei & drei"}))[0].value["text"] == "RU Eins\nzwei & drei"


def test_choosers_never_ask_for_translated_objects(root_page: Any) -> None:
    image = Image.objects.create(title="x", width=1, height=1, file="original_images/x.png")
    document = Document.objects.create(title="x", file="documents/x.pdf")
    blocks: list[tuple[str, Any]] = [
        ("image", {"image": image.pk}),
        ("gallery", {"images": [{"type": "item", "id": "i", "value": {"image": image.pk}}]}),
        ("documents", {"documents": [{"type": "item", "id": "d", "value": document.pk}]}),
        ("call_to_action", {"label": "x", "page": root_page.pk}),
    ]

    segments = segments_of(*blocks)

    assert not any(isinstance(segment, RelatedObjectSegmentValue) for segment in segments)
    assert words(*blocks) == ["x"]
    assert round_trip(*blocks)[2].value["documents"][0] == document
