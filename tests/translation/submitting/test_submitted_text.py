"""The text that translators are given: the same rows as wagtail-localize's own, in a few queries."""

import json
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    StringSegment,
    TemplateSegment,
    TranslationSource,
)
from wagtail_localize.segments import OverridableSegmentValue, RelatedObjectSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments

from articles.models import Correction, PressReleasePage
from cms.translation.localize.submitted_text import source_for, store
from cms.translation.models import Submission
from cms.translation.texts import digest_of, digest_of_submitted
from partnerships.models import Milestone, Municipality, Partnership
from tests.newsroom import municipality, partnership

from .blocks import Filling

pytestmark = pytest.mark.django_db

KINDS: dict[type[Any], tuple[str, ...]] = {
    StringSegment: ("context__path", "context__field_path", "order", "string__data", "string__data_hash", "attrs"),
    TemplateSegment: (
        "context__path",
        "context__field_path",
        "order",
        "template__template",
        "template__uuid",
        "template__template_format",
        "template__string_count",
    ),
    RelatedObjectSegment: ("context__path", "context__field_path", "order", "object_id", "object__content_type_id"),
    OverridableSegment: ("context__path", "context__field_path", "order", "data_json"),
}


def rows(source: TranslationSource) -> dict[str, list[tuple[Any, ...]]]:
    return {
        model.__name__: list(model.objects.filter(source=source).order_by("order").values_list(*names))
        for model, names in KINDS.items()
    }


def write_like_wagtail_localize(source: TranslationSource) -> None:
    """What `TranslationSource.refresh_segments` of wagtail-localize does, with its own methods."""
    instance = source.as_instance()
    for model in KINDS:
        model.objects.filter(source=source).delete()
    for value in extract_segments(instance):
        if isinstance(value, TemplateSegmentValue):
            segment: Any = TemplateSegment.from_value(source, value)
        elif isinstance(value, RelatedObjectSegmentValue):
            segment = RelatedObjectSegment.from_value(source, value)
        elif isinstance(value, OverridableSegmentValue):
            segment = OverridableSegment.from_value(source, value)
        else:
            segment = StringSegment.from_value(source, source.locale, value)
        segment.context.field_path = ""
        segment.context.get_field_path(instance)


@pytest.fixture
def rich_page(release: PressReleasePage) -> PressReleasePage:
    """A page with every block, links, and a row with text."""
    stream = PressReleasePage._meta.get_field("body").stream_block
    link = '<p>Siehe <a href="https://example.org/a.b">hier</a> und <b>dort</b>.</p><p>Zweiter Satz.</p>'
    release.body = [
        *Filling().body(stream, "body"),
        {"type": "paragraph", "id": str(uuid4()), "value": link},
        {"type": "heading", "id": str(uuid4()), "value": {"text": "", "level": "2"}},
    ]
    release.corrections = [Correction(date="2026-05-05", text="Es war Dienstag.\nNicht Montag.", locale=release.locale)]
    release.save()
    return PressReleasePage.objects.get(pk=release.pk)


@pytest.fixture
def pair(locales: dict[str, Locale]) -> Partnership:
    """A partnership with rows that have texts."""
    row = partnership(municipality("Essen"), municipality("Nischni Nowgorod", country="RU"))
    row.remarks = "<p>Lebendig.</p>"
    row.milestones = [
        Milestone(type="signed", date="1991", wording="Vertrag.", locale=row.locale),
        Milestone(type="contact", date="1989", wording="Brief.", locale=row.locale),
    ]
    row.save()
    return Partnership.objects.get(pk=row.pk)


@pytest.fixture(params=["rich_page", "pair", "town"])
def work(request: pytest.FixtureRequest) -> Any:
    """A page and library entries, all kinds of text in them."""
    return request.getfixturevalue(request.param)


def submitted(work: Any) -> TranslationSource:
    source = source_for(work)
    store(source, work, user=None, unpublished=False)
    return source


def test_the_rows_are_those_of_wagtail_localize(work: Any) -> None:
    source = submitted(work)
    ours = rows(source)
    assert ours["StringSegment"]
    write_like_wagtail_localize(source)
    assert rows(source) == ours


def test_a_second_time_nothing_changes(work: Any) -> None:
    source = submitted(work)
    before = {model: list(model.objects.order_by("pk").values()) for model in KINDS}
    store(source, work, user=None, unpublished=False)
    assert {model: list(model.objects.order_by("pk").values()) for model in KINDS} == before


def test_wagtail_localizes_own_ways_write_the_same(work: Any) -> None:
    wanted = rows(submitted(work))
    source, created = TranslationSource.update_or_create_from_instance(work)
    assert not created
    source.update_from_db()
    source.refresh_segments()
    assert rows(source) == wanted
    source.delete()
    source, created = TranslationSource.get_or_create_from_instance(work)
    assert created
    assert rows(source) == wanted


def test_the_copy_is_the_work(work: Any) -> None:
    source = submitted(work)
    assert str(source.as_instance()) == str(work) == source.object_repr
    assert digest_of(source.as_instance()) == digest_of(work)


