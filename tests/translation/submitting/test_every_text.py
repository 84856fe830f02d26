"""What is text is offered to translators; what is not is declared to be a fact. In every block and every field."""

from typing import Any

import pytest
from django.db import models
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page, TranslatableMixin, get_translatable_models
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.models import StringSegment, StringTranslation

from articles.models import ArticleIndexPage, PressReleasePage
from cms.translation.localize.submitted_text import source_for, store
from home.models import HomePage, SectionPage

from .blocks import Filling

BODIES = [
    (model, stream)
    for model in get_translatable_models(include_subclasses=True)
    for stream in model._meta.get_fields()
    if isinstance(stream, StreamField)
]
PLACE = frozenset({"path"})
"""Of a page in the tree."""

MODELS = [model for model in get_translatable_models(include_subclasses=True) if model is not Page]


def label(value: Any) -> str:
    return str(getattr(value, "__name__", None) or getattr(value, "name", value))


@pytest.mark.parametrize(("model", "stream"), BODIES, ids=label)
def test_every_block(model: type[models.Model], stream: StreamField) -> None:
    """The trap: tables, buttons, captions and choices that translators never see."""
    from wagtail_localize.segments import StringSegmentValue
    from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

    filling = Filling()
    value = stream.stream_block.to_python(filling.body(stream.stream_block, stream.name))
    segments = StreamFieldSegmentExtractor(stream, include_overridables=True).handle_stream_block(value)
    offered = " ".join(segment.string.data for segment in segments if isinstance(segment, StringSegmentValue))
    assert not {place for word, place in filling.texts.items() if word not in offered}, "are not offered"
    assert not {place for word, place in filling.facts.items() if word in offered}, "are facts and are offered"


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_every_field(model: Any) -> None:
    """A text field is translated or a fact of the model; rows without languages of their own are facts as a whole."""
    offered = {item.field_name: item for item in get_translatable_fields(model)}
    facts = set(getattr(model, "facts", ()))
    for field in model._meta.get_fields():
        if not isinstance(field, models.CharField | models.TextField | RichTextField | StreamField):
            continue
        if not field.editable or field.choices or field.name in PLACE:
            continue
        if isinstance(field, models.URLField | models.EmailField):
            continue
        is_fact = isinstance(offered[field.name], SynchronizedField)
        assert is_fact == (field.name in facts), f"{field.name} is neither translated nor a fact"
    if issubclass(model, ClusterableModel):
        for relation in get_all_child_relations(model):
            if relation.name != COMMENTS_RELATION_NAME and not issubclass(relation.related_model, TranslatableMixin):
                assert relation.name in facts, f"{relation.name} differs from locale to locale"


@pytest.fixture(params=[PressReleasePage, SectionPage, HomePage], ids=label)
def page_with_everything(request: pytest.FixtureRequest, site: Any, locales: Any) -> tuple[Any, Filling]:
    """A page whose body holds one block of each type, each with words of its own."""
    model, filling = request.param, Filling()
    body = model._meta.get_field("body")
    blocks = filling.body(body.stream_block, "body")
    if model is HomePage:
        page = site.root_page
    else:
        index = ArticleIndexPage(title="Presse", slug="presse", locale=locales["de"])
        site.root_page.add_child(instance=index)
        page = model(title="Titel", slug="titel", locale=locales["de"])
        (index if model is PressReleasePage else site.root_page).add_child(instance=page)
    page.body = blocks
    page.save()
    return model.objects.get(pk=page.pk), filling


@pytest.mark.django_db
def test_every_translation_comes_back(page_with_everything: tuple[Any, Filling], locales: Any) -> None:
    page, filling = page_with_everything
    source = source_for(page)
    store(source, page, user=None, unpublished=False)
    if not page.has_translation(locales["ru"]):
        page.copy_for_translation(locales["ru"], copy_parents=True)
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=locales["ru"],
            data=f"Перевод {segment.string.data}",
        )
    target = source.get_ephemeral_translated_instance(locales["ru"], fallback=True)
    stored = str(target.body.get_prep_value())
    assert not {place for word, place in filling.texts.items() if f"Перевод {word}" not in stored}, "are lost"
    assert not {place for word, place in filling.facts.items() if word not in stored}, "are lost"
