from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.publishing.builds import ref_of
from cms.publishing.models import Change, Edition
from cms.publishing.types import Ref
from cms.translation.errors import IncompleteTranslationError
from cms.translation.operations.publish import PublishTranslation
from cms.translation.states import state_of
from partnerships.models import Municipality

from .conftest import translate

Submit = Callable[..., Translation]
ENGLISH = {"Köln": "Cologne", "Stadt am Rhein.": "A city on the Rhine."}

pytestmark = pytest.mark.django_db


def state(row: Municipality, code: str) -> str:
    return Edition.objects.get(key=row.translation_key, locale=code).state


def translated(town: Municipality, submit: Submit) -> Translation:
    translation = submit(town, "en")
    translate(translation, ENGLISH)
    PublishTranslation(translation=translation).execute()
    return translation


def republish(row: Municipality, **values: object) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save_revision().publish()


def test_a_work_in_its_first_locale_is_the_source(town: Municipality) -> None:
    assert state(town, "de") == "source"


def test_a_complete_translation_is_current(town: Municipality, submit: Submit) -> None:
    translated(town, submit)
    assert state(town, "en") == "current"


def test_a_translation_is_outdated_as_soon_as_the_source_says_something_else(
    town: Municipality, submit: Submit
) -> None:
    translated(town, submit)
    republish(town, intro="<p>Großstadt am Rhein.</p>")
    assert state(town, "en") == "outdated"
    republish(town, intro="<p>Stadt am Rhein.</p>")
    assert state(town, "en") == "current"


def test_however_the_source_is_published_the_editions_know_at_once_and_change_once(
    town: Municipality, submit: Submit
) -> None:
    translated(town, submit)
    town.intro = "<p>Stadt am Fluss.</p>"
    before = Change.objects.filter(locale="de").count()

    PublishRevisionAction(town.save_revision()).execute(skip_permission_checks=True)

    assert state(town, "en") == "outdated"
    assert Change.objects.filter(locale="de").count() == before + 1


def test_a_changed_fact_or_address_does_not_outdate(town: Municipality, submit: Submit) -> None:
    translated(town, submit)
    republish(town, population=1_073_096, population_year=2020, slug="koeln-am-rhein")
    assert state(town, "en") == "current"


def test_moved_paragraphs_do_not_outdate(town: Municipality, submit: Submit) -> None:
    republish(town, intro="<p>Eins.</p><p>Zwei.</p>")
    translation = submit(town, "en")
    translate(translation, {"Köln": "Cologne", "Eins.": "One.", "Zwei.": "Two."})
    PublishTranslation(translation=translation).execute()
    republish(town, intro="<p>Zwei.</p><p>Eins.</p>")
    assert state(town, "en") == "current"


def test_a_draft_of_the_source_does_not_outdate(town: Municipality, submit: Submit) -> None:
    translated(town, submit)
    town.intro = "<p>Noch nicht öffentlich.</p>"
    town.save_revision()
    republish(Municipality.objects.get(translation_key=town.translation_key, locale__language_code="en"))
    assert state(town, "en") == "current"


def test_publishing_again_after_synchronising_and_translating_makes_it_current(
    town: Municipality, submit: Submit
) -> None:
    translation = translated(town, submit)
    republish(town, intro="<p>Großstadt am Rhein.</p>")
    translation.source.update_from_db()
    assert state(town, "en") == "outdated"
    translate(translation, {"Großstadt am Rhein.": "A big city on the Rhine."})
    PublishTranslation(translation=translation).execute()
    assert state(town, "en") == "current"


def test_a_draft_made_before_synchronising_stays_a_translation_of_the_old_text(
    town: Municipality, submit: Submit
) -> None:
    translation = translated(town, submit)
    translation.save_target(publish=False)
    republish(town, intro="<p>Großstadt am Rhein.</p>")
    translation.source.update_from_db()
    translation.get_target_instance().latest_revision.publish()
    assert state(town, "en") == "outdated"


def test_a_row_written_by_hand_is_current_until_its_source_changes(
    town: Municipality, locales: dict[str, Locale]
) -> None:
    copy = town.copy_for_translation(locales["en"])
    copy.name = "Cologne"
    copy.save()
    copy.save_revision().publish()
    assert state(town, "en") == "current"
    republish(town, intro="<p>Großstadt am Rhein.</p>")
    assert state(town, "en") == "outdated"


def test_gaps_are_not_published(town: Municipality, submit: Submit) -> None:
    translation = submit(town, "en")
    translate(translation, {"Köln": "Cologne"})
    with pytest.raises(IncompleteTranslationError) as refused:
        PublishTranslation(translation=translation).execute()
    assert refused.value.missing == ("Stadt am Rhein.",)
    assert not Edition.objects.filter(key=town.translation_key, locale="en").exists()


def test_a_name_that_is_the_same_in_both_languages_is_translated_once_somebody_says_so(
    town: Municipality, submit: Submit
) -> None:
    republish(town, name="Essen", intro="")
    translation = submit(town, "en")
    with pytest.raises(IncompleteTranslationError):
        PublishTranslation(translation=translation).execute()
    translate(translation, {"Essen": "Essen"})
    PublishTranslation(translation=translation).execute()
    assert state(town, "en") == "current"


def test_numbers_need_no_translation(town: Municipality, submit: Submit) -> None:
    republish(town, intro="<p>50667 · 1.073.096</p>")
    translation = submit(town, "en")
    translate(translation, {"Köln": "Cologne"})
    PublishTranslation(translation=translation).execute()
    assert state(town, "en") == "current"


@pytest.mark.parametrize("works", [1, 5])
def test_states_of_many_rows_take_as_many_queries_as_of_one(
    works: int, submit: Submit, locales: dict[str, Locale]
) -> None:
    rows: dict[Ref, Model] = {}
    for number in range(works):
        town = Municipality(name=f"Ort {number}", country="DE", locale=locales["de"])
        town.save()
        town.save_revision().publish()
        translation = submit(town, "en")
        translate(translation, {town.name: f"Place {number}"})
        PublishTranslation(translation=translation).execute()
        rows |= {ref_of(row): row for row in Municipality.objects.filter(translation_key=town.translation_key)}
    with CaptureQueriesContext(connection) as queries:
        states = state_of(rows)
    assert len(queries) == 2
    assert set(states.values()) == {"source", "current"}