def test_the_submission_tells_which_text_it_was(work: Any) -> None:
    source = submitted(work)
    submission = Submission.objects.get(source=source)
    assert submission.digest == digest_of_submitted(source) == digest_of(work)
    assert not submission.unpublished
    store(source, work, user=None, unpublished=True)
    submission.refresh_from_db()
    assert submission.unpublished


def test_the_number_of_queries_does_not_grow_with_the_text(release: PressReleasePage) -> None:
    def queries(paragraphs: int) -> int:
        release.body = [
            {"type": "paragraph", "id": str(uuid4()), "value": f"<p>Nummer {number} von {paragraphs}.</p>"}
            for number in range(paragraphs)
        ]
        with CaptureQueriesContext(connection) as captured:
            submitted(release)
        return len(captured)

    queries(10)
    assert queries(150) == queries(20)


def test_a_segment_keeps_its_row_when_blocks_move(release: PressReleasePage) -> None:
    """A translator may have it on the screen."""
    source = submitted(release)
    first = StringSegment.objects.get(source=source, string__data="Erster Absatz.")
    raw = list(release.body.raw_data)
    release.body = [{"type": "paragraph", "id": str(uuid4()), "value": "<p>Neuer Absatz.</p>"}, *reversed(raw)]
    store(source, release, user=None, unpublished=False)
    order = list(StringSegment.objects.filter(source=source).order_by("order").values_list("string__data", flat=True))
    assert order[-3:] == ["Neuer Absatz.", "Zweiter Absatz.", "Erster Absatz."]
    assert StringSegment.objects.get(pk=first.pk).string.data == "Erster Absatz."


def test_what_is_gone_from_the_text_is_gone(release: PressReleasePage) -> None:
    source = submitted(release)
    release.body = []
    store(source, release, user=None, unpublished=False)
    assert not StringSegment.objects.filter(source=source, string__data__contains="Absatz").exists()
    assert not TemplateSegment.objects.filter(source=source, context__path__startswith="body").exists()


def test_blocks_of_one_id_are_two_places(release: PressReleasePage) -> None:
    """The trap: copied blocks that kept their id got one translation for both."""
    block_id = str(UUID(int=7))
    release.body = [
        {"type": "paragraph", "id": block_id, "value": "<p>Einer.</p>"},
        {"type": "paragraph", "id": block_id, "value": "<p>Noch einer.</p>"},
    ]
    release.save()
    release.refresh_from_db()
    source = submitted(release)
    segments = dict(
        StringSegment.objects.filter(source=source, string__data__contains="iner.").values_list(
            "string__data", "context__path"
        )
    )
    assert len(set(segments.values())) == 2
    assert segments["Einer."] == f"body.{block_id}"
    stored = json.loads(source.content_json)
    assert len({block["id"] for block in json.loads(stored["body"])}) == 2
    again = submitted(release)
    assert set(StringSegment.objects.filter(source=again).values_list("context__path", flat=True)) >= set(
        segments.values()
    ), "and the places stay the same"


def test_list_items_without_ids_are_offered(release: PressReleasePage) -> None:
    """The trap: list items that a program stored without ids were left out."""
    events = [{"date": "1991", "title": title, "text": ""} for title in ("Anfang", "Ende")]
    raw = [{"type": "timeline", "id": str(uuid4()), "value": {"title": "", "events": events}}]
    PressReleasePage.objects.filter(pk=release.pk).update(body=json.dumps(raw))
    row = PressReleasePage.objects.get(pk=release.pk)
    source = submitted(row)
    segments = StringSegment.objects.filter(source=source, string__data__in=("Anfang", "Ende"))
    places = set(segments.values_list("context__path", flat=True))
    assert len(places) == 2
    submitted(row)
    assert set(segments.values_list("context__path", flat=True)) == places


def test_empty_optional_texts_and_empty_embeds_do_no_harm(release: PressReleasePage) -> None:
    """The trap: an optional text that is missing raised a TypeError, an empty embed an AttributeError."""
    raw = [
        {"type": "quote", "id": str(uuid4()), "value": {"text": None}},
        {"type": "embed", "id": str(uuid4()), "value": {"url": None, "title": None}},
        {"type": "image", "id": str(uuid4()), "value": {"image": None}},
    ]
    PressReleasePage.objects.filter(pk=release.pk).update(body=json.dumps(raw))
    source = submitted(PressReleasePage.objects.get(pk=release.pk))
    assert not StringSegment.objects.filter(source=source, context__path__startswith="body").exists()


def test_a_later_draft_of_an_unpublished_source_is_the_text(locales: dict[str, Locale]) -> None:
    """The trap: synchronising took the stored row, in which later drafts are missing."""
    row = Municipality(name="Köln", country="DE", live=False, locale=locales["de"])
    row.save()
    source = submitted(row)
    row.name = "Köln am Rhein"
    row.save_revision()
    source.update_from_db()
    assert StringSegment.objects.filter(source=source, string__data="Köln am Rhein").exists()
