"""What a work's targets tell, however it came to be so."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, Workflow
from wagtail_localize.models import StringTranslation, Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.publishing.models import Edition
from cms.translation import targets
from cms.translation.models import Proposal, Target
from partnerships.models import Municipality, Organisation
from tests.translation.conftest import RUSSIAN, translate

State = Target.State
Submit = Callable[..., Translation]

pytestmark = pytest.mark.django_db


def target(row: Municipality | Page, code: str) -> Target:
    return Target.objects.get(translation_key=row.translation_key, locale__language_code=code)


def republish(row: Municipality, **values: object) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save_revision().publish()


def publish(translation: Translation) -> None:
    translation.save_target(publish=True)


def test_a_new_work_has_a_target_in_every_other_locale_with_all_its_words_left(town: Municipality) -> None:
    assert {row.locale.language_code for row in Target.objects.filter(translation_key=town.translation_key)} == {
        "en",
        "ru",
    }
    english = target(town, "en")
    assert (english.state, english.title, english.row_pk, english.by_strings) == (State.NONE, "Köln", None, False)
    assert (english.strings, english.strings_left, english.words, english.words_left) == (2, 2, 4, 4)
    assert english.percent == 0
    assert english.source_pk == town.pk


def test_what_is_submitted_counts_down_string_by_string(town: Municipality, submit: Submit) -> None:
    translation = submit(town, "ru")
    russian = target(town, "ru")
    assert (russian.state, russian.by_strings, russian.live) == (State.DRAFT, True, False)
    assert (russian.words, russian.words_left, russian.percent) == (4, 4, 0)

    translate(translation, {"Stadt am Rhein.": "Город на Рейне."})

    russian = target(town, "ru")
    assert (russian.words_left, russian.strings_left, russian.percent) == (1, 1, 75)
    assert russian.translated_at is not None
    assert target(town, "en").state == State.NONE

    translate(translation, {"Köln": "Кёльн"})
    assert target(town, "ru").percent == 100
    StringTranslation.objects.filter(data="Кёльн").delete()
    assert target(town, "ru").words_left == 1


def test_a_wrong_translation_counts_as_left(town: Municipality, submit: Submit) -> None:
    translation = submit(town, "ru")
    translate(translation, RUSSIAN)
    wrong = StringTranslation.objects.get(data="Кёльн")
    wrong.has_error = True
    wrong.save()
    assert target(town, "ru").words_left == 1


def test_a_proposal_counts_as_left(town: Municipality, submit: Submit) -> None:
    translation = submit(town, "ru")
    segment = translation.source.stringsegment_set.get(string__data="Köln")
    Proposal.objects.create(
        locale=translation.target_locale,
        context=segment.context,
        string=segment.string,
        former_source="Cöln",
        text="Кёльн",
        score=75,
    )
    targets.refresh([town.translation_key])
    russian = target(town, "ru")
    assert (russian.proposals, russian.words_left) == (1, 4)


def test_its_state_is_what_readers_are_told(town: Municipality, submit: Submit) -> None:
    translation = submit(town, "ru")
    translate(translation, RUSSIAN)
    publish(translation)
    assert target(town, "ru").state == State.CURRENT == Edition.objects.get(locale="ru").state
    since = target(town, "ru").state_since

    republish(town, intro="<p>Großstadt am Rhein.</p>")
    assert target(town, "ru").state == State.OUTDATED == Edition.objects.get(locale="ru").state
    assert target(town, "ru").state_since > since

    Municipality.objects.get(locale__language_code="ru").unpublish()
    assert target(town, "ru").state == State.DRAFT

    town.refresh_from_db()
    town.delete()
    assert not Target.objects.filter(translation_key=town.translation_key, locale__language_code="ru").exists()
    assert target(town, "de").state == State.NONE  # what was a target is all there is of the work now


def test_a_row_written_by_hand_has_a_state_and_no_strings(town: Municipality, locales: dict[str, Locale]) -> None:
    copy = town.copy_for_translation(locales["en"])
    copy.name = "Cologne"
    copy.save()
    copy.save_revision().publish()
    english = target(town, "en")
    assert (english.state, english.by_strings, english.words, english.row_pk) == (State.CURRENT, False, 0, copy.pk)


def test_a_copy_that_wagtail_keeps_is_no_translation(release: PressReleasePage, locales: dict[str, Locale]) -> None:
    parent = release.get_parent().get_translation(locales["en"])
    release.create_alias(parent=parent, update_locale=locales["en"])
    assert target(release, "en").state == State.NONE


def test_a_draft_of_the_source_renames_its_targets(town: Municipality, release: PressReleasePage) -> None:
    town.name = "Colonia"
    town.save_revision()
    assert target(town, "ru").title == "Colonia"
    release.title = "Fünfzig Jahre"
    release.save_revision()
    assert target(release, "ru").title == "Fünfzig Jahre"


def test_names_that_follow_from_others_follow_here(locales: dict[str, Locale]) -> None:
    organisation = Organisation(name="Verein", locale=locales["de"])
    organisation.save()
    assert Target.objects.get(translation_key=organisation.translation_key, locale=locales["ru"]).title == "Verein"
    organisation.name = "Bund"
    organisation.save()
    assert Target.objects.get(translation_key=organisation.translation_key, locale=locales["ru"]).title == "Bund"


def test_a_source_with_newer_text_than_submitted_is_behind(town: Municipality, submit: Submit) -> None:
    submit(town, "ru")
    assert not target(town, "ru").behind
    translation = Translation.objects.get()
    type(translation.source).objects.update(last_updated_at=translation.source.created_at)
    from cms.translation.models import Submission

    Submission.objects.update(digest="another")
    targets.refresh([town.translation_key])
    assert target(town, "ru").behind


def test_a_running_workflow_shows(town: Municipality, submit: Submit, administrator: User) -> None:
    translation = submit(town, "ru")
    translate(translation, RUSSIAN)
    translation.save_target(publish=False)
    row = translation.get_target_instance()
    state = Workflow.objects.get().start(row, administrator)
    assert target(town, "ru").in_moderation
    state.cancel(user=administrator)
    assert not target(town, "ru").in_moderation


def test_a_new_locale_gives_every_work_a_target(
    town: Municipality, release: PressReleasePage, settings: pytest.FixtureRequest
) -> None:
    languages = [*settings.WAGTAIL_CONTENT_LANGUAGES, ("fr", "Français")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES = languages
    french = Locale.objects.create(language_code="fr")
    assert target(town, "fr").state == State.NONE
    assert target(release, "fr").state == State.NONE
    french.delete()
    assert not Target.objects.filter(locale_id=french.pk).exists()


def test_stopping_a_translation_takes_its_counts_and_leaves_its_state(town: Municipality, submit: Submit) -> None:
    translation = submit(town, "ru")
    translate(translation, RUSSIAN)
    publish(translation)
    translation.enabled = False
    translation.save()
    russian = target(town, "ru")
    assert (russian.state, russian.by_strings, russian.words) == (State.CURRENT, False, 0)


def test_the_row_of_a_target_stays_the_same(town: Municipality, submit: Submit) -> None:
    before = target(town, "ru").pk
    translate(submit(town, "ru"), RUSSIAN)
    assert target(town, "ru").pk == before


@pytest.mark.parametrize("works", [1, 8])
def test_many_works_take_no_more_queries_than_one(
    works: int, submit: Submit, locales: dict[str, Locale], release: PressReleasePage
) -> None:
    keys = [release.translation_key]
    for number in range(works):
        town = Municipality(
            name=f"Ort {number}",
            intro="".join(f"<p>Absatz {n}</p>" for n in range(works)),
            country="DE",
            locale=locales["de"],
        )
        town.save()
        town.save_revision().publish()
        submit(town, "ru")
        keys.append(town.translation_key)
    own = Target.objects.filter(translation_key__in=keys)
    own.update(title="")
    with CaptureQueriesContext(connection) as queries:
        targets.refresh(keys)
    assert len(queries) <= 9, [query["sql"] for query in queries]
    assert not own.filter(title="").exists()
    with CaptureQueriesContext(connection) as queries:
        targets.recount(keys)
    assert len(queries) <= 2


def test_what_is_changed_several_times_is_looked_at_once(town: Municipality, submit: Submit) -> None:
    translation = submit(town, "ru")
    with CaptureQueriesContext(connection) as queries, targets.collected():
        translate(translation, RUSSIAN)
    looked = [query for query in queries if "translation_target" in query["sql"] and "SELECT" in query["sql"]]
    assert len(looked) == 1
    assert target(town, "ru").percent == 100
