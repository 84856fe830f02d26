"""What editors are told when an article cannot be published as it is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from articles.models import (
    ArticleIndexPage,
    ArticlePlace,
    ConferenceReportPage,
    Correction,
    PressReleasePage,
    RelatedArticle,
    SolidarityLetterPage,
)
from partnerships.models import Municipality
from tests.newsroom import press_release, translated

from .factory import letter

pytestmark = pytest.mark.django_db

YESTERDAY = timezone.now() - timedelta(days=1)
TOMORROW = timezone.now() + timedelta(days=1)


def error_fields(obj: Any) -> set[str]:
    try:
        obj.full_clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


def test_a_new_embargo_lies_in_the_future(index: ArticleIndexPage) -> None:
    page = press_release(index, "Titel")

    page.embargo_until = YESTERDAY
    assert error_fields(page) == {"embargo_until"}
    page.embargo_until = TOMORROW
    assert error_fields(page) == set()


def test_an_embargo_that_has_ended_does_not_stop_later_edits(index: ArticleIndexPage) -> None:
    page = press_release(index, "Titel")
    PressReleasePage.objects.filter(pk=page.pk).update(embargo_until=YESTERDAY)
    page.refresh_from_db()

    page.title = "Neu"
    assert error_fields(page) == set()


def test_an_embargo_that_ended_while_the_release_was_a_draft_does_not_stop_it(index: ArticleIndexPage) -> None:
    page = press_release(index, "Titel", live=False)
    page.embargo_until = YESTERDAY
    page.save_revision(clean=False)

    assert error_fields(page) == set()


def test_a_letter_needs_addressees(index: ArticleIndexPage) -> None:
    page = letter(index, live=False)

    for empty in ("", "  \n "):
        page.addressees = empty
        assert error_fields(page) == {"addressees"}


def test_a_republished_text_names_its_first_publisher(index: ArticleIndexPage) -> None:
    page = press_release(index, "Titel")

    page.republished_url = "https://example.org/"
    assert error_fields(page) == {"republished_issuer"}
    page.republished_issuer = "Stadt Essen"
    assert error_fields(page) == set()


def test_a_correction_needs_its_day(index: ArticleIndexPage) -> None:
    assert "date" in error_fields(Correction(page=press_release(index, "Titel"), text="x", locale=index.locale))


def test_an_article_is_not_related_to_itself(index: ArticleIndexPage) -> None:
    page = press_release(index, "Titel")

    assert error_fields(RelatedArticle(page=page, article=page)) == {"article"}
    assert error_fields(RelatedArticle(page=page, article=press_release(index, "Andere"))) == set()


def form_of(page: Any, user: Any, **rows: list[dict[str, Any]]) -> Any:
    """The bound admin form of a page with the given rows."""
    form_class = page.get_edit_handler().get_form_class()
    blank = form_class(instance=page, for_user=user)
    data: dict[str, Any] = {name: value for name, value in blank.initial.items() if value is not None}
    data |= {"tags": "", "body-count": "0", "boilerplate": rich_text("")}
    for name, formset in blank.formsets.items():
        data |= nested_form_data({formset.prefix: inline_formset(rows.get(name, []))})
    return form_class(data, instance=page, for_user=user)


def test_the_same_town_is_named_once_whatever_its_language(
    index: ArticleIndexPage, essen: Municipality, administrator: Any
) -> None:
    russian = translated(essen, "ru", name="Эссен")
    page = press_release(index, "Titel")

    form = form_of(page, administrator, places=[{"municipality": essen.pk}, {"municipality": russian.pk}])

    assert not form.is_valid()
    assert form.formsets["places"].forms[1].errors["municipality"]
    assert form_of(page, administrator, places=[{"municipality": essen.pk}]).is_valid()


def test_a_report_needs_its_conference_only_to_be_published(index: ArticleIndexPage, administrator: Any) -> None:
    page = ConferenceReportPage(title="Bericht", locale=index.locale, live=False)
    index.add_child(instance=page)

    form = form_of(page, administrator)
    assert "conference" in form.errors
    draft = form_of(page, administrator)
    draft.defer_required_fields()
    assert "conference" not in draft.errors


@pytest.mark.parametrize("model", [PressReleasePage, SolidarityLetterPage, ConferenceReportPage])
def test_every_kind_can_be_written_below_a_list_and_nowhere_else(index: ArticleIndexPage, model: Any) -> None:
    assert model.can_create_at(index)
    assert not model.can_create_at(index.get_parent().specific)
    assert model not in type(index.get_parent().specific).creatable_subpage_models()


def test_rows_of_facts_are_not_lost_on_the_way_to_a_translation(
    index: ArticleIndexPage, essen: Municipality, locales: Any
) -> None:
    page = press_release(index, "Titel", places=[essen])
    page.tags.add("Jugend")
    page.corrections = [Correction(date=page.date, text="Es war Dienstag.", locale=index.locale)]
    page.save()
    index.copy_for_translation(locales["en"], copy_parents=True)

    target = page.copy_for_translation(locales["en"])

    assert isinstance(target.places.get(), ArticlePlace)
    assert target.places.get().municipality == essen
    assert [tag.name for tag in target.tags.all()] == ["Jugend"]
    assert target.corrections.get().locale == locales["en"]
