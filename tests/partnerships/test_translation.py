"""Library entries in wagtail-localize: only texts are translated, facts follow the source."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import String, StringTranslation, Translation, TranslationContext, TranslationSource
from wagtail_localize.segments import RelatedObjectSegmentValue
from wagtail_localize.segments.extract import extract_segments

from partnerships.models import Conference, Milestone, Municipality, Partnership, ProgrammeItem, WorkingGroup


def paths(row: object) -> set[str]:
    """The last part of each segment's path: the name of the field."""
    return {segment.path.split(".")[-1] for segment in extract_segments(row)}


def test_only_texts_of_a_municipality_are_translated(essen: Municipality, nizhny: Municipality) -> None:
    essen.parent = nizhny
    essen.intro = "<p>Eine Stadt.</p>"
    essen.seeking_wishes = "Ein Partner am Meer."
    assert paths(essen) == {"name", "intro", "seeking_wishes"}


def test_only_texts_of_a_partnership_are_translated(pair: Partnership, nizhny: Municipality) -> None:
    pair.remarks = "<p>Lebendig.</p>"
    pair.milestones = [
        Milestone(type="signed", date="1991", place=nizhny, wording="Vertrag.", source="Archiv", locale=pair.locale)
    ]
    segments = extract_segments(pair)
    assert paths(pair) == {"remarks", "wording"}
    assert not any(isinstance(segment, RelatedObjectSegmentValue) for segment in segments)


def test_only_texts_of_a_conference_are_translated(locales: dict[str, Locale]) -> None:
    row = Conference(
        locale=locales["de"], title="Konferenz", motto="Motto", start="2017", number="XIV", disclaimers="Ohne Gewähr"
    )
    row.programme = [ProgrammeItem(title="Eröffnung", room="Saal", speakers="A", locale=locales["de"])]
    row.working_groups = [WorkingGroup(title="Jugend", number="1", coordinators="B", locale=locales["de"])]
    row.save()
    assert paths(row) == {"title", "motto", "disclaimers"}
    titles = [segment.path for segment in extract_segments(row) if segment.path.endswith(".title")]
    assert len(titles) == 2


@pytest.mark.django_db
def test_a_translated_partnership_has_its_words_and_the_facts_of_the_source(
    pair: Partnership, locales: dict[str, Locale]
) -> None:
    source, _created = TranslationSource.update_or_create_from_instance(pair)
    translation = Translation.objects.create(source=source, target_locale=locales["ru"])
    signed = next(row for row in pair.milestones.all() if row.type == "signed")
    context = TranslationContext.objects.get(path__contains=str(signed.translation_key), object_id=pair.translation_key)
    StringTranslation.objects.create(
        translation_of=String.objects.get(data="Vertrag in Essen."),
        locale=locales["ru"],
        context=context,
        data="Договор в Эссене.",
    )
    translation.save_target(publish=True)

    russian = pair.get_translation(locales["ru"])
    assert str(russian) == "Essen – Нижний Новгород"
    assert [(row.type, row.date, row.wording) for row in russian.milestones.order_by("sort_order")] == [
        ("signed", "1991-09-09", "Договор в Эссене."),
        ("contact", "1989", ""),
    ]
    assert [side.status for side in russian.sides.all()] == ["active", "dormant"]
    assert russian.slug == pair.slug
