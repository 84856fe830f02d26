"""Articles survive wagtail-localize: every text is offered, no fact is, and everything comes back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from wagtail_localize.models import StringTranslation, TranslationSource

from articles.models import ArticleIndexPage, Correction
from partnerships.models import Municipality
from tests.newsroom import press_release

from .factory import letter

pytestmark = pytest.mark.django_db

EVERY_BLOCK: list[tuple[str, Any]] = [
    ("heading", {"text": "Kopf", "level": "2"}),
    ("paragraph", '<p>Siehe <a href="https://example.org/a.b">hier</a>.</p>'),
    ("quote", {"text": "Zitat"}),
    ("fact_box", {"title": "", "text": "<p>Kasten</p>"}),
    ("timeline", {"title": "", "events": [{"date": "1991", "title": "Anfang", "text": ""}]}),
    ("table", {"data": [["Zelle", "1"]], "table_header_choice": "neither"}),
    ("bibliography", {"kind": "book", "title": "Buch"}),
    ("image", {"image": None}),
    ("gallery", {"title": "", "images": []}),
    ("documents", {"title": "", "documents": []}),
    ("embed", {"url": "https://vimeo.com/76979871", "title": ""}),
    ("call_to_action", {"text": "", "label": "Weiter", "url": "https://example.org/"}),
    ("partnership", None),
    ("partnership_list", {"title": "", "region": "", "anniversary_year": 2026}),
]


def translate(page: Any, locale: Any) -> Any:
    """The page in another locale with every string in brackets."""
    source, _created = TranslationSource.get_or_create_from_instance(page)
    source.update_from_db()
    for segment in source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            data=f"[{segment.string.data}]",
        )
    return source.get_ephemeral_translated_instance(locale)


def test_a_release_with_every_block(index: ArticleIndexPage, essen: Municipality, locales: Any) -> None:
    page = press_release(index, "Titel", lead="Worum", places=[essen], dateline_place=essen)
    page.body = EVERY_BLOCK
    page.corrections = [Correction(date=date(2026, 5, 5), text="Es war Dienstag.", locale=index.locale)]
    page.save()
    page.refresh_from_db()
    index.copy_for_translation(locales["en"], copy_parents=True)
    page.copy_for_translation(locales["en"])

    target = translate(page, locales["en"])

    assert (target.title, target.lead, target.kicker) == ("[Titel]", "[Worum]", "")
    assert (target.date, target.dateline_place) == (page.date, essen)
    assert [(correction.date, correction.text) for correction in target.corrections.all()] == [
        (date(2026, 5, 5), "[Es war Dienstag.]")
    ]
    values = {block.block_type: block.value for block in target.body}
    assert len(values) == len(EVERY_BLOCK)
    assert values["heading"]["text"] == "[Kopf]"
    assert values["paragraph"].source == '<p>[Siehe <a href="https://example.org/a.b">hier</a>.]</p>'
    assert values["quote"]["text"] == "[Zitat]"
    assert values["timeline"]["events"][0]["title"] == "[Anfang]"
    assert values["table"]["data"] == [["[Zelle]", "1"]]
    assert values["bibliography"]["title"] == "Buch"
    assert values["call_to_action"]["label"] == "[Weiter]"
    assert values["call_to_action"]["url"] == "https://example.org/"


def test_a_letter_offers_only_its_texts(index: ArticleIndexPage) -> None:
    page = letter(index, sender="Verein", occasion="Frieden", translation_credit="A. B.", republished_issuer="Stadt")

    source, _created = TranslationSource.get_or_create_from_instance(page)

    paths = set(source.stringsegment_set.values_list("context__path", flat=True))
    assert paths == {"title", "slug", "addressees", "occasion"}
    assert not source.relatedobjectsegment_set.exists()
    assert not source.overridablesegment_set.filter(context__path__in=page.facts).exists()
